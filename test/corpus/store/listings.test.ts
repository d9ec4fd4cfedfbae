import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Database } from '../../../src/corpus/store/sqlite/database';
import { sqliteModule } from '../../../src/corpus/store/sqlite/engine';
import { EventFinder } from '../../../src/corpus/store/sqlite/eventFinder';
import type { ListedEvent } from '../../../src/corpus/store/sqlite/listingColumns';
import { ListingWriter } from '../../../src/corpus/store/sqlite/listings';
import { Postings } from '../../../src/corpus/store/sqlite/postings/postings';
import { articlePostings, listingPostings } from '../../../src/corpus/store/sqlite/postings/tables';
import { TABLES } from '../../../src/corpus/store/sqlite/schema';
import { Totals } from '../../../src/corpus/store/sqlite/totals';

const pause = () => Promise.resolve(), words = ['meet', 'attack', 'harbour'];

const described = ({ id, type, heading, first, last, tie }: ListedEvent): Omit<ListedEvent, 'alone'> => ({ id, type, heading, first, last, tie });

function opened() {
  const asked: string[] = [], database = new Database(new (sqliteModule().DatabaseSync)(':memory:'), (sql) => asked.push(sql));
  database.exec(TABLES);
  const find = (word: string) => new EventFinder(database, new Postings(database, listingPostings), new Postings(database, articlePostings)).find({ words: [word], open: false, tokens: [] });
  return { database, asked, find };
}

