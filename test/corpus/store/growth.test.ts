import assert from 'node:assert/strict';
import { annotateText } from '../../../src/corpus/annotate';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import type { CorpusStore, IndexedFile } from '../../../src/corpus/store/store';
import { articlesOf, textOf } from '../../../scripts/bench/corpus/files';
import { completeQuote } from '../../../src/features/completeQuote';
import { citeName } from '../../../src/features/citeName';
import { QuoteFinder } from '../../../src/features/verification/verifyQuote';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { contentHash } from '../../support/corpusBuilder';
import { silentLog } from '../../support/silentLog';
import { snapshot } from '../contract/snapshot';

/** Generated news, analysed as the indexer does it: stories, copies of agencies' reports, names that everybody mentions. */
async function news(files: MemoryFileSystem, count: number): Promise<IndexedFile[]> {
  const made: IndexedFile[] = [];
  for (const article of articlesOf(5, count)) {
    const path = `/corpus/${made.length}.txt`, text = textOf(article, false);
    files.write(path, text);
    const { size, mtimeMs } = await files.stat(path);
    made.push({ path, stamp: { size, mtimeMs, hash: contentHash(new TextEncoder().encode(text)) }, articles: [annotateText(text)], problems: [], textIsFile: true });
  }
  return made;
}

describe('a growing corpus of generated news', () => {
  const files = new MemoryFileSystem();
  let articles: IndexedFile[] = [], requests = 0;
  const open = (): Promise<CorpusStore> => openSqliteStore({ path: ':memory:', fileSystem: files, hash: contentHash, log: silentLog, onQuery: () => requests++ });
  before(async () => { articles = await news(files, 900); });

  it('takes a further article in with as many requests as the first ones', async () => {
    const store = await open(), costs: number[] = [];
    for (let at = 0; at < articles.length; at += 100) {
      requests = 0;
      await store.replace(articles.slice(at, at + 100));
      costs.push(requests / 100);
    }
    const early = costs[1]! + costs[2]!, late = costs.at(-1)! + costs.at(-2)!;
    assert.ok(late < early * 1.3, `requests an article: ${costs.map((cost) => cost.toFixed(0)).join(', ')}`);
    await store.close();
  });

  it('answers hover, completion, events and checks with requests and reads that do not grow', async () => {
    const quote = articles[40]!.articles[0]!.analysis.quotations.find(({ form, text }) => form === 'direct' && text.split(' ').length > 11)?.text ?? 'we will not give the harbour away until the ferry has come and the tide has turned';
    const measure = async (count: number): Promise<Record<string, readonly [number, number]>> => {
      const store = await open(), finder = new QuoteFinder(store), costs: Record<string, readonly [number, number]> = {};
      await store.replace(articles.slice(0, count));
      const [most] = await store.names({ offset: 0, limit: 1 });
      for (const [what, ask] of Object.entries({
        hover: () => citeName(store, { phrases: [{ start: 0, end: 1, text: most!.canonical }], context: '' }),
        completion: () => completeQuote(store, { typed: 'we will not', named: [most!.canonical], limit: 50 }),
        events: () => store.eventHeadings({}).then(() => store.events({ order: 'newest', page: { offset: 0, limit: 50 } })),
        filtered: () => store.eventHeadings({ words: 'meets' }).then(() => store.events({ words: 'meets', order: 'newest', page: { offset: 0, limit: 50 } })),
        check: () => finder.verify(quote),
        altered: () => finder.verify(quote.replace(/(\S+ \S+ \S+) \S+/, '$1 zebras')),
      })) {
        requests = 0;
        files.reset();
        await ask();
        costs[what] = [requests, files.calls.readFile];
      }
      finder.dispose();
      await store.close();
      return costs;
    };
    const small = await measure(150), large = await measure(900);
    for (const [what, [asked, read]] of Object.entries(large)) {
      const [before, readBefore] = small[what]!;
      assert.ok(asked <= before + 40, `${what}: ${asked} requests, ${before} in a sixth of the corpus`);
      assert.ok(read <= Math.max(readBefore + 12, 50), `${what}: ${read} articles read, ${readBefore} in a sixth of the corpus`);
    }
  });

  it('writes only those events again that gain a source, and opens few articles to find them', async () => {
    const asked: string[] = [], count = (start: string): number => asked.filter((sql) => sql.startsWith(start)).length;
    const store = await openSqliteStore({ path: ':memory:', fileSystem: files, hash: contentHash, log: silentLog, onQuery: (sql) => asked.push(sql) });
    const early = articles.filter((_, i) => i % 5 > 0), further = articles.filter((_, i) => i % 5 === 0), late = new Set(further.map(({ path }) => path));
    for (let at = 0; at < early.length; at += 180) await store.replace(early.slice(at, at + 180));
    asked.length = 0;
    await store.replace(further);
    const opened = count('SELECT file.path, article.ordinal'), dropped = count('DELETE FROM event WHERE');
    const events = await store.events({ order: 'newest', page: { offset: 0, limit: 5_000 } }), by = await store.eventArticles(events.map(({ id }) => id));
    const grown = [...by.values()].filter((sources) => sources.some(({ path }) => late.has(path)) && sources.some(({ path }) => !late.has(path))).length;
    assert.ok(grown > 20 && dropped > 0 && dropped < grown * 1.08, `${dropped} events dropped, ${grown} have gained a source`);
    assert.ok(opened < late.size * 3, `${opened} articles opened for ${late.size}`);
    await store.close();
  });

  it('is the same corpus in whichever order its articles came', async () => {
    const some = articles.slice(0, 120), build = async (order: readonly IndexedFile[], step: number): Promise<unknown> => {
      const store = await open();
      for (let at = 0; at < order.length; at += step) await store.replace(order.slice(at, at + step));
      const answers = await snapshot(store);
      await store.close();
      return answers;
    };
    const expected = await build(some, 120);
    assert.deepEqual(await build([...some].reverse(), 7), expected);
    assert.deepEqual(await build([...some.slice(60), ...some.slice(0, 60)], 1), expected);
  });
});
