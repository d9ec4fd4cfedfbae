import { turn } from '../../../turns';
import { bytes, int, str, type Database } from '../database';
import { countLeft, eachHeld, hasBit, holds, readChunk, readPositions, type Chunk } from './positions';
import { lastSlot } from './postingWriter';
import { beginningKey, type PostingTable } from './tables';
import { chunksOf, termsBeginning } from './terms';

/** What is looked for: ids that hold all of the words, folded. */
export interface WantedWords {
  readonly words: readonly string[];
  /** Whether the last word may go on. */
  readonly open?: boolean;
  /** Words that count as the last one where it may go on: what it is part of may be held in another form. */
  readonly endings?: readonly string[];
  readonly newestFirst?: boolean;
}

/** So many consecutive ids. */
export interface Slot {
  readonly slot: number;
  /** Id of its position 0. */
  readonly first: number;
  /** Bits of the positions that are gone, read when they are asked for; undefined where none is. */
  readonly gone: () => Uint8Array | undefined;
}

/** Sums of the weights of words, and these words as bits. */
export interface Sums { readonly weights: Float64Array; readonly held: Uint32Array }

/** A word and how many chunks it has in a slot, more or less. */
export interface SpreadWord { readonly word: string; readonly chunks: number }

/** A chunk that is looked for takes about as long as so many that are read one after the other. */
const SEEK = 2;

/** Answers which ids hold words, slot by slot; others get a turn between the slots. */
export class Postings {
  /** Room for the positions of a slot, used between two turns only. */
  #some = new Uint32Array(0);
  #room = new Uint32Array(0);
  #marks = new Uint8Array(0);
  #sums: Sums | undefined;

  constructor(private readonly database: Database, private readonly table: PostingTable) {}

  /** Positions of a slot. */
  get size(): number {
    return this.table.size;
  }

