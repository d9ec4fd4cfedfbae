import { beginsNone, endsPlain, keyOf, kinds, LETTER, nextWord } from './words';

/** Words of a quote, numbered: equal words have equal numbers. */
export interface NumberedWords {
  /** Number of each word of the quote, in order. */
  readonly items: Int32Array;
  readonly of: ReadonlyMap<string, number>;
  /** Words by number. */
  readonly keys: readonly string[];
  /**
   * Words of plain letters and digits: at the place that a word's hash leads to, or the next free one, the hash and the word's number, raised by one; 0 where there is none.
   * Twice a power of two long.
   */
  readonly table: Int32Array;
}

/** Places of the table for each word, at the least: most words of a text lead to a free one. */
const SPARSE = 8;

/** @param words folded words of a quote, in order */
export function numberKeys(words: readonly string[]): NumberedWords {
  const of = new Map<string, number>();
  const items = Int32Array.from(words, (key) => {
    const number = of.get(key) ?? of.size;
    of.set(key, number);
    return number;
  });
  const keys = [...of.keys()], places = 2 ** Math.ceil(Math.log2((keys.length + 1) * SPARSE)), table = new Int32Array(2 * places);
  keys.forEach((key, number) => {
    if (!/^[a-z\d]+$/.test(key)) return;
    let hash = 0;
    for (let i = 0; i < key.length; i++) hash = next(hash, key.charCodeAt(i));
    let place = placeOf(hash, places);
    while (table[2 * place + 1] !== 0) place = (place + 1) & (places - 1);
    table[2 * place] = hash;
    table[2 * place + 1] = number + 1;
  });
  return { items, of, keys, table };
}

/** The hash of plain letters, whatever their case, and digits, and one more: the bit that tells small letters from capitals is set in all digits. */
function next(hash: number, code: number): number {
  return (Math.imul(hash, 31) + (code | 32)) | 0;
}

function placeOf(hash: number, places: number): number {
  return (hash ^ (hash >>> 15)) & (places - 1);
}

function equals(key: string, text: string, from: number, to: number): boolean {
  if (key.length !== to - from) return false;
  for (let i = 0; i < key.length; i++) if (key.charCodeAt(i) !== (text.charCodeAt(from + i) | 32)) return false;
  return true;
}

/** Room for the numbers of the words of a text; longer ones get their own. */
const room = new Int32Array(2 ** 16);

/** The numbers of a text's words (as `wordsOf` finds them), -1 for those that the quote has not. No words are made for it, and each unit of the text is looked at once. */
export function scanNumbers(text: string, { of, keys, table }: NumberedWords): Int32Array {
  const numbers = text.length <= room.length ? room : new Int32Array(text.length), places = table.length / 2;
  let count = 0;
  for (let at = 0; at < text.length;) {
    let code = text.charCodeAt(at);
    if (kinds[code] === LETTER) {
      let hash = next(0, code), end = at + 1;
      for (; end < text.length; end++) {
        code = text.charCodeAt(end);
        if (kinds[code] !== LETTER) break;
        hash = next(hash, code);
      }
      if (endsPlain(text, at, end)) {
        let place = placeOf(hash, places), number = table[2 * place + 1]!;
        while (number !== 0 && !(table[2 * place] === hash && equals(keys[number - 1]!, text, at, end))) {
          place = (place + 1) & (places - 1);
          number = table[2 * place + 1]!;
        }
        numbers[count++] = number - 1;
        at = end;
        continue;
      }
    } else if (beginsNone(text, at)) {
      at++;
      continue;
    }
    const match = nextWord(text, at);
    if (!match) break;
    numbers[count++] = of.get(keyOf(match[0])) ?? -1;
    at = match.index + match[0].length;
  }
  return numbers.slice(0, count);
}
