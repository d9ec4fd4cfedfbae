import type { EventDate, EventMention } from '../../../language/types';
import { hash48 } from '../../fold';
import { headingOf, mergeFacts, periodOf, type MergedEvent } from '../../merging';
import { int, type Database } from './database';
import { dayOf, tieOf } from './rank';
import type { PreparedReport } from './prepare';
import { ReportGraph, type Report, type ReportArticle, type ReportCache } from './reportGraph';
import type { Totals } from './totals';

/** Reports that may hang together; in a larger set those found last keep the event they have. */
const LARGEST_COMPONENT = 60;
/** Reports of an event; one with more takes up no further ones, since each would have all of them compared again. */
const LARGEST_EVENT = 300;

/** The token that stands for a name among a report's words. */
export function nameToken(name: number): string {
  return `zqname${name}`;
}

/** What an event's row keeps besides its columns. */
export interface EventData extends Pick<MergedEvent, 'title' | 'modality' | 'date' | 'who' | 'whom' | 'where'> {
  readonly disagreements: readonly string[];
  readonly articles: number;
}

function dataOf({ title, modality, date, who, whom, where, disagreements }: MergedEvent, articles: number): EventData {
  return { title, modality, date: dateOf(date), who, whom, where, disagreements: disagreements.map((each) => each.words), articles };
}

/** The date of an event; the expression stands in one of its sources. */
function dateOf(date: EventDate | null): EventDate | null {
  return date && { ...date, expression: null };
}

/** What an event says that one report makes alone. */
export function dataOfReport({ title, modality, date, who, whom, where }: EventMention): EventData {
  const names = (list: EventMention['who']): string[] => {
    const found = new Map(list.map((each) => [each.canonical.toLowerCase(), each.canonical]).reverse() as [string, string][]);
    return [...found.values()].reverse();
  };
  return { title, modality, date: dateOf(date), who: names(who), whom: names(whom), where: where?.canonical ?? null, disagreements: [], articles: 1 };
}

/**
 * Reports of events while one transaction runs. Events are merged at its end, and only where reports came or went:
 * with everything that hangs together with them, so that the outcome is that of merging the whole corpus.
 */
export class EventLedger {
  readonly #touched = new Set<number>();
  readonly #stale = new Set<number>();
  /** Reports of this transaction, which no event has yet. */
  readonly #fresh = new Set<number>();
  readonly #linked = new Set<number>();
  readonly #gone = new Set<number>();
  readonly #graph: ReportGraph;

  constructor(private readonly database: Database, private readonly totals: Totals, cache: ReportCache) {
    cache.begin(totals.state);
    this.#graph = new ReportGraph(database, cache);
  }

  /**
   * Files the reports of an article whose row has been written.
   * @param ids corpus ids of the article's prepared names
   */
  insert(article: ReportArticle, reports: readonly PreparedReport[], ids: readonly number[]): void {
    this.#graph.place(article);
    const made = reports.map(({ mention, data, words, names, filings }, index) => {
      const report = article.first + index;
      this.database.run('INSERT INTO report (id, article, data) VALUES (?, ?, ?)', report, article.id, data);
      const taking = names.map((name) => ids[name]!);
      this.database.run('INSERT INTO reportWords (rowid, words) VALUES (?, ?)', report, [words, ...taking.map(nameToken)].join(' '));
      this.#touched.add(report);
      this.#fresh.add(report);
      return this.#graph.make(report, article.id, mention, { filings, names: taking });
    });
    this.#graph.file(article, made);
  }

