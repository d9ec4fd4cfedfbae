import type { TimeExpression } from '../types';
import { dayNumber, isDay, two, weekdayOf, yearValue } from './calendar';

/** A day of a month whose weekday is named and whose year is not: `Friday, March 15` without a publication date. */
export interface WeekdayDate {
  /** Index among the expressions found. */
  readonly index: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

/** Years before the latest one named that still count: an article that recalls 1948 was not written then. */
const recent = 15;
const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/**
 * Finds the year of such days where the text leaves one candidate: of the years that it names, and the one after each, just one in which the day
 * falls on that weekday (a text without a date of its own was written when the last year it names had begun). Changes `found`, in which such
 * a date becomes an inferred one; where no year is left, or several, it stays as it is.
 */
export function settleByWeekday(found: TimeExpression[], waiting: readonly WeekdayDate[]): void {
  if (waiting.length === 0) return;
  const named = new Set<number>();
  for (const { type, value, certainty } of found) {
    const year = (type === 'DATE' || type === 'TIME') && certainty === 'stated' ? /^(\d{4})(?=$|-)/.exec(value) : null;
    if (year) named.add(Number(year[1]));
  }
  if (named.size === 0) return;
  const latest = Math.max(...named), years = new Set<number>();
  for (const year of named) if (year > latest - recent) for (const near of [year, year + 1]) years.add(near);
  for (const { index, month, day, weekday } of waiting) {
    const fitting = [...years].filter((year) => isDay(month, day, year) && weekdayOf(dayNumber(year, month, day)) === weekday);
    if (fitting.length !== 1) continue;
    const year = yearValue(fitting[0]!);
    found[index] = {
      ...found[index]!, value: `${year}-${two(month)}-${two(day)}`, certainty: 'inferred',
      reason: `of the years that the article names, and the ones after them, only in ${year} is ${day} ${months[month - 1]!} a ${names[weekday - 1]!}`,
    };
  }
}