  /** Two rooms for the positions of a slot. They are everybody's: what they hold is lost at the next turn. */
  rooms(): readonly [Uint32Array, Uint32Array] {
    if (this.#room.length === 0) {
      this.#some = new Uint32Array(this.size);
      this.#room = new Uint32Array(this.size);
    }
    return [this.#some, this.#room];
  }

  /** A mark for each position of a slot. Whoever sets some takes them away before the next turn. */
  marks(): Uint8Array {
    if (this.#marks.length === 0) this.#marks = new Uint8Array(this.size);
    return this.#marks;
  }

  /** A sum, and which words it is of, for each position of a slot, all 0. Whoever adds some takes them away before the next turn. */
  sums(): Sums {
    return this.#sums ??= { weights: new Float64Array(this.size), held: new Uint32Array(this.size) };
  }

  /** One slot after the other; others get their turns in between. */
  async *slots(newestFirst = false): AsyncGenerator<Slot, void> {
    const last = lastSlot(this.database, this.table);
    for (let i = 0; i <= last; i++) {
      await turn();
      const slot = newestFirst ? last - i : i;
      yield { slot, first: slot * this.size, gone: () => this.#gone(slot) };
    }
  }

  /** Those of the words that stand anywhere, each once, the rarest first, with how many chunks they have in a slot. */
  spread(words: readonly string[]): SpreadWord[] {
    const slots = lastSlot(this.database, this.table) + 1;
    return [...chunksOf(this.database, this.table, words)].map(([word, chunks]) => ({ word, chunks: chunks / slots })).sort((a, b) => a.chunks - b.chunks);
  }

  /** The chunks of each of some words that the slot has, in order. */
  lists({ slot }: Slot, words: readonly string[]): Map<string, Chunk[]> {
    const { words: table } = this.table, lists = new Map<string, Chunk[]>();
    const rows = this.database.arrays(`SELECT ${table}.word, start, ids FROM json_each(?) AS wanted CROSS JOIN ${table} ON slot = ? AND ${table}.word = wanted.value`, JSON.stringify(words), slot);
    for (const [word, start, ids] of rows) {
      const chunk = { start: int(start), data: bytes(ids) }, others = lists.get(str(word));
      if (!others) lists.set(str(word), [chunk]);
      // They come in order, though nothing says that they have to; asking for it would have all of them sorted.
      else if (others.push(chunk) > 1 && others.at(-2)!.start > chunk.start) others.sort((a, b) => a.start - b.start);
    }
    return lists;
  }

  /** Ids that hold all of the words, ascending unless told otherwise, no more than the limit; none for no words. */
  async holding({ words, open = false, endings = [], newestFirst = false }: WantedWords, limit: number): Promise<number[]> {
    const { beginnings } = this.table, found: number[] = [], last = words.at(-1);
    if (last === undefined || limit <= 0) return found;
    const begun = open && (last.length > beginnings || endings.length > 0) ? last : undefined, whole = open ? words.slice(0, -1) : words;
    const keys = new Set(open && begun === undefined ? [...whole, beginningKey(last)] : whole), spread = this.spread([...keys]), [some] = this.rooms();
    if (spread.length < keys.size) return found;
    for await (const { slot, first, gone } of this.slots(newestFirst)) {
      let count = spread.length > 0 ? this.#holdingAll(slot, spread) : undefined;
      if (begun !== undefined && count !== 0) count = this.#goingOn(slot, [begun, ...endings], count);
      const bits = count === 0 ? undefined : gone();
      for (let at = 0; at < count! && found.length < limit; at++) {
        const position = some[newestFirst ? count! - 1 - at : at]!;
        if (!bits || !hasBit(bits, position)) found.push(first + position);
      }
      if (found.length >= limit) break;
    }
    return found;
  }

  /** Puts what holds all of the words in the first room, and gives how many that is. */
  #holdingAll(slot: number, [rarest, ...others]: readonly SpreadWord[]): number {
    const [some] = this.rooms();
    let count = readPositions(this.list(slot, rarest!.word), some);
    for (const word of others) {
      if (count === 0) break;
      let kept = 0;
      this.eachHolding(slot, word, count, (i) => (some[kept++] = some[i]!));
      count = kept;
    }
    return count;
  }

  /** The chunks of a slot that hold a word, in order. */
  list(slot: number, word: string): Chunk[] {
    return this.database.arrays(`SELECT start, ids FROM ${this.table.words} WHERE slot = ? AND word = ? ORDER BY start`, slot, word).map(([start, ids]) => ({ start: int(start), data: bytes(ids) }));
  }

  /**
   * Goes through the first positions of the first room, which ascend, that hold a word. Where they are few, only chunks are read in which they would stand.
   * @param take is given the index of each, up to which the room may change
   */
  eachHolding(slot: number, { word, chunks }: SpreadWord, count: number, take: (index: number) => void): void {
    const [some, room] = this.rooms();
    if (count * SEEK >= chunks) {
      eachHeld(some, count, this.list(slot, word), room, take);
      return;
    }
    for (let i = 0; i < count; i++) {
      const row = this.database.get(`SELECT start, ids FROM ${this.table.words} WHERE slot = ? AND word = ? AND start <= ? ORDER BY start DESC LIMIT 1`, slot, word, some[i]!);
      if (row && holds({ start: int(row['start']), data: bytes(row['ids']) }, some[i]!, room)) take(i);
    }
  }

  /** Those of the words that anything holds. @param enough how many of them need be found */
  async known(words: readonly string[], enough = Infinity): Promise<Set<string>> {
    const { words: table } = this.table, known = new Set<string>(), there = chunksOf(this.database, this.table, words), most = Math.min(enough, there.size);
    if (most === 0) return known;
    for await (const { slot, gone } of this.slots()) {
      const bits = gone();
      for (const word of there.keys()) {
        // Mostly the first list tells.
        for (let next = 0; known.size < most && !known.has(word); ) {
          const row = this.database.get(`SELECT start, count, ids FROM ${table} WHERE slot = ? AND word = ? AND start >= ? ORDER BY start LIMIT 1`, slot, word, next);
          if (!row) break;
          const start = int(row['start']);
          if (!bits || countLeft({ start, data: bytes(row['ids']) }, int(row['count']), bits, this.rooms()[1]) > 0) known.add(word);
          next = start + 1;
        }
      }
      if (known.size >= most) break;
    }
    return known;
  }

  /** Whether anything holds a word that begins so. */
  async begins(beginning: string): Promise<boolean> {
    if (beginning.length <= this.table.beginnings) return (await this.known([beginningKey(beginning)])).size > 0;
    for await (const words of this.beginning([beginning])) if ((await this.known(words, 1)).size > 0) return true;
    return false;
  }

  /** How many hold each word, those left out that none holds. */
  async frequencies(words: readonly string[]): Promise<Map<string, number>> {
    const { words: table } = this.table, counts = new Map<string, number>(), wanted = JSON.stringify(words);
    if (words.length === 0) return counts;
    for await (const { slot, gone } of this.slots()) {
      const bits = gone();
      const rows = this.database.arrays(`SELECT ${table}.word, count${bits ? ', start, ids' : ''} FROM json_each(?) AS wanted CROSS JOIN ${table} ON slot = ? AND ${table}.word = wanted.value`, wanted, slot);
      for (const [word, count, start, ids] of rows) {
        const held = bits ? countLeft({ start: int(start), data: bytes(ids) }, int(count), bits, this.rooms()[1]) : int(count);
        if (held > 0) counts.set(str(word), (counts.get(str(word)) ?? 0) + held);
      }
    }
    return counts;
  }

  /** Words that begin so, some at a time; those among them that nothing holds any more whose slots have not been written anew. */
  async *beginning(beginnings: readonly string[]): AsyncGenerator<readonly string[], void> {
    for (const words of termsBeginning(this.database, this.table, beginnings)) {
      yield words;
      await turn();
    }
  }

  /** Puts what holds a word that begins so, or one of the others, in the first room, of what it holds already where a number is given, and gives how many that is. */
  #goingOn(slot: number, [beginning, ...others]: readonly string[], before: number | undefined): number {
    const [some, room] = this.rooms(), held = this.marks(), { words } = this.table;
    const rows = this.database.arrays(`SELECT start, ids FROM ${words} WHERE slot = ? AND word >= ? AND word < ? || char(1114111)`, slot, beginning!, beginning!);
    if (others.length > 0) for (const row of this.database.arrays(`SELECT start, ids FROM json_each(?) AS wanted CROSS JOIN ${words} ON slot = ? AND ${words}.word = wanted.value`, JSON.stringify(others), slot)) rows.push(row);
    let end = 0, count = 0;
    for (const [start, ids] of rows) {
      const read = readChunk({ start: int(start), data: bytes(ids) }, room);
      for (let i = 0; i < read; i++) held[room[i]!] = 1;
      end = Math.max(end, room[read - 1]! + 1);
    }
    if (before === undefined) {
      for (let position = 0; position < end; position++) if (held[position] === 1) some[count++] = position;
    } else {
      for (let i = 0; i < before; i++) if (held[some[i]!] === 1) some[count++] = some[i]!;
    }
    held.fill(0, 0, end);
    return count;
  }

  #gone(slot: number): Uint8Array | undefined {
    const row = this.database.get(`SELECT ids FROM ${this.table.gone} WHERE slot = ?`, slot);
    return row && bytes(row['ids']);
  }
}
