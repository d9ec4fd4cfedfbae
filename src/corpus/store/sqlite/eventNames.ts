import { turn } from '../../turns';
import type { EventNameCount, Page } from '../store';
import type { Connections } from './connect';
import type { Condition } from './eventConditions';
import { int, str, type Database } from './database';
import { partsOf } from './eventParts';
import { walk } from './walk';

/** Rows, events and names that are read or grouped in one go: some milliseconds. */
const ROWS = 2_000, EVENTS = 500, NAMES = 1_000, GROUPED = 20_000;
/** Countings that are kept. */
const KEPT = 2;

/** Names of as many events, in the order of the list once they have been put in it. */
interface Group {
  readonly count: number;
  names: readonly number[];
  ordered?: Promise<void>;
}

/**
 * In how many events names take part. Counting goes through all events of a question, a little at a time, so that others who ask get their turns; it is
 * kept until the index changes, since a list is asked for page by page.
 */
export class EventNames {
  readonly #kept = new Map<string, Promise<readonly Group[]>>();

  constructor(private readonly connections: Connections) {}

  get #database(): Database {
    return this.connections.reader;
  }

  /** Drops what is kept; after each change of the index. */
  forget(): void {
    this.#kept.clear();
  }

  /**
   * Those of most events first, then by kind and letters.
   * @param question tells the events apart from those of other questions
   * @param events numbers of the events, or the condition that they meet
   */
  async page(question: string, events: Float64Array | Condition, { offset, limit }: Page): Promise<EventNameCount[]> {
    let groups = this.#kept.get(question);
    if (!groups) {
      for (const key of this.#kept.keys()) if (this.#kept.size >= KEPT) this.#kept.delete(key);
      this.#kept.set(question, groups = this.#count(events).then(groupsOf));
      groups.catch(() => this.#kept.delete(question));
    }
    const found: EventNameCount[] = [];
    let before = 0;
    for (const group of await groups) {
      if (before >= offset + limit) break;
      if (before + group.names.length > offset) {
        await (group.ordered ??= this.#order(group));
        for (const name of group.names.slice(Math.max(0, offset - before), offset + limit - before)) found.push({ name, count: group.count });
      }
      before += group.names.length;
    }
    return found;
  }

  async #count(events: Float64Array | Condition): Promise<Map<number, number>> {
    if (!('sql' in events)) return this.#countOf([...events]);
    return events.sql === '' && !events.period ? this.#countAll() : this.#countOf(await this.#idsOf(events));
  }

  async #idsOf(condition: Condition): Promise<number[]> {
    const ids: number[] = [];
    for (const { where, values } of partsOf(condition)) await walk(this.connections, `SELECT id FROM event WHERE ${where}`, values, ([id]) => ids.push(id!));
    return ids;
  }

  async #countOf(events: readonly number[]): Promise<Map<number, number>> {
    const counts = new Map<number, number>();
    for (let from = 0; from < events.length; from += EVENTS) {
      await turn();
      const some = JSON.stringify(events.slice(from, from + EVENTS));
      for (const [name] of this.#database.numbers('SELECT name FROM (SELECT value FROM json_each(?)) AS wanted CROSS JOIN eventName ON eventName.event = wanted.value', some)) add(counts, name!);
    }
    return counts;
  }

  async #countAll(): Promise<Map<number, number>> {
    const counts = new Map<number, number>();
    for (let event = -1, name = 0; ;) {
      await turn();
      const rows = this.#database.numbers('SELECT event, name FROM eventName WHERE (event, name) > (?, ?) ORDER BY event, name LIMIT ?', event, name, ROWS);
      if (rows.length === 0) return counts;
      for (const [, who] of rows) add(counts, who!);
      [event, name] = rows.at(-1) as [number, number];
    }
  }

  async #order(group: Group): Promise<void> {
    const known: [name: number, kind: number, folded: string][] = [];
    for (let from = 0; from < group.names.length; from += NAMES) {
      await turn();
      const rows = this.#database.all('SELECT id, kind, folded FROM (SELECT value FROM json_each(?)) AS wanted CROSS JOIN name ON name.id = wanted.value', JSON.stringify(group.names.slice(from, from + NAMES)));
      for (const row of rows) known.push([int(row['id']), int(row['kind']), str(row['folded'])]);
    }
    group.names = known.sort((a, b) => a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : a[0] - b[0])).map(([name]) => name);
  }
}

function add(counts: Map<number, number>, name: number): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Those of most events first. */
async function groupsOf(counts: ReadonlyMap<number, number>): Promise<Group[]> {
  const groups = new Map<number, number[]>();
  let grouped = 0;
  for (const [name, count] of counts) {
    if (++grouped % GROUPED === 0) await turn();
    const group = groups.get(count);
    if (group) group.push(name);
    else groups.set(count, [name]);
  }
  return [...groups].map(([count, names]) => ({ count, names })).sort((a, b) => b.count - a.count);
}
