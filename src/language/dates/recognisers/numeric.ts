import { dayNumber, isDay, two, yearValue } from '../calendar';
import { AtomFlag } from '../atoms';
import { inferred, relative, stated, type Match, type Reader } from '../reader';

const tight = (r: Reader, i: number): boolean => !r.flag(i, AtomFlag.spaced);

/** ISO dates and weeks: `2023-10-07`, `2023-W41`, `2023-W41-3`, `2023-10-07T10:35`. A bare `2023-10` is left alone: it may be a range of years. */
export function isoDate(r: Reader, i: number): Match | null {
  const year = r.digits(i, 4, 4);
  if (year < 1000 || year >= 2200 || r.hyphen(i) || !r.hyphen(i + 1)) return null;
  const week = /^w([0-5]\d)$/i.exec(r.text(i + 1));
  if (week && Number(week[1]) >= 1 && Number(week[1]) <= 53) {
    const day = r.hyphen(i + 2) ? r.digits(i + 2, 1, 1) : -1;
    const value = `${yearValue(year)}-W${week[1]}`;
    return day >= 1 && day <= 7 ? stated(i, i + 3, 'DATE', `${value}-${day}`) : stated(i, i + 2, 'DATE', value);
  }
  const quarter = /^q([1-4])$/i.exec(r.text(i + 1));
  if (quarter) return stated(i, i + 2, 'DATE', `${yearValue(year)}-Q${quarter[1]}`);
  const month = r.digits(i + 1, 2, 2);
  if (!r.hyphen(i + 2) || month < 1) return null;
  const joined = /^([0-3]\d)t([0-2]\d)$/i.exec(r.text(i + 2)); // the tokeniser keeps `07T10` whole
  const day = joined ? Number(joined[1]) : r.digits(i + 2, 2, 2);
  if (!isDay(month, day, year)) return null;
  const date = `${yearValue(year)}-${two(month)}-${two(day)}`;
  if (!joined) return stated(i, i + 3, 'DATE', date);
  const minute = r.mark(i + 3, ':') ? r.digits(i + 4, 2, 2) : -1;
  return minute >= 0 && minute < 60 ? stated(i, i + 5, 'TIME', `${date}T${joined[2]}:${two(minute)}`) : stated(i, i + 3, 'TIME', `${date}T${joined[2]}`);
}

/**
 * `10/27/2023`, `27/10/23`, `10/7/2023`. Where both numbers can be the month, the reading nearer to publication is taken; without a
 * publication date neither is, and month and day stay unknown.
 */
export function slashDate(r: Reader, i: number): Match | null {
  const first = r.digits(i, 1, 2);
  if (first < 1 || !r.mark(i + 1, '/') || !r.mark(i + 3, '/') || r.mark(i - 1, '/')) return null;
  for (let k = i + 1; k < i + 5; k++) if (!tight(r, k)) return null;
  const second = r.digits(i + 2, 1, 2);
  const long = r.digits(i + 4, 4, 4), short = r.digits(i + 4, 2, 2);
  if (second < 1 || r.mark(i + 5, '/') || (long < 1000 && short < 0)) return null;
  const year = long >= 1000 ? long : short >= 50 ? 1900 + short : 2000 + short;
  const american = isDay(first, second, year), british = isDay(second, first, year);
  if (!american && !british) return null;
  const value = (month: number, day: number): string => `${yearValue(year)}-${two(month)}-${two(day)}`;
  if (!american || !british || first === second) return stated(i, i + 5, 'DATE', american ? value(first, second) : value(second, first));
  const at = r.publication;
  if (!at?.day) return relative(i, i + 5, 'DATE', `${yearValue(year)}-XX-XX`);
  const away = (month: number, day: number): number => Math.abs(dayNumber(year, month, day) - at.days);
  const nearer = away(second, first) < away(first, second) ? value(second, first) : value(first, second);
  return inferred(i, i + 5, 'DATE', nearer, `of its two readings the one nearer to publication on ${at.iso}`);
}

/** `7.10.2023`, which the tokeniser keeps as one number. */
export function dottedDate(r: Reader, i: number): Match | null {
  if (!r.flag(i, AtomFlag.separated) || r.length(i) > 10) return null;
  const found = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(r.text(i));
  if (!found) return null;
  const day = Number(found[1]), month = Number(found[2]), year = Number(found[3]);
  return isDay(month, day, year) ? stated(i, i + 1, 'DATE', `${yearValue(year)}-${two(month)}-${two(day)}`) : null;
}
