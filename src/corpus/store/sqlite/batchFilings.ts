import type { Database } from './database';
import type { Look } from './filings';
import { UNKNOWN_DAY } from './schema';

/** Filed reports that stand beside each other under one text; what is filed by its time has one key, by its day four. */
interface Place {
  readonly byTime: boolean;
  /** Two texts share the keys. */
  mixed: boolean;
  from: number;
  to: number;
  /** Key, day and report of each, three numbers in a row; undefined where there are too many to read them all. */
  filed: number[] | undefined;
}

/** The four sorts of one text have neighbouring keys (`keyOf` of filings.ts). */
const SORTS = 4;
/** Rows that are read of one text; where it has more, each look asks for its own. */
const MOST_READ = 200;

/**
 * What is filed where the reports of one batch look. Most of them find nothing but themselves: so each text is asked for once, before the batch's
 * own rows are written, and the rows of the batch are found without asking.
 */
export class BatchFilings {
  readonly #places = new Map<number, Place>();

  /** Notes a row of the batch and where its report will look. */
  add(key: number, day: number, report: number, looks: readonly Look[]): void {
    const base = key - (key % SORTS), byTime = looks.length < SORTS;
    let place = this.#places.get(base);
    if (!place) this.#places.set(base, place = { byTime, mixed: false, from: Infinity, to: -Infinity, filed: [] });
    place.mixed ||= place.byTime !== byTime;
    place.filed?.push(key, day, report);
    for (const { from, to } of looks) {
      if (to === UNKNOWN_DAY) continue;
      place.from = Math.min(place.from, from);
      place.to = Math.max(place.to, to);
    }
  }

  /**
   * Reads what is filed already, and writes the rows of the batch in the order of the table, so that those that stand beside each other are
   * written together.
   * @param untimed whether any article of the index has no day
   */
  settle(database: Database, untimed: boolean): void {
    for (const [base, place] of [...this.#places].sort((a, b) => a[0] - b[0])) {
      const own = place.filed ?? [], known = this.#read(database, base, place, untimed);
      for (let i = 0; i < own.length; i += 3) database.run('INSERT OR IGNORE INTO reportKey (key, day, report) VALUES (?, ?, ?)', own[i]!, own[i + 1]!, own[i + 2]!);
      place.filed = known && (known.length > 0 ? [...known, ...own] : own);
    }
  }

  /** Adds to `found` what a look finds; false where it has to be looked up. */
  find({ key, from, to }: Look, most: number, found: Set<number>): boolean {
    const place = this.#places.get(key - (key % SORTS));
    if (!place?.filed || (to !== UNKNOWN_DAY && (from < place.from || to > place.to))) return false;
    const { filed } = place;
    for (let i = 0; i < filed.length && found.size < most; i += 3) if (filed[i] === key && filed[i + 1]! >= from && filed[i + 1]! <= to) found.add(filed[i + 2]!);
    return true;
  }

  #read(database: Database, base: number, place: Place, untimed: boolean): number[] | undefined {
    if (place.mixed) return undefined;
    const { byTime, from, to } = place, rows: number[][] = [];
    if (byTime) {
      rows.push(...database.numbers('SELECT key, day, report FROM reportKey WHERE key = ? AND day BETWEEN ? AND ? LIMIT ?', base, from, to, MOST_READ));
      if (untimed && from > UNKNOWN_DAY) rows.push(...database.numbers('SELECT key, day, report FROM reportKey WHERE key = ? AND day = ? LIMIT ?', base, UNKNOWN_DAY, MOST_READ));
    } else {
      rows.push(...database.numbers('SELECT key, day, report FROM reportKey WHERE key BETWEEN ? AND ? LIMIT ?', base, base + SORTS - 1, MOST_READ));
      place.from = -Infinity;
      place.to = Infinity;
    }
    return rows.length >= MOST_READ ? undefined : rows.flat();
  }
}
