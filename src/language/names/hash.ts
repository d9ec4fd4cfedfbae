/**
 * Hashes of words, so that features and gazetteer entries are integers and no string is made while an article is read.
 * The mixing steps are FNV-1a (Fowler, Noll, Vo) and the finaliser of MurmurHash3 (Appleby), both in the public domain.
 */

/** Lower case without diacritics, by code unit; computed on first use for the Latin, Greek and Cyrillic blocks. */
const folded = new Uint16Array(0x2100);
let filled = false;

const extra: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', '’': "'", '‘': "'", '‑': '-', ß: 's' };

function fill(): void {
  for (let code = 0; code < folded.length; code++) {
    const base = String.fromCharCode(code).normalize('NFD').charAt(0).toLowerCase();
    folded[code] = (extra[base] ?? base).charCodeAt(0) || code;
  }
  filled = true;
}

/** Hash of the characters `[start, end)` with case and diacritics folded: a signed number of 32 bits, never 0. */
export function wordHash(text: string, start: number, end: number): number {
  if (!filled) fill();
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    h = Math.imul(h ^ (code < 0x2100 ? folded[code]! : code), 0x01000193);
  }
  return finish(h);
}

/** Characters with case and diacritics folded, as {@link wordHash} sees them. */
export function foldWord(word: string): string {
  if (!filled) fill();
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    out += String.fromCharCode(code < 0x2100 ? folded[code]! : code);
  }
  return out;
}

/** Joins two hashes; order matters. */
export function mix(a: number, b: number): number {
  return finish(Math.imul(a ^ (b >>> 15), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35));
}

function finish(h: number): number {
  h ^= h >>> 16;
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  return h || 1;
}

/** The next word's hash joined to that of the words before it: the hash of a phrase. */
export const phraseHash = (soFar: number, word: number): number => (soFar === 0 ? word : mix(soFar, word));
