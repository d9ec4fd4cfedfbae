import assert from 'node:assert/strict';
import { Database } from '../../../../src/corpus/store/sqlite/database';
import { sqliteModule } from '../../../../src/corpus/store/sqlite/engine';
import { compact, slotToCompact } from '../../../../src/corpus/store/sqlite/postings/compact';
import { holdingMost } from '../../../../src/corpus/store/sqlite/postings/holdingMost';
import { Postings } from '../../../../src/corpus/store/sqlite/postings/postings';
import { PostingWriter } from '../../../../src/corpus/store/sqlite/postings/postingWriter';
import { type PostingTable, tablesOf } from '../../../../src/corpus/store/sqlite/postings/tables';
import { weigh } from '../../../../src/corpus/store/sqlite/postings/weigh';

/** Small slots, so that a few texts have several. */
const table: PostingTable = { words: 'word', terms: 'term', gone: 'gone', size: 64, beginnings: 2 };
const words = ['the', 'tide', 'tidal', 'harbour', 'harbours', 'lamp', 'kestrel', 'ox', 'oxen', '@1', '@12', 'é', '字'];

/** Texts with words that come the more seldom the further behind they stand in the list. */
function made(count: number): Map<number, string[]> {
  let seed = 7;
  const next = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  return new Map(Array.from({ length: count }, (_, id) => [id + 1, words.filter((_word, i) => next() < 0.9 / (i + 1))]));
}

describe('an index of words', () => {
  const texts = made(300), pause = () => Promise.resolve();
  let database: Database, postings: Postings;
  const holding = (some: readonly string[]): number[] => [...texts].filter(([, own]) => some.every((word) => own.includes(word))).map(([id]) => id);

  async function write(ids: readonly number[], gone: readonly number[] = []): Promise<void> {
    const writer = new PostingWriter(database, table);
    for (const id of ids) writer.add(id, texts.get(id)!.join(' '));
    for (const id of gone) { writer.remove(id); texts.delete(id); }
    await writer.flush(pause);
  }

  async function agrees(): Promise<void> {
    for (const some of [['the'], ['tide', 'the'], ['lamp', 'kestrel', 'the'], ['@12'], ['@1', 'the'], ['é'], ['zebra'], ['the', 'zebra']]) {
      const expected = holding(some);
      assert.deepEqual(await postings.holding({ words: some }, 1_000), expected, some.join(' '));
      assert.deepEqual(await postings.holding({ words: some, newestFirst: true }, 3), [...expected].reverse().slice(0, 3));
      assert.deepEqual(await postings.holding({ words: some }, 2), expected.slice(0, 2));
    }
    for (const [begun, goOn] of [['t', ['the', 'tide', 'tidal']], ['ti', ['tide', 'tidal']], ['tid', ['tide', 'tidal']], ['harbo', ['harbour', 'harbours']], ['ox', ['ox', 'oxen']], ['zeb', []], ['字', ['字']]] as const) {
      const expected = new Set(goOn.flatMap((word) => holding([word])));
      assert.deepEqual(await postings.holding({ words: [begun], open: true }, 1_000), [...expected].sort((a, b) => a - b), begun);
      assert.deepEqual(await postings.holding({ words: ['the', begun], open: true }, 1_000), holding(['the']).filter((id) => expected.has(id)), `the ${begun}`);
    }
    for (const [begun, endings, either] of [['tida', ['lamp'], ['tidal', 'lamp']], ['zeb', ['ox', 'oxen'], ['ox', 'oxen']], ['ox', ['lamp'], ['ox', 'oxen', 'lamp']], ['harbo', ['nobody'], ['harbour', 'harbours']]] as const) {
      const expected = new Set(either.flatMap((word) => holding([word])));
      assert.deepEqual(await postings.holding({ words: [begun], open: true, endings }, 1_000), [...expected].sort((a, b) => a - b), `${begun} or ${endings.join()}`);
      assert.deepEqual(await postings.holding({ words: ['the', begun], open: true, endings }, 1_000), holding(['the']).filter((id) => expected.has(id)), `the ${begun} or ${endings.join()}`);
    }
    const counts = await postings.frequencies([...words, 'zebra']);
    assert.deepEqual(counts, new Map(words.map((word) => [word, holding([word]).length] as const).filter(([, count]) => count > 0)));
    assert.deepEqual(await postings.known([...words, 'zebra']), new Set(words.filter((word) => holding([word]).length > 0)));
    const chunks = (from: string): unknown[] => database.arrays(`SELECT ${from} ORDER BY word`);
    assert.deepEqual(chunks('word, chunks FROM term'), chunks('word, count(*) AS chunks FROM word GROUP BY word'), 'the words by themselves');
  }

  before(async () => {
    database = new Database(new (sqliteModule().DatabaseSync)(':memory:'));
    database.exec(tablesOf(table));
    postings = new Postings(database, table);
    const ids = [...texts.keys()];
    await write(ids.slice(0, 100));
    for (const id of ids.slice(100, 140)) await write([id]);
    await write(ids.slice(140));
  });

  it('tells which ids hold words, beginnings and tokens, and how many', agrees);

  it('lists words by how they begin', async () => {
    const beginning = async (beginnings: readonly string[]): Promise<string[]> => {
      const all: string[] = [];
      for await (const some of postings.beginning(beginnings)) all.push(...some);
      return all;
    };
    assert.deepEqual(await beginning(['tid', 'ox', 'tida', 'ox']), ['ox', 'oxen', 'tidal', 'tide']);
    assert.deepEqual(await beginning(['zeb', '*']), []);
    for (const [begun, there] of [['t', true], ['ti', true], ['harbo', true], ['harbours', true], ['zeb', false], ['z', false]] as const) assert.equal(await postings.begins(begun), there, begun);
  });

  it('weighs ids by the words they hold', async () => {
    const weights = new Map([['tide', 2], ['lamp', 3], ['kestrel', 3.5], ['zebra', 9]]), wanted = [...weights].map(([word, weight]) => ({ word, weight }));
    const expected = [...texts].map(([id, own]) => ({ id, weight: own.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0), held: wanted.reduce((bits, { word }, number) => bits | (own.includes(word) ? 1 << number : 0), 0) })).filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight || a.id - b.id);
    for (const limit of [1, 5, 40, 1_000]) assert.deepEqual(await weigh(postings, wanted, limit), expected.slice(0, limit));
  });

  it('finds ids that hold all telling words but one', async () => {
    const telling = ['tide', 'tidal', 'lamp'], others = ['the', 'kestrel', 'zebra'];
    const expected = [...texts].flatMap(([id, own]) => {
      const held = (some: readonly string[]): number => some.filter((word) => own.includes(word)).length;
      return held(telling) >= 2 ? [{ id, held: held([...telling, ...others]) }] : [];
    }).sort((a, b) => b.held - a.held || a.id - b.id);
    assert.ok(expected.length > 5);
    assert.deepEqual(await holdingMost(postings, telling, 1, others), expected);
  });

  it('leaves no trace of a question that fails half way', async () => {
    let left = Infinity;
    const failing = new Database(new (sqliteModule().DatabaseSync)(':memory:'), () => { if (left-- <= 0) throw new Error('disk'); });
    failing.exec(tablesOf(table));
    for (const name of [table.words, table.terms, table.gone]) for (const row of database.arrays(`SELECT * FROM ${name}`)) failing.run(`INSERT INTO ${name} VALUES (${row.map(() => '?').join()})`, ...row);
    const asked = new Postings(failing, table), questions = [
      () => holdingMost(asked, ['tide', 'tidal', 'lamp', 'kestrel'], 2, ['the', '@1']), () => asked.holding({ words: ['the', 'tid'], open: true }, 50), () => weigh(asked, [{ word: 'lamp', weight: 2 }, { word: 'ox', weight: 1 }], 50),
    ];
    const answers = async (): Promise<unknown[]> => { const all: unknown[] = []; for (const ask of questions) all.push(await ask()); return all; }, expected = await answers();
    for (const ask of questions) {
      let failed = 0;
      for (let after = 1; after < 60; after += 3) {
        left = after;
        await ask().then(() => undefined, () => failed++);
        left = Infinity;
        assert.deepEqual(await answers(), expected, `after ${after} requests`);
      }
      assert.ok(failed > 2, `${failed} failed`);
    }
    failing.close();
  });

  it('forgets what is gone, and clears it away when it is much', async () => {
    const size = (): number => Number(database.get('SELECT sum(count) AS n FROM word')?.['n']);
    await write([], [3, 70, 71, 299]);
    await agrees();
    assert.equal(slotToCompact(database, table), undefined, 'a few are not worth it');
    await write([], Array.from({ length: 40 }, (_, i) => 75 + i));
    await agrees();
    const before = size(), compacting = slotToCompact(database, table)!;
    assert.equal(compacting.slot, 1);
    await write([], [130]);
    // One goes from the slot while it is written anew.
    await write([], [72]);
    while (compact(database, table, compacting));
    assert.ok(size() < before - 40);
    await agrees();
    assert.equal(slotToCompact(database, table), undefined);
    assert.equal(Number(database.get('SELECT count(*) AS n FROM gone WHERE slot = 1')?.['n']), 1, 'what went meanwhile is still noted');
  });
});

