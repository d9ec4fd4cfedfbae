import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keyOf, wordsOf } from '../../../src/features/verification/words';

describe('words as they are compared', () => {
  const keys = (text: string): readonly string[] => wordsOf(text).keys;

  it('fold typography and keep sense', () => {
    assert.deepEqual(keys('The U.S. won’t pay $50,000 — or (-3.5%), co\u00adoperate: ﬁne.'), ['the', 'us', "won't", 'pay', '$', '50000', 'or', '-', '3.5', '%', 'cooperate', 'fine']);
    assert.deepEqual(keys('well-known a.m. 12. B. C.D. e.g'), ['well', 'known', 'a', 'm', '12', 'b', 'cd', 'e', 'g']);
  });

  it('begin and end where they are cut', () => {
    const { starts, ends, keys: cut } = wordsOf('one two three', 2, 9);
    assert.deepEqual([starts, ends, cut], [[2, 4, 8], [3, 7, 9], ['e', 'two', 'three']]);
  });

  it('are those that one expression finds, whatever the text', () => {
    const word = /\p{Lu}\.(?:\p{Lu}\.)+|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]|['’ʼ‘](?=\p{L})|[.,](?=\p{N})(?<=\p{N}.))*|(?<![\p{L}\p{N}][ \u00a0]?)[-\u2212](?=[$€£¥]?\p{N})|[$€£¥%&]/gu;
    const unit = fc.constantFrom('a', 'B', 'é', '7', '.', ',', '-', '−', ' ', '\u00a0', '\n', '’', "'", '”', '"', '$', '%', '&', '_', '/', '\u00ad', '\u0301', 'ﬁ', '😀', '\ud800');
    fc.assert(fc.property(fc.string({ unit, maxLength: 30 }), fc.nat(30), fc.nat(30), (text, a, b) => {
      const from = Math.min(a, b, text.length), to = Math.min(Math.max(a, b), text.length), wanted: [number, number, string][] = [];
      word.lastIndex = from;
      for (let match = word.exec(text); match && match.index < to; match = word.exec(text)) wanted.push([match.index, Math.min(to, match.index + match[0].length), keyOf(match[0])]);
      const { starts, ends, keys: found } = wordsOf(text, from, to);
      assert.deepEqual(found.map((key, i) => [starts[i], ends[i], key]), wanted);
    }), { numRuns: 5_000 });
  });
});
