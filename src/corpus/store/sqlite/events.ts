import type { EventType, Span } from '../../../language/types';
import { dateOfSource, dateTogether } from '../../merging';
import type { ArticleRecord, EventHeading, EventId, EventNameCount, EventQuery, EventRecord, EventSource, EventTypeCount, Page } from '../store';
import { int, intOrNull, str, type Database, type Row } from './database';
import { dayOf, isoOf } from './rank';
import { passageOf, type Reading } from './reading';
import { unpackReport } from './report';
import { UNKNOWN_DAY } from './schema';
import { readTotals } from './totals';
import { matchAll, wordQuery } from './words';
import { dataOfReport, nameToken, type EventData } from './writeEvents';

type Filter = Omit<EventQuery, 'page' | 'order'>;
type NamedFilter = Omit<Filter, 'minor'>;
type Condition = { readonly sql: string; readonly values: (string | number)[] };

const BY_WORDS = 'SELECT link.event FROM reportWords JOIN reportEvent AS link ON link.report = reportWords.rowid WHERE reportWords MATCH ?';

/** A token that no name has. */
const NOBODY = 'zqnobody';
const LISTED = 'SELECT value FROM json_each(?)';

/** Events of the corpus, read. */
export class Events {
  constructor(private readonly reading: Reading) {}

  page(query: EventQuery): EventRecord[] {
    const { database } = this.reading;
    const filter = conditionOf(query);
    if (!filter) return [];
    const { offset, limit } = query.page;
    const select = (known: boolean, take: number, skip: number): Row[] => {
      const order = !known ? 'tie' : query.order === 'newest' ? 'first DESC, tie' : 'first, tie DESC';
      return database.all(
        `SELECT * FROM event WHERE ${mainOnly(query)}first IS ${known ? 'NOT ' : ''}NULL${filter.sql} ORDER BY ${order} LIMIT ? OFFSET ?`,
        ...filter.values, take, skip,
      );
    };
    const dated = select(true, limit, offset);
    if (dated.length >= limit) return this.#records(dated);
    const skip = dated.length > 0 || offset === 0 ? 0 : Math.max(0, offset - this.#count(database, filter, `${mainOnly(query)}first IS NOT NULL`));
    return this.#records([...dated, ...select(false, limit - dated.length, skip)]);
  }

  count(query: Filter): number {
    const filter = conditionOf(query);
    if (!filter) return 0;
    if (filter.sql === '' && !query.minor) return readTotals(this.reading.database).get('events') ?? 0;
    return this.#count(this.reading.database, filter, `${mainOnly(query)}1`);
  }

  headings(query: Filter): EventHeading[] {
    const filter = conditionOf(query);
    if (!filter) return [];
    return this.reading.database
      .all(`SELECT heading, count(*) AS n FROM event WHERE ${mainOnly(query)}1${filter.sql} GROUP BY heading`, ...filter.values)
      .map((row) => ({ heading: str(row['heading']), count: int(row['n']) }));
  }

  types(query: Filter): EventTypeCount[] {
    const filter = conditionOf(query);
    if (!filter) return [];
    return this.reading.database
      .all(`SELECT type, count(*) AS n FROM event WHERE ${mainOnly(query)}1${filter.sql} GROUP BY type ORDER BY n DESC, type`, ...filter.values)
      .map((row) => ({ type: str(row['type']) as EventType, count: int(row['n']) }));
  }

  names(query: NamedFilter, { offset, limit }: Page): EventNameCount[] {
    const filter = conditionOf(query);
    if (!filter) return [];
    const within = filter.sql === '' ? '' : `WHERE event IN (SELECT id FROM event WHERE main = 1${filter.sql})`;
    return this.reading.database
      .all(
        `SELECT counted.name, n FROM (SELECT name, count(*) AS n FROM eventName ${within} GROUP BY name) AS counted JOIN name ON name.id = counted.name
         ORDER BY n DESC, key LIMIT ? OFFSET ?`,
        ...filter.values, limit, offset,
      )
      .map((row) => ({ name: int(row['name']), count: int(row['n']) }));
  }

  byId(id: EventId): EventRecord | undefined {
    return this.#records(this.reading.database.all('SELECT * FROM event WHERE code = ?', codeOf(id)))[0];
  }

  async sources(id: EventId): Promise<EventSource[]> {
    const rows = this.reading.database.all(
      `SELECT report.article, report.data, article.day FROM event JOIN reportEvent AS link ON link.event = event.id JOIN report ON report.id = link.report
       JOIN article ON article.id = report.article JOIN file ON file.id = article.file
       WHERE event.code = ? ORDER BY article.day = ${UNKNOWN_DAY}, article.day, file.path, article.ordinal, report.id`,
      codeOf(id),
    );
    const articles = await this.reading.open(rows.map((row) => int(row['article'])));
    const reports = rows.flatMap((row) => {
      const article = articles.get(int(row['article']));
      return article ? [{ article, report: unpackReport(str(row['data']), article.body.text) }] : [];
    });
    const together = dateTogether(reports.flatMap(({ report }) => report.date ?? []));
    return reports.map(({ article, report: { start, end, trigger, date } }) => {
      const span: Span = { start, end };
      return { passage: passageOf(article, span), trigger: { start: trigger.start, end: trigger.end }, date: dateOfSource(date, together) };
    });
  }

  articles(ids: readonly EventId[]): Map<EventId, ArticleRecord[]> {
    const rows = this.reading.database.all(
      `SELECT event.code, article.id FROM (SELECT DISTINCT value FROM json_each(?)) AS wanted
       JOIN event ON event.code = wanted.value JOIN reportEvent AS link ON link.event = event.id JOIN report ON report.id = link.report
       JOIN article ON article.id = report.article JOIN file ON file.id = article.file
       GROUP BY event.code, article.id ORDER BY event.code, article.day = ${UNKNOWN_DAY}, article.day, file.path, article.ordinal`,
      JSON.stringify(ids.map(codeOf)),
    );
    const articles = this.reading.articles(rows.map((row) => int(row['id'])));
    const found = new Map<EventId, ArticleRecord[]>();
    for (const row of rows) {
      const article = articles.get(int(row['id']));
      if (!article) continue;
      const { sentences: _sentences, ...record } = article;
      const id = int(row['code']).toString(36), others = found.get(id);
      if (others) others.push(record);
      else found.set(id, [record]);
    }
    return found;
  }

  /** An event with one report says what the report says. */
  #records(rows: readonly Row[]): EventRecord[] {
    const alone = rows.filter((row) => row['data'] === null).map((row) => int(row['id']));
    const reports = alone.length === 0 ? [] : this.reading.database.all(
      `SELECT link.event, report.data FROM (SELECT value FROM json_each(?)) AS wanted
       JOIN reportEvent AS link ON link.event = wanted.value JOIN report ON report.id = link.report`,
      JSON.stringify(alone),
    );
    const said = new Map(reports.map((row) => [int(row['event']), dataOfReport(unpackReport(str(row['data'])))]));
    return rows.flatMap((row) => {
      const data = row['data'] === null ? said.get(int(row['id'])) : (JSON.parse(str(row['data'])) as EventData);
      return data ? [recordOf(row, data)] : [];
    });
  }

