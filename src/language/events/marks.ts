import type { TextDocument } from '../document';
import { type Word, lookUp } from '../lexicon/words';
import { TokenKind, type Tokens } from '../tokens';
import type { Span } from '../types';
import { Notes } from '../vocabulary';
import type { EventEvidence } from './index';

/** What is known of every token before it is read in its sentence. All arrays run over tokens. */
export interface Marks {
  readonly words: readonly Word[];
  readonly lower: readonly string[];
  /** Index of the name mention the token stands in; -1 for none. */
  readonly mention: Int32Array;
  /** Index of the time expression the token stands in; -1 for none. */
  readonly date: Int32Array;
  /** 1 inside a direct quotation. */
  readonly quoted: Uint8Array;
}

const nothing: Word = { can: 0, verb: null, noun: null };
const wordNotes = new Notes<Word>(({ kinds, lower }, id) => (kinds[id] === TokenKind.word ? lookUp(lower[id]!) : nothing));
/** Words in lower case, all else as it stands. */
const formNotes = new Notes<string>(({ kinds, lower, exact }, id) => (kinds[id] === TokenKind.word ? lower : exact)[id]!);

/** Looks every token up and lays names, times and quotations over the tokens. */
export function markTokens(document: TextDocument, evidence: EventEvidence): Marks {
  const { ids, vocabulary } = document.words, n = ids.length, known = wordNotes.of(vocabulary), forms = formNotes.of(vocabulary);
  const words = new Array<Word>(n), lower = new Array<string>(n);
  for (let i = 0; i < n; i++) {
    const id = ids[i]!;
    words[i] = known[id]!;
    lower[i] = forms[id]!;
  }
  const mention = new Int32Array(n).fill(-1), date = new Int32Array(n).fill(-1), quoted = new Uint8Array(n);
  const { mentions, dates, quotations } = evidence;
  for (let k = 0, at = 0; k < mentions.length; k++) at = lay(document.tokens, at, mentions[k]!, mention, k);
  for (let k = 0, at = 0; k < dates.length; k++) at = lay(document.tokens, at, dates[k]!, date, k);
  for (let k = 0, at = 0; k < quotations.length; k++) if (quotations[k]!.form === 'direct') at = lay(document.tokens, at, quotations[k]!, quoted, 1);
  return { words, lower, mention, date, quoted };
}

/** Writes `value` for every token that shares characters with a span, none of which stands before `from`; returns the first of them. */
function lay({ starts, ends, count }: Tokens, from: number, { start, end }: Span, into: Int32Array | Uint8Array, value: number): number {
  let first = from;
  while (first < count && ends[first]! <= start) first++;
  for (let i = first; i < count && starts[i]! < end; i++) into[i] = value;
  return first;
}
