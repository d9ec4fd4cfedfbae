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
const invisible = /[\u00ad\u200b-\u200d\u2060]/g;
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
  const plain = /^[\x20-\x7e]*$/.test(raw) ? raw : raw.normalize('NFKC').replace(invisible, '').replace(/[’ʼ‘]/g, "'");
  if (initials.test(plain)) return plain.replaceAll('.', '');
  return /^\d[\d,.]*,/.test(plain) ? plain.replace(/,(?=\d)/g, '') : plain;
}

/** Finds the words of `text` between two offsets. */
export function wordsOf(text: string, from = 0, to = text.length): ComparedWords {
  const starts: number[] = [], ends: number[] = [], keys: string[] = [];
  word.lastIndex = from;
  for (let match = word.exec(text); match && match.index < to; match = word.exec(text)) {
    starts.push(match.index);
    ends.push(Math.min(to, match.index + match[0].length));
    keys.push(keyOf(match[0]));
  }
  return { text, count: keys.length, starts, ends, keys };
}
