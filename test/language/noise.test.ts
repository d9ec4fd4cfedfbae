import assert from 'node:assert/strict';
import { analyse } from '../../src/language/analyse';
import { prepare } from '../../src/language/document';
import type { Span } from '../../src/language/types';

/** A text whose noise stands between ⟦ and ⟧, and where it stands. */
function marked(source: string): { text: string; noise: Span[] } {
  const noise: Span[] = [];
  let text = '';
  for (const [i, part] of source.split(/[⟦⟧]/).entries()) {
    if (i % 2 === 1) noise.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, noise };
}

function sentences(source: string): string[] {
  const { text, noise } = marked(source);
  return prepare(text, { noise }).sentences.map(({ start, end }) => text.slice(start, end));
}

describe('noise', () => {
  it('inside a sentence does not cut it', () => {
    assert.deepEqual(sentences('Mayor ⟦[⟧Ines Duarte⟦](https://a.example/b. C)⟧ resigned. She left.'), ['Mayor [Ines Duarte](https://a.example/b. C) resigned.', 'She left.']);
  });
  it('between paragraphs does not join them', () => {
    assert.deepEqual(sentences('One thing\n\n⟦ADVERTISEMENT⟧\n\nAnother thing'), ['One thing', 'Another thing']);
    assert.deepEqual(sentences('⟦date 2024-04-12⟧\nThe text'), ['The text']);
  });
  it('never becomes a name, a quotation, a date or an event', () => {
    const { text, noise } = marked('Mayor Ines Duarte resigned on Monday.\n⟦Subscribe! “We love the news,” Olaf Brandt of Acme Corporation said in Paris on Friday after police attacked protesters.⟧\nShe left.');
    const [promotion] = noise, { mentions, quotations, dates, events } = analyse(text, { noise, published: '2024-04-12' });
    for (const found of [...mentions, ...quotations, ...dates, ...events]) assert.ok(found.end <= promotion!.start || found.start >= promotion!.end, found.text);
    assert.ok(mentions.length > 0 && dates.length > 0);
  });
});
