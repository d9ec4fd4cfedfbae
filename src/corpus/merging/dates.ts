import type { EventDate } from '../../language/types';
import { periodOf, type Period } from './period';

/** How the times of two reports stand to each other. */
export type DateRelation = 'equal' | 'compatible' | 'near' | 'unknown' | 'conflict';

const calendarDay = (value: string): string => value.split('T', 1)[0]!;
/** Month and day of a value without its year: `XXXX-10-07`. */
const yearless = /^XXXX-(\d\d)(?:-(\d\d|XX))?/;

/** Compares two event dates; `near`: one day apart, as reports of one night or across time zones are. */
export function relateDates(a: EventDate | null, b: EventDate | null): DateRelation {
  if (!a || !b) return 'unknown';
  const left = calendarDay(a.value), right = calendarDay(b.value);
  const one = periodOf(left), two = periodOf(right);
  if (one && two) return relatePeriods(one, two);
  const vague = yearless.exec(left) ?? yearless.exec(right);
  if (!vague) return 'unknown';
  const other = yearless.test(left) ? right : left, full = /^(?:\d{4}|XXXX)-(\d\d)(?:-(\d\d))?/.exec(other);
  if (!full) return periodOf(other) ? 'compatible' : 'unknown';
  if (full[1] !== vague[1]) return 'conflict';
  if (!full[2] || !vague[2] || vague[2] === 'XX') return 'compatible';
  return full[2] === vague[2] ? (one || two ? 'compatible' : 'equal') : 'conflict';
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
