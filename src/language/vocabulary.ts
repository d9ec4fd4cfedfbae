import { codesOf, TokenFlag, TokenKind, type Tokens } from './tokens';

/**
 * The different words of the texts read of late, each kept once: a token becomes a small number, and what a recogniser knows of
 * a word is found once and read from a list ({@link Notes}). Words differ when a character does, its case included.
 */
export class Vocabulary {
  /** The characters of each word, as written, and in lower case (marks and numbers too). */
  readonly exact: string[] = [];
  readonly lower: string[] = [];
  /** `TokenKind` of each word, and the capitals of `TokenFlag`: the characters of a token decide both. */
  readonly kinds: number[] = [];
  readonly capitals: number[] = [];
  /** Hash and number (one more; 0 for none) of a word side by side, and the characters of all words one after the other. */
  private table = new Int32Array(1 << 13);
  private characters = new Uint16Array(1 << 13);
  private from = new Uint32Array(1 << 11);
  /** Differs from run to run, so that no text can be written in which all words fall together. */
  private readonly seed = (Math.random() * 0x7fffffff) | 0;

  get size(): number { return this.exact.length; }
  /** Code units kept. */
  get units(): number { return this.from[this.exact.length]!; }

  /** The number of token `i`; `codes` are the code units of the text. */
  idOf(tokens: Tokens, i: number, codes: Uint16Array): number {
    const start = tokens.starts[i]!, end = tokens.ends[i]!, { table } = this;
    let h = this.seed;
    for (let p = start; p < end; p++) h = Math.imul(h ^ codes[p]!, 0x01000193);
    h ^= h >>> 15;
    const mask = (table.length >> 1) - 1;
    for (let slot = h & mask; ; slot = (slot + 1) & mask) {
      const id = table[2 * slot + 1]! - 1;
      if (id < 0) return this.add(tokens, i, h, slot);
      if (table[2 * slot] === h && this.isAt(id, codes, start, end)) return id;
    }
  }

  private isAt(id: number, codes: Uint16Array, start: number, end: number): boolean {
    const { characters } = this, from = this.from[id]!;
    if (this.from[id + 1]! - from !== end - start) return false;
    for (let p = start, q = from; p < end; p++, q++) if (characters[q] !== codes[p]) return false;
    return true;
  }

  private add(tokens: Tokens, i: number, hash: number, slot: number): number {
    const start = tokens.starts[i]!, end = tokens.ends[i]!, id = this.exact.length, word = copy(tokens.text.slice(start, end)), at = this.from[id]!;
    while (at + word.length > this.characters.length) this.characters = grown(this.characters, new Uint16Array(this.characters.length * 2));
    for (let p = 0; p < word.length; p++) this.characters[at + p] = word.charCodeAt(p);
    this.exact.push(word);
    this.lower.push(word.toLowerCase());
    this.kinds.push(tokens.kinds[i]!);
    this.capitals.push(tokens.kinds[i] === TokenKind.word ? tokens.flags[i]! & (TokenFlag.capital | TokenFlag.allCapitals) : 0);
    this.from[id + 1] = at + word.length;
    this.table[2 * slot] = hash;
    this.table[2 * slot + 1] = id + 1;
    if (id + 2 === this.from.length) this.from = grown(this.from, new Uint32Array(this.from.length * 2));
    if (4 * this.exact.length === this.table.length) this.rehash();
    return id;
  }

  private rehash(): void {
    const { table } = this, larger = new Int32Array(table.length * 2), mask = table.length - 1;
    for (let k = 0; k < table.length; k += 2) {
      if (table[k + 1] === 0) continue;
      let slot = table[k]! & mask;
      while (larger[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
      larger[2 * slot] = table[k]!;
      larger[2 * slot + 1] = table[k + 1]!;
    }
    this.table = larger;
  }
}

function grown<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** A string of its own: a slice would keep the whole article in memory. */
const copy = (slice: string): string => (slice.length < 13 ? slice : ` ${slice}`.slice(1));

/** The words of one text: a vocabulary and the number in it of each token. */
export interface Words {
  readonly vocabulary: Vocabulary;
  readonly ids: Uint32Array;
}

/** Beyond so many words or code units the next text begins another vocabulary, so that memory stays bounded. */
const mostWords = 60_000, mostUnits = 2_000_000;
let current = new Vocabulary();

/** Numbers the words of a text, whose code units are `codes`. */
export function wordsOf(tokens: Tokens, codes = codesOf(tokens.text)): Words {
  if (current.size > mostWords || current.units > mostUnits) current = new Vocabulary();
  const vocabulary = current, ids = new Uint32Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) ids[i] = vocabulary.idOf(tokens, i, codes);
  return { vocabulary, ids };
}

/** What a recogniser knows of each word of a vocabulary, found when a text with the word is first read. */
export class Notes<T> {
  private readonly kept = new WeakMap<Vocabulary, T[]>();

  /** `find` must look at nothing but the word. */
  constructor(private readonly find: (vocabulary: Vocabulary, id: number) => T) {}

  /** The notes of a vocabulary, by word number. */
  of(vocabulary: Vocabulary): readonly T[] {
    let notes = this.kept.get(vocabulary);
    if (!notes) this.kept.set(vocabulary, (notes = []));
    for (let id = notes.length; id < vocabulary.size; id++) notes.push(this.find(vocabulary, id));
    return notes;
  }
}
