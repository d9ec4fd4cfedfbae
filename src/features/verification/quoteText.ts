import { OBJECT, plainOf } from '../../draft/plain';
import type { DraftQuote } from '../../draft/quotes';
import type { DraftText } from '../../draft/text';

/** The words of a draft's quote, without markup and on one line, and where each character stands in the draft. */
export interface QuoteText {
  /** The same as `wordsOf` of the draft. */
  readonly text: string;
  /** Offset in the draft of the character at an index; after the last character, the end of the quote's words. */
  toDraft(index: number): number;
}

export function quoteTextOf(draft: DraftText, quote: DraftQuote): QuoteText {
  const plain = plainOf(draft.text, quote.block, quote);
  const offsets: number[] = [];
  let text = '';
  for (let i = 0; i < plain.text.length; i++) {
    const c = plain.text[i]!;
    const blank = c === OBJECT || /\s/.test(c);
    if (blank && (text === '' || text.endsWith(' '))) continue;
    text += blank ? ' ' : c;
    offsets.push(plain.toSource(i));
  }
  if (text.endsWith(' ')) text = text.slice(0, -1);
  const length = text.length;
  return { text, toDraft: (index) => (index >= length ? (length === 0 ? quote.start : offsets[length - 1]! + 1) : offsets[Math.max(0, index)]!) };
}
