import { mergeFacts } from '../../merging';
import { bytes, int, type Database } from './database';
import { eventRow, membersOf, packEvent, type EventRow } from './eventData';
import { dayOfAppearance } from './filings';
import { wordsOfReport } from './prepare';
import type { FreshArticle, Report, ReportCache } from './reportCache';
import { ReportGraph } from './reportGraph';
import { reportsOf } from './reportIds';
import { UNKNOWN_DAY } from './schema';
import { Tallies } from './tallies';
import type { Totals } from './totals';

/** Reports that may hang together; in a larger set those found last keep the event they have. */
const LARGEST_COMPONENT = 60;
/** Reports of an event; one with more takes up no further ones, since each would have all of them compared again. */
const LARGEST_EVENT = 300;

/** Columns of an event in the order of an {@link EventRow}. */
const COLUMNS = ['code', 'type', 'heading', 'first', 'last', 'tie'] as const;

/** An event as its rows take it. */
interface Made {
  readonly reports: readonly Report[];
  readonly row: EventRow;
  /** What its reports say together; null where there is one. */
  readonly data: Uint8Array | null;
}

/** The token that stands for a name among a report's words. */
export function nameToken(name: number): string {
  return `zqname${name}`;
}

/**
 * Reports of events while one transaction runs. Events are merged at its end, and only where reports came or went:
 * with everything that hangs together with them, so that the outcome is that of merging the whole corpus.
 */
export class EventLedger {
  readonly #touched = new Set<number>();
  readonly #stale = new Set<number>();
  /** Reports of this transaction that no event has. */
  readonly #fresh = new Set<number>();
  readonly #gone = new Set<number>();
  readonly #graph: ReportGraph;
  readonly #tallies: Tallies;

  constructor(private readonly database: Database, private readonly totals: Totals, cache: ReportCache) {
    cache.begin(totals.state);
    this.#graph = new ReportGraph(database, totals, cache);
    this.#tallies = new Tallies(database);
  }

  /**
   * Files the reports of an article.
   * @param ids corpus ids of the article's prepared names
   */
  insert(id: number, path: string, ordinal: number, article: FreshArticle, ids: readonly number[]): void {
    const { count } = this.#graph.file(id, path, ordinal, ids, article), [first] = reportsOf(id);
    if (count > 0 && article.appeared === UNKNOWN_DAY) this.totals.add('untimed', 1);
    for (let index = 0; index < count; index++) {
      const report = article.reports[index]!;
      if (report.words !== '') this.#index(first + index, report.words, report.names.map((name) => ids[name]!));
      this.#touched.add(first + index);
      this.#fresh.add(first + index);
    }
  }

  /** Writes what later steps look for. */
  settle(): void {
    this.#graph.settle();
  }

