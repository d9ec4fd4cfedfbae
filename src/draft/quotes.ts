import type { Span } from '../language/types';
import { OBJECT, plainOf } from './plain';
import { pairQuotes, type MarkPair } from './quoteMarks';
import type { Block, DraftText, MarkedQuote } from './text';

/** Words that a draft gives as somebody's own. `start` and `end` are those of the words, blanks at their ends left out. */
export interface DraftQuote extends Span {
  /** The words with their marks. Equal to the words' own span for block quotations. */
  readonly outerStart: number;
  readonly outerEnd: number;
  /** `marks`: between quotation marks. `command`: by the notation (`\enquote{…}`). `block`: a paragraph of a block quotation. */
  readonly style: 'marks' | 'command' | 'block';
  /** The marks or the command's beginning and end; empty for block quotations. */
  readonly opening: string;
  readonly closing: string;
  /** False when the closing mark is missing; the quote then ends with the paragraph, or where another one begins. */
  readonly closed: boolean;
  /** The paragraph it stands in. */
  readonly block: Block;
}

/** Notations in which grave accents are quotation marks. */
export function hasTexMarks(languageId: string): boolean {
  return languageId === 'latex' || languageId === 'tex' || languageId === 'plaintext';
}

/** The outermost quotes of a draft, ascending by start. Quotes within quotes are part of them. */
export function quotesOf(draft: DraftText): DraftQuote[] {
  return draft.blocks.flatMap((block) => quotesInBlock(draft, block));
}

/** The quote that contains an offset, marks included; undefined where there is none. */
export function quoteAt(draft: DraftText, offset: number): DraftQuote | undefined {
  const block = draft.blockAt(offset);
  return block && quotesInBlock(draft, block).find((quote) => quote.outerStart <= offset && offset <= quote.outerEnd);
}

/** The outermost quotes of one block. */
export function quotesInBlock(draft: DraftText, block: Block): DraftQuote[] {
  const plain = plainOf(draft.text, block);
  const marked = pairQuotes(plain.text, { tex: hasTexMarks(draft.languageId) }).pairs
    .filter((pair) => !pair.nested)
    .map((pair) => quoteOfPair(draft.text, block, pair, plain.toSource));
  const stated = block.quotes.map((quote) => quoteOfCommand(draft.text, block, quote));
  const inline = outermost([...marked, ...stated].filter((quote) => quote !== undefined).filter((quote) => quote.end > quote.start));
  if (block.quoteDepth === 0 || block.kind !== 'paragraph') return inline;
  // A block quotation is a quote as a whole, unless its words stand between marks of their own.
  const whole = trimmed(draft.text, block.prose[0]?.start ?? block.start, block.end);
  if (whole.end <= whole.start || /^(?:—|–|--|―)/.test(draft.text.slice(whole.start, whole.start + 2))) return inline;
  const covered = inline.reduce((sum, quote) => sum + quote.outerEnd - quote.outerStart, 0);
  if (covered * 2 > whole.end - whole.start) return inline;
  return [{ ...whole, outerStart: whole.start, outerEnd: whole.end, style: 'block', opening: '', closing: '', closed: true, block }];
}

/** Those that stand in no other, ascending; of two that cross, the first. */
function outermost(quotes: DraftQuote[]): DraftQuote[] {
  let end = -1;
  return quotes.sort((a, b) => a.outerStart - b.outerStart || b.outerEnd - a.outerEnd).filter((quote) => {
    if (quote.outerStart < end) return false;
    end = quote.outerEnd;
    return true;
  });
}

function quoteOfPair(source: string, block: Block, pair: MarkPair, toSource: (index: number) => number): DraftQuote | undefined {
  const outerStart = toSource(pair.at), contentStart = toSource(pair.at + pair.mark.length - 1) + 1;
  const contentEnd = pair.closed ? toSource(pair.closeAt) : pair.closeAt > pair.after ? toSource(pair.closeAt - 1) + 1 : contentStart;
  const words = trimmed(source, contentStart, contentEnd);
  if (words.end <= words.start) return undefined;
  const outerEnd = pair.closed ? toSource(pair.closeAfter - 1) + 1 : words.end;
  return { ...words, outerStart, outerEnd, style: 'marks', opening: pair.mark, closing: source.slice(pair.closed ? contentEnd : outerEnd, outerEnd), closed: pair.closed, block };
}

function quoteOfCommand(source: string, block: Block, quote: MarkedQuote): DraftQuote {
  const { outerStart, outerEnd, opening, closing, closed } = quote;
  return { ...trimmed(source, quote.start, quote.end), outerStart, outerEnd, style: 'command', opening, closing: closed ? closing : '', closed, block };
}

function trimmed(source: string, start: number, end: number): Span {
  let from = start, to = end;
  while (from < to && /\s/.test(source[from]!)) from++;
  while (to > from && /\s/.test(source[to - 1]!)) to--;
  return { start: from, end: to };
}

/**
 * The words of a quote without markup, line breaks as single spaces; what is no prose in it (a citation, code) is left out.
 * What the matcher compares with the sources.
 */
export function wordsOf(draft: DraftText, quote: DraftQuote): string {
  return plainOf(draft.text, quote.block, quote).text.replaceAll(OBJECT, ' ').replace(/\s+/g, ' ').trim();
}
