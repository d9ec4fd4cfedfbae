import { noDate, noYear } from '../corpus/merging';
import type { CorpusStore, EventRecord, EventSource, EventTypeCount, NameRecord } from '../corpus/store/store';
import { headingInWords } from './dateWords';
import { type EventFilter, queryOf } from './eventFilter';
import { english, type Say } from './say';

/** A heading of the events list. */
export interface EventPeriodCount {
  /** `2023-10`, `2015`, `1990/1999`, `unknown`. */
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

export type EventOrder = 'newest' | 'oldest';

/** Periods that have events of the filter, in order; what has no year comes last. */
export async function eventPeriods(store: CorpusStore, filter: EventFilter, order: EventOrder, say: Say = english): Promise<EventPeriodCount[]> {
  const last = (key: string): number => (key === noDate ? 2 : key === noYear ? 1 : 0);
  const direction = order === 'newest' ? -1 : 1;
  return (await store.eventHeadings(queryOf(filter)))
    .map(({ heading, count }) => ({ key: heading, label: headingInWords(heading, say), count }))
    .sort((a, b) => last(a.key) - last(b.key) || direction * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** Whether events under a heading have no day on the calendar. */
export function isUndated(heading: string): boolean {
  return heading === noDate || heading === noYear;
}

/** What a list of events is a part of: a period, a type, a name. All events of the filter without any. */
export interface EventGroup {
  readonly period?: string;
  readonly type?: EventTypeCount['type'];
  readonly name?: number;
}

/** Events of one group, in order. */
export function listEvents(store: CorpusStore, filter: EventFilter, group: EventGroup, order: EventOrder, page: { readonly offset: number; readonly limit: number }): Promise<readonly EventRecord[]> {
  return store.events({ ...groupQuery(filter, group), order, page });
}

/** How many events a group has. */
export function countEvents(store: CorpusStore, filter: EventFilter, group: EventGroup): Promise<number> {
  return store.countEvents(groupQuery(filter, group));
}

function groupQuery(filter: EventFilter, { period, type, name }: EventGroup): ReturnType<typeof queryOf> {
  const query = queryOf(filter);
  return {
    ...query,
    ...(period === undefined ? {} : { heading: period }),
    ...(type === undefined ? {} : { types: query.types && !query.types.includes(type) ? [] : [type] }),
    ...(name === undefined ? {} : { parties: [{ names: [name] }] }),
  };
}

/** Types that events of the filter have, most frequent first. */
export function eventTypes(store: CorpusStore, filter: EventFilter): Promise<readonly EventTypeCount[]> {
  return store.eventTypes(queryOf(filter));
}

/** Names that take part in events of the filter, those of most events first, with how many; `more` when the list goes on. */
export async function eventNames(store: CorpusStore, filter: EventFilter, page: { readonly offset: number; readonly limit: number }): Promise<{ readonly names: readonly { readonly name: NameRecord; readonly count: number }[]; readonly more: boolean }> {
  const found = await store.eventNames(queryOf(filter), { offset: page.offset, limit: page.limit + 1 });
  const names = await Promise.all(found.slice(0, page.limit).map(async ({ name, count }) => ({ name: await store.name(name), count })));
  return { names: names.flatMap(({ name, count }) => (name ? [{ name, count }] : [])), more: found.length > page.limit };
}

/** Events that words find, newest first; all, newest first, for no words. */
export function findEvents(store: CorpusStore, words: string, limit: number): Promise<readonly EventRecord[]> {
  return store.events({ ...queryOf({ words }), order: 'newest', page: { offset: 0, limit } });
}

/** The reports of an event, the first of each article; empty when it is gone. */
export async function eventSources(store: CorpusStore, id: string): Promise<readonly EventSource[]> {
  const seen = new Set<number>();
  return (await store.eventSources(id)).filter(({ passage }) => !seen.has(passage.article.id) && !!seen.add(passage.article.id));
}
