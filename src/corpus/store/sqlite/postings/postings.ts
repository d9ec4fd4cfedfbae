import { turn } from '../../../turns';
import { bytes, int, str, type Database } from '../database';
import { countLeft, hasBit, keepHeld, packChunks, readChunk, readPositions, type Chunk } from './positions';
import { lastSlot } from './postingWriter';
import { beginningKey, isToken, type PostingTable } from './tables';

/** What is looked for: ids that hold all of the words, folded. */
export interface WantedWords {
  readonly words: readonly string[];
  /** Whether the last word may go on. */
  readonly open?: boolean;
  readonly newestFirst?: boolean;
}

/** The lists of one slot. */
export interface SlotLists {
  /** Id of its position 0. */
  readonly first: number;
  /** Chunks by word, in order; a word that nothing in the slot holds is missing. */
  readonly lists: ReadonlyMap<string, readonly Chunk[]>;
  /** Bits of the positions that are gone; undefined where none is. */
  readonly gone: Uint8Array | undefined;
}

/** Words that are looked up first: in most slots nothing holds all of them. */
const FEW = 4;

/** Answers which ids hold words, slot by slot; others get a turn between the slots. */
export class Postings {
  /** Room for the positions of a slot, used between two turns only. */
  #some = new Uint32Array(0);
  #room = new Uint32Array(0);

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

  /** The lists of some words, one slot after the other. */
  async *slots(words: readonly string[], newestFirst = false): AsyncGenerator<SlotLists, void> {
    const last = lastSlot(this.database, this.table), gone = this.#gone(), wanted = JSON.stringify(words);
    for (let i = 0; i <= last; i++) {
      await turn();
      const slot = newestFirst ? last - i : i;
      yield { first: slot * this.table.size, lists: this.#listsOf(slot, wanted), gone: gone.get(slot) };
    }
  }

  /** The lists of further words in a slot of {@link slots}. */
  lists({ first }: SlotLists, words: readonly string[]): SlotLists['lists'] {
    return this.#listsOf(first / this.table.size, JSON.stringify(words));
  }

  #listsOf(slot: number, wanted: string): Map<string, Chunk[]> {
    const { words } = this.table, lists = new Map<string, Chunk[]>();
    const rows = this.database.arrays(`SELECT ${words}.word, start, ids FROM json_each(?) AS wanted CROSS JOIN ${words} ON slot = ? AND ${words}.word = wanted.value`, wanted, slot);
    for (const [word, start, ids] of rows) {
      const chunk = { start: int(start), data: bytes(ids) }, others = lists.get(str(word));
      if (!others) lists.set(str(word), [chunk]);
      // They come in order, though nothing says that they have to; asking for it would have all of them sorted.
      else if (others.push(chunk) > 1 && others.at(-2)!.start > chunk.start) others.sort((a, b) => a.start - b.start);
    }
    return lists;
  }

  /** Ids that hold all of the words, ascending unless told otherwise, no more than the limit; none for no words. */
  async holding({ words, open = false, newestFirst = false }: WantedWords, limit: number): Promise<number[]> {
    const { beginnings } = this.table, found: number[] = [], last = words.at(-1);
    if (last === undefined || limit <= 0) return found;
    const range = open && last.length > beginnings ? last : undefined;
    const keys = [...new Set(!open ? words : range === undefined ? [...words.slice(0, -1), beginningKey(last)] : words.slice(0, -1))].sort(telling);
    const few = keys.slice(0, FEW), rest = keys.slice(FEW);
    for await (const slot of this.slots(few, newestFirst)) {
      const { first, lists, gone } = slot;
      if (lists.size < few.length) continue;
      const all = [...lists.values()];
      if (range !== undefined) {
        const going = this.#goingOn(first / this.size, range);
        if (going.length === 0) continue;
        all.push(going);
      }
      let count = this.#heldBy(all, undefined);
      if (count > 0 && rest.length > 0) {
        const further = this.lists(slot, rest);
        count = further.size < rest.length ? 0 : this.#heldBy([...further.values()], count);
      }
      const [some] = this.rooms();
      for (let i = 0; i < count && found.length < limit; i++) {
        const position = some[newestFirst ? count - 1 - i : i]!;
        if (!gone || !hasBit(gone, position)) found.push(first + position);
      }
      if (found.length >= limit) break;
    }
    return found;
  }

