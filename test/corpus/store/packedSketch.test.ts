import assert from 'node:assert/strict';
import fc from 'fast-check';
import { articlesOf, textOf } from '../../../scripts/bench/corpus/files';
import { annotateText } from '../../../src/corpus/annotate';
import { ALWAYS, EACH, FAMILY, FIRST, FLAGS, LAST, LEMMA, WHO } from '../../../src/corpus/merging/sketch';
import { packSketch, unpackSketch } from '../../../src/corpus/store/sqlite/packedSketch';
import { prepareFile } from '../../../src/corpus/store/sqlite/prepare';
import type { PreparedArticle } from '../../../src/corpus/store/sqlite/prepare';

const number16 = fc.integer({ min: 0, max: 2 ** 16 - 1 }), bits = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const report = fc.record({
  family: number16, lemma: number16, parties: fc.array(bits, { minLength: 4, maxLength: 4 }), flags: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
  days: fc.option(fc.tuple(fc.integer({ min: -800_000, max: 3_000_000 }), fc.integer({ min: 0, max: 400_000 }))),
}).map(({ family, lemma, parties, flags, days }) => {
  const numbers = new Int32Array(EACH);
  numbers[FAMILY] = family;
  numbers[LEMMA] = lemma;
  numbers.set(parties, WHO);
  numbers[FIRST] = days ? days[0] : -ALWAYS;
  numbers[LAST] = days ? days[0] + days[1] : ALWAYS;
  numbers[FLAGS] = flags;
  return numbers;
});
const sketch = fc.tuple(fc.array(number16, { maxLength: 40 }), fc.array(report, { maxLength: 12 }))
  .map(([words, reports]) => Int32Array.from([words.length, ...words.sort((a, b) => a - b), ...reports.flatMap((each) => [...each])]));

describe('the sketch of an article in its row', () => {
  it('is the same when it has been read', () => {
    fc.assert(fc.property(sketch, (given) => assert.deepEqual(unpackSketch(packSketch(given)), given)));
  });

  it('of the news takes less than three bytes for each of its words and 25 for each of its reports', () => {
    for (const article of articlesOf(3, 40)) {
      const text = textOf(article, true);
      const stamp = { size: text.length, mtimeMs: 1, hash: 'a' }, [prepared] = prepareFile({ path: '/a.md', stamp, articles: [annotateText(text)], problems: [], textIsFile: true }).prepared as readonly PreparedArticle[];
      const [words] = unpackSketch(prepared!.sketch), most = 4 + 3 * words! + 25 * prepared!.reports.length;
      assert.ok(prepared!.sketch.length < most, `${prepared!.sketch.length} bytes for ${words} words and ${prepared!.reports.length} reports`);
    }
  });
});
