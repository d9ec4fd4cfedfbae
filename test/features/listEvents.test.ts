import assert from 'node:assert/strict';
import type { CorpusStore } from '../../src/corpus/store/store';
import { eventPeriods, eventSources, listEvents } from '../../src/features/listEvents';
import { corpusOf } from '../support/memoryCorpus';
import { harbour } from './fixture';

describe('listEvents', () => {
  let store: CorpusStore;
  before(async () => { store = await corpusOf(harbour); });
  after(() => store.close());

  it('groups by what is known of the date', async () => {
    const periods = await eventPeriods(store, { filter: '', order: 'newest' });
    assert.deepEqual(periods.map(({ label, count }) => [label, count]), [['March 2024', 1], ['Year not stated', 1]]);
  });
  it('lists a period and the passages of its events', async () => {
    const [event] = await listEvents(store, { filter: '', order: 'newest', period: '2024-03', offset: 0, limit: 10 });
    assert.equal(event?.title, 'Ana Marin meets dock workers');
    const [source] = await eventSources(store, event.id);
    assert.ok(source!.passage.text.includes('met dock workers'));
    assert.deepEqual(source!.passage.range.start.line, 0);
  });
  it('filters by words', async () => {
    assert.deepEqual((await eventPeriods(store, { filter: 'final', order: 'newest' })).map(({ key }) => key), ['no-year']);
    assert.deepEqual(await eventPeriods(store, { filter: 'volcano', order: 'newest' }), []);
  });
  it('goes on where a page ended', async () => assert.deepEqual(await listEvents(store, { filter: '', order: 'newest', period: '2024-03', offset: 1, limit: 10 }), []));
});
