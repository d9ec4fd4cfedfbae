/**
 * Words, numbers and marks of a text, in typed arrays so that a newsroom's archive can be read at speed.
 * Every later recogniser walks these instead of the characters.
 */

/** What a token is. Kept as small integers: they are compared in every inner loop. */
export const TokenKind = { word: 0, number: 1, punctuation: 2, quote: 3, symbol: 4 } as const;
export type TokenKindValue = (typeof TokenKind)[keyof typeof TokenKind];

/** Shape flags of a word token; a bit set. */
export const TokenFlag = {
  /** First letter is upper or title case. */
  capital: 1,
  /** Two or more letters, all upper case. */
  allCapitals: 2,
  /** At least one line break stands between this token and the one before. */
  afterBreak: 4,
  /** A space stands before this token (a line break counts). */
  afterSpace: 8,
} as const;

export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** Offset of the first code unit, by token. */
  readonly starts: Uint32Array;
  /** Offset after the last code unit, by token. */
  readonly ends: Uint32Array;
  readonly kinds: Uint8Array;
  readonly flags: Uint8Array;
}

/** The characters of token `i`. */
export function tokenText(tokens: Tokens, i: number): string {
  return tokens.text.slice(tokens.starts[i], tokens.ends[i]);
}

const LETTER = 1, DIGIT = 2, SPACE = 3, BREAK = 4, QUOTE = 5, PUNCTUATION = 6, SYMBOL = 7, MARK = 8;
const UPPER = 16;
const letter = /\p{L}/u, upper = /[\p{Lu}\p{Lt}]/u, digit = /\p{Nd}/u, mark = /\p{M}|\u200c|\u200d|\u00ad/u, punctuation = /\p{P}/u, space = /[\p{Z}\u200b\ufeff\u0009\u000b\u000c\u0085]/u;
const quoteMarks = new Set([...'"\'“”„‟‘’‚‛«»‹›`´'].map((c) => c.charCodeAt(0)));

/** Class of each code unit of the basic plane, computed once on first use (64 KiB). */
const classes = new Uint8Array(65536);
let filled = false;

function classOf(code: number): number {
  const c = String.fromCharCode(code);
  if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return BREAK;
  if (space.test(c)) return SPACE;
  if (quoteMarks.has(code)) return QUOTE;
  if (letter.test(c)) return upper.test(c) ? LETTER | UPPER : LETTER;
  if (digit.test(c)) return DIGIT;
  if (mark.test(c)) return MARK;
  if (code >= 0xd800 && code <= 0xdfff) return LETTER; // halves of a surrogate pair stay together, as in a word
  if (punctuation.test(c)) return PUNCTUATION;
  return SYMBOL;
}

function table(): Uint8Array {
  if (!filled) {
    for (let code = 0; code < 65536; code++) classes[code] = classOf(code);
    filled = true;
  }
  return classes;
}

const APOSTROPHE = 39, RIGHT_SINGLE = 0x2019, LEFT_SINGLE = 0x2018, HYPHEN = 45, NON_BREAKING_HYPHEN = 0x2011, FULL_STOP = 46, AMPERSAND = 38, COMMA = 44;

/** Room for the code units of one text; a text that does not fit gets room of its own. */
const shared = new Uint16Array(1 << 18);

/**
 * The code units of a text as numbers, then three zeros, so that what looks at each of them several times need not ask the string
 * and may look ahead. Good until the next call.
 */
export function codesOf(text: string): Uint16Array {
  const n = text.length, codes = n + 3 <= shared.length ? shared : new Uint16Array(n + 3);
  for (let i = 0; i < n; i++) codes[i] = text.charCodeAt(i);
  codes[n] = codes[n + 1] = codes[n + 2] = 0;
  return codes;
}

/**
 * Splits a text. A word keeps inner apostrophes and hyphens (`O'Brien`, `Jean-Loup`, `anti-Israel`) and inner full stops of
 * initialisms with their last one (`U.S.`); a number keeps its separators (`1,200`, `3.5`). The possessive `'s` is a
 * token of its own. Every code unit that is not white space belongs to exactly one token. `codes` are those of {@link codesOf}.
 */