  #count(database: Database, filter: Condition, where: string): number {
    return int(database.get(`SELECT count(*) AS n FROM event WHERE ${where}${filter.sql}`, ...filter.values)?.['n']);
  }
}

/** Unless they are asked for, events that are only mentioned in passing are left out. */
function mainOnly({ minor }: Filter): string {
  return minor ? '' : 'main = 1 AND ';
}

/** The query as conditions on a row of `event`; undefined when nothing can meet it. */
function conditionOf(query: Filter): Condition | undefined {
  const parts: string[] = [];
  const values: (string | number)[] = [];
  const { words, open } = wordQuery(query.words ?? '');
  // Words were asked for, but what stands there holds none.
  if (words.length === 0 && (query.words ?? '').trim() !== '') return undefined;
  const tokens = query.name === undefined ? [] : [nameToken(query.name)];
  if (words.length > 0 || tokens.length > 0) {
    parts.push(`id IN (${BY_WORDS})`);
    values.push(matchAll(words, open, tokens));
  }
  for (const { names, also = [], not = [] } of query.parties ?? []) {
    parts.push(`((id IN (${BY_WORDS}) AND code NOT IN (${LISTED})) OR code IN (${LISTED}))`);
    values.push(names.length > 0 ? names.map(nameToken).join(' OR ') : NOBODY, codesOf(not), codesOf(also));
  }
  if (query.article !== undefined) {
    parts.push('id IN (SELECT link.event FROM article JOIN reportEvent AS link ON link.report >= article.events AND link.report < article.events + article.eventCount WHERE article.id = ?)');
    values.push(query.article);
  }
  if (query.alsoFound && query.alsoFound.length > 0 && parts.length > 0) {
    parts.splice(0, parts.length, `((${parts.join(' AND ')}) OR code IN (${LISTED}))`);
    values.push(codesOf(query.alsoFound));
  }
  if (query.types) {
    if (query.types.length === 0) return undefined;
    parts.push('type IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(query.types));
  }
  if (query.heading !== undefined) {
    parts.push('heading = ?');
    values.push(query.heading);
  }
  for (const [list, sql] of [[query.only, 'code IN'], [query.except, 'code NOT IN']] as const) {
    if (!list) continue;
    parts.push(`${sql} (${LISTED})`);
    values.push(codesOf(list));
  }
  for (const [day, sql] of [[query.from, 'last >= ?'], [query.to, 'first <= ?']] as const) {
    if (day === undefined) continue;
    parts.push(sql);
    values.push(dayOf(day));
  }
  return { sql: parts.map((part) => ` AND ${part}`).join(''), values };
}

function codesOf(ids: readonly EventId[]): string {
  return JSON.stringify(ids.map(codeOf));
}

/** The number an event's id is written from; -1 for what is no id. */
function codeOf(id: EventId): number {
  return /^[0-9a-z]{1,10}$/.test(id) ? parseInt(id, 36) : -1;
}

function recordOf(row: Row, data: EventData): EventRecord {
  const first = intOrNull(row['first']);
  const last = intOrNull(row['last']);
  return {
    id: int(row['code']).toString(36),
    salience: int(row['main']) === 1 ? 'main' : 'minor', title: data.title, type: str(row['type']) as EventType, modality: data.modality, date: data.date,
    interval: first === null || last === null ? null : { start: isoOf(first), end: isoOf(last) },
    who: data.who, whom: data.whom, where: data.where, articles: data.articles, disagreements: data.disagreements,
  };
}
