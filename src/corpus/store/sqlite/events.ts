import type { EventMention, Span } from '../../../language/types';
import { dateOfSource, dateTogether } from '../../merging';
import { turn } from '../../turns';
import type { ArticleId, ArticleRecord, EventHeading, EventId, EventNameCount, EventQuery, EventRecord, EventSource, EventTypeCount, Page } from '../store';
import { ArticleData } from './articleData';
import type { Connections } from './connect';
import { bytes, int, type Row } from './database';
import { codeOf, conditionOf, type Condition, type EventFilter } from './eventConditions';
import { EventFinder, type ReportWords } from './eventFinder';
import { EventNames } from './eventNames';
import { countOf, idsInOrder, type Part, partsOf, talliesIn } from './eventParts';
import { wishesOf, wordsAlone } from './eventWishes';
import { dataOfReport, membersOf, unpackEvent, type EventData } from './eventData';
import type { FoundEvents } from './foundEvents';
import { firstDaysOf, headingCode, headingOfCode } from './headings';
import { countEach } from './manyNumbers';
import type { Postings } from './postings/postings';
import { dayOf, isoOf } from './rank';
import { passageOf, sentencesAround, type Reading } from './reading';
import { EVENT_TYPES, typeNumber } from './report';
import { articleOfReport, indexOfReport } from './reportIds';
import { UNKNOWN_DAY } from './schema';
import { readTallies } from './tallies';
import { readTotal } from './totals';

/** Events of the corpus, read. */
export class Events {
  readonly #finder: EventFinder;
  readonly #names: EventNames;

  /** @param words of reports, which lead to listings, and of articles */
  constructor(private readonly reading: Reading, connections: Connections, words: { readonly reports: Postings; readonly articles: Postings }) {
    this.#finder = new EventFinder(connections.reader, words.reports, words.articles);
    this.#names = new EventNames(connections);
  }

  /** Drops what is kept of earlier answers; after each change of the index. */
  forget(): void {
    this.#finder.forget();
    this.#names.forget();
  }

  /** Lets go of what is kept. */
  release(): void {
    this.#finder.release();
    this.#names.forget();
  }

  async page(query: EventQuery): Promise<EventRecord[]> {
    const { database } = this.reading, { offset, limit } = query.page, found = await this.#found(query);
    if (found) return this.#inOrder(await found.inOrder(query.order, offset, limit));
    const filter = await this.#condition(query);
    if (!filter) return [];
    if (filter.few) return this.#records(this.#fewInOrder(filter, query));
    if (filter.period) return this.#inOrder(idsInOrder(database, partsOf(filter), query.order, offset, limit));
    const select = (known: boolean, take: number, skip: number): Row[] => {
      const order = !known ? 'tie' : query.order === 'newest' ? 'first DESC, tie' : 'first, tie DESC';
      return database.all(`SELECT * FROM event WHERE first IS ${known ? 'NOT ' : ''}NULL${filter.sql} ORDER BY ${order} LIMIT ? OFFSET ?`, ...filter.values, take, skip);
    };
    const only = haveDays(query), dated = only === false ? [] : select(true, limit, offset);
    if (dated.length >= limit || only === true) return this.#records(dated);
    if (only === false) return this.#records(select(false, limit, offset));
    const skip = dated.length > 0 || offset === 0 ? 0 : Math.max(0, offset - countOf(database, [{ where: `first IS NOT NULL${filter.sql}`, values: filter.values }]));
    return this.#records([...dated, ...select(false, limit - dated.length, skip)]);
  }

