import assert from 'node:assert/strict';
import fc from 'fast-check';
import { edited } from '../../src/server/edited';

describe('ranges after an edit', () => {
  const at = (before: string, after: string, words: string): string | undefined => {
    const start = before.indexOf(words), range = edited(before, after)({ start, end: start + words.length });
    return range && after.slice(range.start, range.end);
  };

  it('stand where their words stand, before and after the edit', () => {
    assert.equal(at('one two three', 'one and two three', 'three'), 'three');
    assert.equal(at('one two three', 'one two, three', 'one'), 'one');
    assert.equal(at('one two three', 'one two three', 'two'), 'two');
    assert.equal(at('one two three', 'three', 'three'), undefined);
  });

  it('are gone when the edit touches them', () => {
    assert.equal(at('one two three', 'one tw three', 'two'), undefined);
    assert.equal(at('one two three', 'one twos three', 'two'), undefined);
    assert.equal(at('one two three', '', 'two'), undefined);
  });

  it('have the same words as before, whatever was edited', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 });
    fc.assert(fc.property(text, text, text, text, fc.nat(40), fc.nat(40), (head, from, to, tail, a, b) => {
      const before = head + from + tail, after = head + to + tail;
      const start = Math.min(a, b, before.length), end = Math.min(Math.max(a, b), before.length);
      const range = edited(before, after)({ start, end });
      if (range) assert.equal(after.slice(range.start, range.end), before.slice(start, end));
    }));
  });
});
