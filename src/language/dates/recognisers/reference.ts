import type { Reference } from '../anchor';
import { dayNumber, dayValue, monthIndex, monthOfMonth, monthValue, weekdayOf, weekValue, yearOfMonth, yearValue } from '../calendar';
import { Unit } from '../lexicon';
import { inferred, type Match, type Reader } from '../reader';

/** A step from the calendar point named last: so many units, or to the nearest such weekday. */
export type Step = { readonly unit: number; readonly count: number } | { readonly weekday: number; readonly step: number };

/** Value of a step from a reference; null where the reference is coarser than the step. */
export function stepValue(at: Reference, step: Step): string | null {
  if ('weekday' in step) {
    if (at.day === 0) return null;
    const days = dayNumber(at.year, at.month, at.day);
    const gap = step.step < 0 ? -((weekdayOf(days) - step.weekday + 6) % 7 + 1) : (step.weekday - weekdayOf(days) + 6) % 7 + 1;
    return dayValue(days + gap);
  }
  const { unit, count } = step;
  switch (unit) {
    case Unit.day: case Unit.night: return at.day === 0 ? null : dayValue(dayNumber(at.year, at.month, at.day) + count);
    case Unit.week: case Unit.fortnight: return at.day === 0 ? null : weekValue(dayNumber(at.year, at.month, at.day) + 7 * count * (unit === Unit.fortnight ? 2 : 1));
    case Unit.month: {
      if (at.month === 0) return null;
      const index = monthIndex(at.year, at.month) + count;
      return monthValue(yearOfMonth(index), monthOfMonth(index));
    }
    case Unit.quarter: {
      const quarter = at.quarter || (at.month ? Math.floor((at.month - 1) / 3) + 1 : 0);
      if (quarter === 0) return null;
      const index = at.year * 4 + quarter - 1 + count;
      return `${yearValue(Math.floor(index / 4))}-Q${(((index % 4) + 4) % 4) + 1}`;
    }
    case Unit.year: return at.quarter ? `${yearValue(at.year + count)}-Q${at.quarter}` : yearValue(at.year + count);
    case Unit.decade: return String(Math.floor(at.year / 10) + count);
    case Unit.century: return String(Math.floor(at.year / 100) + count);
    default: return null;
  }
}

/** The step as a match, with the reference in its reason; null where there is no reference fine enough. */
export function onReference(r: Reader, first: number, end: number, step: Step): Match | null {
  const at = r.reference;
  if (!at) return null;
  const value = stepValue(at, step);
  if (value === null) return null;
  return inferred(first, end, 'DATE', value, `counted from ${at.value}, named before it`);
}