  /** Those with a day first. An index by day would lead through all events. */
  #fewInOrder(filter: Condition, { order, page: { offset, limit } }: EventQuery): Row[] {
    const [{ where, values }] = partsOf(filter) as [Part], days = order === 'newest' ? 'first DESC, tie' : 'first, CASE WHEN first IS NULL THEN tie ELSE -tie END';
    return this.reading.database.all(`SELECT * FROM event WHERE ${where} ORDER BY first IS NULL, ${days} LIMIT ? OFFSET ?`, ...values, limit, offset);
  }

  async count(query: EventFilter): Promise<number> {
    const found = await this.#found(query);
    if (found) return found.length;
    const filter = await this.#condition(query);
    if (!filter) return 0;
    if (filter.sql === '' && !filter.period) return readTotal(this.reading.database, 'events');
    if (filter.tallied) return (await this.#tallied(query, filter)).reduce((sum, row) => sum + int(row['count']), 0);
    return countOf(this.reading.database, partsOf(filter));
  }

  async headings(query: EventFilter): Promise<EventHeading[]> {
    return (await this.#counts(query, 'heading')).map(([heading, count]) => ({ heading: headingOfCode(heading), count }));
  }

  async types(query: EventFilter): Promise<EventTypeCount[]> {
    const counts = (await this.#counts(query, 'type')).map(([type, count]) => ({ type: EVENT_TYPES[type] ?? 'other', count }));
    return counts.sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
  }

  async names(query: EventFilter, page: Page): Promise<EventNameCount[]> {
    const events = await (await this.#found(query))?.ids() ?? await this.#condition(query);
    return events ? this.#names.page(JSON.stringify(query), events, page) : [];
  }

  byId(id: EventId): EventRecord | undefined {
    return this.#records(this.reading.database.all('SELECT * FROM event WHERE code = ?', codeOf(id)))[0];
  }

  async sources(id: EventId): Promise<EventSource[]> {
    const row = this.reading.database.get('SELECT id, data FROM event WHERE code = ?', codeOf(id));
    if (!row) return [];
    const members = reportsOfRow(row), articles = await this.reading.open(members.map(articleOfReport)), said = new Map<ArticleId, EventMention[]>();
    for (const [article, { data, body }] of articles) said.set(article, data.reports(body.text));
    const reports = members.flatMap((member) => {
      const article = articles.get(articleOfReport(member)), report = said.get(articleOfReport(member))?.[indexOfReport(member)];
      return article && report ? [{ article, report, record: article.record, member }] : [];
    }).sort((a, b) => byAppearance(a.record, b.record) || a.member - b.member);
    const together = dateTogether(reports.flatMap(({ report }) => report.date ?? []));
    return reports.map(({ article, report: { start, end, trigger, date } }) => {
      const span: Span = { start, end };
      return { passage: passageOf(article, span), sentence: passageOf(article, sentencesAround(article.data.sentences, span)), trigger: { start: trigger.start, end: trigger.end }, date: dateOfSource(date, together) };
    });
  }

  articles(ids: readonly EventId[]): Map<EventId, ArticleRecord[]> {
    const rows = this.reading.database.all(
      'SELECT event.code, event.id, event.data FROM (SELECT DISTINCT value FROM json_each(?)) AS wanted JOIN event ON event.code = wanted.value', JSON.stringify(ids.map(codeOf)),
    );
    const events = rows.map((row) => ({ id: int(row['code']).toString(36), articles: [...new Set(reportsOfRow(row).map(articleOfReport))] }));
    const records = this.reading.articles(events.flatMap(({ articles }) => articles));
    return new Map(events.map(({ id, articles }) => [id, articles.flatMap((article) => records.get(article) ?? []).sort(byAppearance)]));
  }

  /** An event with one report says what the report says. */
  #records(rows: readonly Row[]): EventRecord[] {
    const alone = new Map<ArticleId, Set<number>>(), said = new Map<ArticleId, ReadonlyMap<number, EventMention>>();
    for (const row of rows) {
      if (row['data'] !== null) continue;
      const report = int(row['id']), article = articleOfReport(report), others = alone.get(article);
      if (others) others.add(indexOfReport(report));
      else alone.set(article, new Set([indexOfReport(report)]));
    }
    for (const row of alone.size === 0 ? [] : this.reading.database.all('SELECT article.id, article.data FROM (SELECT value FROM json_each(?)) AS wanted JOIN article ON article.id = wanted.value', JSON.stringify([...alone.keys()]))) {
      const article = int(row['id']);
      said.set(article, new ArticleData(bytes(row['data'])).reportsAt(alone.get(article)!));
    }
    return rows.flatMap((row) => {
      const id = int(row['id']);
      if (row['data'] !== null) return [recordOf(row, unpackEvent(bytes(row['data'])))];
      const report = said.get(articleOfReport(id))?.get(indexOfReport(id));
      return report ? [recordOf(row, dataOfReport(report))] : [];
    });
  }

  /** How many events have each value of a column, by the totals where these tell it. */
  async #counts(query: EventFilter, column: 'heading' | 'type'): Promise<[value: number, count: number][]> {
    const found = await this.#found(query), counts = new Map<number, number>(), add = (value: number, count: number): void => void counts.set(value, (counts.get(value) ?? 0) + count);
    if (found) return [...(column === 'heading' ? found.byHeading : countEach(found.types))];
    const filter = await this.#condition(query);
    const rows = !filter ? []
      : filter.tallied ? (await this.#tallied(query, filter)).map((row) => [int(row[column]), int(row['count'])] as const)
      : partsOf(filter).flatMap(({ where, values }) => this.reading.database.numbers(`SELECT ${column}, count(*) FROM event WHERE ${where} GROUP BY ${column}`, ...values) as [number, number][]);
    for (const [value, count] of rows) add(value, count);
    return [...counts];
  }

  /** The events of a query that words or a name single out; undefined where something else does, too. */
  async #found(query: EventFilter): Promise<FoundEvents | undefined> {
    const words = wordsAlone(query);
    return words && (await this.#finder.find(words)).meeting(wishesOf(query, (ids) => this.#numbersOf(ids)));
  }

  #condition(query: EventFilter): Promise<Condition | undefined> {
    return conditionOf(query, async (words: ReportWords) => (await this.#finder.find(words)).ids());
  }

  #numbersOf(ids: readonly EventId[]): Set<number> {
    return new Set(this.reading.database.all('SELECT event.id FROM (SELECT DISTINCT value FROM json_each(?)) AS wanted JOIN event ON event.code = wanted.value', JSON.stringify(ids.map(codeOf))).map((row) => int(row['id'])));
  }

  #inOrder(ids: readonly number[]): EventRecord[] {
    const rows = new Map(this.reading.database.all('SELECT event.* FROM (SELECT value FROM json_each(?)) AS wanted CROSS JOIN event ON event.id = wanted.value', JSON.stringify(ids)).map((row) => [int(row['id']), row]));
    return this.#records(ids.map((id) => rows.get(id)).filter((row) => row !== undefined));
  }

  async #tallied({ types, heading }: EventFilter, { period }: Condition): Promise<Row[]> {
    const wanted = types && new Set(types.map(typeNumber)), code = heading === undefined ? undefined : headingCode(heading), { database } = this.reading;
    const rows = readTallies(database).filter((row) => (!wanted || wanted.has(int(row['type']))) && (code === undefined || int(row['heading']) === code));
    return period ? talliesIn(database, period, rows, turn) : rows;
  }
}

