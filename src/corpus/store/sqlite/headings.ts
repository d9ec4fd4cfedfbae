import { headingOf, noDate, noYear } from '../../merging';
import { dayOf } from './rank';

const NO_DATE = 0, NO_YEAR = 1;
/** Of a span of years: a code above all months. */
const SPAN = 2 ** 20;

/** A heading of a list by time as a whole number. */
export function headingCode(heading: string): number {
  if (heading === noDate) return NO_DATE;
  if (heading === noYear) return NO_YEAR;
  const [from, to] = heading.split('/'), [year, month] = from!.split('-').map(Number);
  return to === undefined ? year! * 16 + (month ?? 0) + 2 : SPAN + year! * 16_384 + Number(to);
}

/** The heading that a code stands for. */
export function headingOfCode(code: number): string {
  if (code === NO_DATE) return noDate;
  if (code === NO_YEAR) return noYear;
  if (code >= SPAN) return `${padded(Math.floor((code - SPAN) / 16_384))}/${padded((code - SPAN) % 16_384)}`;
  const year = padded(Math.floor((code - 2) / 16)), month = (code - 2) % 16;
  return month === 0 ? year : `${year}-${String(month).padStart(2, '0')}`;
}

/** The first days, in days since 1970, that events under a heading can have; undefined for events without one. */
export function firstDaysOf(heading: string): readonly [number, number] | undefined {
  if (heading === noDate || heading === noYear) return undefined;
  const [from] = heading.split('/'), [year, month] = from!.split('-').map(Number);
  const next = month === undefined ? `${padded(year! + 1)}-01` : month === 12 ? `${padded(year! + 1)}-01` : `${padded(year!)}-${String(month + 1).padStart(2, '0')}`;
  return [dayOf(from), dayOf(next) - 1];
}

/** The same for the heading that a code stands for. */
export function firstDaysOfCode(code: number): readonly [number, number] | undefined {
  return firstDaysOf(headingOfCode(code));
}

/** The days, in days since 1970, that hold all events under a heading, by its code; undefined for events without any. */
export function daysOf(code: number): readonly [first: number, last: number] | undefined {
  const heading = headingOfCode(code), first = firstDaysOf(heading), [, end] = heading.split('/');
  return first && [first[0], end === undefined ? first[1] : firstDaysOf(end)![1]];
}

/** The code of the heading of a date. */
export function headingCodeOf(value: string | null | undefined): number {
  return headingCode(headingOf(value));
}

function padded(year: number): string {
  return String(year).padStart(4, '0');
}
