import type { Span } from '../../../src/language/types';
import { pairUp, shared } from './pairs';
import { prf, type Prf } from './prf';

export interface Timex extends Span { readonly type: string; readonly value: string }

export interface DatesPair {
  readonly gold: readonly Timex[];
  readonly found: readonly Timex[];
  /** Where the text states its own date of publication: nothing there is measured. */
  readonly dateline?: readonly [number, number] | null;
}

/** One form for values that mean the same: `Z` and seconds of 0 left out, decades as years. */
export function canonical(value: string): string {
  return value.trim().toUpperCase().replace(/Z$/, '').replace(/^P(\d+)DE$/, (_, decades: string) => `P${Number(decades) * 10}Y`).replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d):00$/, '$1');
}

/** Whether a timeline could show it: a day, week, month, season, quarter or year with a certain year. */
export const onCalendar = ({ type, value }: Timex): boolean => (type === 'DATE' || type === 'TIME') && /^\d{4}(?:$|-)/.test(value);

const toDay = (timex: Timex): Timex => ({ ...timex, type: 'DATE', value: timex.value.replace(/T.*$/, '') });

/**
 * Value F1 as TempEval-3 counts it (UzZaman et al. 2013): spans that overlap, paired one to one, same spans first, then the most shared; right is an equal value.
 * `calendar` leaves out on both sides what stands on no calendar, and cuts times to their day.
 */
export function scoreDates(pairs: readonly DatesPair[], { calendar = false } = {}): Prf {
  let right = 0, found = 0, gold = 0;
  for (const pair of pairs) {
    const line = pair.dateline;
    let g = pair.gold, f = pair.found.filter((timex) => !(line && timex.start < line[1] && line[0] < timex.end));
    if (calendar) { g = g.filter(onCalendar).map(toDay); f = f.filter(onCalendar).map(toDay); }
    gold += g.length;
    found += f.length;
    const matched = pairUp(g, f, (a, b) => { const units = shared(a, b); return units > 0 && a.start === b.start && a.end === b.end ? units + 1000 : units; });
    for (const [a, b] of matched) if (canonical(a.value) === canonical(b.value)) right++;
  }
  return prf(right, found, gold);
}
