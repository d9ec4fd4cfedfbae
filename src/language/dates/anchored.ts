import { daysInMonth, dayNumber, dayValue, isDay, monthIndex, monthOfMonth, monthValue, two, weekdayOf, weekValue, yearOfMonth, yearValue } from './calendar';
import { inferred, relative, type Match, type Reader } from './reader';
import type { Tense } from './tense';

/**
 * Values that rest on the publication date. Each function gives an inferred match where the date is known finely enough,
 * else a relative one with X for what is unknown.
 */

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `3 days before publication on 2024-04-12`, `the week before publication on 2024-04-12`. */
export function distance(n: number, noun: string, iso: string): string {
  if (n === 0) return `the ${noun} of publication, ${iso}`;
  const away = Math.abs(n);
  return `${away === 1 ? `the ${noun}` : `${away} ${noun}s`} ${n < 0 ? 'before' : 'after'} publication on ${iso}`;
}

/** The day `shift` days from publication; `time` is a TIMEX3 time of day (`TMO`) or empty. */
export function dayAway(reader: Reader, first: number, end: number, shift: number, time = ''): Match {
  const at = reader.publication, type = time ? 'TIME' : 'DATE';
  if (!at || at.day === 0) return relative(first, end, type, `XXXX-XX-XX${time}`);
  return inferred(first, end, type, dayValue(at.days + shift) + time, distance(shift, 'day', at.iso));
}

export function weekAway(reader: Reader, first: number, end: number, shift: number, suffix = ''): Match {
  const at = reader.publication;
  if (!at || at.day === 0) return relative(first, end, 'DATE', `XXXX-WXX${suffix}`);
  const noun = suffix ? 'weekend' : 'week';
  return inferred(first, end, 'DATE', weekValue(at.days + 7 * shift) + suffix, suffix && shift === 0 ? `the weekend of the week of publication, ${at.iso}` : distance(shift, noun, at.iso));
}

export function monthAway(reader: Reader, first: number, end: number, shift: number): Match {
  const at = reader.publication;
  if (!at || at.month === 0) return relative(first, end, 'DATE', 'XXXX-XX');
  const index = monthIndex(at.year, at.month) + shift;
  return inferred(first, end, 'DATE', monthValue(yearOfMonth(index), monthOfMonth(index)), distance(shift, 'month', at.iso));
}

export function yearAway(reader: Reader, first: number, end: number, shift: number): Match {
  const at = reader.publication;
  if (!at) return relative(first, end, 'DATE', 'XXXX');
  return inferred(first, end, 'DATE', yearValue(at.year + shift), distance(shift, 'year', at.iso));
}

export function quarterAway(reader: Reader, first: number, end: number, shift: number): Match {
  const at = reader.publication;
  if (!at || at.month === 0) return relative(first, end, 'DATE', 'XXXX-QX');
  const index = at.year * 4 + Math.floor((at.month - 1) / 3) + shift;
  return inferred(first, end, 'DATE', `${yearValue(Math.floor(index / 4))}-Q${(index % 4) + 1}`, distance(shift, 'quarter', at.iso));
}

export function decadeAway(reader: Reader, first: number, end: number, shift: number): Match {
  const at = reader.publication;
  if (!at) return relative(first, end, 'DATE', 'XXX');
  return inferred(first, end, 'DATE', String(Math.floor(at.year / 10) + shift), distance(shift, 'decade', at.iso));
}

export function centuryAway(reader: Reader, first: number, end: number, shift: number): Match {
  const at = reader.publication;
  if (!at) return relative(first, end, 'DATE', 'XX');
  return inferred(first, end, 'DATE', String(Math.floor(at.year / 100) + shift), shift === 0 ? `the century of publication, ${at.iso}` : `counted from publication on ${at.iso}`);
}

/** Which occurrence of a weekday is meant; `last` and `next` leave the day of publication out. */
export type Choice = Tense | 'last' | 'next';

