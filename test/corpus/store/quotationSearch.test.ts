import assert from 'node:assert/strict';
import fc from 'fast-check';
import { oneSlipApart } from '../../../src/corpus/linking';
import { beginningsNear } from '../../../src/corpus/store/sqlite/quotationSearch';

const letter = fc.constantFrom(...'abcdeost'), word = fc.string({ unit: letter, minLength: 4, maxLength: 9 });

/** Every word a slip away: a letter dropped, added, changed, or two swapped. */
function slips(of: string): string[] {
  const found: string[] = [];
  for (let i = 0; i <= of.length; i++) {
    found.push(of.slice(0, i) + of.slice(i + 1), of.slice(0, i) + of.slice(i + 1, i + 2) + of.slice(i, i + 1) + of.slice(i + 2));
    for (const other of 'aetz') found.push(`${of.slice(0, i)}${other}${of.slice(i)}`, `${of.slice(0, i)}${other}${of.slice(i + 1)}`);
  }
  return found.filter((other) => oneSlipApart(of, other));
}

describe('how words a slip away begin', () => {
  it('as one of few beginnings, where the first letter is right', () => {
    fc.assert(fc.property(word, (typed) => {
      const beginnings = beginningsNear(typed);
      for (const other of slips(typed)) if (other[0] === typed[0] && other.length > 3) assert.ok(beginnings.some((start) => other.startsWith(start)), `${other} for ${typed}`);
    }));
  });

  it('is not told of words in other letters, and never leads through all words', () => {
    assert.deepEqual(beginningsNear('мирный'), ['м']);
    assert.ok(beginningsNear('harbour').every((start) => start.length > 1));
  });
});
