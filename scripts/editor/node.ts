/** The Node that an editor runs on. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { nodePath } from '../with-node.mjs';
import { makeOnce, unpackPackage } from './download';
import { cache } from './paths';
import { mustRun } from './run';

/** Path of a Node of that major version: the one at hand if it fits, else the platform's package of npm in the cache. */
export async function getNode(major: number, log: (line: string) => void): Promise<string> {
  for (const candidate of [nodePath, process.execPath]) {
    if ((await mustRun(candidate, ['--version'])).startsWith(`v${major}.`)) return candidate;
  }
  const folder = path.join(cache, `node-${major}`);
  if (!existsSync(folder)) log(`downloading Node ${major}`);
  await makeOnce(folder, (work) => unpackPackage(`${packageName()}@${major}`, work));
  return path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The names that the `node` package of npm itself uses for its parts. */
function packageName(): string {
  const { platform, arch } = process;
  if (platform === 'win32') return `node-win-${arch}`;
  return `${platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'}-${platform}-${arch}`;
}
