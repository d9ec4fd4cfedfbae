import assert from 'node:assert/strict';
import fc from 'fast-check';
import { namesIn } from './support';
import { growth } from '../../support/growth';

function checkSound(text: string): void {
  const { names, mentions } = namesIn(text);
  let last = 0;
  for (const { start, end, text: words, name } of mentions) {
    assert.ok(start >= last && end > start && end <= text.length);
    assert.equal(words, text.slice(start, end));
    assert.ok(names[name] !== undefined);
    last = end;
  }
  const used = new Set(mentions.map(({ name }) => name));
  assert.equal(used.size, names.length);
  for (const role of names.flatMap(({ roles }) => roles)) assert.equal(role.text, text.slice(role.start, role.end));
}

describe('names in hostile text', () => {
  it('are sound in any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), checkSound), { numRuns: 200 });
  });
  it('are sound in any mixture of names, marks and odd characters', () => {
    const piece = fc.constantFrom('Wang', 'Di', 'U.S.', 'Ministry', 'of', 'the', 'The', ',', '.', '’s', '‘', '"', '(', ')', '-', 'SCO', 'Shanghai', 'said', 'minister', '\u202e', '\u0301', '\ud83d', '\u200b', '\n', '1996', 'A', 'beat', 'Hamas');
    fc.assert(fc.property(fc.array(fc.tuple(piece, fc.constantFrom('', ' ')), { maxLength: 80 }), (pieces) => checkSound(pieces.map((p) => p.join('')).join(''))), { numRuns: 300 });
  });
  it('take no more than twice the time for twice the text', () => {
    const texts: Record<string, (n: number) => string> = {
      prose: (n) => 'Minister Amara Nwosu of the Harbour Party said Oslo would pay. '.repeat(n),
      'the same family name': (n) => Array.from({ length: n }, (_, i) => `Wang ${String.fromCharCode(65 + (i % 26))}${'aeiou'[i % 5]}${i % 97}n spoke and Wang left. `).join(''),
      'different persons': (n) => Array.from({ length: n }, (_, i) => `Ana B${'aeiou'[i % 5]}${'bcdfg'[Math.floor(i / 5) % 5]}${'klmnp'[Math.floor(i / 25) % 5]}${'aeiou'[Math.floor(i / 125) % 5]}${'rstvz'[Math.floor(i / 625) % 5]} came. `).join(''),
      capitals: (n) => 'A '.repeat(n * 20),
      'no space': (n) => 'Aa'.repeat(n * 20),
      'opening marks': (n) => '“'.repeat(n * 20),
      'one sentence': (n) => 'Ana Bek and '.repeat(n * 3),
    };
    for (const [name, of] of Object.entries(texts)) {
      const ratio = growth((size) => { const text = of(size); return () => namesIn(text); }, 200, 2.3);
      assert.ok(ratio < 2.3, `${name} grows by ${ratio.toFixed(2)}`);
    };
  });
});
