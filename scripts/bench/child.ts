/** Builds one engine's index, or asks it, in a process of its own: `child.ts TASK`, the task as JSON. The last line printed is the result. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { foldedWords } from '../../src/corpus/fold';
import { articlesIn } from './corpus/articles';
import { allEngines } from './engines';
import type { Articles, BuildNotes, OpenIndex } from './engines/engine';
import { measure, type Latency } from './figures';
import type { AllQueries, Checked, Queries } from './queries';

export interface Task {
  readonly what: 'build' | 'ask';
  readonly engine: string;
  readonly folder: string;
  readonly place: string;
  /** File of {@link AllQueries}. */
  readonly queries: string;
}

export interface Built {
  readonly seconds: number;
  /** Processor time of all threads, in seconds: what it costs whoever else is working on the machine. */
  readonly processor: number;
  /** Megabytes at the most. */
  readonly memory: number;
  /** Bytes of the index. */
  readonly disk: number;
  readonly notes: BuildNotes;
}

export interface Asked {
  /** Milliseconds until the first question is answered. */
  readonly open: number;
  readonly memory: number;
  readonly name: Latency | null;
  readonly complete: Latency | null;
  readonly long: Readonly<Record<Checked['kind'], Latency | null>>;
  readonly short: Latency | null;
  readonly events: { readonly first: Latency | null; readonly filtered: Latency | null } | null;
  readonly update: Latency | null;
}

const say = (result: Built | Asked): void => console.log(JSON.stringify(result));

async function build({ engine, folder, place }: Task): Promise<void> {
  const articles = articlesIn(folder), found = allEngines().find(({ name }) => name === engine)!;
  const before = performance.now(), spent = process.cpuUsage();
  const notes = await found.build(articles, place, (done) => console.log(`progress ${done}`));
  say({
    notes, seconds: (performance.now() - before) / 1000, processor: secondsOf(process.cpuUsage(spent)), memory: process.resourceUsage().maxRSS / 1024,
    disk: readdirSync(place).reduce((sum, file) => sum + statSync(path.join(place, file)).size, 0),
  });
}

function secondsOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6;
}

async function ask({ engine, folder, place, queries: file }: Task): Promise<void> {
  const articles = articlesIn(folder), found = allEngines().find(({ name }) => name === engine)!;
  const { warming, measured: queries } = JSON.parse(readFileSync(file, 'utf8')) as AllQueries;
  const before = performance.now();
  const index = await found.open(articles, place);
  await index.name('Nobody Whatsoever');
  const open = performance.now() - before;
  await warm(index, warming);
  const check = (long: boolean, kind?: Checked['kind']): Promise<Latency | null> => measure(
    queries.checked.filter((each) => each.long === long && (kind === undefined || each.kind === kind)),
    async ({ quote, kind: own }) => ((await index.verify(quote)).length > 0) === (own !== 'invented'),
  );
  const { events } = index;
  const name = await measure(queries.names, async (form) => (await index.name(form)).some((passage) => foldedWords(passage).join(' ').includes(foldedWords(form).at(-1)!)));
  const complete = await measure(queries.typed, async ({ typed, wanted }) => (await index.complete(typed)).some((text) => foldedWords(text).join(' ') === wanted));
  const long = { verbatim: await check(true, 'verbatim'), altered: await check(true, 'altered'), invented: await check(true, 'invented') };
  const short = await check(false);
  const browsed = events && { first: await measure(['', '', '', '', '', '', '', '', '', ''], async () => (await events('')) > 0), filtered: await measure(queries.words, async (word) => (await events(word), null)) };
  const memory = process.memoryUsage().rss / 1024 / 1024;
  const update = await updates(index, articles);
  await index.close();
  say({ open, memory, name, complete, long, short, events: browsed, update });
}

async function warm(index: OpenIndex, { names, typed, checked, words }: Queries): Promise<void> {
  for (const form of names) await index.name(form);
  for (const each of typed) await index.complete(each.typed);
  for (const { quote } of checked) await index.verify(quote);
  for (const word of ['', ...words]) await index.events?.(word);
}

/** Changes a few articles, one after the other, each until its new words are found; then puts the files back. */
async function updates(index: OpenIndex, articles: Articles): Promise<Latency | null> {
  const { update } = index;
  if (!update) return null;
  const step = Math.max(1, Math.floor(articles.paths.length / 20));
  const changed = articles.paths.filter((_, i) => i % step === 0).slice(0, 20).map((file, i) => ({ file, text: articles.read(file), person: `Zebulon Quarter${'abcdefghijklmnopqrstuvwxyz'[i]}main` }));
  try {
    return await measure(changed, async ({ file, text, person }) => {
      const longer = `${text}\n${person}, the mayor of Lisdun, opened the harbour, said ${person} on Monday.\n`;
      writeFileSync(file, longer);
      await update(file, longer);
      return (await index.name(person)).length > 0;
    });
  } finally {
    for (const { file, text } of changed) writeFileSync(file, text);
  }
}

const task = JSON.parse(process.argv[2]!) as Task;
void (task.what === 'build' ? build(task) : ask(task)).then(() => process.exit(0), (error: unknown) => {
  console.error(error);
  process.exit(1);
});
