import { bytes, int, type Database } from './database';
import { EventBlockWriter } from './eventBlocks';
import { membersOf, type EventRow } from './eventData';
import { wordsOfReport } from './prepare';
import type { Report } from './reportCache';
import type { Tallies } from './tallies';
import type { Totals } from './totals';

/** An event as its rows take it. */
export interface Made {
  /** The first of them gives the event its number. */
  readonly reports: readonly Report[];
  readonly row: EventRow;
  /** What its reports say together; null where there is one. */
  readonly data: Uint8Array | null;
}

/** The token that stands for a name among a report's words. */
export function nameToken(name: number): string {
  return `zqname${name}`;
}

/** The rows of events while one transaction runs; what has been read of them is remembered. */
export class EventTable {
  readonly #events = new Map<number, number>();
  readonly #members = new Map<number, readonly number[]>();
  readonly #blocks: EventBlockWriter;

  /** @param report a report by id; undefined when it is gone */
  constructor(
    private readonly database: Database, private readonly totals: Totals, private readonly tallies: Tallies, private readonly report: (id: number) => Report | undefined,
  ) {
    this.#blocks = new EventBlockWriter(database);
  }

  /** The event of a report; 0 while it has none. */
  eventOf(report: number): number {
    const known = this.#events.get(report);
    if (known !== undefined) return known;
    const event = int(this.database.get('SELECT event FROM reportEvent WHERE report = ? UNION ALL SELECT id FROM event WHERE id = ? LIMIT 1', report, report)?.['event']);
    this.#events.set(report, event);
    return event;
  }

  /** Notes that a report has just come. */
  isNew(report: number): void {
    this.#events.set(report, 0);
  }

  /** The reports of an event, ascending; empty when there is no such event. */
  membersOf(event: number): readonly number[] {
    const known = this.#members.get(event);
    if (known) return known;
    const row = this.database.get('SELECT data FROM event WHERE id = ?', event);
    const members = !row ? [] : row['data'] === null ? [event] : membersOf(bytes(row['data']));
    this.#members.set(event, members);
    return members;
  }

  /** Puts events in the place of others. What both have is left alone: mostly one of many takes up another report. */
  rewrite(gone: Iterable<number>, made: Iterable<Made>): void {
    const bound = new Map<number, number>(), listed = new Set<number>();
    for (const event of gone) {
      const members = this.membersOf(event);
      for (const member of members) {
        if (member !== event) bound.set(member, event);
        if (members.length > 1 && this.report(member)?.passing) listed.add(member);
        this.#events.set(member, 0);
        this.#blocks.drop(member);
      }
      this.#drop(event);
    }
    for (const event of made) {
      this.insert(event);
      if (event.data === null) continue;
      const [first] = event.reports, { id } = first!;
      for (const report of event.reports) {
        if (report !== first && bound.get(report.id) !== id) this.database.run('INSERT OR REPLACE INTO reportEvent (report, event) VALUES (?, ?)', report.id, id);
        if (report !== first) bound.delete(report.id);
        // Something mentioned in passing that belongs to an event is found by its words, too.
        if (report.passing && !listed.delete(report.id)) this.index(report.id, wordsOfReport(report.facts.mention, report.article.aliases()), report.names);
      }
    }
    for (const report of bound.keys()) this.database.run('DELETE FROM reportEvent WHERE report = ?', report);
    for (const report of listed) this.database.run('DELETE FROM reportWords WHERE rowid = ?', report);
  }

  /** Writes the row of an event that is new; which reports it has, its data tell. */
  insert({ reports, row, data }: Made): void {
    const { id } = reports[0]!;
    this.database.run('INSERT INTO event (id, code, type, heading, first, last, tie, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', id, ...row, data);
    this.totals.add('events', 1);
    this.tallies.add(row[2], row[1], 1);
    for (const name of new Set(reports.flatMap(({ names }) => names))) this.database.run('INSERT INTO eventName (event, name) VALUES (?, ?)', id, name);
    this.#members.set(id, reports.map((report) => report.id).sort((a, b) => a - b));
    const [, ...columns] = row;
    for (const report of reports) {
      this.#events.set(report.id, id);
      this.#blocks.set(report.id, [id, ...columns]);
    }
  }

  /** Writes what was gathered. */
  flush(): void {
    this.#blocks.flush();
  }

  /** Makes a report found by words and names. */
  index(report: number, words: string, names: readonly number[]): void {
    this.database.run('INSERT INTO reportWords (rowid, words) VALUES (?, ?)', report, [words, ...names.map(nameToken)].join(' '));
  }

  #drop(event: number): void {
    this.#members.delete(event);
    const gone = this.database.get('DELETE FROM event WHERE id = ? RETURNING type, heading', event);
    if (!gone) return;
    this.totals.add('events', -1);
    this.tallies.add(int(gone['heading']), int(gone['type']), -1);
    this.database.run('DELETE FROM eventName WHERE event = ?', event);
  }
}
