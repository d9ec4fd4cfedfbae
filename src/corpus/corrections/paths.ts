import { directoryOf, isWithin, joinPath, relativePath } from '../indexer/paths';

/** Path of a file as seen from a folder, with `/`; `..` leads out of it. The whole path where the two have nothing in common. */
export function pathFrom(folder: string, path: string): string {
  let up = '';
  for (let at = folder; ; at = directoryOf(at)) {
    if (isWithin(path, at)) return up + relativePath(path, at);
    if (directoryOf(at) === at) return path.replaceAll('\\', '/');
    up += '../';
  }
}

/** The absolute path that a path of `attest.yml` means; `..` and `.` are worked out. */
export function pathIn(folder: string, path: string): string {
  if (/^(?:\/|[A-Za-z]:\/)/.test(path)) return path;
  let at = folder, rest = path.split('/').filter((part) => part !== '' && part !== '.');
  for (; rest[0] === '..'; rest = rest.slice(1)) at = directoryOf(at);
  return rest.reduce((whole, part) => (part === '..' ? directoryOf(whole) : joinPath(whole, part)), at);
}
