import type { Sentence } from '../sentences';
import { TokenKind, type Tokens } from '../tokens';
import type { Words } from '../vocabulary';
import { fold } from './fold';
import type { Quoted } from './marks';
import { reportingClauses } from './clauses';

/** Tokens after an opening mark in which its attribution is looked for. */
const REACH = 120;

/**
 * A mark that was opened and never closed, with the words that attribute the quotation behind it: `“a mess, Smith told
 * reporters.` The quotation is taken to end at its first comma or stop: no word of the writer's is given to the speaker.
 * Returns the stretch cut there; the stretch itself when nothing behind the mark attributes it.
 */
export function endForgotten(tokens: Tokens, words: Words, sentences: readonly Sentence[], stretch: Quoted): Quoted {
  const first = stretch.firstToken, limit = Math.min(stretch.endToken, first + REACH);
  const holds = sentenceWith(sentences, first);
  if (!holds) return stretch;
  const end = Math.min(holds.endToken, limit);
  const f = fold(tokens, words, [{ ...holds, firstToken: first + 1, endToken: end }], []);
  const range = { from: 0, to: f.items.length };
  for (const clause of reportingClauses(f, range)) {
    const cue = f.cues[clause.cue];
    if (!clause.subject || clause.order === 'shared' || clause.order === 'owner' || (cue && cue.class !== 'say' && cue.class !== 'write')) continue;
    const begins = clause.order === 'before' ? clause.subject.from : clause.cueFrom;
    if (begins < 2 || f.lower[begins - 1] !== ',') continue;
    let pause = 0;
    while (pause < begins && !isPause(tokens, first + 1 + pause)) pause++;
    const last = first + 1 + pause;
    return { ...stretch, end: tokens.ends[last]!, endToken: last + 1 };
  }
  return stretch;
}

/** The sentence that holds a token. */
function sentenceWith(sentences: readonly Sentence[], token: number): Sentence | undefined {
  let low = 0, high = sentences.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (sentences[mid]!.endToken <= token) low = mid + 1;
    else high = mid;
  }
  return sentences[low];
}

function isPause(tokens: Tokens, i: number): boolean {
  return tokens.kinds[i] === TokenKind.punctuation && ',.!?'.includes(tokens.text[tokens.starts[i]!]!);
}
