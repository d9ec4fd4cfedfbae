import { bytes, int, type Database } from './database';

/** Columns of an event, in the order of {@link Column}; a day that is not known is null. */
export type NarrowEvent = readonly [id: number, type: number, heading: number, first: number | null, last: number | null, tie: number];

/** Where each column stands. */
export const Column = { id: 0, type: 1, heading: 2, first: 3, last: 4, tie: 5 } as const;

/** Numbers of reports that stand in one row: those of 32 articles, some kilobytes. */
const SIZE = 2 ** 13;
/** Bytes of a record: two of the report's place in its row, one of the type and one that is free, four whole numbers, and the number of the event. All little end first. */
export const RECORD = 28;
/** Stands for a day that is not known. */
const NO_DAY = -(2 ** 31);

/**
 * Notes, while one transaction runs, to which event each report belongs, and writes it in blocks: rows that have for many reports what it takes to count their events
 * and to put them in order. Reading a row takes longer than reading a hundred records in it, and a common word finds tens of thousands.
 */
export class EventBlockWriter {
  readonly #changes = new Map<number, NarrowEvent | undefined>();

  constructor(private readonly database: Database) {}

  set(report: number, event: NarrowEvent): void {
    this.#changes.set(report, event);
  }

  /** Notes that a report is in no event. */
  drop(report: number): void {
    this.#changes.set(report, undefined);
  }

  flush(): void {
    const blocks = new Map<number, number[]>();
    for (const report of [...this.#changes.keys()].sort((a, b) => a - b)) {
      const block = Math.floor(report / SIZE), own = blocks.get(block);
      if (own) own.push(report);
      else blocks.set(block, [report]);
    }
    for (const [block, reports] of blocks) {
      const data = this.#changed(block, reports, bytes(this.database.get('SELECT data FROM eventBlock WHERE block = ?', block)?.['data']));
      if (data.length > 0) this.database.run('INSERT OR REPLACE INTO eventBlock (block, data) VALUES (?, ?)', block, data);
      else this.database.run('DELETE FROM eventBlock WHERE block = ?', block);
    }
    this.#changes.clear();
  }

  /** A block with the changes of some of its reports, which ascend. */
  #changed(block: number, reports: readonly number[], before: Uint8Array): Uint8Array {
    const old = viewOf(before), data = new Uint8Array(before.length + reports.length * RECORD), view = viewOf(data);
    let from = 0, to = 0;
    const keepUpTo = (place: number): void => {
      for (; from < before.length && old.getUint16(from, true) < place; from += RECORD, to += RECORD) data.set(before.subarray(from, from + RECORD), to);
    };
    for (const report of reports) {
      const place = report - block * SIZE, change = this.#changes.get(report);
      keepUpTo(place);
      if (from < before.length && old.getUint16(from, true) === place) from += RECORD;
      if (change === undefined) continue;
      view.setUint16(to, place, true);
      putRecord(view, to, change);
      to += RECORD;
    }
    keepUpTo(SIZE);
    return data.slice(0, to);
  }
}

/** Rows that are read in one go: a millisecond or two. */
const BLOCKS = 64;

/** Reads events by the numbers of reports, a little at a time. */
export class EventBlocks {
  constructor(private readonly database: Database) {}

  /**
   * The events that reports belong to, each once; what is in no event is passed over.
   * @param reports ascending
   * @param pause waits where others may have their turns
   */
  async read(reports: readonly number[], pause: () => Promise<void> | undefined): Promise<NarrowEvent[]> {
    const events = new Map<number, NarrowEvent>();
    for (let at = 0; at < reports.length;) {
      await pause();
      const wanted: number[] = [];
      let next = at;
      for (let block = -1; at < reports.length; at++) {
        const own = Math.floor(reports[at]! / SIZE);
        if (own === block) continue;
        if (wanted.length === BLOCKS) break;
        wanted.push(block = own);
      }
      for (const [block, data] of this.database.arrays('SELECT block, data FROM (SELECT value FROM json_each(?)) AS wanted CROSS JOIN eventBlock ON block = wanted.value', JSON.stringify(wanted))) {
        next = take(reports, next, int(block), bytes(data), events);
      }
    }
    return [...events.values()];
  }
}

/** Takes what a block has of the reports from index `at` on; gives where those behind it begin. */
function take(reports: readonly number[], at: number, block: number, data: Uint8Array, events: Map<number, NarrowEvent>): number {
  const first = block * SIZE, view = viewOf(data);
  while (at < reports.length && reports[at]! < first) at++;
  for (let record = 0; at < reports.length && reports[at]! < first + SIZE && record < data.length;) {
    const report = reports[at]!, place = view.getUint16(record, true) + first;
    if (place === report) {
      const id = view.getFloat64(record + 20, true);
      if (!events.has(id)) events.set(id, eventAt(view, record, id));
    }
    if (place >= report) at++;
    if (place <= report) record += RECORD;
  }
  return at;
}

function putRecord(view: DataView, at: number, [id, type, heading, first, last, tie]: NarrowEvent): void {
  view.setUint8(at + 2, type);
  [heading, first ?? NO_DAY, last ?? NO_DAY, tie].forEach((value, i) => view.setInt32(at + 4 + i * 4, value, true));
  view.setFloat64(at + 20, id, true);
}

function eventAt(view: DataView, at: number, id: number): NarrowEvent {
  const first = view.getInt32(at + 8, true), last = view.getInt32(at + 12, true);
  return [id, view.getUint8(at + 2), view.getInt32(at + 4, true), first === NO_DAY ? null : first, last === NO_DAY ? null : last, view.getInt32(at + 16, true)];
}

function viewOf(data: Uint8Array): DataView {
  return new DataView(data.buffer, data.byteOffset, data.byteLength);
}
