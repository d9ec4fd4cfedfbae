import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tokenise, tokenText } from '../../src/language/tokens';

function words(text: string): string[] {
  const tokens = tokenise(text);
  return Array.from({ length: tokens.count }, (_, i) => tokenText(tokens, i));
}

describe('tokens', () => {
  it('keeps names with apostrophes and hyphens whole and splits the possessive', () => {
    assert.deepEqual(words("O'Brien's Jean-Loup"), ["O'Brien", "'s", 'Jean-Loup']);
    assert.deepEqual(words('Beijing’s stance'), ['Beijing', '’s', 'stance']);
    assert.deepEqual(words('the Ravens‘ nest'), ['the', 'Ravens', '‘', 'nest']);
  });
  it('keeps initialisms and numbers whole', () => {
    assert.deepEqual(words('the U.S. in 1,200 days.'), ['the', 'U.S.', 'in', '1,200', 'days', '.']);
    assert.deepEqual(words('AT&T rose 3.5%'), ['AT&T', 'rose', '3.5', '%']);
  });
  it('splits marks from words', () => {
    assert.deepEqual(words('“Go,” she said—twice.'), ['“', 'Go', ',', '”', 'she', 'said', '—', 'twice', '.']);
  });
  it('keeps letters with combining marks and surrogate pairs together', () => {
    assert.deepEqual(words('Zoe\u0308 𝒜𝓃𝓃'), ['Zoe\u0308', '𝒜𝓃𝓃']);
  });
  it('gives nothing for nothing', () => {
    assert.deepEqual(words(''), []);
    assert.deepEqual(words(' \n\t\u200b'), []);
  });
  it('gives every character that is no space to one token, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const tokens = tokenise(text);
      let last = 0;
      for (let i = 0; i < tokens.count; i++) {
        assert.ok(tokens.starts[i]! >= last && tokens.ends[i]! > tokens.starts[i]! && tokens.ends[i]! <= text.length);
        assert.match(text.slice(last, tokens.starts[i]), /^[\p{Z}\s\u200b\ufeff\u0085]*$/u);
        last = tokens.ends[i]!;
      }
    }));
  });
});
