import { periodOf } from '../corpus/merging';
import type { EventQuery } from '../corpus/store/store';
import type { EventType } from '../language/types';

/** What an event must have to be listed; all of it together. */
export interface EventFilter {
  /** Words of title, participants, place or passage; blank: all. */
  readonly words?: string;
  readonly name?: number;
  readonly type?: EventType;
  readonly article?: number;
  /** Days it may have happened on, as the writer put it, see {@link readRange}. What is no range counts as none. */
  readonly range?: string;
}

/** First and last day, ISO; absent where the range is open. */
export interface DayRange {
  readonly from?: string;
  readonly to?: string;
}

const between = /\/|–|—|\.\.|\bto\b|\bbis\b/;

/**
 * A range of days as a person writes it: `2023`, `2023-10`, `2023-10-07`, `2023-10/2024`, `2023..`, `..2024-02`.
 * Undefined for what is none.
 */
export function readRange(text: string): DayRange | undefined {
  const parts = text.split(between).map((part) => part.trim());
  if (parts.length > 2 || parts.every((part) => part === '')) return undefined;
  const [first = '', last = first] = parts;
  const from = first === '' ? undefined : periodOf(first), to = last === '' ? undefined : periodOf(last);
  if (from === null || to === null || (from && to && from.start > to.end)) return undefined;
  return { ...(from ? { from: from.start } : {}), ...(to ? { to: to.end } : {}) };
}

/** The filter as the store is asked. */
export function queryOf({ words, name, type, article, range }: EventFilter): Omit<EventQuery, 'page' | 'order'> {
  return {
    ...(words?.trim() ? { words: words.trim() } : {}),
    ...(name === undefined ? {} : { name }),
    ...(type === undefined ? {} : { types: [type] }),
    ...(article === undefined ? {} : { article }),
    ...(range === undefined ? {} : readRange(range)),
  };
}
