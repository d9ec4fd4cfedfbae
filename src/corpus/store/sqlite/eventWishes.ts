import type { EventId } from '../store';
import type { EventFilter } from './eventConditions';
import type { ReportWords } from './eventFinder';
import type { Wishes } from './foundEvents';
import { headingCode } from './headings';
import { nameToken } from './postings/tables';
import { dayOf } from './rank';
import { typeNumber } from './report';
import { wordQuery } from './words';

/** What alone finds the events of a query, whatever else it asks for; undefined where more than words and a name decide which are found. */
export function wordsAlone({ words: typed = '', name, parties = [], article, alsoFound = [] }: EventFilter): ReportWords | undefined {
  const { words, open } = wordQuery(typed);
  if (parties.length > 0 || article !== undefined || alsoFound.length > 0 || (words.length === 0 && (name === undefined || typed.trim() !== ''))) return undefined;
  return { words, open, tokens: name === undefined ? [] : [nameToken(name)] };
}

/**
 * What a query asks for besides.
 * @param numbersOf the numbers of events by their ids
 */
export function wishesOf({ types, heading, only, except, from, to }: EventFilter, numbersOf: (ids: readonly EventId[]) => ReadonlySet<number>): Wishes {
  return {
    ...(types ? { types: new Set(types.map(typeNumber)) } : {}), ...(heading === undefined ? {} : { heading: headingCode(heading) }),
    ...(from === undefined ? {} : { from: dayOf(from) }), ...(to === undefined ? {} : { to: dayOf(to) }),
    ...(only ? { only: numbersOf(only) } : {}), ...(except ? { except: numbersOf(except) } : {}),
  };
}