describe('listings', () => {
  // Close together and far apart; the last one needs more than 32 bits.
  const report = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 8_180, max: 8_200 }), fc.integer({ min: 1_000_000, max: 1_000_020 }), fc.constant(2 ** 40));
  const day = fc.option(fc.integer({ min: -1_000_000, max: 3_000_000 })), kind = fc.record({ type: fc.integer({ min: 0, max: 40 }), heading: fc.integer({ min: 0, max: 2 ** 28 }), first: day, last: day, tie: fc.integer({ min: 0, max: 2 ** 28 }) });
  const change = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constant('set' as const), fc.uniqueArray(report, { minLength: 1, maxLength: 3 }), kind) },
    { weight: 2, arbitrary: fc.tuple(fc.constant('drop' as const), report) }, { weight: 1, arbitrary: fc.constant(['flush'] as const) },
  );
  const wordOf = (id: number): string => words[id % words.length]!;

  it('lead from words to what was said of each event last, each once', async () => {
    await fc.assert(fc.asyncProperty(fc.array(change, { maxLength: 40 }), async (changes) => {
      const { database, find } = opened(), said = new Map<number, ListedEvent>();
      let totals = new Totals(database), writer = new ListingWriter(database, totals);
      const drop = (each: number): void => {
        // An event that loses a report is dropped whole, as merging does.
        for (const [other, event] of said) if (event.id === said.get(each)?.id && other !== each) { writer.drop(other); said.delete(other); }
        writer.drop(each);
        said.delete(each);
      };
      const flush = async (): Promise<void> => {
        await writer.flush(pause);
        totals.flush();
        writer = new ListingWriter(database, totals = new Totals(database));
      };
      for (const each of changes) {
        if (each[0] === 'flush') await flush();
        else if (each[0] === 'drop') drop(each[1]);
        else {
          for (const one of each[1]) drop(one);
          const event = { id: Math.min(...each[1]), ...each[2], alone: each[1].length === 1 };
          for (const one of each[1]) { writer.set(one, event, () => wordOf(one)); said.set(one, event); }
        }
      }
      await flush();
      for (const word of words) {
        const events = new Map([...said].filter(([id]) => wordOf(id) === word).map(([, event]) => [event.id, event])), found = await find(word);
        const ids = [...await found.ids()], { first, last, tie } = await found.days(), day = (value: number | undefined): number | null => (value === -(2 ** 31) ? null : value!);
        assert.deepEqual([...ids].sort((a, b) => a - b), [...events.keys()].sort((a, b) => a - b), word);
        ids.forEach((id, i) => assert.deepEqual({ id, type: found.types[i], heading: found.headings[i], first: day(first[i]), last: day(last[i]), tie: tie[i] }, described(events.get(id)!)));
      }
      for (const id of [...said.keys()]) drop(id);
      await flush();
      assert.deepEqual(database.all('SELECT * FROM reportListing'), [], 'an empty block is left');
      for (const word of words) assert.equal((await find(word)).length, 0);
      database.close();
    }), { numRuns: 60 });
  });

  it('are written again only where something differs, and ask for words only of what has no listing', async () => {
    const { database, asked, find } = opened(), event = (id: number, heading: number): ListedEvent => ({ id, type: 1, heading, first: null, last: 5, tie: 3, alone: true });
    const write = async (of: readonly ListedEvent[], wordsOf: () => string): Promise<string[]> => {
      const totals = new Totals(database), writer = new ListingWriter(database, totals);
      asked.length = 0;
      for (const each of of) {
        writer.drop(each.id);
        writer.set(each.id, each, wordsOf);
      }
      await writer.flush(pause);
      totals.flush();
      return asked.filter((sql) => sql.includes('INSERT') && !sql.includes('meta'));
    };
    const all = Array.from({ length: 2_000 }, (_, i) => event(i * 256, 7));
    assert.ok((await write(all, () => 'meet')).length > 3);
    const unasked = (): string => assert.fail('it has its words');
    assert.deepEqual(await write(all, unasked), []);
    assert.deepEqual((await write([event(256, 8)], unasked)).map((sql) => /listing\w+/.exec(sql)![0]), ['listingKind', 'listingChange']);
    const found = await find('meeting');
    assert.deepEqual([found.length, found.headings.filter((heading) => heading === 8).length], [2_000, 1]);
    asked.length = 0;
    await find('meeting');
    assert.ok(asked.filter((sql) => sql.includes('listingKind')).length === 1 && asked.length < 10, 'hundreds are read at once');
    database.close();
  });

  it('are kept until they change', async () => {
    const { database, asked } = opened(), finder = new EventFinder(database, new Postings(database, listingPostings), new Postings(database, articlePostings)), event = (id: number, heading: number): ListedEvent => ({ id, type: 1, heading, first: null, last: null, tie: id, alone: true });
    const write = async (heading: number): Promise<void> => {
      const totals = new Totals(database), writer = new ListingWriter(database, totals);
      for (let id = 1; id <= 3; id++) writer.set(id * 256, event(id * 256, heading), () => (id === 3 ? 'attack' : 'meet attack'));
      await writer.flush(pause);
      totals.flush();
    };
    const headings = async (word: string): Promise<number[]> => [...(await finder.find({ words: [word], open: false, tokens: [] })).headings], reads = (): number => asked.filter((sql) => /FROM listing(?:Kind|Event)|CROSS JOIN listing(?:Kind|Event)/.test(sql)).length;
    await write(7);
    asked.length = 0;
    assert.deepEqual(await headings('meet'), [7, 7]);
    const once = reads();
    assert.ok(once > 0);
    assert.deepEqual(await headings('attack'), [7, 7, 7]);
    assert.equal(reads(), once, 'another word, the same rows');
    await write(8);
    finder.forget();
    assert.deepEqual(await headings('attack'), [8, 8, 8]);
    const changed = reads();
    assert.ok(changed > once);
    // What comes after them stands in other rows.
    const more = async (from: number, heading: number): Promise<void> => {
      const totals = new Totals(database), writer = new ListingWriter(database, totals);
      for (let id = from; id < from + 600; id++) writer.set(id * 256, event(id * 256, heading), () => 'harbour');
      await writer.flush(pause);
      totals.flush();
      finder.forget();
    };
    await more(1_000, 5);
    assert.deepEqual((await headings('harbour')).length, 600);
    await more(3_000, 6);
    asked.length = 0;
    assert.deepEqual(await headings('attack'), [8, 8, 8]);
    assert.equal(reads(), 0, 'the index has changed elsewhere');
    assert.deepEqual([...new Set(await headings('harbour'))], [5, 6]);
    finder.release();
    asked.length = 0;
    assert.deepEqual(await headings('attack'), [8, 8, 8]);
    assert.ok(reads() > 0, 'nothing is kept after its release');
    // Emptied, and filled again: transactions are counted from one.
    for (const table of ['listingKind', 'listingEvent', 'listingDay', 'listingChange', 'listingWord', 'listingTerm', 'reportListing', 'meta']) database.exec(`DELETE FROM ${table}`);
    database.exec("INSERT INTO meta VALUES ('generation', 7)");
    await write(9);
    finder.forget();
    assert.deepEqual(await headings('attack'), [9, 9, 9]);
    database.close();
  });
});
