import { periodOf } from './period';

/** Heading of dates that have a month or a season but no year. */
export const noYear = 'no-year';
/** Heading of dates that nothing is known of that a calendar has. */
export const noDate = 'unknown';

/**
 * Under what a date stands in a list by time: its month (`2023-10`) where it is known, else its year (`2015`), else the years it spans (`1990/1999`);
 * {@link noYear} or {@link noDate} where there is none. Equal dates have equal headings.
 */
export function headingOf(value: string | null | undefined): string {
  const period = value ? periodOf(value) : null;
  if (!period) return value && /^XXXX-(?:\d\d|SP|SU|FA|AU|WI)/.test(value) ? noYear : noDate;
  const { start, end } = period;
  if (start.slice(0, 7) === end.slice(0, 7)) return start.slice(0, 7);
  return start.slice(0, 4) === end.slice(0, 4) ? start.slice(0, 4) : `${start.slice(0, 4)}/${end.slice(0, 4)}`;
}
