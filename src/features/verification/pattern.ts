import { isCommon } from './common';
import { numberKeys, type NumberedWords } from './scan';
import { keyOf, wordsOf } from './words';

/**
 * A quote as it is compared with a source: words, and the places where the writer says that something was left out or put in.
 * Offsets are those of the quote.
 */
export type PatternItem =
  /** A word of the speaker. `bracketed`: letters of it stand in brackets (`[T]he`, `escalate[d]`). */
  | { readonly kind: 'word'; readonly key: string; readonly start: number; readonly end: number; readonly bracketed?: { readonly stem: string } }
  /** An ellipsis: any words may be left out here. */
  | { readonly kind: 'gap'; readonly start: number; readonly end: number }
  /** An insertion of the writer: it may stand for up to `reach` words, or for none. */
  | { readonly kind: 'bracket'; readonly start: number; readonly end: number; readonly reach: number };

/** A quote made ready to be compared with many sources. */
export interface QuotePattern {
  /** The words, without marks. */
  readonly text: string;
  /** Brackets and ellipses taken for the writer's. */
  readonly items: readonly PatternItem[];
  /** Brackets and ellipses taken for the source's. */
  readonly literal: readonly PatternItem[];
  /** Whether the two differ. */
  readonly noted: boolean;
  /** Words of `items`. */
  readonly words: number;
  /** Keys of the words that are not common, each once. */
  readonly telling: readonly string[];
  /** The words of `literal`, numbered. */
  readonly numbers: NumberedWords;
}

/** Reads a quote both ways. */
export function readQuote(text: string): QuotePattern {
  const items = patternOf(text), literal = patternOf(text, true);
  const words = items.filter((item) => item.kind === 'word');
  return {
    text, items, literal,
    noted: items.length !== literal.length || items.some((item) => item.kind !== 'word' || item.bracketed),
    words: words.length,
    telling: [...new Set(words.filter(isTelling).map(({ key }) => key))],
    numbers: numberKeys(literal.flatMap((item) => (item.kind === 'word' ? [item.key] : []))),
  };
}

/** Whether an item is a word that two texts do not share by chance. */
export function isTelling(item: PatternItem): item is Extract<PatternItem, { kind: 'word' }> {
  return item.kind === 'word' && !isCommon(item.key);
}

const ellipsis = /…|\.[ \u00a0]?\.[ \u00a0]?\.(?:[ \u00a0]?\.)?/y;
const LONGEST_BRACKET = 200;
/** How many words of the source a bracket may stand for; a remark such as `[sic]` stands for none. */
const BRACKET_REACH = 8;
const remark = /^(?:sic|emphasis (?:added|mine|in original|in the original))\s*[!?.]?$/i;

/** Reads a quote's notation. `literal` takes brackets and ellipses as words of the source, for sources that have them too. */
export function patternOf(quote: string, literal = false): PatternItem[] {
  const items: PatternItem[] = [];
  let from = 0;
  const flush = (to: number): void => {
    const words = wordsOf(quote, from, to);
    for (let i = 0; i < words.count; i++) items.push({ kind: 'word', key: words.keys[i]!, start: words.starts[i]!, end: words.ends[i]! });
  };
  if (literal) {
    flush(quote.length);
    return items;
  }
  for (let i = 0; i < quote.length; i++) {
    const c = quote[i]!;
    if (c === '…' || c === '.') {
      ellipsis.lastIndex = i;
      const match = ellipsis.exec(quote);
      if (!match) continue;
      flush(i);
      from = i + match[0].length;
      items.push({ kind: 'gap', start: i, end: from });
      i = from - 1;
    } else if (c === '[') {
      const close = quote.indexOf(']', i);
      if (close < 0 || close - i > LONGEST_BRACKET) continue;
      const content = quote.slice(i + 1, close);
      const before = /[\p{L}\p{N}'’-]$/u.test(quote.slice(Math.max(0, i - 2), i)), after = /^[\p{L}\p{N}]/u.test(quote.slice(close + 1, close + 3));
      if ((before || after) && /^\p{L}{1,6}$/u.test(content)) {
        const start = before ? wordStart(quote, i) : i, end = after ? wordEnd(quote, close + 1) : close + 1;
        flush(start);
        const head = quote.slice(start, i), tail = quote.slice(close + 1, end);
        items.push({ kind: 'word', key: keyOf(head + content + tail), start, end, bracketed: { stem: keyOf(head || tail) } });
        from = end;
        i = end - 1;
        continue;
      }
      flush(i);
      from = close + 1;
      if (/^(?:…|\.\s?\.\s?\.)?$/.test(content.trim())) items.push({ kind: 'gap', start: i, end: from });
      else items.push({ kind: 'bracket', start: i, end: from, reach: remark.test(content.trim()) ? 0 : BRACKET_REACH });
      i = close;
    }
  }
  flush(quote.length);
  return items;
}

function wordStart(text: string, at: number): number {
  while (at > 0 && /[\p{L}\p{N}'’]/u.test(text[at - 1]!)) at--;
  return at;
}

function wordEnd(text: string, at: number): number {
  while (at < text.length && /[\p{L}\p{N}'’]/u.test(text[at]!)) at++;
  return at;
}
