import { keyOf, nextWord, plainEnd } from './words';

/** Words of a quote, numbered: equal words have equal numbers. */
export interface NumberedWords {
  /** Number of each word of the quote, in order. */
  readonly items: Int32Array;
  readonly of: ReadonlyMap<string, number>;
  /** Words by number. */
  readonly keys: readonly string[];
  /** Numbers of words of plain letters and digits, raised by one, at the place that their hash leads to or the next free one; 0 where there is none. A power of two long. */
  readonly table: Int32Array;
}

/** @param words folded words of a quote, in order */
export function numberKeys(words: readonly string[]): NumberedWords {
  const of = new Map<string, number>();
  const items = Int32Array.from(words, (key) => {
    const number = of.get(key) ?? of.size;
    of.set(key, number);
    return number;
  });
  const keys = [...of.keys()], table = new Int32Array(2 ** Math.ceil(Math.log2(keys.length * 4 + 8)));
  keys.forEach((key, number) => {
    if (!/^[a-z\d]+$/.test(key)) return;
    let place = hash(key, 0, key.length) & (table.length - 1);
    while (table[place] !== 0) place = (place + 1) & (table.length - 1);
    table[place] = number + 1;
  });
  return { items, of, keys, table };
}

/** A number made of plain letters, whatever their case, and digits: the bit that tells small letters from capitals is set in all digits. */
function hash(text: string, from: number, to: number): number {
  let sum = to - from;
  for (let i = from; i < to; i++) sum = Math.imul(sum, 31) + (text.charCodeAt(i) | 32);
  return sum ^ (sum >>> 15);
}

function equals(key: string, text: string, from: number, to: number): boolean {
  if (key.length !== to - from) return false;
  for (let i = 0; i < key.length; i++) if (key.charCodeAt(i) !== (text.charCodeAt(from + i) | 32)) return false;
  return true;
}

/** The numbers of a text's words (as `wordsOf` finds them), -1 for those that the quote has not. Words are not made for it: a fifth of the time. */
export function scanNumbers(text: string, { of, keys, table }: NumberedWords): Int32Array {
  const numbers: number[] = [];
  for (let at = 0; at < text.length;) {
    const end = plainEnd(text, at);
    if (end === at) { at++; continue; }
    if (end > at) {
      let place = hash(text, at, end) & (table.length - 1);
      while (table[place] !== 0 && !equals(keys[table[place]! - 1]!, text, at, end)) place = (place + 1) & (table.length - 1);
      numbers.push(table[place]! - 1);
      at = end;
      continue;
    }
    const match = nextWord(text, at);
    if (!match) break;
    numbers.push(of.get(keyOf(match[0])) ?? -1);
    at = match.index + match[0].length;
  }
  return Int32Array.from(numbers);
}
