/** Bundles the tests that run in the editor: one file for each suite, and the module that runs them. */
import esbuild from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bundledTests, root } from './paths';

const suites = path.join(root, 'test', 'editor', 'suite');

/** The module to give to the editor as `extensionTestsPath`. */
export const testsModule = path.join(bundledTests, 'run.js');

/** Bundles all suites into the cache and returns their names (`hover` for `suite/hover.test.ts`), sorted. */
export async function bundleTests(): Promise<string[]> {
  const names = readdirSync(suites).filter((name) => name.endsWith('.test.ts')).map((name) => name.slice(0, -'.test.ts'.length)).sort();
  rmSync(bundledTests, { recursive: true, force: true });
  await esbuild.build({
    entryPoints: {
      run: path.join(root, 'test', 'editor', 'support', 'run.ts'),
      ...Object.fromEntries(names.map((name) => [`${name}.test`, path.join(suites, `${name}.test.ts`)])),
    },
    outdir: bundledTests,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    sourcemap: 'inline',
    logLevel: 'warning',
    // Mocha loads its parts by name while it runs, so it stays outside; it is found in the node_modules above the cache.
    external: ['vscode', 'mocha'],
  });
  return names;
}
