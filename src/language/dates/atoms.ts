import { TokenFlag, TokenKind, type Tokens } from '../tokens';
import { Notes, type Words } from '../vocabulary';
import { Kind, lookUp } from './lexicon';

/** Shape of an atom; a bit set. */
export const AtomFlag = {
  /** White space stands before it. */
  spaced: 1,
  /** A hyphen or dash stands between it and the atom before, without spaces; the hyphen is no atom of its own. */
  hyphen: 2,
  /** First letter is a capital. */
  capital: 4,
  /** All letters are capitals, two or more. */
  capitals: 8,
  /** A number with a thousands separator or a decimal point: no year, no day. */
  separated: 16,
  /** A number written as an ordinal: `20th`. */
  ordinal: 32,
  /** A number with a plural ending: `1990s`, `90s`. */
  plural: 64,
  /** A number that a meridiem is written to: `10am`, `10pm`. */
  am: 128,
  pm: 256,
} as const;

/**
 * The tokens as the date recognisers want them: hyphenated words in parts (`mid-1996`, `two-year`, `Tuesday-Thursday`), each part
 * with its place in the vocabulary, numbers with their value. For punctuation the value is the character code.
 */
export interface Atoms {
  readonly text: string;
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly kinds: Uint8Array;
  /** Number within the kind; numbers beyond 2^31 are -1. */
  readonly values: Int32Array;
  readonly flags: Uint16Array;
  /** Index of the first atom of each token, one more for the end. */
  readonly ofToken: Uint32Array;
}

const HYPHEN = 45, NON_BREAKING_HYPHEN = 0x2011, EN_DASH = 0x2013;
const isHyphen = (code: number): boolean => code === HYPHEN || code === NON_BREAKING_HYPHEN;

/** What the characters of an atom say, wherever it stands. */
interface AtomNote {
  readonly kind: number;
  readonly value: number;
  readonly flags: number;
}

/** By word; words of several atoms and marks have none. */
const notes = new Notes<AtomNote | null>(({ exact, kinds }, id) => {
  const word = exact[id]!;
  if (kinds[id] === TokenKind.number) return noteOf(word, 0, word.length);
  if (kinds[id] !== TokenKind.word || hasHyphen(word)) return null;
  const note = noteOf(word, 0, word.length);
  // Most words say nothing of time: all of one shape share a note.
  return note.kind === Kind.none ? silent[note.flags] ??= note : note;
});
const silent: AtomNote[] = [];

function hasHyphen(word: string): boolean {
  for (let i = 1; i < word.length; i++) if (isHyphen(word.charCodeAt(i))) return true;
  return false;
}

function noteOf(text: string, start: number, end: number): AtomNote {
  const code = text.charCodeAt(start);
  if (code >= 48 && code <= 57) return numberNote(text, start, end);
  const entry = lookUp(text, start, end), flags = code >= 65 && code <= 90 ? AtomFlag.capital | (capitals(text, start, end) ? AtomFlag.capitals : 0) : 0;
  if (entry) return { kind: entry.kind, value: entry.value, flags };
  return { kind: code === 70 && text.charCodeAt(start + 1) === 89 && end - start > 3 ? Kind.coded : 0, value: 0, flags }; // `FY2024`
}

function numberNote(text: string, start: number, end: number): AtomNote {
  let value = 0, i = start, digits = 0, flags = 0;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) { if (digits < 10) value = value * 10 + code - 48; digits++; continue; }
    if (code === 44 || code === 46) { flags |= AtomFlag.separated; if (code === 46) break; continue; }
    break;
  }
  const tail = i < end && text.charCodeAt(i) !== 46 ? text.slice(i, Math.min(end, i + 3)).toLowerCase() : '';
  if (tail === 'st' || tail === 'nd' || tail === 'rd' || tail === 'th') flags |= AtomFlag.ordinal;
  else if (tail === 's') flags |= AtomFlag.plural;
  else if (tail === 'am') flags |= AtomFlag.am;
  else if (tail === 'pm') flags |= AtomFlag.pm;
  const coded = (tail === 'q' || tail === 'h') && end - start === 2; // `3Q`
  const kind = coded ? Kind.coded : tail && !(flags & (AtomFlag.ordinal | AtomFlag.plural | AtomFlag.am | AtomFlag.pm)) ? Kind.none : Kind.number;
  return { kind, value: digits > 9 ? -1 : value, flags };
}

/** Reads the tokens of a text once; linear. */
export function readAtoms(tokens: Tokens, { ids, vocabulary }: Words): Atoms {
  const { text } = tokens, known = notes.of(vocabulary);
  let hyphens = 0;
  for (let i = text.indexOf('-'); i >= 0; i = text.indexOf('-', i + 1)) hyphens++;
  for (let i = text.indexOf('\u2011'); i >= 0; i = text.indexOf('\u2011', i + 1)) hyphens++;
  const capacity = tokens.count + hyphens;
  const starts = new Uint32Array(capacity), ends = new Uint32Array(capacity), kinds = new Uint8Array(capacity);
  const values = new Int32Array(capacity), flags = new Uint16Array(capacity), ofToken = new Uint32Array(tokens.count + 1);
  let count = 0;
  const push = (start: number, end: number, flag: number, note: AtomNote): void => {
    starts[count] = start; ends[count] = end; kinds[count] = note.kind; values[count] = note.value; flags[count] = note.flags | flag;
    count++;
  };
  let joined = false;
  for (let t = 0; t < tokens.count; t++) {
    ofToken[t] = count;
    const start = tokens.starts[t]!, end = tokens.ends[t]!, kind = tokens.kinds[t]!;
    const spaced = (tokens.flags[t]! & TokenFlag.afterSpace) !== 0;
    let flag = spaced ? AtomFlag.spaced : 0;
    if (joined && !spaced) flag |= AtomFlag.hyphen;
    joined = false;
    const note = known[ids[t]!]!;
    if (note) push(start, end, flag, note);
    else if (kind === TokenKind.word) {
      let from = start;
      for (let i = start + 1; i < end; i++) {
        if (!isHyphen(text.charCodeAt(i))) continue;
        if (i > from) { push(from, i, flag, noteOf(text, from, i)); flag = AtomFlag.hyphen; }
        from = i + 1;
      }
      if (from < end) push(from, end, flag, noteOf(text, from, end));
    } else {
      const code = text.charCodeAt(start);
      // A hyphen between two things that touch it joins them; the dash between numbers is read the same way.
      const next = t + 1 < tokens.count && !(tokens.flags[t + 1]! & TokenFlag.afterSpace);
      if ((isHyphen(code) || code === EN_DASH) && !spaced && next && count > 0) { joined = true; continue; }
      starts[count] = start; ends[count] = end; flags[count] = flag; kinds[count] = Kind.punctuation; values[count] = code;
      count++;
    }
  }
  ofToken[tokens.count] = count;
  return { text, count, starts, ends, kinds, values, flags, ofToken };
}

function capitals(text: string, start: number, end: number): boolean {
  if (end - start < 2) return false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) return false;
  }
  return true;
}
