import { bytes, int, type Database } from './database';
import { membersOf, type EventRow } from './eventData';
import type { ListedEvent } from './listingColumns';
import { ListingWriter } from './listings';
import { nameToken } from './postings/tables';
import { wordsOfReport } from './prepare';
import type { Report } from './reportCache';
import type { Tallies } from './tallies';
import type { Totals } from './totals';
import type { Pause } from './write';

/** An event as its rows take it. */
export interface Made {
  /** The first of them gives the event its number. */
  readonly reports: readonly Report[];
  readonly row: EventRow;
  /** What its reports say together; null where there is one. */
  readonly data: Uint8Array | null;
}

/** The rows of events while one transaction runs; what has been read of them is remembered. */
export class EventTable {
  readonly #events = new Map<number, number>();
  readonly #members = new Map<number, readonly number[]>();
  readonly #listings: ListingWriter;

  constructor(private readonly database: Database, private readonly totals: Totals, private readonly tallies: Tallies) {
    this.#listings = new ListingWriter(database, totals);
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
    const bound = new Map<number, number>();
    for (const event of gone) {
      const members = this.membersOf(event);
      for (const member of members) {
        if (member !== event) bound.set(member, event);
        this.#events.set(member, 0);
        this.#listings.drop(member);
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
      }
    }
    for (const report of bound.keys()) this.database.run('DELETE FROM reportEvent WHERE report = ?', report);
  }

  /** Writes the row of an event that is new; which reports it has, its data tell. */
  insert({ reports, row, data }: Made): void {
    const { id } = reports[0]!;
    this.database.run('INSERT INTO event (id, code, type, heading, first, last, tie, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', id, ...row, data);
    this.totals.add('events', 1);
    this.tallies.add(row[2], row[1], 1);
    for (const name of new Set(reports.flatMap(({ names }) => names))) this.database.run('INSERT INTO eventName (event, name) VALUES (?, ?)', id, name);
    this.#members.set(id, reports.map((report) => report.id).sort((a, b) => a - b));
    const [, type, heading, first, last, tie] = row, listed: ListedEvent = { id, type, heading, first, last, tie, alone: reports.length === 1 };
    for (const report of reports) {
      this.#events.set(report.id, id);
      this.#listings.set(report.id, listed, () => wordsOf(report));
    }
  }

  /** Writes what was gathered. */
  async flush(pause: Pause): Promise<void> {
    await this.#listings.flush(pause);
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

/** The words that a report is found by, and tokens of who takes part. */
function wordsOf(report: Report): string {
  const { article, index, names } = report, words = article.fresh?.reports[index]!.words || wordsOfReport(report.facts.mention, article.aliases());
  return [words, ...names.map(nameToken)].join(' ');
}