export function tokenise(text: string, codes = codesOf(text)): Tokens {
  const cls = table();
  const n = text.length;
  let capacity = Math.max(16, (n >> 2) + 8);
  let starts = new Uint32Array(capacity), ends = new Uint32Array(capacity), kinds = new Uint8Array(capacity), flags = new Uint8Array(capacity);
  let count = 0, i = 0, gap = TokenFlag.afterBreak | TokenFlag.afterSpace;
  while (i < n) {
    const c = cls[codes[i]!]!;
    const kind = c & 15;
    if (kind === SPACE) { gap |= TokenFlag.afterSpace; i++; continue; }
    if (kind === BREAK) { gap |= TokenFlag.afterSpace | TokenFlag.afterBreak; i++; continue; }
    if (count + 2 > capacity) {
      capacity *= 2;
      starts = grow(starts, new Uint32Array(capacity));
      ends = grow(ends, new Uint32Array(capacity));
      kinds = grow(kinds, new Uint8Array(capacity));
      flags = grow(flags, new Uint8Array(capacity));
    }
    starts[count] = i; flags[count] = gap; gap = 0;
    if (kind === LETTER) {
      const end = wordEnd(codes, i, cls), possessive = possessiveEnd(codes, end, cls);
      kinds[count] = TokenKind.word;
      flags[count]! |= shapeOf(codes, i, end, cls);
      if (possessive > end) {
        ends[count++] = end;
        starts[count] = end; flags[count] = 0; kinds[count] = TokenKind.word;
      }
      i = possessive;
    } else if (kind === DIGIT) {
      kinds[count] = TokenKind.number;
      i = numberEnd(codes, i, cls);
    } else {
      kinds[count] = kind === QUOTE ? TokenKind.quote : kind === PUNCTUATION ? TokenKind.punctuation : TokenKind.symbol;
      i++;
      while (i < n && (cls[codes[i]!]! & 15) === MARK) i++;
    }
    ends[count++] = i;
  }
  return { text, count, starts: starts.subarray(0, count), ends: ends.subarray(0, count), kinds: kinds.subarray(0, count), flags: flags.subarray(0, count) };
}

function grow<T extends Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const isApostrophe = (code: number): boolean => code === APOSTROPHE || code === RIGHT_SINGLE;

function wordEnd(codes: Uint16Array, from: number, cls: Uint8Array): number {
  let i = from + 1;
  for (; ; i++) {
    const code = codes[i]!;
    const kind = cls[code]! & 15;
    if (kind === LETTER || kind === MARK || kind === DIGIT) continue;
    const next = cls[codes[i + 1]!]! & 15;
    if (isApostrophe(code) && next === LETTER && possessiveEnd(codes, i, cls) === i) continue;
    if ((code === HYPHEN || code === NON_BREAKING_HYPHEN || code === AMPERSAND) && (next === LETTER || next === DIGIT)) continue;
    if (code === FULL_STOP && next === LETTER && singleLetterBefore(codes, i, cls) && singleLetterAfter(codes, i, cls)) continue;
    break;
  }
  // The last full stop of an initialism belongs to it: `U.S.`
  if (codes[i] === FULL_STOP && i - from >= 3 && codes[i - 2] === FULL_STOP) i++;
  return i;
}

const singleLetterBefore = (codes: Uint16Array, dot: number, cls: Uint8Array): boolean =>
  (cls[codes[dot - 1]!]! & 15) === LETTER && (dot < 2 || (cls[codes[dot - 2]!]! & 15) !== LETTER);

const singleLetterAfter = (codes: Uint16Array, dot: number, cls: Uint8Array): boolean =>
  (cls[codes[dot + 2]!]! & 15) !== LETTER;

/** Offset after `'s` when it stands at `at` and ends a word there; `at` otherwise. A left mark misused as an apostrophe counts. */
function possessiveEnd(codes: Uint16Array, at: number, cls: Uint8Array): number {
  const code = codes[at]!;
  if (!isApostrophe(code) && code !== LEFT_SINGLE) return at;
  const s = codes[at + 1]!;
  if (s !== 115 && s !== 83) return at;
  return (cls[codes[at + 2]!]! & 15) !== LETTER ? at + 2 : at;
}

function numberEnd(codes: Uint16Array, from: number, cls: Uint8Array): number {
  let i = from + 1;
  for (; ; i++) {
    const code = codes[i]!;
    const kind = cls[code]! & 15;
    if (kind === DIGIT || kind === LETTER || kind === MARK) continue; // `20th`, `1990s`
    if ((code === FULL_STOP || code === COMMA) && (cls[codes[i + 1]!]! & 15) === DIGIT) continue;
    break;
  }
  return i;
}

function shapeOf(codes: Uint16Array, start: number, end: number, cls: Uint8Array): number {
  if (!(cls[codes[start]!]! & UPPER)) return 0;
  let letters = 0;
  for (let i = start; i < end; i++) {
    const c = cls[codes[i]!]!;
    if ((c & 15) !== LETTER) continue;
    if (!(c & UPPER)) return TokenFlag.capital;
    letters++;
  }
  return letters > 1 ? TokenFlag.capital | TokenFlag.allCapitals : TokenFlag.capital;
}
