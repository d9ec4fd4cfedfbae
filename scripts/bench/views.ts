/** `npm run bench:views`: how long the views of the sidebar take to open, filter and scroll over a generated corpus (`--articles N`, 10,000 unless told). */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type IndexStatus, type RowsAnswer, rowsRequest, statusRequest } from '../../src/server/protocol';
import { temporaryFolder } from '../editor/workspace';
import { writeArticles } from '../torture/harness/newsroom';
import { Server } from '../torture/harness/server';

const { values } = parseArgs({ options: { articles: { type: 'string', default: '10000' } } });
const count = Number(values.articles), folder = temporaryFolder('bench-views');
const dated = { view: 'events', options: { filter: {}, order: 'newest', grouping: 'date' } };
const named = { view: 'names', options: { words: '', order: 'mentions' } };
const sources = { view: 'sources', options: { words: '', order: 'date', show: 'all' } };

/** What is asked, first the level that opens, then the first of its rows. */
const questions: readonly (readonly [string, object])[] = [
  ['events by date', dated], ['events by name', { view: 'events', options: { ...dated.options, grouping: 'name' } }], ['events by type', { view: 'events', options: { ...dated.options, grouping: 'type' } }],
  ['events with two words', { view: 'events', options: { ...dated.options, filter: { words: 'minister port' } } }], ['events of a year', { view: 'events', options: { ...dated.options, filter: { range: '2023' } } }],
  ['sources', sources], ['sources by outlet', { view: 'sources', options: { ...sources.options, order: 'outlet' } }], ['sources with a word', { view: 'sources', options: { ...sources.options, words: 'post' } }],
  ['names', named], ['names with letters', { view: 'names', options: { ...named.options, words: 'ma' } }],
];

async function main(): Promise<void> {
  try {
    const corpus = path.join(folder, 'sources');
    writeArticles(corpus, 0, count);
    const server = await Server.start({ roots: [folder], storage: path.join(folder, 'storage') });
    const began = Date.now();
    for (;;) {
      const { phase, articles, events, names } = await server.connection.sendRequest<IndexStatus>(statusRequest);
      if (phase === 'ready' && articles > 0) {
        console.log(`${articles} articles, ${events} events, ${names} names, indexed in ${Math.round((Date.now() - began) / 1000)} s`);
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    console.log('| view | first ms | again ms | first row opened ms | rows |\n|---|---|---|---|---|');
    for (const [name, state] of questions) {
      const ask = async (of?: string): Promise<readonly [RowsAnswer, number]> => {
        const start = performance.now();
        const answer = await server.connection.sendRequest<RowsAnswer>(rowsRequest, { ...state, ...(of === undefined ? {} : { of }), offset: 0, limit: 200 });
        return [answer, Math.round(performance.now() - start)];
      };
      const [answer, first] = await ask(), [, again] = await ask(), [row] = answer.rows;
      const [below, opened] = row?.children ? await ask(row.id) : [undefined, 0];
      console.log(`| ${name} | ${first} | ${again} | ${opened} | ${answer.rows.length} + ${below?.rows.length ?? 0} |`);
    }
    await server.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

void main();