  /** Removes the reports of an article, whose row still stands. */
  remove(id: number): void {
    this.settle();
    const article = this.#graph.article(id);
    if (!article) return;
    if (article.count > 0 && dayOfAppearance(article.published) === UNKNOWN_DAY) this.totals.add('untimed', -1);
    for (let index = 0; index < article.count; index++) {
      const report = article.report(index), event = this.#eventOf(report.id);
      if (event > 0) this.#stale.add(event);
      for (const neighbour of this.#graph.neighbours(report)) this.#touched.add(neighbour);
      if (!report.passing) this.database.run('DELETE FROM reportWords WHERE rowid = ?', report.id);
    }
    for (const event of this.#stale) for (const member of this.#membersOf(event)) this.#touched.add(member);
    for (const event of this.#stale) this.#drop(event);
    this.#stale.clear();
    for (let index = 0; index < article.count; index++) this.#gone.add(article.report(index).id);
    this.#graph.unfile(article);
  }

  async finish(pause: () => Promise<void>): Promise<void> {
    this.settle();
    const seen = new Set<number>();
    for (const id of this.#touched) {
      if (seen.has(id) || this.#gone.has(id)) continue;
      const component = await this.#component(id, pause);
      for (const report of component) seen.add(report.id);
      const [first] = component, alone = component.length === 1 && first && this.#fresh.has(first.id) ? first.article.fresh?.reports[first.index] : undefined;
      if (alone) {
        // Nothing hangs together with it: what it makes has been worked out already.
        if (alone.event) this.#insert([first!], alone.event, null);
      } else {
        this.#rewrite(component);
      }
      await pause();
    }
    this.#graph.finish();
    this.#tallies.flush();
  }

  /** Every report that hangs together with one, over any number of others, or shares an event with one that does. */
  async #component(id: number, pause: () => Promise<void>): Promise<Report[]> {
    const members = new Map<number, Report>();
    const events = new Set<number>();
    const waiting = [id];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (members.has(next) || this.#gone.has(next)) continue;
      const event = this.#eventOf(next);
      // In a full set only members of its events still have a place: an event is written whole.
      if (members.size >= LARGEST_COMPONENT && !events.has(event)) continue;
      const others = event > 0 && !events.has(event) ? this.#membersOf(event) : [];
      if (next !== id && others.length >= LARGEST_EVENT) continue;
      const report = this.#graph.report(next);
      if (!report) continue;
      members.set(next, report);
      if (event > 0) events.add(event);
      waiting.push(...others);
      if (members.size < LARGEST_COMPONENT) waiting.unshift(...[...this.#graph.neighbours(report)].filter((each) => !members.has(each)));
      await pause();
    }
    return [...members.values()];
  }

  /** The event of a report; 0 while it has none. */
  #eventOf(report: number): number {
    if (this.#fresh.has(report)) return 0;
    const row = this.database.get('SELECT event FROM reportEvent WHERE report = ? UNION ALL SELECT id FROM event WHERE id = ? LIMIT 1', report, report);
    return int(row?.['event']);
  }

  #membersOf(event: number): number[] {
    const row = this.database.get('SELECT data FROM event WHERE id = ?', event);
    return !row ? [] : row['data'] === null ? [event] : membersOf(bytes(row['data']));
  }

  #drop(event: number): void {
    if (event === 0) return;
    const gone = this.database.get('DELETE FROM event WHERE id = ? RETURNING type, heading, data', event);
    if (!gone) return;
    this.totals.add('events', -1);
    this.#tallies.add(int(gone['heading']), int(gone['type']), -1);
    this.database.run('DELETE FROM eventName WHERE event = ?', event);
    if (gone['data'] === null) return;
    for (const member of membersOf(bytes(gone['data']))) {
      this.database.run('DELETE FROM reportEvent WHERE report = ?', member);
      if (this.#graph.report(member)?.passing) this.database.run('DELETE FROM reportWords WHERE rowid = ?', member);
    }
  }

  /** Merges reports. Events that come out as they stand are left alone: mostly one of many takes up another report. */
  #rewrite(component: readonly Report[]): void {
    const standing = new Set(component.map((report) => this.#eventOf(report.id))), made = new Map<number, Made>();
    const byPlace = new Map(component.map((report) => [`${String(report.facts.mention.articleId)} ${report.facts.mention.index}`, report]));
    for (const event of mergeFacts(component.map((report) => report.facts))) {
      const reports = event.mentions.flatMap((mention) => byPlace.get(`${String(mention.articleId)} ${mention.index}`) ?? []), [first] = reports;
      for (const report of reports) this.#fresh.delete(report.id);
      // What is only mentioned in passing, by all of its reports, is no event.
      if (!first || event.salience === 'minor') continue;
      const data = reports.length === 1 ? null : packEvent(event, reports.map(({ id }) => id), new Set(reports.map(({ article }) => article.id)).size);
      made.set(first.id, { reports, row: eventRow(event, first.article.path, first.article.ordinal), data });
    }
    for (const event of standing) {
      const same = made.get(event);
      if (same && this.#stands(event, same)) made.delete(event);
      else this.#drop(event);
    }
    for (const event of made.values()) this.#write(event);
  }

  #stands(id: number, { row, data }: Made): boolean {
    const known = this.database.get('SELECT code, type, heading, first, last, tie, data FROM event WHERE id = ?', id);
    if (!known || row.some((value, i) => value !== known[COLUMNS[i]!])) return false;
    return data === null ? known['data'] === null : Buffer.compare(data, bytes(known['data'])) === 0;
  }

  #write({ reports, row, data }: Made): void {
    const [first] = reports;
    this.#insert(reports, row, data);
    if (data === null) return;
    for (const report of reports) {
      if (report !== first) this.database.run('INSERT INTO reportEvent (report, event) VALUES (?, ?)', report.id, first!.id);
      // Something mentioned in passing that belongs to an event is found by its words, too.
      if (report.passing) this.#index(report.id, wordsOfReport(report.facts.mention, report.article.aliases()), report.names);
    }
  }

  #insert(reports: readonly Report[], row: EventRow, data: Uint8Array | null): void {
    const { id } = reports[0]!;
    this.#fresh.delete(id);
    this.database.run('INSERT INTO event (id, code, type, heading, first, last, tie, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', id, ...row, data);
    this.totals.add('events', 1);
    this.#tallies.add(row[2], row[1], 1);
    for (const name of new Set(reports.flatMap(({ names }) => names))) this.database.run('INSERT INTO eventName (event, name) VALUES (?, ?)', id, name);
  }

  #index(report: number, words: string, names: readonly number[]): void {
    this.database.run('INSERT INTO reportWords (rowid, words) VALUES (?, ?)', report, [words, ...names.map(nameToken)].join(' '));
  }
}
