import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { annotateText } from '../../../src/corpus/annotate';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import type { CorpusStore, EventQuery, IndexedFile } from '../../../src/corpus/store/store';
import { articlesOf, textOf } from '../../../scripts/bench/corpus/files';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { contentHash } from '../../support/corpusBuilder';
import { silentLog } from '../../support/silentLog';

const files = [...articlesOf(7, 250)].map((article, i): IndexedFile => {
  const text = textOf(article, false);
  return { path: `/corpus/${i}.txt`, stamp: { size: text.length, mtimeMs: 1, hash: String(i) }, articles: [annotateText(text)], problems: [], textIsFile: true };
});

for (const place of ['in memory', 'in a file']) describe(`events that words or a name single out, ${place}`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'attest-events-'));
  let store: CorpusStore, requests = 0;
  before(async () => {
    store = await openSqliteStore({ path: place === 'in memory' ? ':memory:' : path.join(folder, 'index.sqlite'), fileSystem: new MemoryFileSystem(), hash: contentHash, log: silentLog, onQuery: () => requests++ });
    await store.replace(files);
  });
  after(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('are the same, in the same order, as those whose rows are read when something else is asked for besides', async () => {
    const [known] = await store.names({ offset: 0, limit: 1 }), all = await store.events({ order: 'newest', page: { offset: 0, limit: 5_000 } });
    const codes = all.filter((_, i) => i % 3 === 0).map(({ id }) => id), headings = (await store.eventHeadings({})).map(({ heading }) => heading);
    const maybe = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: each });
    const day = fc.integer({ min: 2015, max: 2025 }).map((year) => `${year}-06-15`);
    const wishes = fc.record({
      words: fc.constantFrom('m', 'me', 'meets', 'in', 'an agreement with', 'nobody', '…'), name: maybe(fc.constant(known!.id)), types: maybe(fc.subarray(['consult', 'assault', 'agree', 'other'] as const)),
      heading: maybe(fc.constantFrom(...headings)), only: maybe(fc.constant(codes)), except: maybe(fc.constant(codes)), from: maybe(day), to: maybe(day),
    });
    const where = fc.record({ order: fc.constantFrom('newest', 'oldest'), page: fc.record({ offset: fc.integer({ min: 0, max: 40 }), limit: fc.integer({ min: 1, max: 60 }) }) });
    let found = 0;
    await fc.assert(fc.asyncProperty(wishes, where, async (given, { order, page }) => {
      const query = Object.fromEntries(Object.entries({ ...given, order, page }).filter(([, value]) => value !== undefined)) as unknown as EventQuery;
      // An event that there is not leaves the outcome as it is, and sends the question another way.
      const other = { ...query, alsoFound: ['0'] };
      const events = await store.events(query);
      found += events.length;
      assert.deepEqual(events, await store.events(other));
      assert.equal(await store.countEvents(query), await store.countEvents(other));
      const sorted = async (asked: EventQuery): Promise<unknown[]> => [(await store.eventHeadings(asked)).map((each) => JSON.stringify(each)).sort(), await store.eventTypes(asked)];
      assert.deepEqual(await sorted(query), await sorted(other));
    }), { numRuns: 150 });
    assert.ok(found > 300, `${found} events found`);
  });

  it('are counted for each name that takes part, page by page, however they are asked for', async () => {
    const [known] = await store.names({ offset: 0, limit: 1 }), heading = (await store.eventHeadings({}))[0]!.heading;
    for (const query of [{}, { words: 'meets' }, { types: ['consult', 'assault'] as const }, { heading }, { from: '2015-06-15', to: '2019-01-01' }, { name: known!.id }, { parties: [{ names: [known!.id] }] }, { words: 'nobody' }]) {
      const all = await store.eventNames(query, { offset: 0, limit: 10_000 }), pages: Promise<readonly unknown[]>[] = [];
      for (let offset = 0; offset < all.length; offset += 7) pages.push(store.eventNames(query, { offset, limit: 7 }));
      assert.deepEqual((await Promise.all(pages)).flat(), all);
      const ordered = await Promise.all(all.map(async ({ name, count }) => ({ count, record: (await store.name(name))! })));
      assert.deepEqual(ordered.map(({ count }) => count), ordered.map(({ count }) => count).sort((a, b) => b - a));
      assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
      if ('name' in query || 'parties' in query) continue;
      for (const { name, count } of all.filter((_, i) => i % 17 === 0)) assert.equal(count, await store.countEvents({ ...query, name }), `${JSON.stringify(query)} ${name}`);
      assert.equal(all.length > 0, !('words' in query && query.words === 'nobody'));
    }
  });

  it('are looked up once for headings, rows and numbers, and again when the index has changed', async () => {
    const ask = async (): Promise<[asked: number, events: number]> => {
      requests = 0;
      await store.eventHeadings({ words: 'meets' });
      return [requests, await store.countEvents({ words: 'meets' })];
    };
    const [, before] = await ask(), [again] = await ask();
    assert.equal(again, 0);
    const told = await store.events({ words: 'meets', order: 'newest', page: { offset: 0, limit: 1 } }), [gone] = (await store.eventArticles([told[0]!.id])).values();
    await store.remove(gone!.map(({ path }) => path));
    const [asked, left] = await ask();
    assert.ok(asked > 0 && left < before, `${asked} requests, ${left} of ${before} events`);
  });
});
