import { clustersOf, eventOf } from '../../merging';
import type { Database } from './database';
import { eventRow, packEvent } from './eventData';
import { EventTable, type Made } from './eventTable';
import { dayOfAppearance } from './filings';
import type { GivenArticle, Report, ReportCache } from './reportCache';
import { ReportGraph } from './reportGraph';
import { reportsOf } from './reportIds';
import { UNKNOWN_DAY } from './schema';
import { Tallies } from './tallies';
import type { Totals } from './totals';

/** Reports that may hang together; in a larger set those found last keep the event they have. */
const LARGEST_COMPONENT = 60;
/** Reports of an event; one with more takes up no further ones, since each would have all of them compared again. */
const LARGEST_EVENT = 300;

/**
 * Reports of events while one transaction runs. Events are merged at its end, and only where reports came or went:
 * with everything that hangs together with them, so that the outcome is that of merging the whole corpus.
 */
export class EventLedger {
  readonly #touched = new Set<number>();
  readonly #stale = new Set<number>();
  readonly #gone = new Set<number>();
  readonly #graph: ReportGraph;
  readonly #tallies: Tallies;
  readonly #table: EventTable;

  constructor(database: Database, private readonly totals: Totals, private readonly cache: ReportCache) {
    cache.begin(totals.state);
    this.#graph = new ReportGraph(database, totals, cache);
    this.#tallies = new Tallies(database);
    this.#table = new EventTable(database, totals, this.#tallies);
  }

  /**
   * Files the reports of an article.
   * @param ids corpus ids of the article's prepared names
   */
  insert(id: number, path: string, ordinal: number, article: GivenArticle, ids: readonly number[]): void {
    const { count } = this.#graph.file(id, path, ordinal, ids, article), [first] = reportsOf(id);
    if (count > 0 && article.appeared === UNKNOWN_DAY) this.totals.add('untimed', 1);
    for (let index = 0; index < count; index++) {
      this.#touched.add(first + index);
      this.#table.isNew(first + index);
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
      const report = article.report(index), event = this.#table.eventOf(report.id);
      if (event > 0) this.#stale.add(event);
      for (const neighbour of this.#graph.neighbours(report)) this.#touched.add(neighbour);
    }
    for (const event of this.#stale) for (const member of this.#table.membersOf(event)) this.#touched.add(member);
    this.#table.rewrite(this.#stale, []);
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
      const [first] = component, alone = component.length === 1 && first && this.#table.eventOf(first.id) === 0 ? first.article.fresh?.reports[first.index] : undefined;
      if (alone) {
        // Nothing hangs together with it: what it makes has been worked out already.
        if (alone.event) this.#table.insert({ reports: [first!], row: alone.event, data: null });
      } else {
        this.#rewrite(component);
      }
      this.cache.makeRoom();
      await pause();
    }
    await this.#table.flush(pause);
    this.#graph.finish();
    this.#tallies.flush();
  }

  /** Every report that hangs together with one, over any number of others, or shares an event with one that does. */
  async #component(id: number, pause: () => Promise<void>): Promise<Report[]> {
    const members = new Map<number, Report>(), events = new Set<number>(), ofEvents = new Set<number>();
    const waiting = [id];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (members.has(next) || this.#gone.has(next)) continue;
      // In a full set only members of its events still have a place: an event is written whole.
      if (members.size >= LARGEST_COMPONENT && !ofEvents.has(next)) continue;
      const event = this.#table.eventOf(next), others = event > 0 && !events.has(event) ? this.#table.membersOf(event) : [];
      if (next !== id && others.length >= LARGEST_EVENT) continue;
      const report = this.#graph.report(next);
      if (!report) continue;
      members.set(next, report);
      if (event > 0) events.add(event);
      for (const other of others) {
        ofEvents.add(other);
        waiting.push(other);
      }
      if (members.size < LARGEST_COMPONENT) waiting.unshift(...[...this.#graph.neighbours(report)].filter((each) => !members.has(each)));
      await pause();
    }
    return [...members.values()];
  }

  /** Merges reports. Events whose reports stay the same are left alone. */
  #rewrite(component: readonly Report[]): void {
    const standing = new Set(component.map((report) => this.#table.eventOf(report.id)).filter((event) => event > 0)), made: Made[] = [];
    const byFacts = new Map(component.map((report) => [report.facts, report]));
    for (const cluster of clustersOf([...byFacts.keys()])) {
      const reports = cluster.map((facts) => byFacts.get(facts)!), [first] = reports;
      if (standing.has(first!.id) && this.#has(first!.id, reports)) {
        standing.delete(first!.id);
        continue;
      }
      const event = eventOf(cluster);
      // What is only mentioned in passing, by all of its reports, is no event.
      if (event.salience === 'minor') continue;
      const data = reports.length === 1 ? null : packEvent(event, reports.map(({ id }) => id), new Set(reports.map(({ article }) => article.id)).size);
      made.push({ reports, row: eventRow(event, first!.article.path, first!.article.ordinal), data });
    }
    this.#table.rewrite(standing, made);
  }

  /** Whether an event has these reports and no others. */
  #has(event: number, reports: readonly Report[]): boolean {
    const members = new Set(this.#table.membersOf(event));
    return members.size === reports.length && reports.every(({ id }) => members.has(id));
  }
}