describe('lists of many chunks', () => {
  const large: PostingTable = { ...table, size: 2 ** 15, beginnings: 1 }, common = ['every', 'everybody', 'seldom'], own = (id: number): string[] => [
    ...(id % 2 === 0 ? ['every'] : []), ...(id % 5 < 2 ? ['everybody'] : []), ...(id % 9 === 0 ? ['seldom'] : []), ...(id % 4_001 === 0 ? ['rare'] : []), ...(id === 36_000 ? ['once'] : []),
  ];

  it('are looked into only where rare words stand', async () => {
    const asked: string[] = [], database = new Database(new (sqliteModule().DatabaseSync)(':memory:'), (sql) => asked.push(sql));
    database.exec(tablesOf(large));
    const writer = new PostingWriter(database, large), postings = new Postings(database, large), ids = Array.from({ length: 50_000 }, (_, i) => i + 1);
    for (const id of ids) writer.add(id, own(id).join(' '));
    await writer.flush(() => Promise.resolve());
    for (const some of [['rare', ...common], ['once', 'every'], ['once', 'seldom'], ['rare', 'seldom'], ['every', 'seldom'], common]) {
      assert.deepEqual(await postings.holding({ words: some }, 100_000), ids.filter((id) => some.every((word) => own(id).includes(word))), some.join(' '));
      assert.deepEqual(await postings.holding({ words: [...some, 'everyb'], open: true }, 100_000), ids.filter((id) => [...some, 'everybody'].every((word) => own(id).includes(word))), some.join(' '));
    }
    asked.length = 0;
    await postings.holding({ words: ['once', ...common] }, 10);
    assert.ok(asked.filter((sql) => sql.includes('LIMIT 1')).length >= 2 && asked.length < 15, asked.join('\n'));
  });
});
