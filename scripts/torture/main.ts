/**
 * `npm run torture`: attacks the built server, command line and parts, and prints one table: what, how often, what was lost.
 * `--short` is the form that `npm test` runs, `--only NAME[,NAME…]` runs some attacks, `--seed N` repeats a run, `--fuzz MINUTES` fuzzes longer.
 */
import { parseArgs } from 'node:util';
import { root } from '../editor/paths';
import { mustRun } from '../editor/run';
import { nodePath } from '../with-node.mjs';
import type { Attack, Budget, Result } from './attack';
import { comings } from './attacks/comings';
import { databaseFaults } from './attacks/databaseFaults';
import { fuzz } from './attacks/fuzz';
import { hostileArticles } from './attacks/hostileArticles';
import { kills } from './attacks/kills';
import { leaks } from './attacks/leaks';
import { manyFiles } from './attacks/manyFiles';
import { talksToNobody } from './attacks/talksToNobody';
import { writingDay } from './attacks/writingDay';
import { row } from './harness/table';

const attacks: readonly Attack[] = [talksToNobody, databaseFaults, kills, comings, manyFiles, hostileArticles, fuzz, leaks, writingDay];

/** Runs the attacks that the arguments name, else all. Returns how many lines of the table lost nothing and how many lost something. */
export async function torture(args: readonly string[]): Promise<{ readonly passed: number; readonly failed: number }> {
  const { values } = parseArgs({ args: [...args], options: { short: { type: 'boolean', default: false }, only: { type: 'string' }, seed: { type: 'string', default: '1' }, fuzz: { type: 'string' } } });
  const budget: Budget = { short: values.short, seed: Number(values.seed), fuzzMinutes: values.fuzz === undefined ? undefined : Number(values.fuzz) };
  const names = values.only?.split(',');
  const unknown = names?.find((name) => !attacks.some((attack) => attack.name === name));
  if (unknown !== undefined) throw new Error(`There is no attack ${unknown}, but ${attacks.map(({ name }) => name).join(', ')}.`);
  let passed = 0, failed = 0;
  for (const attack of attacks.filter(({ name }) => !names || names.includes(name))) {
    const began = Date.now();
    const results = await attack.run(budget).catch((error: unknown): Result[] => [
      { what: 'the attack itself', times: 1, lost: [error instanceof Error ? (error.stack ?? error.message) : String(error)], figures: '' },
    ]);
    console.log(`\n${attack.name} (${((Date.now() - began) / 1000).toFixed(0)} s)`);
    for (const result of results) {
      console.log(row(result));
      if (result.lost.length > 0) failed++; else passed++;
    }
  }
  return { passed, failed };
}

if (require.main === module) {
  // A run that ends before its end has lost something.
  process.exitCode = 3;
  mustRun(nodePath, ['esbuild.mjs'], { cwd: root }).then(() => torture(process.argv.slice(2))).then(
    ({ passed, failed }) => {
      console.log(`\n${passed} attacks lost nothing, ${failed} lost something`);
      process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
      // What an attack left behind, a timer or a process, is said and does not hold up whoever waits for the figures.
      setTimeout(() => {
        console.log(`the run did not end by itself: ${process.getActiveResourcesInfo().join(', ')} was left`);
        process.exit();
      }, 10_000).unref();
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 2;
    },
  );
}
