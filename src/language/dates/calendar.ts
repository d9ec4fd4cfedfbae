/** Arithmetic on the proleptic Gregorian calendar. A day is a count of days since 1970-01-01; months run from 1 to 12, weekdays from 1 (Monday) to 7 (Sunday). */

const DAY_MS = 86_400_000;

/** Day count of a date; `day` may run over the end of the month. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS);
}

export interface CivilDate { readonly year: number; readonly month: number; readonly day: number }

/** The date of a day count. */
export function civil(days: number): CivilDate {
  const date = new Date(days * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Weekday of a day count: 1 is Monday, 7 Sunday. */
export function weekdayOf(days: number): number {
  return (((days + 3) % 7) + 7) % 7 + 1;
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 0) - dayNumber(year, month, 0);
}

/** Whether such a day can stand in a calendar; without a year the 29th of February passes. */
export function isDay(month: number, day: number, year = 2000): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** ISO 8601 week and the year that week belongs to. */
export function isoWeek(days: number): { readonly year: number; readonly week: number } {
  const thursday = days - weekdayOf(days) + 4;
  const { year } = civil(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

/** Number of months since year 0, and back: months are counted so, that a shift is an addition. */
export const monthIndex = (year: number, month: number): number => year * 12 + month - 1;
export const yearOfMonth = (index: number): number => Math.floor(index / 12);
export const monthOfMonth = (index: number): number => (((index % 12) + 12) % 12) + 1;

/** Day count of the nth `weekday` of a month; `nth` -1 is the last. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  if (nth < 0) {
    const last = dayNumber(year, month + 1, 0);
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = dayNumber(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
}

/** Day count of Easter Sunday, western churches (the anonymous Gregorian computus as given by Meeus, Astronomical Algorithms, ch. 8). */
export function easter(year: number): number {
  const a = year % 19, b = Math.floor(year / 100), c = year % 100;
  const d = Math.floor(b / 4), e = b % 4, f = Math.floor((b + 8) / 25), g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30, i = Math.floor(c / 4), k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7, m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1);
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** `2024`. */
export const yearValue = (year: number): string => pad(year, 4);
/** `2024-04`. */
export const monthValue = (year: number, month: number): string => `${pad(year, 4)}-${pad(month, 2)}`;
/** `2024-04-12`. */
export const dayValue = (days: number): string => {
  const { year, month, day } = civil(days);
  return `${monthValue(year, month)}-${pad(day, 2)}`;
};
/** `2024-W15`, ISO weeks. */
export const weekValue = (days: number): string => {
  const { year, week } = isoWeek(days);
  return `${pad(year, 4)}-W${pad(week, 2)}`;
};
/** Two digits: `07`. */
export const two = (n: number): string => pad(n, 2);
