import assert from 'node:assert/strict';
import type { CorpusStore } from '../../src/corpus/store/store';
import { readRange } from '../../src/features/eventFilter';
import { countEvents, eventNames, eventPeriods, eventSources, eventTypes, listEvents } from '../../src/features/listEvents';
import { newsroom } from '../support/newsroom';
import { corpusOf } from '../support/memoryCorpus';
import { harbour } from './fixture';

describe('listEvents', () => {
  let store: CorpusStore;
  before(async () => { store = await corpusOf(harbour); });
  after(() => store.close());

  it('groups by what is known of the date', async () => {
    const periods = await eventPeriods(store, {}, 'newest');
    assert.deepEqual(periods.map(({ label, count }) => [label, count]), [['March 2024', 1], ['Year not stated', 1]]);
  });
  it('lists a period and the passages of its events', async () => {
    const [event] = await listEvents(store, {}, { period: '2024-03' }, 'newest', { offset: 0, limit: 10 });
    assert.equal(event?.title, 'Ana Marin meets dock workers');
    const [source] = await eventSources(store, event.id);
    assert.ok(source!.passage.text.includes('met dock workers'));
    assert.deepEqual(source!.passage.range.start.line, 0);
  });
  it('filters by words', async () => {
    assert.deepEqual((await eventPeriods(store, { words: 'final' }, 'newest')).map(({ key }) => key), ['no-year']);
    assert.deepEqual(await eventPeriods(store, { words: 'volcano' }, 'newest'), []);
  });
  it('goes on where a page ended', async () => assert.deepEqual(await listEvents(store, {}, { period: '2024-03' }, 'newest', { offset: 1, limit: 10 }), []));
});

describe('events by name and type', () => {
  let store: CorpusStore;
  before(async () => { store = await corpusOf(newsroom); });
  after(() => store.close());

  it('lists the names that take part, most mentioned first, and leaves out those that do not', async () => {
    const { names, more } = await eventNames(store, {}, { offset: 0, limit: 50 });
    assert.equal(more, false);
    assert.deepEqual(names.map(({ name, count }) => [name.canonical, count]).slice(0, 1), [['Wang Yi', 2]]);
    assert.ok(!names.some(({ name }) => name.canonical === 'Wang Di'));
    const second = await eventNames(store, {}, { offset: 1, limit: 1 });
    assert.deepEqual(second.names.map(({ name }) => name.id), [names[1]!.name.id]);
    assert.equal(second.more, true);
  });
  it('counts a group as it lists it, with filter and without', async () => {
    assert.deepEqual((await eventTypes(store, {})).map(({ type }) => type).sort(), ['assault', 'other', 'retreat']);
    assert.equal(await countEvents(store, {}, { type: 'assault' }), 1);
    assert.equal(await countEvents(store, { type: 'retreat' }, { type: 'assault' }), 0);
    assert.equal(await countEvents(store, { words: 'aden' }, {}), 1);
    assert.equal(await countEvents(store, { range: '2024' }, {}), 2);
    assert.equal(await countEvents(store, { range: '..2000' }, {}), 1);
  });
});

describe('a range of days', () => {
  const cases: readonly (readonly [string, ReturnType<typeof readRange>])[] = [
    ['2023', { from: '2023-01-01', to: '2023-12-31' }], ['2023-10', { from: '2023-10-01', to: '2023-10-31' }], ['2023-10-07', { from: '2023-10-07', to: '2023-10-07' }],
    ['2023-10/2024', { from: '2023-10-01', to: '2024-12-31' }], ['2023-10-07 – 2023-10-09', { from: '2023-10-07', to: '2023-10-09' }], ['2023..', { from: '2023-01-01' }], ['..2024-02', { to: '2024-02-29' }],
    ['', undefined], ['..', undefined], ['soon', undefined], ['2024/2023', undefined], ['2023-13', undefined], ['2023/2024/2025', undefined],
  ];
  for (const [text, range] of cases) it(`“${text}” is ${range ? JSON.stringify(range) : 'none'}`, () => assert.deepEqual(readRange(text), range));
});
