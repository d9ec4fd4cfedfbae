import type { Database } from './database';
import type { Look } from './filings';

/** The four sorts of one text have neighbouring keys (`keyOf` of filings.ts). */
const SORTS = 4;
/** Rows that are read of one text; where it has more, each look asks for its own. */
const MOST_READ = 100;

/**
 * What is filed where the reports of one batch look. Most of them find nothing but themselves: so each text is asked for once, before the batch's
 * own rows are written, and the rows of the batch are found without asking.
 */
export class BatchFilings {
  /** By the first key of a text: key, day and report of all that is filed under it, three numbers in a row; undefined where that is too much to read. */
  readonly #filed = new Map<number, number[] | undefined>();

  /** Notes a row of the batch. */
  add(key: number, day: number, report: number): void {
    const base = key - (key % SORTS), filed = this.#filed.get(base);
    if (filed) filed.push(key, day, report);
    else this.#filed.set(base, [key, day, report]);
  }

  /**
   * Reads what is filed already, and writes the rows of the batch in the order of the table, so that those that stand beside each other are
   * written together.
   */
  settle(database: Database): void {
    for (const base of [...this.#filed.keys()].sort((a, b) => a - b)) {
      const own = this.#filed.get(base)!;
      const known = database.numbers('SELECT key, day, report FROM reportKey WHERE key BETWEEN ? AND ? LIMIT ?', base, base + SORTS - 1, MOST_READ);
      for (let i = 0; i < own.length; i += 3) database.run('INSERT OR IGNORE INTO reportKey (key, day, report) VALUES (?, ?, ?)', own[i]!, own[i + 1]!, own[i + 2]!);
      if (known.length === MOST_READ) this.#filed.set(base, undefined);
      else for (const [key, day, report] of known) own.push(key!, day!, report!);
    }
  }

  /** Adds to `found` what a look finds; false where it has to be looked up. */
  find({ key, from, to }: Look, most: number, found: Set<number>): boolean {
    const filed = this.#filed.get(key - (key % SORTS));
    if (!filed) return false;
    for (let i = 0; i < filed.length && found.size < most; i += 3) if (filed[i] === key && filed[i + 1]! >= from && filed[i + 1]! <= to) found.add(filed[i + 2]!);
    return true;
  }
}
