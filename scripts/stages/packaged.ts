/** The packaged extension. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { root, vsix } from '../editor/paths';
import { run } from '../editor/run';
import { nodePath } from '../with-node.mjs';

/** Builds `attest.vsix` from the manifest, the bundles and what `.vscodeignore` lets in. Returns its path. */
async function buildVsix(): Promise<string> {
  const vsce = path.join('node_modules', '@vscode', 'vsce', 'vsce');
  // Everything that ships is bundled, so no dependency is packed. The pictures of the README come along instead of being fetched.
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
  const { code, output } = await run(nodePath, [vsce, 'package', ...options], { cwd: root });
  if (code !== 0) throw new Error(`vsce package ended with ${code}:\n${output}`);
  return vsix;
}

let once: Promise<string> | undefined;

/** The package of this run: built when it is first asked for. Returns its path. */
export function packageOfThisRun(): Promise<string> {
  once ??= buildVsix();
  return once;
}

/** `npm run package`. */
export async function main(): Promise<number> {
  const file = await buildVsix();
  console.log(`${file} (${Math.round(statSync(file).size / 1024)} KB)`);
  return 0;
}