  /** Keeps in the first room what is in all of the lists, of what it holds already where a number is given, and gives how many that is. */
  #heldBy(lists: readonly (readonly Chunk[])[], before: number | undefined): number {
    // About as many bytes, about as many ids.
    const [some, room] = this.rooms(), sorted = [...lists].sort((a, b) => lengthOf(a) - lengthOf(b)), [shortest] = sorted;
    let count = before ?? readPositions(shortest!, some);
    for (const list of before === undefined ? sorted.slice(1) : sorted) if (count > 0) count = keepHeld(some, count, list, room);
    return count;
  }

  /** Those of the words that anything holds. */
  async known(words: readonly string[]): Promise<Set<string>> {
    const { words: table } = this.table, known = new Set<string>(), gone = this.#gone();
    for (let slot = 0, last = lastSlot(this.database, this.table); slot <= last && known.size < words.length; slot++) {
      await turn();
      const bits = gone.get(slot);
      for (const word of words) {
        // Mostly the first list tells.
        for (let next = 0; !known.has(word); ) {
          const row = this.database.get(`SELECT start, count, ids FROM ${table} WHERE slot = ? AND word = ? AND start >= ? ORDER BY start LIMIT 1`, slot, word, next);
          if (!row) break;
          const start = int(row['start']);
          if (!bits || countLeft({ start, data: bytes(row['ids']) }, int(row['count']), bits, this.rooms()[1]) > 0) known.add(word);
          next = start + 1;
        }
      }
    }
    return known;
  }

  /** How many hold each word, those left out that none holds. */
  async frequencies(words: readonly string[]): Promise<Map<string, number>> {
    const { words: table } = this.table, counts = new Map<string, number>(), gone = this.#gone(), wanted = JSON.stringify(words);
    for (let slot = 0, last = lastSlot(this.database, this.table); slot <= last; slot++) {
      await turn();
      const bits = gone.get(slot);
      const rows = this.database.arrays(`SELECT ${table}.word, count${bits ? ', start, ids' : ''} FROM json_each(?) AS wanted CROSS JOIN ${table} ON slot = ? AND ${table}.word = wanted.value`, wanted, slot);
      for (const [word, count, start, ids] of rows) {
        const held = bits ? countLeft({ start: int(start), data: bytes(ids) }, int(count), bits, this.rooms()[1]) : int(count);
        if (held > 0) counts.set(str(word), (counts.get(str(word)) ?? 0) + held);
      }
    }
    return counts;
  }

  /** Words that begin so, with how many hold each, those counted that are gone but not yet cleared away. */
  async beginning(beginnings: readonly string[]): Promise<Map<string, number>> {
    const { words: table } = this.table, counts = new Map<string, number>(), wanted = JSON.stringify(beginnings);
    for (let slot = 0, last = lastSlot(this.database, this.table); slot <= last; slot++) {
      await turn();
      const rows = this.database.arrays(`SELECT word, count, ${table}.start FROM json_each(?) AS begun CROSS JOIN ${table} ON slot = ? AND word >= begun.value AND word < begun.value || char(1114111)`, wanted, slot);
      const seen = new Set<string>();
      for (const [value, count, start] of rows) {
        const word = str(value), chunk = `${word} ${int(start)}`;
        // One beginning may be that of another.
        if (word.endsWith('*') || seen.has(chunk)) continue;
        seen.add(chunk);
        counts.set(word, (counts.get(word) ?? 0) + int(count));
      }
    }
    return counts;
  }

  /** Positions of a slot that hold a word that begins so; none where nothing does. */
  #goingOn(slot: number, beginning: string): Chunk[] {
    const rows = this.database.arrays(`SELECT start, ids FROM ${this.table.words} WHERE slot = ? AND word >= ? AND word < ? || char(1114111)`, slot, beginning, beginning);
    const [some, room] = this.rooms(), held = new Uint8Array(this.size);
    for (const [start, ids] of rows) for (let i = 0, count = readChunk({ start: int(start), data: bytes(ids) }, room); i < count; i++) held[room[i]!] = 1;
    let count = 0;
    for (let position = 0; position < held.length; position++) if (held[position] === 1) some[count++] = position;
    return packChunks(some, count);
  }

  #gone(): Map<number, Uint8Array> {
    return new Map(this.database.arrays(`SELECT slot, ids FROM ${this.table.gone}`).map(([slot, ids]) => [int(slot), bytes(ids)]));
  }
}

/** Tokens before words, which are the rarer the longer they are. */
function telling(a: string, b: string): number {
  return Number(isToken(b)) - Number(isToken(a)) || b.length - a.length;
}

function lengthOf(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, { data }) => sum + data.length + 1, 0);
}
