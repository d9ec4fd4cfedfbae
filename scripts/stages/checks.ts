/** The stages that run a tool over the source and count as one check each. */
import path from 'node:path';
import { root } from '../editor/paths';
import { run } from '../editor/run';
import { nodePath } from '../with-node.mjs';
import { one, type Stage } from './stage';

function tool(name: string, heading: string, ...command: readonly [string, ...string[]]): Stage {
  return {
    name,
    heading,
    async run() {
      const { code } = await run(nodePath, command, { cwd: root, show: true });
      console.log(code === 0 ? 'no complaint' : `ended with ${code}`);
      return one(code === 0);
    },
  };
}

/** Lint, the import rule with it. */
export const lint = tool('lint', 'Lint', path.join('node_modules', 'eslint', 'bin', 'eslint.js'), '.');

/** The compiler's check of everything. */
export const types = tool('types', 'Types', path.join('node_modules', 'typescript', 'bin', 'tsc'), '-p', '.');

/** The bundles. */
export const build = tool('build', 'Build', 'esbuild.mjs');

/** The editor as `npm start` opens it, with the sample draft. */
export const start = tool('start', 'npm start', path.join('scripts', 'start.mjs'), '--check');
