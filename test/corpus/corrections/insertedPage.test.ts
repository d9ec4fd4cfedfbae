import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pageOf } from '../../../src/corpus/corrections/insertedPage';

describe('a page of a list in which a few items are exchanged', () => {
  it('is that of the list sorted anew, and reads no more than the page and what is exchanged', async () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 });
    await fc.assert(fc.asyncProperty(numbers, numbers, fc.nat(45), fc.nat(12), fc.nat(7), async (all, others, offset, limit, few) => {
      const sorted = [...all].sort((a, b) => a - b), gone = all.slice(0, few), come = others.filter((each) => !all.includes(each) || gone.includes(each)).slice(0, few);
      let read = 0;
      const page = await pageOf(
        { compare: (a, b) => a - b, isSame: (a, b) => a === b, page: ({ offset: from, limit: most }) => { const items = sorted.slice(from, from + most); read += items.length; return Promise.resolve(items); } },
        { gone, come }, { offset, limit },
      );
      const expected = [...all.filter((each) => !gone.includes(each)), ...come].sort((a, b) => a - b);
      assert.deepEqual(page, expected.slice(offset, offset + limit));
      assert.ok(read <= limit + 2 * gone.length + come.length + 1, `${read} read`);
    }), { numRuns: 2000 });
  });
});
