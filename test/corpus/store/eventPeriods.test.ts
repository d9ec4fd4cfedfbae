/** Events of a period, beside all events looked at one by one. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { headingOf } from '../../../src/corpus/merging';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import { connect } from '../../../src/corpus/store/sqlite/connect';
import { conditionOf } from '../../../src/corpus/store/sqlite/eventConditions';
import { partsOf } from '../../../src/corpus/store/sqlite/eventParts';
import type { CorpusStore, EventQuery, EventRecord, IndexedFile } from '../../../src/corpus/store/store';
import { Random } from '../../../scripts/random';
import { contentHash, indexed } from '../../support/corpusBuilder';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { silentLog } from '../../support/silentLog';

const two = (value: number): string => String(value).padStart(2, '0');

/** Days, months, years, seasons, spans of all lengths, and what no calendar has; of three years for the most part. */
function dateOf(random: Random): string | undefined {
  const year = 2021 + random.below(3), month = 1 + random.below(12), day = `${year}-${two(month)}-${two(1 + random.below(28))}`;
  const later = random.of([`${year}-12-31`, `${year + 1}-02-03`, `${year + 3}-05-01`]);
  return random.of([day, day, day, day, `${year}-${two(month)}`, String(year), `${year}-Q${1 + random.below(4)}`, `${year}-WI`, '199', '202', `${day}/${later}`, `XXXX-${two(month)}`, undefined]);
}

async function corpus(files: MemoryFileSystem): Promise<IndexedFile[]> {
  const random = new Random(5), made: IndexedFile[] = [];
  for (let article = 0; article < 60; article++) {
    const sentences = Array.from({ length: 12 }, (_, i) => `Ada${article} Holm${i} ${random.of(['opened', 'shelled', 'visited'])} bridge${i} ${article}.`);
    made.push(await indexed(files, `/corpus/${article}.txt`, {
      text: sentences.join(' '),
      events: sentences.map((text) => {
        const date = dateOf(random);
        return { text, trigger: text.split(' ')[2]!, who: [text.split(' ').slice(0, 2).join(' ')], ...(date === undefined ? {} : { date }) };
      }),
    }));
  }
  return made;
}

describe('events of a period', () => {
  let store: CorpusStore, all: Readonly<Record<EventQuery['order'], readonly EventRecord[]>>;
  before(async () => {
    const files = new MemoryFileSystem();
    store = await openSqliteStore({ path: ':memory:', fileSystem: files, hash: contentHash, log: silentLog });
    await store.replace(await corpus(files));
    const listed = (order: EventQuery['order']): Promise<readonly EventRecord[]> => store.events({ order, page: { offset: 0, limit: 10_000 } });
    all = { newest: await listed('newest'), oldest: await listed('oldest') };
    assert.ok(all.newest.length > 300, `${all.newest.length} events`);
  });
  after(() => store.close());

  it('are looked up by their days: no part of a period goes through all events', async () => {
    const connections = connect({ path: ':memory:', log: silentLog });
    try {
      for (const period of [{ from: '2022-01-01', to: '2022-12-31' }, { from: '2022-01-01' }, { to: '2022-12-31' }]) {
        const condition = await conditionOf({ ...period, types: ['assault'] }, () => assert.fail('no word is asked for'));
        for (const { where, values } of partsOf(condition!)) {
          const plan = connections.reader.all(`EXPLAIN QUERY PLAN SELECT id FROM event WHERE ${where} ORDER BY first DESC, tie LIMIT 50`, ...values).map(({ detail }) => String(detail));
          assert.deepEqual(plan.filter((step) => /^SCAN event/.test(step)), [], plan.join('; '));
          assert.ok(plan.some((step) => /^SEARCH event USING .*(?:first|rowid)/.test(step)), plan.join('; '));
        }
      }
    } finally {
      connections.close();
    }
  });

  it('are those that have a day of it, in order, page by page, and as many as are counted', async () => {
    const day = fc.record({ year: fc.integer({ min: 2018, max: 2027 }), month: fc.integer({ min: 1, max: 12 }), day: fc.constantFrom(1, 15, 28) }).map(({ year, month, day: date }) => `${year}-${two(month)}-${two(date)}`);
    const whole = fc.integer({ min: 2020, max: 2024 }).map((year) => [`${year}-01-01`, `${year}-12-31`] as const);
    const maybe = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(each, { nil: undefined, freq: 2 });
    const period = fc.oneof(whole, fc.tuple(maybe(day), maybe(day)).filter(([from, to]) => from !== undefined || to !== undefined));
    const wishes = fc.record({ types: maybe(fc.constantFrom(['assault'], ['other', 'assault'], [])), heading: maybe(fc.constantFrom('2022-05', '2022', '2020/2029', '2021/2022', 'unknown')), except: maybe(fc.constant([all.newest[3]!.id, all.newest[90]!.id])) });
    let found = 0;
    await fc.assert(fc.asyncProperty(period, wishes, fc.constantFrom('newest' as const, 'oldest' as const), fc.nat(400), fc.integer({ min: 1, max: 120 }), async ([from, to], { types, heading, except }, order, offset, limit) => {
      const query = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), ...(types ? { types } : {}), ...(heading === undefined ? {} : { heading }), ...(except ? { except } : {}) } as Omit<EventQuery, 'order' | 'page'>;
      const wanted = all[order].filter(({ id, type, interval, date }) => interval !== null && (from === undefined || interval.end >= from) && (to === undefined || interval.start <= to)
        && (!types || (types as readonly string[]).includes(type)) && (heading === undefined || headingOf(date?.value) === heading) && !except?.includes(id));
      found += wanted.length;
      assert.deepEqual((await store.events({ ...query, order, page: { offset, limit } })).map(({ id }) => id), wanted.slice(offset, offset + limit).map(({ id }) => id));
      assert.equal(await store.countEvents(query), wanted.length);
      const counted = (key: (event: EventRecord) => string): Map<string, number> => {
        const counts = new Map<string, number>();
        for (const event of wanted) counts.set(key(event), (counts.get(key(event)) ?? 0) + 1);
        return counts;
      };
      const sorted = (counts: Iterable<readonly [string, number]>): string[] => [...counts].map(([key, count]) => `${key} ${count}`).sort();
      assert.deepEqual(sorted((await store.eventHeadings(query)).map((each) => [each.heading, each.count])), sorted(counted(({ date }) => headingOf(date?.value))));
      assert.deepEqual(sorted((await store.eventTypes(query)).map((each) => [each.type, each.count])), sorted(counted(({ type }) => type)));
    }), { numRuns: 300 });
    assert.ok(found > 3_000, `${found} events found`);
  });
});
