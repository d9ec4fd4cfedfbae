/** Sees to it that `node_modules` holds what `package-lock.json` asks for. Needs nothing but Node and npm. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** Runs `npm ci` when something is missing or of another version; ends the process when that fails. */
export function ensureInstalled() {
  const reason = whatIsMissing();
  if (reason === undefined) return;
  console.log(`npm ci (${reason})`);
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error('npm ci failed.');
    process.exit(1);
  }
}

/** The first package that is not installed as the lock file says; `undefined` when all are. Optional ones may be missing: they are of other platforms. */
function whatIsMissing() {
  const wanted = packages('package-lock.json');
  const present = packages(path.join('node_modules', '.package-lock.json'));
  for (const [folder, { version, optional, peer }] of Object.entries(wanted)) {
    const installed = present[folder];
    if (folder === '' || (installed === undefined && (optional || peer))) continue;
    if (installed?.version !== version) return `${folder} ${installed === undefined ? 'is missing' : `is ${installed.version}, not ${version}`}`;
  }
  return undefined;
}

/** @returns {Record<string, { version?: string; optional?: boolean; peer?: boolean }>} */
function packages(lockFile) {
  try {
    return JSON.parse(readFileSync(path.join(root, lockFile), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}
