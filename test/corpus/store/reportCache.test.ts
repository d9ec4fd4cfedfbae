import assert from 'node:assert/strict';
import { NearReports } from '../../../src/corpus/store/sqlite/nearReports';
import { ReportArticle, ReportCache, type FreshArticle } from '../../../src/corpus/store/sqlite/reportCache';

const fresh: FreshArticle = { data: new Uint8Array(0), published: undefined, appeared: 0, context: '', story: [], reports: [] };
const article = (id: number, taken?: FreshArticle): ReportArticle => new ReportArticle(id, `/corpus/${id}.txt`, 0, [], 1, undefined, new Uint8Array(0), NearReports.of(id, 1, null), taken);

describe('articles that are kept ready for comparison', () => {
  it('go within a transaction where thousands were only read; what is being taken in or has to be written stays', () => {
    const cache = new ReportCache(), kept = (): number[] => [...cache.articles].map(({ id }) => id);
    cache.begin('');
    for (let id = 0; id < 4_000; id++) cache.set(article(id, id % 1_000 === 1 ? fresh : undefined));
    cache.get(2_000)!.near.add(0, 7);
    cache.makeRoom();
    assert.equal(kept().length, 4_000, 'there is room for so many');
    cache.set(article(4_000));
    cache.makeRoom();
    assert.deepEqual(kept(), [1, 1_001, 2_000, 2_001, 3_001]);
  });

  it('are left alone while most of them have to stay', () => {
    const cache = new ReportCache();
    cache.begin('');
    for (let id = 0; id < 5_000; id++) cache.set(article(id, fresh));
    cache.makeRoom();
    for (let id = 5_000; id < 10_000; id++) cache.set(article(id));
    cache.makeRoom();
    assert.ok(cache.get(9_999), 'as much as is kept may come');
    cache.set(article(10_000));
    cache.makeRoom();
    assert.deepEqual([cache.get(4_999)?.id, cache.get(9_999)], [4_999, undefined]);
  });
});
