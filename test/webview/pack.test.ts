import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pack, type Packable, type PackOptions, type Placed } from '../../src/webview/pack';

const options: PackOptions = { rows: 4, close: 28, origin: 0, left: 0, right: 1000 };
const mark = (id: string, from: number, label = 0, width = 8): Packable => ({ id, from, to: from + width, label });
const idsOf = (placed: readonly Placed[]): string[] => placed.flatMap((each) => (each.kind === 'one' ? [each.id] : each.ids)).sort();

/** What a placed mark takes of its row, its label with it. */
const extent = (each: Placed): readonly [number, number] => (each.kind === 'many' || each.label === 0 ? [each.from, each.to] : each.before ? [each.from - each.label, each.to] : [each.from, each.to + each.label]);

describe('pack', () => {
  it('puts what is apart into one row, with its whole label', () => {
    const { placed, rows } = pack([mark('a', 0, 60), mark('b', 200, 60)], options);
    assert.equal(rows, 1);
    assert.deepEqual(placed.map((each) => each.kind === 'one' && each.label), [60, 60]);
  });
  it('takes another row rather than cut a label', () => {
    const { placed, rows } = pack([mark('a', 0, 200), mark('b', 100, 60)], options);
    assert.deepEqual([rows, placed.map(({ row }) => row)], [2, [0, 1]]);
  });
  it('draws many that are close as one', () => {
    const { placed } = pack(Array.from({ length: 40 }, (_, i) => mark(`m${i}`, 100 + (i % 5))), options);
    assert.equal(placed.length, 1);
    assert.equal(placed[0]?.kind === 'many' && placed[0].ids.length, 40);
  });
  it('keeps spans of different length apart though they share their middle', () => {
    const days = Array.from({ length: 5 }, (_, i) => mark(`d${i}`, 300)), years = Array.from({ length: 5 }, (_, i) => mark(`y${i}`, 4, 0, 600));
    assert.equal(pack([...days, ...years], options).placed.length, 2);
  });
  it('keeps the same marks together while the picture moves', () => {
    const at = (shift: number): string[] => pack(Array.from({ length: 60 }, (_, i) => mark(`m${i}`, shift + i * 7)), { ...options, origin: shift }).placed.map((each) => idsOf([each]).join());
    assert.deepEqual(at(13), at(0));
  });
  it('puts a label before its mark at the right edge', () => {
    const [placed] = pack([mark('a', 980, 120)], options).placed;
    assert.ok(placed?.kind === 'one' && placed.before && placed.label === 120);
    const [narrow] = pack([mark('a', 90, 120)], { ...options, right: 100 }).placed;
    assert.ok(narrow?.kind === 'one' && !narrow.before, 'not where there is no room either');
  });
  it('loses no mark, repeats none, keeps to its rows, and nothing overlaps', () => {
    const item = fc.record({ from: fc.integer({ min: -50, max: 1000 }), width: fc.integer({ min: 8, max: 700 }), label: fc.integer({ min: 0, max: 280 }) });
    fc.assert(fc.property(fc.array(item, { maxLength: 300 }), (items) => {
      const marks = items.map(({ from, width, label }, i) => mark(`m${i}`, from, label, width));
      const { placed, rows } = pack(marks, options);
      assert.deepEqual(idsOf(placed), marks.map(({ id }) => id).sort());
      assert.ok(rows <= options.rows + 1 && placed.every(({ row }) => row < rows));
      for (let row = 0; row < rows; row++) {
        const extents = placed.filter((each) => each.row === row).map(extent).sort((a, b) => a[0] - b[0]);
        for (let i = 1; i < extents.length; i++) assert.ok(extents[i]![0] >= extents[i - 1]![1], `row ${row}: ${JSON.stringify(extents.slice(i - 1, i + 1))}`);
      }
    }), { numRuns: 150 });
  });
});
