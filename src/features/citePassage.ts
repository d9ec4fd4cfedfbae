import type { QuotationRecord } from '../corpus/store/store';
import type { Span } from '../language/types';
import type { QuotedWords } from './insertQuote';
import { quotationAt } from './verification/sources';

const opening = /^[\s"“”„«»‘’']+/, closing = /(?<![\s"“”„«»‘’'])[\s"“”„«»‘’']+$/;

/**
 * A stretch of an article as a quote: where it lies in a quotation, the words of that with its speaker; else the article's own words, with
 * quotation marks in them turned to single ones. Undefined when it has no words.
 */
export function quotePassage(text: string, { start, end }: Span, quotations: readonly QuotationRecord[]): QuotedWords | undefined {
  const whole = text.slice(start, end), from = start + (opening.exec(whole)?.[0].length ?? 0), to = Math.max(from, end - (closing.exec(whole)?.[0].length ?? 0));
  if (to <= from) return undefined;
  const quotation = quotationAt(quotations, { start: from, end: to });
  if (quotation && quotation.passage.start <= from && to <= quotation.passage.end) {
    return { passage: { text: text.slice(from, to) }, speaker: quotation.speaker, cue: quotation.cue };
  }
  // What it says in quotation marks is another's words within the article's.
  const own = whole.trim().replace(/[“„]/g, '‘').replace(/”/g, '’').replace(/(^|[\s(])"/g, '$1‘').replace(/"/g, '’');
  return { passage: { text: own }, speaker: null, cue: null };
}
