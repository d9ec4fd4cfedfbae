import type { EventDate } from '../../language/types';
import { periodOf, type Period } from './period';

/** How the times of two reports stand to each other. */
export type DateRelation = 'equal' | 'compatible' | 'near' | 'unknown' | 'conflict';

const calendarDay = (value: string): string => value.split('T', 1)[0]!;
/** Month and day of a value without its year: `XXXX-10-07`. */
const yearless = /^XXXX-(\d\d)(?:-(\d\d|XX))?/;

/** 1 is Monday, 7 Sunday. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7 + 1;

/** Compares two event dates; a weekday of an unknown week speaks against any other weekday; `near`: one day apart, as reports of one night or across time zones are. */
export function relateDates(a: EventDate | null, b: EventDate | null): DateRelation {
  if (!a || !b) return 'unknown';
  const left = calendarDay(a.value), right = calendarDay(b.value);
  const one = periodOf(left), two = periodOf(right);
  if (one && two) return relatePeriods(one, two);
  if (one || two) {
    const weekday = /^XXXX-WXX-([1-7])/.exec(one ? right : left), day = one ?? two!;
    if (weekday && day.precision === 'day' && weekdayOf(day.start) !== Number(weekday[1])) return 'conflict';
  }
  const vague = yearless.exec(left) ?? yearless.exec(right);
  if (!vague) return 'unknown';
  const other = yearless.test(left) ? right : left, full = /^(?:\d{4}|XXXX)-(\d\d)(?:-(\d\d))?/.exec(other);
  if (!full) return periodOf(other) ? 'compatible' : 'unknown';
  if (full[1] !== vague[1]) return 'conflict';
  if (!full[2] || !vague[2] || vague[2] === 'XX') return 'compatible';
  return full[2] === vague[2] ? (one || two ? 'compatible' : 'equal') : 'conflict';
}

/** Whether a date can agree with another: it stands on the calendar or lacks only its year. A weekday of an unknown week says too little. */
export function mayAgree({ value }: EventDate): boolean {
  const day = calendarDay(value);
  return periodOf(day) !== null || yearless.test(day);
}

function relatePeriods(one: Period, two: Period): DateRelation {
  if (one.start === two.start && one.end === two.end) return 'equal';
  if (one.start <= two.end && two.start <= one.end) return 'compatible';
  const gap = Math.min(Math.abs(Date.parse(one.start) - Date.parse(two.end)), Math.abs(Date.parse(two.start) - Date.parse(one.end)));
  return gap <= 86_400_000 && one.precision === 'day' && two.precision === 'day' ? 'near' : 'conflict';
}

const rank: Record<string, number> = { day: 0, weekend: 1, week: 2, range: 3, month: 4, quarter: 5, season: 6, half: 7, year: 8, decade: 9, century: 10 };

/** The date to show for several reports: the most precise, then the most frequent, then stated before inferred, then the earliest. Null without any. */
export function chooseDate(dates: readonly EventDate[]): EventDate | null {
  const count = new Map<string, number>();
  for (const { value } of dates) count.set(value, (count.get(value) ?? 0) + 1);
  const key = (date: EventDate): [number, number, number, string] => {
    const period = periodOf(date.value);
    return [period ? rank[period.precision]! : yearless.test(date.value) ? 20 : 30, -count.get(date.value)!, date.certainty === 'stated' ? 0 : date.certainty === 'inferred' ? 1 : 2, date.value];
  };
  let best: EventDate | null = null;
  for (const date of dates) if (best === null || compare(key(date), key(best)) < 0) best = date;
  return best;
}

/**
 * The date of an event that several reports tell: the one to show of theirs ({@link chooseDate}), or where one gives the day and another the year
 * or the week, the day that both leave, which is inferred. Null without any.
 */
export function dateTogether(dates: readonly EventDate[]): EventDate | null {
  const best = chooseDate(dates), period = best ? periodOf(calendarDay(best.value)) : null;
  if (!best || !period || period.precision === 'day') return best;
  const days = new Set(dates.flatMap(({ value }) => daysWithin(calendarDay(value), period)));
  const [day] = days;
  return day === undefined || days.size > 1 ? best : { value: day, certainty: 'inferred', reason: `one source names the day, another ${best.value}`, expression: null };
}

/** The days of a period that a value without a year, or of an unknown week, may be. */
function daysWithin(value: string, { start, end, precision }: Period): string[] {
  const day = /^XXXX-(\d\d-\d\d)$/.exec(value), weekday = precision === 'week' ? /^XXXX-WXX-([1-7])$/.exec(value) : null;
  if (weekday) return [new Date(Date.parse(start) + (Number(weekday[1]) - 1) * 86_400_000).toISOString().slice(0, 10)];
  if (!day) return [];
  const found: string[] = [];
  for (let year = Number(start.slice(0, 4)); year <= Number(end.slice(0, 4)) && found.length < 2; year++) {
    const candidate = `${String(year).padStart(4, '0')}-${day[1]!}`;
    if (candidate >= start && candidate <= end && periodOf(candidate)) found.push(candidate);
  }
  return found;
}

/**
 * The date as one source has it, given that of the event: a source that gives none, or none on the calendar, is dated by the others. Such a date is
 * inferred and says so.
 */
export function dateOfSource(own: EventDate | null, event: EventDate | null): EventDate | null {
  if (!event || !periodOf(calendarDay(event.value)) || (own && periodOf(calendarDay(own.value))) || relateDates(own, event) === 'conflict') return own;
  return { value: event.value, certainty: 'inferred', reason: 'another source dates the same event', expression: null };
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return 0;
}

/** Whether two articles appeared close enough to report one thing as news. Unknown dates do not speak against it. */
export function closeInTime(a: string | undefined, b: string | undefined, days: number): boolean {
  const one = a === undefined ? null : periodOf(a), two = b === undefined ? null : periodOf(b);
  if (!one || !two) return true;
  return Date.parse(one.start) - Date.parse(two.end) <= days * 86_400_000 && Date.parse(two.start) - Date.parse(one.end) <= days * 86_400_000;
}
