import assert from 'node:assert/strict';
import { prepare } from '../../src/language/document';
import { tokenText } from '../../src/language/tokens';
import { Notes } from '../../src/language/vocabulary';

/** Checks that every token of a text is found under its number. */
function holds(text: string): void {
  const { tokens, words } = prepare(text);
  assert.equal(words.ids.length, tokens.count);
  for (let i = 0; i < tokens.count; i++) {
    const id = words.ids[i]!;
    assert.equal(words.vocabulary.exact[id], tokenText(tokens, i));
    assert.equal(words.vocabulary.lower[id], tokenText(tokens, i).toLowerCase());
    assert.equal(words.vocabulary.kinds[id], tokens.kinds[i]);
  }
}

describe('vocabulary', () => {
  it('numbers each word as it is written', () => {
    holds('The mayor of Ilmen said the Mayor had said “no” 12 times, in 1,200 words.');
    holds('İstanbul ΣΑΣ ſt ǅ iPhone U.S. \ud835\udc9c\ud835\udc9e \u0301a');
    holds('');
  });

  it('gives one number to a word, whatever the text', () => {
    const { words: { ids } } = prepare('rain and rain and Rain'), again = prepare('rain').words.ids[0];
    assert.equal(ids[0], ids[2]);
    assert.equal(ids[0], again);
    assert.equal(ids[1], ids[3]);
    assert.notEqual(ids[0], ids[4]);
  });

  it('keeps words apart when there are many, and begins anew when there are too many', () => {
    const many = (from: number): string => Array.from({ length: 70_000 }, (_, i) => `w${from + i}x`).join(' ');
    const first = prepare(many(0)).words;
    assert.equal(new Set(first.ids).size, 70_000);
    const second = prepare('after that').words;
    assert.notEqual(second.vocabulary, first.vocabulary);
    holds(many(100_000).slice(0, 50_000));
  });

  it('finds a note once for each word', () => {
    let asked = 0;
    const notes = new Notes<number>(({ exact }, id) => { asked++; return exact[id]!.length; });
    const read = (text: string): (number | undefined)[] => { const { words } = prepare(text), known = notes.of(words.vocabulary); return [...words.ids].map((id) => known[id]); };
    assert.deepEqual(read('one three one'), [3, 5, 3]);
    const before = asked;
    assert.deepEqual(read('three one'), [5, 3]);
    assert.equal(asked, before);
  });
});
