import assert from 'node:assert/strict';
import type { CorpusStore } from '../../src/corpus/store/store';
import { citeDate } from '../../src/features/citeDate';
import { corpusOf } from '../support/memoryCorpus';
import { newsroom } from '../support/newsroom';

describe('citeDate', () => {
  let store: CorpusStore;
  before(async () => { store = await corpusOf(newsroom); });
  after(() => store.close());

  async function titles(value: string): Promise<string[] | undefined> {
    const card = await citeDate(store, { start: 0, end: 1, text: 'x', value });
    return card?.events.map(({ event }) => `${event.title} (${event.articles})`);
  }

  it('gives what several sources report first', async () => assert.deepEqual(await titles('2024-04'), ['Rebels shell Aden (2)', 'Wang Yi flies to Tehran (1)']));
  it('knows a day', async () => assert.deepEqual(await titles('2024-04-10'), ['Rebels shell Aden (2)']));
  it('knows a day without its year', async () => assert.deepEqual(await titles('XXXX-04-10'), ['Rebels shell Aden (2)']));
  it('does not take what has only a year for what happened on a day of it', async () => {
    assert.equal(await titles('1998-03-02'), undefined);
    assert.deepEqual(await titles('1998'), ['Wang Yi studies in Tehran (1)']);
  });
  it('gives nothing where nothing is reported, and for what is no date', async () => {
    for (const value of ['2024-04-11', 'XXXX-04-11', 'XXXX-02-31', 'PRESENT_REF', 'XXXX-WXX-3', '']) assert.equal(await titles(value), undefined, value);
  });
  it('gives the passage that reports it', async () => {
    const card = await citeDate(store, { start: 0, end: 1, text: 'x', value: '2024-04-10' });
    assert.match(card?.events[0]?.source.passage.text ?? '', /shelled/);
  });
});
