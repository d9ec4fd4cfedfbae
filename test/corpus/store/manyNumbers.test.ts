import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countEach, firstOfEach } from '../../../src/corpus/store/sqlite/manyNumbers';

describe('many numbers', () => {
  const number = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 2 ** 32 - 3, max: 2 ** 32 + 3 }), fc.maxSafeInteger().map(Math.abs));

  it('are marked where they come first', () => {
    fc.assert(fc.property(fc.array(number, { maxLength: 200 }), (numbers) => {
      const expected = numbers.map((each, i) => Number(numbers.indexOf(each) === i));
      assert.deepEqual([...firstOfEach(Float64Array.from(numbers))], expected);
    }));
  });

  it('are counted, few as well as thousands', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.integer({ min: -2, max: 9 }), fc.integer({ min: 2 ** 15 - 2, max: 2 ** 15 + 2 })), { maxLength: 50 }), fc.constantFrom(1, 1_000), (some, times) => {
      const values = Array.from({ length: times }, () => some).flat(), expected = new Map<number, number>();
      for (const value of values) expected.set(value, (expected.get(value) ?? 0) + 1);
      assert.deepEqual([...countEach(Int32Array.from(values))].sort((a, b) => a[0] - b[0]), [...expected].sort((a, b) => a[0] - b[0]));
    }), { numRuns: 30 });
  });
});
