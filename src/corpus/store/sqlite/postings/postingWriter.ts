import { bytes, int, type Database } from '../database';
import type { Pause } from '../write';
import { packChunks, readChunk, setBit } from './positions';
import { TermChanges } from './terms';
import { beginningKey, isToken, LONGEST_WORD, type PostingTable } from './tables';

/** Puts words of one transaction into an index of words. */
export class PostingWriter {
  readonly #ids = new Map<string, number[]>();
  readonly #gone: number[] = [];
  readonly #room: Uint32Array;

  constructor(private readonly database: Database, private readonly table: PostingTable) {
    this.#room = new Uint32Array(table.size);
  }

  /**
   * Notes the words of something new.
   * @param id higher than any before
   * @param words folded, each once, with blanks between them; a token is one more word
   */
  add(id: number, words: string): void {
    for (const long of words.split(' ')) {
      if (long === '') continue;
      const word = long.length > LONGEST_WORD ? long.slice(0, LONGEST_WORD) : long;
      this.#note(word, id);
      // Nobody types a token.
      const most = isToken(word) ? 0 : Math.min(this.table.beginnings, word.length);
      for (let letters = 1; letters <= most; letters++) this.#note(beginningKey(word.slice(0, letters)), id);
    }
  }

  /** Notes that an id is gone; its words need not be known. */
  remove(id: number): void {
    this.#gone.push(id);
  }

  /** Writes what was noted, in the order of the table. */
  async flush(pause: Pause): Promise<void> {
    const { words, size } = this.table, room = this.#room;
    const rows: [slot: number, word: string, ids: number[]][] = [];
    for (const [word, ids] of this.#ids) {
      for (let from = 0; from < ids.length;) {
        const slot = Math.floor(ids[from]! / size);
        let to = from + 1;
        while (to < ids.length && ids[to]! < (slot + 1) * size) to++;
        rows.push([slot, word, from === 0 && to === ids.length ? ids : ids.slice(from, to)]);
        from = to;
      }
    }
    this.#ids.clear();
    rows.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
    const terms = new TermChanges();
    const last = `SELECT start, ids FROM ${words} WHERE slot = ? AND word = ? ORDER BY start DESC LIMIT 1`, put = putOf(this.table);
    for (const [slot, word, ids] of rows) {
      const row = this.database.get(last, slot, word);
      let count = row ? readChunk({ start: int(row['start']), data: bytes(row['ids']) }, room) : 0;
      for (const id of ids) room[count++] = id - slot * size;
      const chunks = packChunks(room, count);
      for (const chunk of chunks) this.database.run(put, slot, word, chunk.start, chunk.count, chunk.data);
      terms.add(word, chunks.length - (row ? 1 : 0));
      await pause();
    }
    terms.write(this.database, this.table);
    this.#flushGone();
  }

  #note(key: string, id: number): void {
    const ids = this.#ids.get(key);
    if (!ids) this.#ids.set(key, [id]);
    // Several words of one text begin alike.
    else if (ids[ids.length - 1] !== id) ids.push(id);
  }

  #flushGone(): void {
    const { gone, size } = this.table, slots = new Map<number, Uint8Array>();
    for (const id of this.#gone) {
      const slot = Math.floor(id / size);
      let bits = slots.get(slot);
      if (!bits) {
        const row = this.database.get(`SELECT ids FROM ${gone} WHERE slot = ?`, slot);
        slots.set(slot, bits = row ? Uint8Array.from(bytes(row['ids'])) : new Uint8Array(size >> 3));
      }
      setBit(bits, id - slot * size);
    }
    this.#gone.length = 0;
    for (const [slot, bits] of slots) this.database.run(`INSERT OR REPLACE INTO ${gone} (slot, ids) VALUES (?, ?)`, slot, bits);
  }
}

/** Writes a chunk, in place of one that begins alike: slot, word, start, count and ids. */
export function putOf({ words }: PostingTable): string {
  return `INSERT OR REPLACE INTO ${words} (slot, word, start, count, ids) VALUES (?, ?, ?, ?, ?)`;
}

/** The last slot of an index of words; -1 when it is empty. */
export function lastSlot(database: Database, { words }: PostingTable): number {
  const row = database.get(`SELECT max(slot) AS slot FROM ${words}`);
  return row && row['slot'] !== null ? int(row['slot']) : -1;
}