/** Whether all events that a query without a period can have state a day, or none does; undefined where some may. */
function haveDays({ heading }: EventFilter): boolean | undefined {
  return heading === undefined ? undefined : firstDaysOf(heading) !== undefined;
}

/** The reports of an event's row. */
function reportsOfRow(row: Row): number[] {
  return row['data'] === null ? [int(row['id'])] : membersOf(bytes(row['data']));
}

/** Earliest published first, those without a date last; then by place. */
function byAppearance(a: ArticleRecord, b: ArticleRecord): number {
  const [one, two] = [a, b].map(({ metadata }) => dayOf(metadata.published?.value)) as [number, number];
  if (one !== two) return one === UNKNOWN_DAY ? 1 : two === UNKNOWN_DAY ? -1 : one - two;
  return a.path === b.path ? a.ordinal - b.ordinal : a.path < b.path ? -1 : 1;
}

function recordOf(row: Row, data: EventData): EventRecord {
  const { first, last } = row;
  return {
    id: int(row['code']).toString(36),
    title: data.title, type: EVENT_TYPES[int(row['type'])] ?? 'other', modality: data.modality, date: data.date,
    interval: typeof first !== 'number' || typeof last !== 'number' ? null : { start: isoOf(first), end: isoOf(last) },
    who: data.who, whom: data.whom, where: data.where, articles: data.articles, disagreements: data.disagreements,
  };
}