/** A weekday: the one on or before the day of publication, or on or after it. `time` as in {@link dayAway}. */
export function weekday(reader: Reader, first: number, end: number, day: number, choice: Choice, time = ''): Match {
  const at = reader.publication, type = time ? 'TIME' : 'DATE';
  if (!at || at.day === 0) return relative(first, end, type, `XXXX-WXX-${day}${time}`);
  const back = (weekdayOf(at.days) - day + 7) % 7;
  const ahead = (7 - back) % 7;
  const shift = choice === 'future' ? ahead : choice === 'next' ? ahead || 7 : choice === 'last' ? -(back || 7) : -back;
  const name = weekdays[day - 1]!;
  const reason = shift === 0 ? `${name} is the day of publication, ${at.iso}` : `the ${name} ${shift < 0 ? 'before' : 'after'} publication on ${at.iso}`;
  return inferred(first, end, type, dayValue(at.days + shift) + time, reason);
}

/** Value of a month (and day, or 0) in a year. */
export const monthDay = (year: string, month: number, day: number): string => (day === 0 ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`);

/** A month without its year, with a day or 0: the nearest that agrees with the tense. */
export function yearless(reader: Reader, first: number, end: number, month: number, day: number, choice: Choice): Match {
  const at = reader.publication;
  if (!at) return relative(first, end, 'DATE', monthDay('XXXX', month, day));
  if (at.month === 0) return relative(first, end, 'DATE', monthDay('XXXX', month, day));
  const year = yearOf(at, month, day, choice);
  const shown = day === 0 ? months[month - 1]! : `${day} ${months[month - 1]!}`;
  const value = monthDay(yearValue(year), month, day);
  const here = value === at.iso.slice(0, value.length);
  const side = here ? '' : value < at.iso ? 'before' : 'after';
  return inferred(first, end, 'DATE', value, here ? `${shown} is when it was published, ${at.iso}` : `the ${shown} ${side} publication on ${at.iso}`);
}

/** Days of distance that a candidate on the wrong side of the tense is worth: a verb may be misread, and nobody leaves the year out of a date ten months away. */
const WRONG_SIDE = 200;
/** The same for a date ahead in a clause without a tense: news tells of what was more than of what will be. */
const AHEAD = 60;

function yearOf(at: { readonly year: number; readonly month: number; readonly day: number }, month: number, day: number, choice: Choice): number {
  // A month without a day, or a publication without one, is compared by month.
  const fine = day > 0 && at.day > 0;
  const here = dayNumber(at.year, at.month, fine ? at.day : 1);
  const strict = choice === 'last' || choice === 'next', past = choice === 'past' || choice === 'last', future = choice === 'future' || choice === 'next';
  let best = at.year, least = Infinity;
  for (let year = at.year - 1; year <= at.year + 1; year++) {
    const gap = dayNumber(year, month, fine ? day : 1) - here;
    const wrong = strict ? (past ? gap >= 0 : gap <= 0) : (past && gap > 0) || (future && gap < 0);
    const cost = Math.abs(gap) + (wrong ? (strict ? 1e6 : WRONG_SIDE) : choice === 'open' && gap > 0 ? AHEAD : 0);
    if (cost < least) { least = cost; best = year; }
  }
  // The 29th of February is looked for in the leap year nearest on the side the clause looks to.
  for (let step = 0; step < 8 && !isDay(month, day || 1, best); step++) best += future ? 1 : -1;
  return best;
}

/** Moves a value of any precision by whole years (`2024-Q3`, `2024-02-29`): the same place in another year. */
export function otherYear(value: string, years: number): string {
  const found = /^(\d{4})(.*)$/.exec(value);
  if (!found) return value;
  const year = Number(found[1]) + years;
  return yearValue(year) + (found[2]!.startsWith('-02-29') && daysInMonth(year, 2) < 29 ? found[2]!.replace('-02-29', '-02-28') : found[2]!);
}

/** Day count of a day value; null when it names no single day. */
export function daysOf(value: string): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(value);
  return found ? dayNumber(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}


/** Weekday of a day value; 0 when it names no single day. */
export function weekdayOfValue(value: string): number {
  const days = daysOf(value);
  return days === null ? 0 : weekdayOf(days);
}
