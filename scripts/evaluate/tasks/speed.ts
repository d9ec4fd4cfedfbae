import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Text } from '../engines/engine';
import type { Row } from '../row';
import type * as stages from '../stages';

type Stages = typeof stages;

/** The recognisers as they ship, bundled: a loader for TypeScript adds calls of its own to each function. */
async function bundled(): Promise<Stages> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-speed-'));
  try {
    const outfile = join(folder, 'stages.cjs');
    await build({ entryPoints: [join(import.meta.dirname, '../stages.ts')], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20', supported: { 'regexp-unicode-property-escapes': true }, minify: true, mainFields: ['module', 'main'], logLevel: 'warning' });
    return createRequire(import.meta.url)(outfile) as Stages;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Code units that are read before the clock starts: an archive is read by code that has long been compiled. */
const warmUp = 24_000_000;
/** Rounds, of which the middle one counts, and what each takes at least, in seconds of processor time; in a round the texts are always read as a whole. */
const rounds = 9, least = 0.25;
/** Articles read together: one, as when a file is saved; sixteen, as the index is made; thirty-two, as `attest annotate` does. */
const batches: readonly (readonly [size: number, label: string])[] = [[1, 'whole article'], [16, 'whole articles, sixteen at a time'], [32, 'whole articles, thirty-two at a time']];

const seconds = (): number => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };

/** Millions of code units a second of processor time, by stage: the median of all rounds. `run` reads all texts and gives the time of each stage. */
function steady(units: number, run: () => Map<string, number>): Map<string, number> {
  for (let read = 0; read < warmUp; read += units) run();
  const speeds = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    const sums = new Map<string, number>();
    let times = 0;
    for (let all = 0; all < least; times++) for (const [stage, time] of run()) { sums.set(stage, (sums.get(stage) ?? 0) + time); all += time; }
    for (const [stage, time] of sums) speeds.set(stage, [...speeds.get(stage) ?? [], (times * units) / 1e6 / time]);
  }
  return new Map([...speeds].map(([stage, each]) => [stage, each.sort((a, b) => a - b)[each.length >> 1]!]));
}

/** Speed of each stage over the same texts, the stages before it not counted, and of all that is done to an article. */
export async function speed(texts: readonly Text[]): Promise<Row[]> {
  const { prepare, findNames, findQuotations, findDates, findEvents, annotateTexts } = await bundled();
  const units = texts.reduce((sum, { text }) => sum + text.length, 0);
  if (units === 0) return [];
  const each = steady(units, () => {
    const times = new Map<string, number>();
    const timed = <T>(stage: string, of: (text: Text, i: number) => T): T[] => { const from = seconds(), results = texts.map(of); times.set(stage, seconds() - from); return results; };
    const documents = timed('tokens and sentences', ({ text, published }) => prepare(text, published === undefined ? {} : { published }));
    const names = timed('names', (_, i) => findNames(documents[i]!));
    const quotations = timed('quotations', (_, i) => findQuotations(documents[i]!, names[i]!));
    const dates = timed('dates', (_, i) => findDates(documents[i]!));
    timed('events', (_, i) => findEvents(documents[i]!, { ...names[i]!, quotations: quotations[i]!, dates: dates[i]! }));
    return times;
  });
  const whole = batches.flatMap(([size, label]) => {
    const groups = Array.from({ length: Math.ceil(texts.length / size) }, (_, i) => texts.slice(i * size, (i + 1) * size));
    return [...steady(units, () => { const from = seconds(); for (const some of groups) annotateTexts(some); return new Map([[label, seconds() - from]]); })];
  });
  return [...each, ...whole].map(([stage, value]) => ({ task: 'speed, one core', engine: stage, precision: null, recall: null, f1: null, speed: value }));
}
