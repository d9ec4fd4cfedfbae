import type { QuotationRecord } from '../corpus/store/store';
import type { OpenQuote } from '../draft/openQuote';

/** A citation as it is written behind a quote. */
export interface CitationMark {
  readonly text: string;
  /** Whether a space goes before it; a footnote mark clings to the quote. */
  readonly spaced: boolean;
}

/** Words of an article with who says them there; a quotation, or another passage. */
export interface QuotedWords extends Pick<QuotationRecord, 'speaker' | 'cue'> {
  readonly passage: { readonly text: string };
}

export interface ComposeRequest {
  readonly quotation: QuotedWords;
  /** The quote that the cursor is in; undefined when the quote is put into ordinary prose. */
  readonly quote: OpenQuote | undefined;
  /** The draft and the cursor. */
  readonly text: string;
  readonly offset: number;
  readonly languageId: string;
  /** Whether who said it is written, too. */
  readonly withSpeaker: boolean;
  readonly citation: CitationMark | undefined;
}

/** An insertion as text and the span `[start, end)` of the draft that it takes the place of. */
export interface ComposedQuote {
  /** The quotation's exact words, white space collapsed to single spaces. */
  readonly words: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The marks a draft uses for quotes: those it has already, else the ones of its notation. */
export function marksOf(text: string, languageId: string): readonly [string, string] {
  if (languageId === 'latex' || languageId === 'tex') return text.includes('\\enquote{') ? ['\\enquote{', '}'] : ['``', "''"];
  const counts = { '“': 0, '"': 0, '«': 0, '„': 0 };
  for (const [mark] of text.matchAll(/[“"«„]/g)) counts[mark as keyof typeof counts]++;
  counts['“'] -= counts['„']; // closes what „ opens
  const [best] = (Object.entries(counts) as [keyof typeof counts, number][]).reduce((a, b) => (b[1] > (a[0] === '"' ? a[1] / 2 : a[1]) ? b : a));
  if (counts[best] === 0) return ['“', '”'];
  return best === '"' ? ['"', '"'] : best === '«' ? ['«', '»'] : best === '„' ? ['„', '“'] : ['“', '”'];
}

/** What to write so that the quotation's exact words stand between marks at the cursor; what the writer has typed after the cursor is kept. */
export function composeQuote({ quotation, quote, text, offset, languageId, withSpeaker, citation }: ComposeRequest): ComposedQuote {
  const words = quotation.passage.text.replace(/\s+/g, ' ').trim();
  const { speaker, cue } = quotation;
  const saying = withSpeaker && speaker ? ` ${speaker.canonical} ${cue && /^\p{L}+ed$|^said$|^says$|^told$|^wrote$/u.test(cue) && cue !== 'told' ? cue : 'said'}` : '';
  const after = saying + (citation ? (citation.spaced ? ' ' : '') + citation.text : '');
  if (!quote) {
    const [opening, closing] = marksOf(text, languageId);
    return { words, text: opening + words + closing + after, start: offset, end: offset };
  }
  const { contentStart, contentEnd, closingMark, hasClosing } = quote;
  if (hasClosing && text.slice(offset, contentEnd).trim() !== '') return { words, text: words, start: contentStart, end: offset };
  const blank = hasClosing && /^[«‹]/.test(quote.mark) ? text.slice(offset, contentEnd) : '';
  return { words, text: words + blank + closingMark + after, start: contentStart, end: hasClosing ? contentEnd + closingMark.length : offset };
}
