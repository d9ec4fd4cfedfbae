/** The stages that run a tool over the source and count as one check each. */
import path from 'node:path';
import { root } from '../editor/paths';
import { run } from '../editor/run';
import { nodePath } from '../with-node.mjs';
import { endOf, one, type Stage } from './stage';

function tool(name: string, heading: string, ...commands: readonly (readonly string[])[]): Stage {
  return {
    name,
    heading,
    async run() {
      for (const command of commands) {
        const { code, output } = await run(nodePath, command, { cwd: root, show: true });
        if (code === 0) continue;
        console.log(`ended with ${code}`);
        return one(false, `${heading} ended with ${code}\n${endOf(output)}`);
      }
      console.log('no complaint');
      return one(true);
    },
  };
}

/** Lint, the import rule with it. */
export const lint = tool('lint', 'Lint', [path.join('node_modules', 'eslint', 'bin', 'eslint.js'), '.']);

const tsc = path.join('node_modules', 'typescript', 'bin', 'tsc');

/** The compiler's check of everything: the web view of the timeline is a project of its own, since it alone runs in a browser. */
export const types = tool('types', 'Types', [tsc, '-p', '.'], [tsc, '-p', path.join('src', 'webview')]);

/** The bundles. */
export const build = tool('build', 'Build', ['esbuild.mjs']);

/** The editor as `npm start` opens it, with the sample draft. */
export const start = tool('start', 'npm start', [path.join('scripts', 'start.mjs'), '--check']);
