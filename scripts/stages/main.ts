/**
 * `npm test`: all stages in order, and the sum in the last line. `--only NAME[,NAME…]` runs some of them, `--pictures` renews
 * the pictures of the documentation, `--suites NAME[,NAME…]` has the stage `editor` run only those.
 */
import { parseArgs } from 'node:util';
import { build, lint, start, types } from './checks';
import { editorStages } from './editorStages';
import { packaged, unit } from './mochaStages';
import { one, type Count, type Stage } from './stage';
import { torture } from './torture';

/** Runs the stages that the arguments name, else all. Returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' }, pictures: { type: 'boolean', default: false }, suites: { type: 'string' } } });
  const editor = editorStages(values.pictures || process.env['ATTEST_PICTURES'] === '1', values.suites?.split(','));
  const all = [lint, types, build, unit, torture, packaged, start, ...editor.stages];
  const names = values.only?.split(',');
  const unknown = names?.find((name) => !all.some((stage) => stage.name === name));
  if (unknown !== undefined) throw new Error(`There is no stage ${unknown}, but ${all.map(({ name }) => name).join(', ')}.`);
  const chosen = all.filter(({ name }) => names === undefined || names.includes(name));
  if (chosen.some(({ name }) => name === 'start' || name.startsWith('editor'))) editor.prepare();

  const sum = { passed: 0, failed: 0 }, told: string[] = [];
  for (const stage of chosen) {
    const { passed, failed, failures = [] } = await runStage(stage);
    sum.passed += passed;
    sum.failed += failed;
    told.push(...failures.map((failure) => `${stage.name}: ${failure.trim().replace(/\n/g, '\n    ')}`));
  }
  // Whoever sees only the end of a long report sees what it was.
  if (told.length > 0) console.log(`\n── What failed\n${told.join('\n')}`);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0;
}

async function runStage(stage: Stage): Promise<Count> {
  console.log(`\n── ${stage.heading} (${stage.name})`);
  const began = Date.now();
  const count = await stage.run().catch((error: unknown): Count => {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.log(why);
    return one(false, why);
  });
  const empty = count.passed + count.failed === 0;
  if (empty) console.log('nothing ran');
  console.log(`${count.passed} passed, ${empty ? 1 : count.failed} failed in ${Math.round((Date.now() - began) / 1000)} s (${stage.name})`);
  return empty ? one(false, 'nothing ran') : count;
}
