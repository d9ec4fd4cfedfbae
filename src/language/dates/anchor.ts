import { civil, dayNumber, isDay } from './calendar';

/** When a text was published, as far as it is known. `month` and `day` are 0 where the date is coarser. */
export interface Publication {
  readonly iso: string;
  readonly year: number;
  readonly month: number;
  /** Day of the month. */
  readonly day: number;
  /** Day count since 1970-01-01; meaningful only where `day` is known. */
  readonly days: number;
}

/** Reads `2024-04-12`, `2024-04`, `2024` and date-times; null when there is none or it is no date. */
export function readPublication(iso: string | undefined): Publication | null {
  const found = iso === undefined ? null : /^\s*(\d{4})(?:-(\d\d)(?:-(\d\d)(?!\d))?)?/.exec(iso);
  if (!found) return null;
  const year = Number(found[1]), month = Number(found[2] ?? 0), day = Number(found[3] ?? 0);
  if (month === 0) return { iso: found[1]!, year, month: 0, day: 0, days: 0 };
  if (month > 12) return null;
  if (day === 0 || !isDay(month, day, year)) return { iso: `${found[1]}-${found[2]}`, year, month, day: 0, days: 0 };
  return { iso: `${found[1]}-${found[2]}-${found[3]}`, year, month, day, days: dayNumber(year, month, day) };
}

/** A point on the calendar that later expressions lean on (`that day`, `a year earlier`), as coarse as it was said. */
export interface Reference {
  readonly value: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly quarter: number;
}

/** The calendar point a value names; null when it has no certain year. */
export function readReference(value: string): Reference | null {
  const found = /^(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q([1-4])))?(?![\w-])/.exec(value.split('T', 1)[0]!);
  if (!found) {
    const week = /^(\d{4})-W(\d\d)/.exec(value);
    if (!week) return null;
    // The Thursday of a week stands for it: it lies in the year the week belongs to.
    const at = civil(dayNumber(Number(week[1]), 1, 4) + (Number(week[2]) - 1) * 7);
    return { value, year: at.year, month: at.month, day: 0, quarter: 0 };
  }
  return { value, year: Number(found[1]), month: Number(found[2] ?? 0), day: Number(found[3] ?? 0), quarter: Number(found[4] ?? 0) };
}
