/** Runs a script under the Node that comes as a development dependency (it carries SQLite with FTS5), whatever Node called it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bundled = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Path of the Node to run Attest's own code with: the development dependency, else the one that runs this. */
export const nodePath = existsSync(bundled) ? bundled : process.execPath;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const run = spawnSync(nodePath, process.argv.slice(2), { stdio: 'inherit', cwd: root });
  process.exit(run.status ?? 1);
}
