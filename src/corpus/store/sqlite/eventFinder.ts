import { turn } from '../../turns';
import { int, type Database } from './database';

/** Columns of an event, in the order of {@link Column}; a day that is not known is null. */
export type NarrowEvent = readonly [id: number, code: number, type: number, heading: number, first: number | null, last: number | null, tie: number];

/** Where each column stands. */
export const Column = { id: 0, code: 1, type: 2, heading: 3, first: 4, last: 5, tie: 6 } as const;
/** Ids, and events, that are read in one go: some milliseconds. */
const IDS = 1_000, EVENTS = 500;
/** Answers that are kept; of large ones only the last. */
const KEPT = 4, LARGE = 50_000;

/**
 * Events that words or a name single out. A common word has many: they are read a little at a time, so that others who ask get their turns, and kept until the
 * index changes, since a list asks for its headings, its rows and its numbers one after the other.
 */
export class EventFinder {
  readonly #kept = new Map<string, Promise<readonly NarrowEvent[]>>();

  /** @param shared whether somebody writes by the same connection: no statement may then be open while others have their turns */
  constructor(private readonly database: Database, private readonly shared: boolean) {}

  /** Drops what is kept; after each change of the index. */
  forget(): void {
    this.#kept.clear();
  }

  /** @param match a full-text expression on the words of reports */
  find(match: string): Promise<readonly NarrowEvent[]> {
    const known = this.#kept.get(match);
    if (known) return known;
    const found = this.#find(match);
    this.#kept.set(match, found);
    found.then((events) => {
      const most = events.length > LARGE ? 1 : KEPT;
      for (const key of this.#kept.keys()) if (key !== match && this.#kept.size > most) this.#kept.delete(key);
    }, () => {
      if (this.#kept.get(match) === found) this.#kept.delete(match);
    });
    return found;
  }

  async #find(match: string): Promise<NarrowEvent[]> {
    const reports = [...await idsOf(this.database, this.shared, 'SELECT rowid AS id FROM reportWords WHERE reportWords MATCH ?', match)], events: NarrowEvent[] = [], seen = new Set<number>(), further = new Set<number>();
    const add = (ids: readonly number[]): void => {
      for (const row of this.database.numbers(`SELECT ${Object.keys(Column).join(', ')} FROM (SELECT value FROM json_each(?)) AS wanted CROSS JOIN event ON event.id = wanted.value`, JSON.stringify(ids))) {
        seen.add(row[Column.id]!);
        events.push(row as unknown as NarrowEvent);
      }
    };
    for (let at = 0; at < reports.length; at += EVENTS) {
      await turn();
      const some = reports.slice(at, at + EVENTS);
      add(some);
      // Most reports are events; the others lead to theirs.
      const others = some.filter((report) => !seen.has(report));
      for (const [event] of this.database.numbers('SELECT event FROM (SELECT value FROM json_each(?)) AS wanted CROSS JOIN reportEvent ON report = wanted.value', JSON.stringify(others))) further.add(event!);
    }
    const left = [...further].filter((id) => !seen.has(id));
    for (let at = 0; at < left.length; at += EVENTS) {
      await turn();
      add(left.slice(at, at + EVENTS));
    }
    return events;
  }
}

/**
 * The different values of the column `id`, read a little at a time.
 * @param shared whether somebody writes by the same connection: the statement is then read without a turn for others
 */
export async function idsOf(database: Database, shared: boolean, sql: string, ...values: readonly (string | number)[]): Promise<Set<number>> {
  await turn();
  const ids = new Set<number>();
  let read = 0;
  for (const { id } of database.each(sql, ...values)) {
    ids.add(int(id));
    if (!shared && ++read % IDS === 0) await turn();
  }
  return ids;
}

/** The first of a list in an order, from an offset on, without putting all of it in order. */
export function firstOf<T>(list: readonly T[], order: (a: T, b: T) => number, offset: number, limit: number): T[] {
  const most = offset + limit;
  if (most * 4 > list.length) return [...list].sort(order).slice(offset, most);
  let best: T[] = [];
  for (const each of list) {
    if (best.length >= most && order(each, best[most - 1]!) >= 0) continue;
    best.push(each);
    if (best.length >= 2 * most) best = best.sort(order).slice(0, most);
    else if (best.length === most) best.sort(order);
  }
  return best.sort(order).slice(offset, most);
}
