/** Any character for which case folding alone is not enough to compare. */
const BEYOND_LATIN = /[^\x00-\x7f\u00a0-\u00ac\u00ae-\u00bf\u2010-\u2027\u2030-\u205e\u20ac]/;

/** A text for comparison: lower case, accents and other combining marks left out. Offsets do not survive. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return BEYOND_LATIN.test(lower) ? withoutMarks(lower) : lower;
}

function withoutMarks(lower: string): string {
  return lower.normalize('NFD').replace(/\p{M}+/gu, '');
}

/** Characters of no width that stand within words: soft hyphens, joiners. */
export const INVISIBLE = /[\u00ad\u200b-\u200d\u2060]/g;
/** Letters that are others in a form of their own: ligatures, letters as wide as ideographs, letters of mathematics. */
const OTHER_FORMS = /[\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d7ff}]+/gu;

/** The words of a text, folded: runs of letters and digits, as FTS5's `unicode61` splits them; whatever form a page gives their letters, and wherever it may break them. */
export function foldedWords(text: string): string[] {
  const lower = text.toLowerCase();
  if (!BEYOND_LATIN.test(lower)) return lower.match(PLAIN_WORD) ?? [];
  const plain = lower.replace(INVISIBLE, '').replace(OTHER_FORMS, (letters) => letters.normalize('NFKC').toLowerCase());
  return withoutMarks(plain).match(/[\p{L}\p{N}\p{Co}]+/gu) ?? [];
}

/** Letters and digits among the characters that {@link BEYOND_LATIN} leaves; three times as fast as asking for their properties. */
const PLAIN_WORD = /[a-z0-9\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be]+/g;

/**
 * A name for comparison: folded, without possessive ending and leading article, points and apostrophes dropped
 * (`U.S.` = `US`, `O’Brien` = `O'Brien`), every other mark a space (`Jean-Loup` = `Jean Loup`).
 * A name without letters or digits stays as it is, trimmed and folded.
 */
export function foldName(name: string): string {
  let folded = foldedNames.get(name);
  if (folded === undefined) {
    if (foldedNames.size >= MOST_NAMES) foldedNames.clear();
    if (name.length > LONGEST_KEPT) return bareName(name);
    foldedNames.set(name, folded = bareName(name));
  }
  return folded;
}

/** Articles speak of the same names over and over. */
const foldedNames = new Map<string, string>(), MOST_NAMES = 10_000, LONGEST_KEPT = 80;

function bareName(name: string): string {
  const bare = fold(name)
    .trim()
    .replace(/['’]s?$/u, '')
    .replace(/[.'’]/gu, '')
    .replace(/[^\p{L}\p{N}\p{Co}]+/gu, ' ')
    .trim()
    .replace(/^the (?=.)/u, '');
  return bare === '' ? fold(name).trim() : bare;
}

/** A whole number below 2^48 made of a text: two multiplicative hashes over its UTF-16 code units (FNV-1a, and a second with other constants), 24 bits of each. */
export function hash48(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + i), 0x85ebca6b);
    high ^= high >>> 13;
  }
  return (high >>> 8 & 0xffffff) * 0x1000000 + (low >>> 4 & 0xffffff);
}
