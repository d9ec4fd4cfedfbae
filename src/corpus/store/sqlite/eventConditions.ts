import type { EventId, EventQuery } from '../store';
import { firstDaysOf, headingCode } from './headings';
import { dayOf } from './rank';
import { typeNumber } from './report';
import { reportsOf } from './reportIds';
import { nameToken } from './postings/tables';
import type { ReportWords } from './eventFinder';
import { wordQuery } from './words';

export type EventFilter = Omit<EventQuery, 'page' | 'order'>;

/** Days since 1970, inclusive, that an event has at least one day of. */
export interface Period {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Conditions on a row of `event`, each with AND before it. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
  /** What is asked for besides; `eventParts.ts` makes conditions of it. */
  readonly period: Period | undefined;
  /** True where few events can meet it, which are looked up one by one. */
  readonly few: boolean;
  /** True where nothing but types, a heading and a period is asked for, of which the totals tell. */
  readonly tallied: boolean;
}

/** Gives the numbers of the events that words and names lead to. */
type FindEvents = (asked: ReportWords) => Promise<Iterable<number>>;

const LISTED = 'SELECT value FROM json_each(?)';

/** The query as conditions on a row of `event`; undefined when nothing can meet it. */
export async function conditionOf(query: EventFilter, find: FindEvents): Promise<Condition | undefined> {
  const parts: string[] = [];
  const values: (string | number)[] = [];
  const { words, open } = wordQuery(query.words ?? '');
  // Words were asked for, but what stands there holds none.
  if (words.length === 0 && (query.words ?? '').trim() !== '') return undefined;
  const tokens = query.name === undefined ? [] : [nameToken(query.name)];
  if (words.length > 0 || tokens.length > 0) {
    parts.push(`id IN (${LISTED})`);
    values.push(JSON.stringify([...await find({ words, open, tokens })]));
  }
  for (const { names, also = [], not = [] } of query.parties ?? []) {
    const found = await Promise.all(names.map((name) => find({ words: [], open: false, tokens: [nameToken(name)] })));
    parts.push(`((id IN (${LISTED}) AND code NOT IN (${LISTED})) OR code IN (${LISTED}))`);
    values.push(JSON.stringify([...new Set(found.flatMap((ids) => [...ids]))]), codesOf(not), codesOf(also));
  }
  if (query.article !== undefined) {
    parts.push('(id BETWEEN ? AND ? OR id IN (SELECT event FROM reportEvent WHERE report BETWEEN ? AND ?))');
    const [first, end] = reportsOf(query.article);
    values.push(first, end - 1, first, end - 1);
  }
  if (query.alsoFound && query.alsoFound.length > 0 && parts.length > 0) {
    parts.splice(0, parts.length, `((${parts.join(' AND ')}) OR code IN (${LISTED}))`);
    values.push(codesOf(query.alsoFound));
  }
  const plain = parts.length === 0, few = parts.length === 1 && !query.alsoFound?.length;
  if (query.types) {
    if (query.types.length === 0) return undefined;
    parts.push('type IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(query.types.map(typeNumber)));
  }
  if (query.heading !== undefined) {
    const days = firstDaysOf(query.heading);
    parts.push('heading = ?', ...(days ? ['first BETWEEN ? AND ?'] : []));
    values.push(headingCode(query.heading), ...(days ?? []));
  }
  const tallied = plain && !query.only && !query.except, period = query.from === undefined && query.to === undefined ? undefined : { from: dayOrNone(query.from), to: dayOrNone(query.to) };
  for (const [list, sql] of [[query.only, 'code IN'], [query.except, 'code NOT IN']] as const) {
    if (!list) continue;
    parts.push(`${sql} (${LISTED})`);
    values.push(codesOf(list));
  }
  return { sql: parts.map((part) => ` AND ${part}`).join(''), values, period, few, tallied };
}

function dayOrNone(date: string | undefined): number | undefined {
  return date === undefined ? undefined : dayOf(date);
}

function codesOf(ids: readonly EventId[]): string {
  return JSON.stringify(ids.map(codeOf));
}

/** The number an event's id is written from; -1 for what is no id. */
export function codeOf(id: EventId): number {
  return /^[0-9a-z]{1,10}$/.test(id) ? parseInt(id, 36) : -1;
}
