import { INVISIBLE } from '../../corpus/fold';

/** The words of a text as they are compared: what is only typography is folded, what is sense is kept. */
export interface ComparedWords {
  readonly text: string;
  readonly count: number;
  /** Offsets of each word in `text`, half open. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Folded forms: equal for words that differ by typography alone. */
  readonly keys: readonly string[];
}

/**
 * A word: initials with points (`U.S.`); letters and digits with inner apostrophes, points and commas of numbers, soft
 * hyphens; a minus before a number; or a sign that changes a sum.
 */
const word = /\p{Lu}\.(?:\p{Lu}\.)+|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]|['’ʼ‘](?=\p{L})|[.,](?=\p{N})(?<=\p{N}.))*|(?<![\p{L}\p{N}][ \u00a0]?)[-\u2212](?=[$€£¥]?\p{N})|[$€£¥%&]/gu;
const initials = /^\p{Lu}\.(?:\p{Lu}\.)+$/u;

/**
 * Folded form of a word: one Unicode form (ligatures taken apart), one apostrophe, lower case, no soft hyphens, no commas in numbers, no
 * points in initials. Accents stay: they are spelling.
 */
export function keyOf(raw: string): string {
  const lower = plainCase(raw).toLowerCase();
  return lower === '\u2212' ? '-' : lower;
}

/** A word with its typography folded and its capitals kept. */
export function plainCase(raw: string): string {
  const plain = /^[\x20-\x7e]*$/.test(raw) ? raw : raw.normalize('NFKC').replace(INVISIBLE, '').replace(/[’ʼ‘]/g, "'");
  if (initials.test(plain)) return plain.replaceAll('.', '');
  return /^\d[\d,.]*,/.test(plain) ? plain.replace(/,(?=\d)/g, '') : plain;
}

/**
 * What a unit of UTF-16 is for {@link plainEnd}: a letter or digit of ASCII; a character that neither begins a word nor is in one; one that begins none but may be
 * in one; or, none of these, one that the expression has to judge.
 */
export const LETTER = 1;
const END = 2, INNER = 3;
/** By unit. */
export const kinds = new Uint8Array(2 ** 16);
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') kinds[c.charCodeAt(0)] = LETTER;
for (const c of ' \n\t\r!?;:"()[]/_*-\u00a0\u00ab\u00bb\u2013\u2014\u201c\u201d\u201e\u2026') kinds[c.charCodeAt(0)] = END;
for (const c of ".,'\u2019\u2018") kinds[c.charCodeAt(0)] = INNER;
const POINT = 46, COMMA = 44, HYPHEN = 45;

/**
 * End of a word of ASCII letters and digits that begins at an offset; the offset itself where no word can begin, and -1 where only the expression
 * can tell. Most words of most texts are such words.
 */
export function plainEnd(text: string, at: number): number {
  if (kinds[text.charCodeAt(at)] !== LETTER) return beginsNone(text, at) ? at : -1;
  let end = at + 1;
  while (end < text.length && kinds[text.charCodeAt(end)] === LETTER) end++;
  return endsPlain(text, at, end) ? end : -1;
}

/** Whether a stretch of ASCII letters and digits, behind which another character stands, is surely a word. */
export function endsPlain(text: string, at: number, end: number): boolean {
  if (end === text.length) return true;
  const next = text.charCodeAt(end);
  if (kinds[next] === END) return true;
  if (next !== COMMA && next !== POINT) return false;
  // A point after one letter may be that of initials; a point or comma before a digit may be that of a number.
  return (next === COMMA || end - at > 1) && (end + 1 === text.length || kinds[text.charCodeAt(end + 1)] === END);
}

/** Whether no word can begin at an offset at which no ASCII letter or digit stands; false where only the expression can tell. */
export function beginsNone(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return kinds[code] !== 0 && (code !== HYPHEN || isNoNumber(text, at + 1));
}

/** Whether what begins at an offset is surely no number that a hyphen before it would make negative. */
function isNoNumber(text: string, at: number): boolean {
  const code = at < text.length ? text.charCodeAt(at) : SPACE;
  return kinds[code] === END || (kinds[code] === LETTER && code >= FIRST_LETTER);
}
const SPACE = 32, FIRST_LETTER = 65;

/** The first word from an offset on; null when there is none. */
export function nextWord(text: string, at: number): RegExpExecArray | null {
  word.lastIndex = at;
  return word.exec(text);
}

/** Finds the words of `text` between two offsets. */
export function wordsOf(text: string, from = 0, to = text.length): ComparedWords {
  const starts: number[] = [], ends: number[] = [], keys: string[] = [];
  for (let at = from; at < to;) {
    let end = plainEnd(text, at), start = at, key: string;
    if (end === at) { at++; continue; }
    if (end > at) key = text.slice(at, end).toLowerCase();
    else {
      const match = nextWord(text, at);
      if (!match || match.index >= to) break;
      start = match.index;
      end = start + match[0].length;
      key = keyOf(match[0]);
    }
    starts.push(start);
    ends.push(Math.min(to, end));
    keys.push(key);
    at = end;
  }
  return { text, count: keys.length, starts, ends, keys };
}
