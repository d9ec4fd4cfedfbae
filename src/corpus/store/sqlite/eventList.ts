import type { EventId, EventQuery } from '../store';
import { Column, type NarrowEvent } from './eventBlocks';
import type { EventFilter } from './eventConditions';
import { nameToken } from './eventTable';
import { headingCode } from './headings';
import { dayOf } from './rank';
import { typeNumber } from './report';
import { matchAll, wordQuery } from './words';

/** The full-text expression that alone finds the events of a query, whatever else it asks for; undefined where more than words and a name decide which are found. */
export function matchOf({ words: typed = '', name, parties = [], article, alsoFound = [] }: EventFilter): string | undefined {
  const { words, open } = wordQuery(typed);
  if (parties.length > 0 || article !== undefined || alsoFound.length > 0 || (words.length === 0 && (name === undefined || typed.trim() !== ''))) return undefined;
  return matchAll(words, open, name === undefined ? [] : [nameToken(name)]);
}

/**
 * Those of the events found that meet the other wishes of a query.
 * @param numbersOf the numbers of events by their ids
 */
export function withWishes(events: readonly NarrowEvent[], { types, heading, only, except, from, to }: EventFilter, numbersOf: (ids: readonly EventId[]) => ReadonlySet<number>): readonly NarrowEvent[] {
  const wishes: ((event: NarrowEvent) => boolean)[] = [];
  if (types) {
    const wanted = new Set(types.map(typeNumber));
    wishes.push((event) => wanted.has(event[Column.type]));
  }
  if (heading !== undefined) {
    const code = headingCode(heading);
    wishes.push((event) => event[Column.heading] === code);
  }
  for (const [list, within] of [[only, true], [except, false]] as const) {
    if (!list) continue;
    const numbers = numbersOf(list);
    wishes.push((event) => numbers.has(event[Column.id]) === within);
  }
  if (from !== undefined) {
    const day = dayOf(from);
    wishes.push(({ [Column.last]: last }) => last !== null && last >= day);
  }
  if (to !== undefined) {
    const day = dayOf(to);
    wishes.push(({ [Column.first]: first }) => first !== null && first <= day);
  }
  return wishes.length === 0 ? events : events.filter((event) => wishes.every((meets) => meets(event)));
}

/** Those with a day first; of one day, and of none, by what keeps them in order. */
export function orderOf(order: EventQuery['order']): (a: NarrowEvent, b: NarrowEvent) => number {
  const sign = order === 'newest' ? -1 : 1;
  return (a, b) => {
    const one = a[Column.first], two = b[Column.first];
    if (one === null || two === null) return one !== null ? -1 : two !== null ? 1 : a[Column.tie] - b[Column.tie] || a[Column.id] - b[Column.id];
    return sign * (one - two) || -sign * (a[Column.tie] - b[Column.tie]) || a[Column.id] - b[Column.id];
  };
}
