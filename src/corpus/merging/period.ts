/** The days a date value covers. */
export interface Period {
  /** First and last day, ISO `YYYY-MM-DD`. */
  readonly start: string;
  readonly end: string;
  readonly precision: 'day' | 'weekend' | 'week' | 'month' | 'quarter' | 'season' | 'half' | 'year' | 'decade' | 'century' | 'range';
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const utc = (year: number, month: number, day: number): number => { const date = new Date(0); date.setUTCFullYear(year, month, day); return date.getTime(); };
const dayMs = 86_400_000;

/** Meteorological seasons of the northern hemisphere, by TIMEX3 code: first month and year offset. */
const seasons: Record<string, number> = { SP: 2, SU: 5, FA: 8, AU: 8, WI: 11 };

function months(year: number, first: number, count: number, precision: Period['precision']): Period {
  return { start: iso(utc(year, first, 1)), end: iso(utc(year, first + count, 0)), precision };
}

function week(year: number, number: number, weekend: boolean, weekday: number | null): Period | null {
  if (number < 1 || number > 53) return null;
  const fourth = utc(year, 0, 4), monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMs + (number - 1) * 7 * dayMs;
  if (weekend) return { start: iso(monday + 5 * dayMs), end: iso(monday + 6 * dayMs), precision: 'weekend' };
  if (weekday !== null) return weekday < 1 || weekday > 7 ? null : { start: iso(monday + (weekday - 1) * dayMs), end: iso(monday + (weekday - 1) * dayMs), precision: 'day' };
  return { start: iso(monday), end: iso(monday + 6 * dayMs), precision: 'week' };
}

function day(year: number, month: number, date: number): Period | null {
  const time = utc(year, month - 1, date), text = iso(time);
  return month < 1 || month > 12 || new Date(time).getUTCDate() !== date ? null : { start: text, end: text, precision: 'day' };
}

/**
 * The days that a TIMEX3 or ISO 8601 value covers: `2023`, `2023-10`, `2023-W41`, `2023-W45-WE`, `2023-10-07`, `2023-SU`, `2023-Q3`, `2023-H1`,
 * `199`, `19`, with or without a time of day, and ranges `A/B`. Null for what has no year (`XXXX-10-07`), durations and anything else.
 */
export function periodOf(value: string): Period | null {
  let period = known.get(value);
  if (period === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(value, period = readPeriod(value));
  }
  return period;
}

/** Comparing reports asks for the same few thousand dates over and over. */
const known = new Map<string, Period | null>(), MOST_KNOWN = 20_000;

function readPeriod(value: string): Period | null {
  const slash = value.indexOf('/');
  if (slash >= 0) {
    const from = periodOf(value.slice(0, slash)), to = periodOf(value.slice(slash + 1));
    return from && to && from.start <= to.end ? { start: from.start, end: to.end, precision: 'range' } : from && slash === value.length - 1 ? from : null;
  }
  const parts = /^(\d{2,4})(?:-(?:W(\d\d)(?:-(WE|\d))?|(SP|SU|FA|AU|WI)|Q([1-4])|H([12])|(\d\d)(?:-(\d\d))?))?(?:T.*)?$/.exec(value);
  if (!parts) return null;
  const [, digits, weekNumber, weekday, season, quarter, half, month, date] = parts, year = Number(digits);
  if (digits!.length < 4) {
    if (value !== digits) return null;
    const years = digits!.length === 3 ? 10 : 100;
    return { start: `${String(year * years).padStart(4, '0')}-01-01`, end: `${String(year * years + years - 1).padStart(4, '0')}-12-31`, precision: years === 10 ? 'decade' : 'century' };
  }
  if (weekNumber) return week(year, Number(weekNumber), weekday === 'WE', weekday && weekday !== 'WE' ? Number(weekday) : null);
  if (season) return months(year, seasons[season]!, 3, 'season');
  if (quarter) return months(year, (Number(quarter) - 1) * 3, 3, 'quarter');
  if (half) return months(year, (Number(half) - 1) * 6, 6, 'half');
  if (date) return day(year, Number(month), Number(date));
  if (month) return Number(month) < 1 || Number(month) > 12 ? null : months(year, Number(month) - 1, 1, 'month');
  return { start: `${digits!}-01-01`, end: `${digits!}-12-31`, precision: 'year' };
}
