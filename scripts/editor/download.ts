/** Packages of npm, unpacked into a folder, at once or not at all. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { mustRun } from './run';

/**
 * Makes `folder` by `fill`, which gets an empty folder beside it to work in. The folder appears under its name only when all
 * is done, so that an interrupted attempt is repeated instead of being taken for a finished one. Does nothing if it is there.
 */
export async function makeOnce(folder: string, fill: (work: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  const parent = path.dirname(folder);
  const prefix = `${path.basename(folder)}.partial-`;
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) {
      rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
  const work = path.join(parent, `${prefix}${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  try {
    await fill(work);
    renameSync(work, folder);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    // Another process may have finished the same folder in the meantime; then that one serves.
    if (!existsSync(folder)) throw error;
  }
}

/** Downloads a package of npm (`name@version`) and unpacks what it contains into `folder`, which exists. Runs none of its scripts. */
export async function unpackPackage(spec: string, folder: string): Promise<void> {
  const output = await mustRun('npm', ['pack', spec, '--silent', '--ignore-scripts'], { cwd: folder });
  const archive = output.trim().split(/\r?\n/).findLast((line) => line.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm pack ${spec} named no archive:\n${output}`);
  await mustRun('tar', ['-xzf', archive, '--strip-components=1'], { cwd: folder });
  rmSync(path.join(folder, archive));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