  /** Removes reports by their ids, half open; their article's row still stands. */
  remove(from: number, to: number): void {
    const rows = this.database.all('SELECT id, article FROM report WHERE id >= ? AND id < ?', from, to);
    const gone = rows.map((row) => int(row['id'])), reports = gone.flatMap((id) => this.#graph.report(id) ?? []);
    for (const report of reports) {
      const event = this.#eventOf(report.id);
      if (event > 0) this.#stale.add(event);
      for (const neighbour of this.#graph.neighbours(report)) this.#touched.add(neighbour);
    }
    if (rows[0]) this.#graph.unfile(this.#graph.article(int(rows[0]['article'])), reports);
    for (const id of gone) {
      this.database.run('DELETE FROM reportWords WHERE rowid = ?', id);
      this.database.run('DELETE FROM reportEvent WHERE report = ?', id);
      this.database.run('DELETE FROM report WHERE id = ?', id);
      this.#gone.add(id);
    }
  }

  async finish(pause: () => Promise<void>): Promise<void> {
    for (const event of this.#stale) {
      for (const member of this.#membersOf(event)) this.#touched.add(member);
      this.#drop(event);
    }
    const seen = new Set<number>();
    for (const id of this.#touched) {
      if (seen.has(id) || this.#gone.has(id)) continue;
      const component = await this.#component(id, pause);
      for (const report of component) {
        seen.add(report.id);
        this.#drop(this.#eventOf(report.id));
      }
      const byPlace = new Map(component.map((report) => [`${String(report.facts.mention.articleId)} ${report.facts.mention.index}`, report]));
      for (const event of mergeFacts(component.map((report) => report.facts))) {
        this.#write(event, event.mentions.flatMap((mention) => byPlace.get(`${String(mention.articleId)} ${mention.index}`) ?? []));
      }
      await pause();
    }
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
      if (next !== id && event > 0 && !events.has(event) && this.#isFull(event)) continue;
      const report = this.#graph.report(next);
      if (!report) continue;
      members.set(next, report);
      if (event > 0 && !events.has(event)) {
        events.add(event);
        waiting.push(...this.#membersOf(event));
      }
      if (members.size < LARGEST_COMPONENT) waiting.unshift(...[...this.#graph.neighbours(report)].filter((each) => !members.has(each)));
      await pause();
    }
    return [...members.values()];
  }

  /** The event of a report; 0 while it has none. */
  #eventOf(report: number): number {
    return this.#fresh.has(report) && !this.#linked.has(report) ? 0 : int(this.database.get('SELECT event FROM reportEvent WHERE report = ?', report)?.['event']);
  }

  #isFull(event: number): boolean {
    return int(this.database.get('SELECT count(*) AS n FROM reportEvent WHERE event = ?', event)?.['n']) >= LARGEST_EVENT;
  }

  #membersOf(event: number): number[] {
    return this.database.all('SELECT report FROM reportEvent WHERE event = ?', event).map((row) => int(row['report']));
  }

  #drop(event: number): void {
    if (event === 0) return;
    const gone = this.database.get('DELETE FROM event WHERE id = ? RETURNING main', event);
    if (!gone) return;
    if (int(gone['main']) === 1) {
      this.totals.add('events', -1);
      this.database.run('DELETE FROM eventName WHERE event = ?', event);
    }
    this.database.run('DELETE FROM reportEvent WHERE event = ?', event);
  }

  #write(event: MergedEvent, reports: readonly Report[]): void {
    const [first] = reports;
    if (!first) return;
    const id = this.totals.reserve('nextEvent', 1);
    const place = this.#graph.article(first.article);
    const { start } = first.facts.mention;
    const period = event.date ? periodOf(event.date.value) : null;
    this.database.run(
      'INSERT INTO event (id, code, main, type, heading, first, last, tie, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      // Two events may read alike: the place of the first report keeps their codes apart.
      id, hash48(`${event.id} ${place.path}#${place.ordinal}:${start}`), event.salience === 'minor' ? 0 : 1, event.type, headingOf(event.date?.value),
      period ? dayOf(period.start) : null, period ? dayOf(period.end) : null,
      // Events of one day, or of none, stand together by article and in the order of its text.
      tieOf(place.path, place.ordinal) * 2 ** 26 + Math.min(start, 2 ** 26 - 1),
      reports.length === 1 ? null : JSON.stringify(dataOf(event, new Set(reports.map((report) => report.article)).size)),
    );
    for (const report of reports) {
      this.database.run('INSERT INTO reportEvent (report, event) VALUES (?, ?)', report.id, id);
      this.#linked.add(report.id);
    }
    if (event.salience === 'minor') return;
    this.totals.add('events', 1);
    for (const name of new Set(reports.flatMap((report) => this.#graph.namesOf(report)))) this.database.run('INSERT INTO eventName (event, name) VALUES (?, ?)', id, name);
  }
}
