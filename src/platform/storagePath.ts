import path from 'node:path';
import { hashBytes } from './hash';

/** The machine as far as it says where caches belong. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Directory in which the command line keeps the index of a set of corpus folders: below the user's cache directory (XDG Base Directory
 * Specification, `%LOCALAPPDATA%`, `~/Library/Caches`), never in the writer's folders. The same folders give the same directory, in any order.
 */
export function storagePath(folders: readonly string[], { platform, home, env }: Machine): string {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const key = hashBytes([...new Set(folders.map((folder) => paths.resolve(folder)))].sort().join('\n')).slice(0, 16);
  return paths.join(cacheDirectory(platform, home, env), 'attest', key);
}

function cacheDirectory(platform: NodeJS.Platform, home: string, env: Machine['env']): string {
  if (platform === 'win32') return env.LOCALAPPDATA || path.win32.join(home, 'AppData', 'Local');
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Caches');
  const stated = env.XDG_CACHE_HOME;
  // The specification has relative paths ignored.
  return stated && path.posix.isAbsolute(stated) ? stated : path.posix.join(home, '.cache');
}
