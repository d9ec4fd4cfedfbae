import { turn } from '../../turns';
import { bytes, int, viewOf, type Database } from './database';
import { ALONE, DAYS, EVENTS, KINDS, LISTING_CHANGES, SIZE, type Columns, type Kinds } from './listingColumns';
import { readTotal } from './totals';

/** Days of events, `NO_DAY` where none is known, and what keeps events of one day in order. */
export interface Days { readonly first: Int32Array; readonly last: Int32Array; readonly tie: Int32Array }

/** Rows that are read in one go: a millisecond. */
const ROWS = 64;
/** Bytes of rows that are kept: those of a million articles, as much as it takes. */
const MOST_KEPT = 48_000_000;

/** Reads what listings lead to, a little at a time. Listings are given ascending; what has no row is 0. */
export class ListingReader {
  readonly #kept = new Map<Columns<unknown>, Map<number, unknown>>();
  #bytes = 0;
  /** What is kept is of this index as this transaction left it; undefined before anything is. */
  #state: { readonly generation: number; readonly written: number } | undefined;
  #stale = false;

  constructor(private readonly database: Database) {}

  /** Has what is kept compared with the index before it is used again; after each change of it. */
  forget(): void {
    this.#stale = true;
  }

  /** Lets go of what is kept. */
  release(): void {
    this.#kept.clear();
    this.#bytes = 0;
    this.#state = undefined;
  }

  /** Types and headings of the events, and a mark for each of which no other listing tells. */
  async kinds(listings: Uint32Array): Promise<Kinds & { readonly alone: Uint8Array }> {
    const { length } = listings, types = new Uint8Array(length), headings = new Int32Array(length), alone = new Uint8Array(length);
    await this.#eachBlock(KINDS, listings, (block, first, from, to) => {
      for (let i = from; i < to; i++) {
        const at = listings[i]! - first, type = block.types[at]!;
        types[i] = type & ~ALONE;
        alone[i] = type & ALONE ? 1 : 0;
        headings[i] = block.headings[at]!;
      }
    });
    return { types, headings, alone };
  }

  /** Numbers of the events. */
  async events(listings: Uint32Array): Promise<Float64Array> {
    const events = new Float64Array(listings.length);
    await this.#eachBlock(EVENTS, listings, (block, first, from, to) => {
      for (let i = from; i < to; i++) events[i] = block[listings[i]! - first]!;
    });
    return events;
  }

  async days(listings: Uint32Array): Promise<Days> {
    const { length } = listings, days = { first: new Int32Array(length), last: new Int32Array(length), tie: new Int32Array(length) };
    await this.#eachBlock(DAYS, listings, (block, first, from, to) => {
      for (let i = from; i < to; i++) {
        const at = (listings[i]! - first) * DAYS.width;
        // A listing that the row does not reach stays 0, as in the other columns.
        if (at + DAYS.width > block.byteLength) break;
        days.first[i] = block.getInt32(at, true);
        days.last[i] = block.getInt32(at + 4, true);
        days.tie[i] = block.getInt32(at + 8, true);
      }
    });
    return days;
  }

  /** @param use is given a row, its first listing, and which of the listings stand in it, half open */
  async #eachBlock<Block>(columns: Columns<Block>, listings: Uint32Array, use: (block: Block, first: number, from: number, to: number) => void): Promise<void> {
    for (let index = 0; index < listings.length;) {
      await turn();
      const wanted: number[] = [], ends: number[] = [];
      for (let to = index; to < listings.length && wanted.length < ROWS; ends.push(to)) {
        const block = Math.floor(listings[to]! / SIZE), past = (block + 1) * SIZE;
        wanted.push(block);
        while (to < listings.length && listings[to]! < past) to++;
      }
      const rows = this.#rows(columns, wanted);
      wanted.forEach((number, i) => {
        const block = rows.get(number);
        if (block) use(block, number * SIZE, index, ends[i]!);
        index = ends[i]!;
      });
    }
  }

  /** Drops the rows that have changed since they were read. */
  #refresh(): void {
    if (this.#state && !this.#stale) return;
    this.#stale = false;
    const generation = readTotal(this.database, 'generation'), before = this.#state;
    if (before?.generation !== generation) {
      this.release();
      this.#state = { generation, written: int(this.database.get(`SELECT max(written) AS last FROM ${LISTING_CHANGES}`)?.['last']) };
      return;
    }
    let last = before.written;
    for (const [block, written] of this.database.numbers(`SELECT block, written FROM ${LISTING_CHANGES} WHERE written > ?`, before.written)) {
      last = Math.max(last, written!);
      for (const [columns, rows] of this.#kept) if (rows.delete(block!)) this.#bytes -= SIZE * columns.width;
    }
    this.#state = { generation, written: last };
  }

  #rows<Block>(columns: Columns<Block>, blocks: readonly number[]): ReadonlyMap<number, Block> {
    if (columns.kept) this.#refresh();
    const { table, width, kept } = columns, known = (this.#kept.get(columns) ?? new Map<number, unknown>()) as Map<number, Block>, wanted = blocks.filter((block) => !known.has(block));
    if (wanted.length === 0) return known;
    const rows = this.database.arrays(`SELECT block, data FROM (SELECT value FROM json_each(?)) AS wanted CROSS JOIN ${table} ON block = wanted.value`, JSON.stringify(wanted));
    const found = new Map(rows.map(([block, data]) => [int(block), columns.read(viewOf(bytes(data)), Math.floor(bytes(data).length / width))])), size = rows.length * SIZE * width;
    if (kept && this.#bytes + size <= MOST_KEPT) {
      this.#bytes += size;
      for (const [block, data] of found) known.set(block, data);
      this.#kept.set(columns, known);
    }
    if (wanted.length < blocks.length) for (const block of blocks) if (known.has(block)) found.set(block, known.get(block)!);
    return found;
  }
}
