/** `npm run bench:views`: how long the views of the sidebar take to open, filter and scroll over a generated corpus (`--articles N`, 10,000 unless told; `--keep DIR` takes the index that `npm run bench -- --keep DIR` has left of it). */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type IndexStatus, type RowsAnswer, rowsRequest, statusRequest } from '../../src/server/protocol';
import { temporaryFolder } from '../editor/workspace';
import { Server } from '../torture/harness/server';
import { corpusFolder } from './corpus/files';
import { takeIndex } from './keptIndex';

const { values } = parseArgs({ options: { articles: { type: 'string', default: '10000' }, keep: { type: 'string' } } });
const count = Number(values.articles), folder = temporaryFolder('bench-views');
const dated = { filter: {}, order: 'newest', grouping: 'date' };
const events = (options: object): object => ({ view: 'events', options: { ...dated, ...options } });
const names = (options: object): object => ({ view: 'names', options: { words: '', order: 'mentions', ...options } });
const sources = (options: object): object => ({ view: 'sources', options: { words: '', order: 'date', show: 'all', ...options } });

/** What is asked: a first level, then the first of its rows, then a page far down. */
const questions: readonly (readonly [string, object])[] = [
  ['events by date', events({})], ['events by name', events({ grouping: 'name' })], ['events by type', events({ grouping: 'type' })],
  ['events with one letter', events({ filter: { words: 'm' } })], ['events with two words', events({ filter: { words: 'minister energy' } })], ['events of a year', events({ filter: { range: '2023' } })],
  ['events of a type', events({ filter: { type: 'consult' } })], ['events with a word, by name', events({ grouping: 'name', filter: { words: 'minister' } })], ['events of a year, by name', events({ grouping: 'name', filter: { range: '2023' } })],
  ['sources', sources({})], ['sources by outlet', sources({ order: 'outlet' })], ['sources by length', sources({ order: 'words' })], ['sources with a word', sources({ words: 'post' })], ['sources that lack a date or an outlet', sources({ show: 'incomplete' })],
  ['names', names({})], ['names by their letters', names({ order: 'alphabet' })], ['names with one letter', names({ words: 'm' })], ['names with two letters', names({ words: 'ma' })],
];

/** Milliseconds that the thread which answers has worked, where the system tells; else those that have passed. */
function clock(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

/** How long, at the most, somebody else who asks for something small meanwhile waits for the answer. */
async function waitBeside(server: Server, work: Promise<unknown>): Promise<number> {
  let ended = false, most = 0;
  void work.finally(() => { ended = true; }).catch(() => undefined);
  while (!ended) {
    const before = performance.now();
    await server.connection.sendRequest(statusRequest);
    most = Math.max(most, performance.now() - before);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  return Math.round(most);
}

async function main(): Promise<void> {
  try {
    const options = { roots: [corpusFolder(1, count)], storage: path.join(folder, 'storage'), settings: { corpus: { folders: ['.'] } } };
    await takeIndex(values.keep, count, options);
    const server = await Server.start(options);
    const began = Date.now();
    for (;;) {
      const { phase, articles, events: found, names: known } = await server.connection.sendRequest<IndexStatus>(statusRequest);
      if (phase === 'ready' && articles > 0) {
        console.log(`${articles} articles, ${found} events, ${known} names, indexed in ${Math.round((Date.now() - began) / 1000)} s`);
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    console.log('| view | first | others wait | again | first row opened | a page far down | rows |\n|---|---|---|---|---|---|---|');
    for (const [name, state] of questions) {
      const ask = async (of?: string, offset = 0): Promise<readonly [RowsAnswer, number]> => {
        const start = clock(server.process.pid ?? 0);
        const answer = await server.connection.sendRequest<RowsAnswer>(rowsRequest, { ...state, ...(of === undefined ? {} : { of }), offset, limit: 200 });
        return [answer, Math.round(clock(server.process.pid ?? 0) - start)];
      };
      const asked = ask(), others = await waitBeside(server, asked), [answer, first] = await asked, [, again] = await ask(), [row] = answer.rows;
      const [below, opened] = row?.children ? await ask(row.id) : [undefined, 0];
      const deep = below && below.total > answer.total ? ([row!.id, below.total] as const) : ([undefined, answer.total] as const);
      const [far, down] = await ask(deep[0], Math.max(0, deep[1] - 200));
      console.log(`| ${name} | ${first} | ${others} | ${again} | ${opened} | ${down} | ${answer.rows.length} of ${answer.total}, ${below?.rows.length ?? 0}, ${far.rows.length} |`);
    }
    await server.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

void main();
