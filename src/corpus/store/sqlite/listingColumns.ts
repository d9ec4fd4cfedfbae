import { bytes, viewOf, type Database } from './database';

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
export const SIZE = 512;
/** Stands for a day that is not known. */
export const NO_DAY = -(2 ** 31);
/** Beside the number of a type: the event has one report. */
export const ALONE = 0x80;

/** A table of columns: what is asked for together stands together. */
export interface Columns<Block> {
  readonly table: string;
  /** Bytes of a listing. All numbers have their little end first. */
  readonly width: number;
  /** Whether rows are kept until they change: a list asks for these of everything it finds, at each key that is typed. */
  readonly kept: boolean;
  put(view: DataView, at: number, event: ListedEvent): void;
  /** What a row has, column by column. */
  read(view: DataView, listings: number): Block;
}

/** Types, those of events with one report with {@link ALONE}, and headings. */
export interface Kinds { readonly types: Uint8Array; readonly headings: Int32Array }

export const KINDS: Columns<Kinds> = {
  table: 'listingKind', width: 5, kept: true,
  put(view, at, { type, heading, alone }) {
    view.setUint8(at, type | (alone ? ALONE : 0));
    view.setInt32(at + 1, heading, true);
  },
  read(view, listings) {
    const types = new Uint8Array(listings), headings = new Int32Array(listings);
    for (let i = 0; i < listings; i++) {
      types[i] = view.getUint8(i * 5);
      headings[i] = view.getInt32(i * 5 + 1, true);
    }
    return { types, headings };
  },
};
/** Numbers of the events. */
export const EVENTS: Columns<Float64Array> = {
  table: 'listingEvent', width: 8, kept: true, put: (view, at, { id }) => view.setFloat64(at, id, true),
  read(view, listings) {
    const events = new Float64Array(listings);
    for (let i = 0; i < listings; i++) events[i] = view.getFloat64(i * 8, true);
    return events;
  },
};
/** First and last days, {@link NO_DAY} where none is known, and what keeps events of one day in order: asked for of a few in each row, they are read one by one. */
export const DAYS: Columns<DataView> = {
  table: 'listingDay', width: 12, kept: false,
  put: (view, at, { first, last, tie }) => [first ?? NO_DAY, last ?? NO_DAY, tie].forEach((value, i) => view.setInt32(at + i * 4, value, true)),
  read: (view) => view,
};

/** The tables of the columns. */
export const listingTables = [KINDS, EVENTS, DAYS].map(({ table }) => table);

/** Which transaction has last changed a row that is kept. */
export const LISTING_CHANGES = 'listingChange';

/** Writes what listings lead to. @param events by listing @param transaction its number, higher than those before */
export function writeListings(database: Database, events: ReadonlyMap<number, ListedEvent>, transaction: number): void {
  const listings = [...events.keys()].sort((a, b) => a - b), changed = new Set<number>();
  for (const columns of [KINDS, EVENTS, DAYS]) {
    const { table, width, kept } = columns;
    for (let at = 0; at < listings.length;) {
      const block = Math.floor(listings[at]! / SIZE), before = bytes(database.get(`SELECT data FROM ${table} WHERE block = ?`, block)?.['data']);
      let to = at + 1;
      while (to < listings.length && listings[to]! < (block + 1) * SIZE) to++;
      const data = new Uint8Array(Math.max(before.length, (listings[to - 1]! - block * SIZE + 1) * width)), view = viewOf(data);
      data.set(before);
      for (; at < to; at++) columns.put(view, (listings[at]! - block * SIZE) * width, events.get(listings[at]!)!);
      // An event that takes up one more report mostly keeps its number and its days.
      if (data.length === before.length && data.every((byte, i) => byte === before[i])) continue;
      database.run(`INSERT OR REPLACE INTO ${table} (block, data) VALUES (?, ?)`, block, data);
      if (kept) changed.add(block);
    }
  }
  for (const block of changed) database.run(`INSERT OR REPLACE INTO ${LISTING_CHANGES} (block, written) VALUES (?, ?)`, block, transaction);
}
