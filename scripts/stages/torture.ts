/** The attacks of `npm run torture`, in their short form. */
import path from 'node:path';
import { root } from '../editor/paths';
import { run } from '../editor/run';
import { nodePath } from '../with-node.mjs';
import { endOf, type Stage } from './stage';

export const torture: Stage = {
  name: 'torture',
  heading: 'Attacks, short form',
  async run() {
    const { code, output } = await run(nodePath, ['--import', 'tsx', path.join('scripts', 'torture', 'main.ts'), '--short'], { cwd: root, show: true });
    const [, passed = '0', failed = '0'] = /^(\d+) attacks lost nothing, (\d+) lost something$/m.exec(output) ?? [];
    const failures = output.match(/^ {2}\S.* LOST\b.*(?:\n {6}.*)*/gm) ?? [];
    return { passed: Number(passed), failed: Math.max(Number(failed), code === 0 ? 0 : 1), failures: code === 0 || failures.length > 0 ? failures : [endOf(output)] };
  },
};
