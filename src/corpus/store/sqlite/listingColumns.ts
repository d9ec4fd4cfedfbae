import { turn } from '../../turns';
import { bytes, int, viewOf, type Database } from './database';

/** What lists of events need to know of one: its number, type and heading, first and last possible day, and what keeps events of one day in order. */
export interface ListedEvent {
  readonly id: number;
  readonly type: number;
  readonly heading: number;
  /** Null where no day is known. */
  readonly first: number | null;
  readonly last: number | null;
  readonly tie: number;
  /** Whether it has one report, so that no other listing leads to it. */
  readonly alone: boolean;
}

/** Listings that stand in one row of a table. */
const SIZE = 512;
/** Stands for a day that is not known. */
export const NO_DAY = -(2 ** 31);
/** Beside the number of a type: the event has one report. */
const ALONE = 0x80;

/** A table of columns: what is asked for together stands together. */
interface Columns {
  readonly table: string;
  /** Bytes of a listing. All numbers have their little end first. */
  readonly width: number;
  /** Whether rows are kept until the index changes: a list asks for these of everything it finds, at each key that is typed. */
  readonly kept: boolean;
  put(view: DataView, at: number, event: ListedEvent): void;
}

/** Type and heading. */
const KINDS: Columns = {
  table: 'listingKind', width: 5, kept: true,
  put(view, at, { type, heading, alone }) {
    view.setUint8(at, type | (alone ? ALONE : 0));
    view.setInt32(at + 1, heading, true);
  },
};
/** Number of the event. */
const EVENTS: Columns = { table: 'listingEvent', width: 8, kept: true, put: (view, at, { id }) => view.setFloat64(at, id, true) };
/** Days, and the order of those of one. */
const DAYS: Columns = {
  table: 'listingDay', width: 12, kept: false,
  put: (view, at, { first, last, tie }) => [first ?? NO_DAY, last ?? NO_DAY, tie].forEach((value, i) => view.setInt32(at + i * 4, value, true)),
};

/** The tables of the columns. */
export const listingTables = [KINDS, EVENTS, DAYS].map(({ table }) => table);

/** Writes what listings lead to. @param events by listing */
export function writeListings(database: Database, events: ReadonlyMap<number, ListedEvent>): void {
  const listings = [...events.keys()].sort((a, b) => a - b);
  for (const columns of [KINDS, EVENTS, DAYS]) {
    const { table, width } = columns;
    for (let at = 0; at < listings.length;) {
      const block = Math.floor(listings[at]! / SIZE), before = bytes(database.get(`SELECT data FROM ${table} WHERE block = ?`, block)?.['data']);
      let to = at + 1;
      while (to < listings.length && listings[to]! < (block + 1) * SIZE) to++;
      const data = new Uint8Array(Math.max(before.length, (listings[to - 1]! - block * SIZE + 1) * width)), view = viewOf(data);
      data.set(before);
      for (; at < to; at++) columns.put(view, (listings[at]! - block * SIZE) * width, events.get(listings[at]!)!);
      // An event that takes up one more report mostly keeps its number and its days.
      if (data.length !== before.length || data.some((byte, i) => byte !== before[i])) database.run(`INSERT OR REPLACE INTO ${table} (block, data) VALUES (?, ?)`, block, data);
    }
  }
}

/** Rows that are read in one go: a millisecond. */
const ROWS = 64;
/** Bytes of rows that are kept: those of a million articles, as much as it takes. */
const MOST_KEPT = 48_000_000;
const NOTHING = new Uint8Array(0);

/** Reads what listings lead to, a little at a time. */
export class ListingColumns {
  readonly #kept = new Map<string, Map<number, Uint8Array>>();
  #bytes = 0;

  constructor(private readonly database: Database) {}

  /** Drops what is kept; after each change of the index. */
  forget(): void {
    this.#kept.clear();
    this.#bytes = 0;
  }

  /** @param take is given the index of each listing, its type, its heading and whether its event has no other */
  kinds(listings: ArrayLike<number>, take: (index: number, type: number, heading: number, alone: boolean) => void): Promise<void> {
    return this.#read(KINDS, listings, (view, at, index) => {
      const type = view.getUint8(at);
      take(index, type & ~ALONE, view.getInt32(at + 1, true), (type & ALONE) !== 0);
    });
  }

  /** @param take is given the index of each listing and the number of its event */
  events(listings: ArrayLike<number>, take: (index: number, event: number) => void): Promise<void> {
    return this.#read(EVENTS, listings, (view, at, index) => take(index, view.getFloat64(at, true)));
  }

  /** @param take is given the index of each listing, the days of its event ({@link NO_DAY} for none) and its tie */
  days(listings: ArrayLike<number>, take: (index: number, first: number, last: number, tie: number) => void): Promise<void> {
    return this.#read(DAYS, listings, (view, at, index) => take(index, view.getInt32(at, true), view.getInt32(at + 4, true), view.getInt32(at + 8, true)));
  }

  /** @param listings ascending */
  async #read(columns: Columns, listings: ArrayLike<number>, take: (view: DataView, at: number, index: number) => void): Promise<void> {
    const { width } = columns;
    for (let index = 0; index < listings.length;) {
      await turn();
      const wanted: number[] = [];
      let end = index;
      for (let block = -1; end < listings.length; end++) {
        const own = Math.floor(listings[end]! / SIZE);
        if (own === block) continue;
        if (wanted.length === ROWS) break;
        wanted.push(block = own);
      }
      const rows = this.#rows(columns, wanted);
      for (const block of wanted) {
        const first = block * SIZE, view = viewOf(rows.get(block) ?? NOTHING);
        while (index < end && listings[index]! < first) index++;
        for (let at; index < end && (at = (listings[index]! - first) * width) < view.byteLength; index++) take(view, at, index);
      }
      index = end;
    }
  }

  #rows({ table, kept }: Columns, blocks: readonly number[]): ReadonlyMap<number, Uint8Array> {
    const known = this.#kept.get(table) ?? new Map<number, Uint8Array>(), wanted = blocks.filter((block) => !known.has(block));
    if (wanted.length === 0) return known;
    const rows = this.database.arrays(`SELECT block, data FROM (SELECT value FROM json_each(?)) AS wanted CROSS JOIN ${table} ON block = wanted.value`, JSON.stringify(wanted));
    const found = new Map(rows.map(([block, data]) => [int(block), bytes(data)])), size = rows.reduce((sum, [, data]) => sum + bytes(data).length, 0);
    if (kept && this.#bytes + size <= MOST_KEPT) {
      this.#bytes += size;
      for (const [block, data] of found) known.set(block, data);
      this.#kept.set(table, known);
    }
    if (wanted.length < blocks.length) for (const block of blocks) if (known.has(block)) found.set(block, known.get(block)!);
    return found;
  }
}
