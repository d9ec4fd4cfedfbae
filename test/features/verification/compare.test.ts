import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareQuote, sourceOf } from '../../../src/features/verification/compare';
import { mayHave } from '../../../src/features/verification/mayHave';
import { readQuote } from '../../../src/features/verification/pattern';

const article = 'The mayor spoke at noon. “We will not sell the old harbour to anyone who asks, and the 1,200 jobs there will stay,” Mayor Ines Duarte told the council on Tuesday. “Why should we? The city’s future is on the water.”';
const source = sourceOf(article);

/** Status of a quote, and what differs: `quote>source`. */
function verdict(quote: string): string {
  const comparison = compareQuote(quote, source);
  if (!comparison) return 'not found';
  const differences = comparison.differences.map(({ quote: q, source: s }) => `${q ? quote.slice(q.start, q.end) : ''}>${s ? article.slice(s.start, s.end) : ''}`);
  return [comparison.status, ...differences].join(' | ');
}

describe('comparing a quote with a source', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['We will not sell the old harbour to anyone who asks', 'exact'],
    ['We will not sell the old harbour to anyone who asks,', 'exact'],
    ['we will not sell the old harbour to anyone who asks', 'typographic'],
    ['The city\'s future is on the water', 'typographic'],
    ['The city’s fu\u00adture is on the wa\u200bter.', 'typographic'],
    ['We will not sell the old harbour … and the 1,200 jobs there will stay', 'altered lawfully'],
    ['We will not sell the old harbour ... [the] jobs there will stay', 'altered lawfully'],
    ['We will not sell [it] to anyone who asks', 'altered lawfully'],
    ['[T]he 1,200 jobs there will stay', 'altered lawfully'],
    ['the 1200 jobs there will stay', 'typographic'],
    ['We will not sell the old harbour [sic] to anyone', 'altered lawfully'],
    ['We will sell the old harbour to anyone who asks', 'misquoted | >not'],
    ['the 1,300 jobs there will stay', 'misquoted | 1,300>1,200'],
    ['We will not sell the new harbour to anyone who asks', 'misquoted | new>old'],
    ['We will not ever sell the old harbour to anyone who asks', 'misquoted | ever>'],
    ['Why should we! The city’s future is on the water', 'misquoted | we! The>we? The'],
    ['There is no road to peace that does not lead through here', 'not found'],
    ['the water', 'exact'],
    ['', 'not found'],
    ['…', 'not found'],
    ['[ ]', 'not found'],
  ];
  for (const [quote, expected] of cases) it(`${quote || '(nothing)'}: ${expected}`, () => assert.equal(verdict(quote), expected));

  it('passes over no text that has the quote, however its words are dressed', () => {
    const word = fc.constantFrom('tide', 'harbour', 'Lorvik', 'officer', 'the', 'not', 'U.S.', '1,200', 'don’t', 'café');
    const dress = fc.constantFrom((text: string) => text, (text: string) => text.toUpperCase(), (text: string) => text.replace('ffi', 'ﬃ'), (text: string) => text.replace('d', 'd\u00ad'), (text: string) => text.normalize('NFD'), (text: string) => text.replace('’', "'"), (text: string) => text.replace('k', '\u212a'));
    fc.assert(fc.property(fc.array(word, { minLength: 3, maxLength: 9 }), fc.array(fc.tuple(word, dress), { maxLength: 4 }), dress, (quote, around, dressed) => {
      const text = [...around.map(([each, as]) => as(each)), ...quote.map(dressed), 'and so on'].join(' '), pattern = readQuote(quote.join(' '));
      if (compareQuote(pattern, sourceOf(text))) assert.ok(mayHave(pattern, text), text);
    }), { numRuns: 2_000 });
    assert.equal(mayHave(readQuote('tide and lamp and kestrel and godwit'), 'Nothing of the kind was said in Lorvik.'), false);
  });
});
