import assert from 'node:assert/strict';
import { NearReports } from '../../../src/corpus/store/sqlite/nearReports';
import { reportId } from '../../../src/corpus/store/sqlite/reportIds';

describe('reports near those of an article', () => {
  const again = (near: NearReports, count: number): NearReports => NearReports.of(7, count, near.pack());
  const listed = (near: NearReports, count: number): (number[] | undefined)[] => Array.from({ length: count }, (_, index) => near.get(index) && [...near.get(index)!].sort((a, b) => a - b));

  it('come back as they were kept, earlier and later articles and the article itself', () => {
    const near = NearReports.unknown(7, 4), others = [reportId(1, 3), reportId(7, 1), reportId(7, 2), reportId(90_000, 0)];
    near.set(0, new Set(others));
    near.set(1, new Set([reportId(7, 0)]));
    near.set(3, new Set());
    assert.deepEqual(listed(again(near, 4), 4), [others, [reportId(7, 0)], undefined, []]);
  });

  it('take no row where there are none', () => {
    const near = NearReports.unknown(7, 2);
    near.set(0, new Set());
    assert.notEqual(near.pack(), null, 'what has not been worked out is not the same as none');
    near.set(1, new Set());
    assert.equal(near.pack(), null);
    assert.deepEqual(listed(NearReports.of(7, 2, null), 2), [[], []]);
  });

  it('grow and shrink only where they have been worked out, and say when their row is to be written', () => {
    const near = NearReports.of(7, 2, null);
    near.add(0, reportId(3, 0));
    assert.equal(near.changed, true);
    assert.deepEqual(listed(again(near, 2), 2), [[reportId(3, 0)], []]);
    assert.equal(near.changed, false);
    near.add(0, reportId(3, 0));
    near.delete(1, reportId(3, 0));
    assert.equal(near.changed, false);
    near.delete(0, reportId(3, 0));
    assert.equal(near.changed, true);
    assert.equal(near.pack(), null);
    const unknown = NearReports.unknown(7, 1);
    unknown.add(0, reportId(3, 0));
    assert.deepEqual(listed(again(unknown, 1), 1), [undefined]);
  });

  it('are no more than can hang together', () => {
    const near = NearReports.unknown(7, 1);
    near.set(0, new Set(Array.from({ length: 500 }, (_, i) => reportId(i + 10, 0))));
    const size = near.get(0)!.size;
    assert.ok(size >= 60 && size < 500);
    near.add(0, reportId(9_000, 0));
    assert.equal(near.get(0)!.size, size);
  });
});
