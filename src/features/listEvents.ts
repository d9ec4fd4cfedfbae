import { noDate, noYear } from '../corpus/merging';
import type { CorpusStore, EventRecord, EventSource } from '../corpus/store/store';
import { headingInWords } from './dateWords';

/** A heading of the events list. */
export interface EventPeriodCount {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

export interface EventSelection {
  /** Words an event must contain; blank: all. */
  readonly filter: string;
  readonly order: 'newest' | 'oldest';
}

const wordsOf = ({ filter }: Pick<EventSelection, 'filter'>): { words?: string } => (filter.trim() ? { words: filter.trim() } : {});

/** Periods that have events of the selection, in its order; what has no year comes last. */
export async function eventPeriods(store: CorpusStore, selection: EventSelection): Promise<EventPeriodCount[]> {
  const last = (key: string): number => (key === noDate ? 2 : key === noYear ? 1 : 0);
  const direction = selection.order === 'newest' ? -1 : 1;
  return (await store.eventHeadings(wordsOf(selection)))
    .map(({ heading, count }) => ({ key: heading, label: headingInWords(heading), count }))
    .sort((a, b) => last(a.key) - last(b.key) || direction * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** Events of one period, in order. */
export function listEvents(store: CorpusStore, selection: EventSelection & { readonly period: string; readonly offset: number; readonly limit: number }): Promise<readonly EventRecord[]> {
  const { period, order, offset, limit } = selection;
  return store.events({ ...wordsOf(selection), heading: period, order, page: { offset, limit } });
}

/** Events that words find, newest first; all, newest first, for no words. */
export function findEvents(store: CorpusStore, words: string, limit: number): Promise<readonly EventRecord[]> {
  return store.events({ ...wordsOf({ filter: words }), order: 'newest', page: { offset: 0, limit } });
}

/** The reports of an event, the first of each article; empty when it is gone. */
export async function eventSources(store: CorpusStore, id: string): Promise<readonly EventSource[]> {
  const seen = new Set<number>();
  return (await store.eventSources(id)).filter(({ passage }) => !seen.has(passage.article.id) && !!seen.add(passage.article.id));
}
