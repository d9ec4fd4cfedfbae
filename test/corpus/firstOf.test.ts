import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstOf } from '../../src/corpus/firstOf';

describe('the first of a list', () => {
  it('are those that sorting all of it would give', () => {
    fc.assert(fc.property(fc.array(fc.integer(), { maxLength: 300 }), fc.nat(30), fc.nat(30), (list, offset, limit) => {
      const order = (a: number, b: number): number => a - b;
      assert.deepEqual(firstOf(list, order, offset, limit), [...list].sort(order).slice(offset, offset + limit));
    }));
  });
});
