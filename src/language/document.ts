import { splitSentences, type Sentence } from './sentences';
import { codesOf, TokenFlag, tokenise, type Tokens } from './tokens';
import type { AnalysisContext, Span } from './types';
import { wordsOf, type Words } from './vocabulary';

/** A text made ready for the recognisers: tokens and sentences are found once and shared by all. */
export interface TextDocument {
  readonly text: string;
  readonly tokens: Tokens;
  readonly words: Words;
  /** Sentences in order; noise is in none of them, so a recogniser that walks sentences never sees noise. */
  readonly sentences: readonly Sentence[];
  readonly context: AnalysisContext;
}

/**
 * The tokens outside noise. A word after noise keeps the breaks that stood before it, so that a link's target inside a sentence does not cut
 * the sentence, and an advertisement between two paragraphs does not join them.
 */
function without(tokens: Tokens, noise: readonly Span[]): Tokens {
  if (noise.length === 0) return tokens;
  const starts = new Uint32Array(tokens.count), ends = new Uint32Array(tokens.count), kinds = new Uint8Array(tokens.count), flags = new Uint8Array(tokens.count);
  let count = 0, next = 0, gap = 0;
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.starts[i]!;
    while (next < noise.length && noise[next]!.end <= start) next++;
    const broken = tokens.flags[i]! & (TokenFlag.afterBreak | TokenFlag.afterSpace);
    if (next < noise.length && noise[next]!.start < tokens.ends[i]!) { gap |= broken; continue; }
    starts[count] = start; ends[count] = tokens.ends[i]!; kinds[count] = tokens.kinds[i]!; flags[count] = tokens.flags[i]! | gap;
    count++; gap = 0;
  }
  return { text: tokens.text, count, starts: starts.subarray(0, count), ends: ends.subarray(0, count), kinds: kinds.subarray(0, count), flags: flags.subarray(0, count) };
}

/** Prepares a text. Any string is accepted; an empty one gives no tokens and no sentences. */
export function prepare(text: string, context: AnalysisContext = {}): TextDocument {
  const codes = codesOf(text), tokens = without(tokenise(text, codes), context.noise ?? []);
  return { text, tokens, words: wordsOf(tokens, codes), sentences: splitSentences(tokens), context };
}
