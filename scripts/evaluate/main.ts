import { existsSync } from 'node:fs';
import { attest } from './engines/attest';
import type { Engine } from './engines/engine';
import { floor } from './engines/floor';
import { readLines } from './gold';
import { readOptions, usage } from './options';
import { table, type Row } from './row';
import { readSeeds } from './seeds';
import { dates } from './tasks/dates';
import { events } from './tasks/events';
import { memoryOfModel } from './tasks/memory';
import { linking, names } from './tasks/names';
import { quotations } from './tasks/quotations';
import { seeds } from './tasks/seeds';
import { speed } from './tasks/speed';
import { triples } from './tasks/triples';
import { matrixTable, verification } from './verification/task';

/** The libraries are loaded only when they are measured: they take long to load. */
async function libraries(): Promise<Engine[]> {
  const [{ compromise }, { winkNlp }, { chrono }, { microsoft }] = await Promise.all([import('./engines/compromise'), import('./engines/wink'), import('./engines/chrono'), import('./engines/microsoft')]);
  return [compromise, winkNlp, chrono, microsoft];
}

const notes = 'For every task Attest reads the whole article: names, quotations, dates and events. MB/s are millions of UTF-16 code units a second of processor time, by compiled code, the median of nine rounds.';

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') { console.error(`${options}\n\n${usage}`); return 2; }
  const { gold, tasks } = options;
  if (gold !== null && !existsSync(gold)) { console.error(`there is no folder ${gold}.`); return 2; }
  const engines = [floor, ...(options.libraries ? await libraries() : []), attest];
  const want = (task: string): boolean => tasks.has(task), rows: Row[] = [];
  if (gold !== null) {
    console.error(`reading ${gold}; other libraries take minutes`);
    if (want('names')) rows.push(...names(gold, engines), ...linking(gold, engines));
    if (want('quotations')) rows.push(...quotations(gold, engines));
    if (want('dates')) rows.push(...dates(gold, engines));
    if (want('events')) rows.push(...triples(gold, engines), ...events(gold));
  }
  rows.push(...seeds(engines, want));
  if (want('speed')) {
    const news = gold === null ? null : readLines<{ readonly text: string }>(gold, 'quotes.dev.jsonl');
    rows.push(...await speed(news ?? readSeeds().seeds.map(({ text, article }) => ({ text, published: article.publication.value }))));
  }
  if (rows.length > 0 || !want('verification')) console.log(options.json ? JSON.stringify(rows, null, 1) : `${table(rows)}\n\n${notes}`);
  if (want('speed')) console.error(`weights of the name tagger and gazetteer, loaded: ${(await memoryOfModel()).toFixed(1)} MB`);
  const matrix = gold !== null && want('verification') ? await verification(gold) : null;
  if (matrix) console.log(options.json ? JSON.stringify(matrix, null, 1) : matrixTable(matrix));
  return 0;
}

void main(process.argv.slice(2)).then((code) => { process.exitCode = code; });
