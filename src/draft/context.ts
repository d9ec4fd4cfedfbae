import { TokenFlag, TokenKind, tokenise, tokenText } from '../language/tokens';
import type { Span } from '../language/types';
import { OBJECT, plainOf } from './plain';
import { quotesInBlock } from './quotes';
import { sentenceAt } from './sentences';
import type { Block, DraftText } from './text';

/** What the draft says around a place: it orders candidates for an ambiguous name and speakers for a quote. */
export interface DraftContext {
  /** The sentence up to the offset, without markup and without what stands in quotes. Empty outside prose. */
  readonly before: string;
  /** Runs of capitalised words of the sentence outside quotes, those before the offset first, nearest first. */
  readonly sentence: readonly string[];
  /** Runs of capitalised words in the text before the sentence, nearest first, each once. */
  readonly earlier: readonly string[];
}

/** How far back the draft is read, in characters. */
const BACK = 20_000;
const MOST = 200;

/** Names, or what may be names, of the sentence at an offset, outside its quotes; those before the offset first, nearest first. */
export function namedInSentence(draft: DraftText, offset: number): string[] {
  const block = draft.blockAt(offset), sentence = block && sentenceAt(draft, offset);
  if (!block || !sentence) return [];
  const runs = runsIn(draft, block, sentence);
  return [...runs.filter((run) => run.end <= offset).reverse(), ...runs.filter((run) => run.end > offset)].map((run) => run.text);
}

/** Never fails; empty lists where there is nothing. Reads at most {@link BACK} characters of the draft. */
export function contextAt(draft: DraftText, offset: number): DraftContext {
  const block = draft.blockAt(offset);
  const sentence = (block && sentenceAt(draft, offset)) ?? { start: offset, end: offset };
  const earlier: string[] = [], seen = new Set<string>();
  for (const other of draft.blocksBefore(sentence.start, BACK)) {
    const runs = runsIn(draft, other, { start: other.start, end: Math.min(other.end, sentence.start) }, true);
    for (let i = runs.length - 1; i >= 0 && earlier.length < MOST; i--) {
      const { text } = runs[i]!;
      if (!seen.has(text)) earlier.push(text);
      seen.add(text);
    }
  }
  return {
    before: block ? unquoted(draft, block, { start: sentence.start, end: Math.max(sentence.start, offset) }).trim() : '',
    sentence: namedInSentence(draft, offset),
    earlier,
  };
}

/** The plain text of a span with everything in quotes blanked out, length kept. */
function unquoted(draft: DraftText, block: Block, span: Span): string {
  const plain = plainOf(draft.text, block, span);
  let { text } = plain;
  for (const quote of quotesInBlock(draft, block)) {
    if (quote.style === 'block' || quote.outerEnd <= span.start || quote.outerStart >= span.end) continue;
    const from = plain.toPlain(quote.outerStart), to = plain.toPlain(quote.outerEnd);
    text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  }
  return text.replaceAll(OBJECT, ' ');
}

interface Run extends Span {
  readonly text: string;
}

/** Runs of capitalised words, particles between them included, with their places in the draft. */
function runsIn(draft: DraftText, block: Block, span: Span, withQuotes = false): Run[] {
  const plain = plainOf(draft.text, block, span);
  const text = withQuotes ? plain.text : unquoted(draft, block, span), tokens = tokenise(text);
  const runs: Run[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (!isCapital(i)) continue;
    let last = i;
    for (let next = i + 1; next < tokens.count && next <= last + 3; next++) {
      if (isCapital(next)) last = next;
      else if (!/^(?:of|the|de|del|la|bin|al|van|von|der|and|for|&|\.)$/.test(tokenText(tokens, next)) || (tokenText(tokens, next) === '.' && tokens.ends[last]! - tokens.starts[last]! > 1)) break;
    }
    runs.push({ start: plain.toSource(tokens.starts[i]!), end: plain.toSource(tokens.ends[last]! - 1) + 1, text: text.slice(tokens.starts[i], tokens.ends[last]).replace(/\s+/g, ' ') });
    i = last;
  }
  return runs;
  function isCapital(i: number): boolean {
    return tokens.kinds[i] === TokenKind.word && (tokens.flags[i]! & TokenFlag.capital) !== 0;
  }
}
