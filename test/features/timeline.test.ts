import assert from 'node:assert/strict';
import type { CorpusStore } from '../../src/corpus/store/store';
import { LARGEST_SLICE, type Slice, timelineDensity, timelineSlice, type TimelineEntry, type TimelineQuery } from '../../src/features/timeline';
import { type ArticleSpec, type EventSpec } from '../support/corpusBuilder';
import { corpusOf } from '../support/memoryCorpus';

const article = (text: string, events: EventSpec[], more: Partial<ArticleSpec> = {}): ArticleSpec => ({ text, events, ...more });

const quay: Readonly<Record<string, ArticleSpec>> = {
  '/corpus/a.txt': article('Ada opened the quay in May 2021. Bea closed the yard. Cora will raise the toll. Dora left in week 10 of 2022.', [
    { text: 'Ada opened the quay in May 2021', trigger: 'opened', title: 'Ada opens the quay', date: '2021-05', type: 'agree' },
    { text: 'Bea closed the yard', trigger: 'closed', title: 'Bea closes the yard', type: 'reject' },
    { text: 'Cora will raise the toll', trigger: 'raise', title: 'Cora to raise the toll', modality: 'planned', type: 'threaten' },
    { text: 'Dora left in week 10 of 2022', trigger: 'left', title: 'Dora leaves', date: '2022-W10', type: 'retreat' },
  ], { outlet: 'The Quay', published: '2023-11-13' }),
  '/corpus/b.txt': article('Emma sank the ferry. Fay won in October.', [
    { text: 'Emma sank the ferry', trigger: 'sank', title: 'Emma sinks the ferry', type: 'assault' },
    { text: 'Fay won in October', trigger: 'won', title: 'Fay wins', date: 'XXXX-10' },
  ]),
};

describe('timelineSlice', () => {
  let store: CorpusStore;
  before(async () => { store = await corpusOf(quay); });
  after(() => store.close());

  const entry = async (title: string): Promise<TimelineEntry> => {
    const { entries } = await timelineSlice(store, {}, { offset: 0, limit: 100 });
    return entries.find(({ event }) => event.title === title) ?? assert.fail(`no ${title}`);
  };

  it('gives the days that an uncertain date covers', async () => {
    assert.deepEqual((await entry('Ada opens the quay')).days, { start: '2021-05-01', end: '2021-05-31' });
    const week = await entry('Dora leaves');
    assert.deepEqual([week.days, week.date], [{ start: '2022-03-07', end: '2022-03-13' }, 'week of 7 March 2022']);
  });
  it('knows that what was reported as done lies before its first report', async () => {
    const { days, date, reason } = await entry('Bea closes the yard');
    assert.deepEqual([days, date, reason], [{ start: null, end: '2023-11-13' }, 'by 13 November 2023', 'no source says when; first reported then']);
  });
  it('does not put into the past what lies ahead', async () => {
    const { days, reason } = await entry('Cora to raise the toll');
    assert.deepEqual([days, reason], [null, 'it lies ahead, and no source says when']);
  });
  it('says why an event has no place in time', async () => {
    const ferry = await entry('Emma sinks the ferry'), win = await entry('Fay wins');
    assert.deepEqual([ferry.days, ferry.reason], [null, 'no source says when it happened, or when it was published']);
    assert.deepEqual([win.days, win.date, win.reason], [null, 'October, year not stated', 'no source says which year, and none says when it was published']);
  });
  it('names the articles that report an event', async () => {
    assert.deepEqual((await entry('Dora leaves')).articles.map(({ path }) => path), ['/corpus/a.txt']);
  });
  it('keeps to the filter, the days and the slice, and counts all the same', async () => {
    const titles = async (query: TimelineQuery, slice: Partial<Slice> = {}): Promise<[number, string[]]> => {
      const { total, entries } = await timelineSlice(store, query, { offset: 0, limit: 100, ...slice });
      return [total, entries.map(({ event }) => event.title)];
    };
    assert.deepEqual(await titles({ words: 'quay' }), [1, ['Ada opens the quay']]);
    assert.deepEqual(await titles({}, { from: '2021-05-31', to: '2022-01-01' }), [1, ['Ada opens the quay']]);
    assert.deepEqual(await titles({ from: '2022-01-01' }, { from: '2021-01-01', to: '2022-12-31' }), [1, ['Dora leaves']], 'the days of the filter count, too');
    assert.deepEqual(await titles({}, { offset: 1, limit: 1 }), [6, ['Ada opens the quay']]);
    assert.deepEqual(await titles({ words: 'zebra' }), [0, []]);
    assert.equal((await timelineSlice(store, {}, { offset: 0, limit: 10 * LARGEST_SLICE })).entries.length, 6);
  });
  it('sums up how all dated events spread over time', async () => {
    assert.deepEqual(await timelineDensity(store, {}), [
      { start: '2021-05-01', end: '2021-05-31', count: 1 }, { start: '2022-03-01', end: '2022-03-31', count: 1 },
    ]);
    assert.deepEqual(await timelineDensity(store, { words: 'zebra' }), []);
  });
});
