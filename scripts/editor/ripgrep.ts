/** The search program that the editor finds files with, for editors whose own would have to be downloaded by an install script. */
import { copyFileSync, chmodSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { makeOnce, unpackPackage } from './download';
import { cache } from './paths';
import { ripgrepRelease } from './versions';

const program = process.platform === 'win32' ? 'rg.exe' : 'rg';

/** Gives the VS Code in `vscodeFolder` a ripgrep where it looks for one and has none. */
export async function provideRipgrep(vscodeFolder: string): Promise<void> {
  const owner = path.join(vscodeFolder, 'node_modules', '@vscode', 'ripgrep');
  const wanted = path.join(owner, 'bin', program);
  if (!existsSync(owner) || existsSync(wanted)) return;
  mkdirSync(path.dirname(wanted), { recursive: true });
  copyFileSync(onPath() ?? (await fromNpm()), wanted);
  chmodSync(wanted, 0o755);
}

async function fromNpm(): Promise<string> {
  const folder = path.join(cache, `ripgrep-${ripgrepRelease}`);
  const spec = `@vscode/ripgrep-${process.platform}-${process.arch}@${ripgrepRelease}`;
  await makeOnce(folder, (work) => unpackPackage(spec, work));
  return path.join(folder, 'bin', program);
}

function onPath(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, program))
    .find((file) => existsSync(file));
}
