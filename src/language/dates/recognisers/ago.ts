import { centuryAway, dayAway, decadeAway, distance, monthAway, otherYear, quarterAway, weekAway, yearAway, weekday } from '../anchored';
import { AtomFlag } from '../atoms';
import { Deictic, Kind, Point, Shift, Unit, Word } from '../lexicon';
import { inferred, stated, type Match, type Reader } from '../reader';
import { amountAt, skipFillers } from './amounts';
import { onReference } from './reference';
import { weekdayAt } from './weekdays';

/** `three days ago`, `two months earlier`, `a year later`, `six weeks from now`, `a week from Friday`, `year-ago`, `year-earlier`. */
export function shifted(r: Reader, i: number): Match | null {
  const amount = r.unit(i) >= 0 && r.hyphen(i + 1) ? { amount: 1, end: i, article: true } : amountAt(r, i);
  if (!amount) return null;
  const head = skipFillers(r, amount.end), unit = r.unit(head);
  if (unit < 0 || unit === Unit.half) return null;
  let after = head + 1;
  if (r.word(after, Word.or) && r.word(after + 1, Word.so)) after += 2; // `a week or so ago`
  const half = r.word(after, Word.and) && r.is(after + 1, Kind.article, 0) && r.word(after + 2, Word.half) ? 0.5 : 0; // `a year and a half ago`
  if (half) after += 3;
  const shift = shiftAt(r, after);
  if (!shift) return null;
  const count = amount.amount === null ? null : amount.amount + half;
  if (shift.to === 'weekday') return count === null ? null : fromWeekday(r, i, shift.end, shift.weekday, count, unit);
  if (count !== null && unit === Unit.year && Number.isInteger(2 * count) && !Number.isInteger(count) && shift.to === 'publication') return monthAway(r, i, shift.end, shift.sign * count * 12);
  if (count === null || !Number.isInteger(count)) return stated(i, shift.end, 'DATE', shift.sign < 0 ? 'PAST_REF' : 'FUTURE_REF');
  const signed = shift.sign * count;
  if (shift.to === 'reference') {
    if (unit === Unit.year && r.recent?.quarter) return otherQuarter(r, i, shift.end, signed);
    // Minutes after something: on the day the sentence speaks of, else a stretch of time and no date.
    if (unit < Unit.day) return r.nearDay === null ? null : inferred(i, shift.end, 'DATE', r.nearDay, `on ${r.nearDay}, named beside it`);
    const found = onReference(r, i, shift.end, { unit, count: signed });
    // What lies after a point that the text does not name is on no calendar: `ten years on, nothing had changed`.
    if (found || shift.sign > 0) return found;
  } else if (unit === Unit.year && count === 1 && r.recent?.quarter && shift.sign < 0) return otherQuarter(r, i, shift.end, signed);
  if (unit === Unit.year && r.is(shift.end, Kind.deictic, Deictic.today) && r.publication?.day) {
    const at = r.publication;
    return inferred(i, shift.end + 1, 'DATE', otherYear(at.iso, signed), distance(signed, 'year', at.iso)); // `40 years ago today`
  }
  return fromPublication(r, i, shift.end, unit, signed);
}

/** A year before a quarter that the text speaks of is that quarter of the year before: results are compared so. */
function otherQuarter(r: Reader, first: number, end: number, years: number): Match {
  const at = r.recent!;
  const value = `${Number(at.value.slice(0, 4)) + years}-Q${at.quarter}`;
  return { ...inferred(first, end, 'DATE', value, `compared with ${at.value}, named before it`), aside: true };
}

function fromPublication(r: Reader, first: number, end: number, unit: number, shift: number): Match | null {
  switch (unit) {
    case Unit.second: case Unit.minute: case Unit.hour: {
      const at = r.publication;
      return at?.day ? inferred(first, end, 'DATE', at.iso, distance(0, 'day', at.iso)) : { first, end, type: 'DATE', value: 'XXXX-XX-XX', certainty: 'relative' };
    }
    case Unit.day: case Unit.night: return dayAway(r, first, end, shift);
    case Unit.week: return weekAway(r, first, end, shift);
    case Unit.fortnight: return weekAway(r, first, end, 2 * shift);
    case Unit.weekend: return weekAway(r, first, end, shift, '-WE');
    case Unit.month: return monthAway(r, first, end, shift);
    case Unit.quarter: return quarterAway(r, first, end, shift);
    case Unit.year: return yearAway(r, first, end, shift);
    case Unit.decade: return decadeAway(r, first, end, shift);
    case Unit.century: return centuryAway(r, first, end, shift);
    default: return stated(first, end, 'DATE', shift < 0 ? 'PAST_REF' : 'FUTURE_REF');
  }
}

type ShiftFound = { readonly to: 'publication' | 'reference'; readonly sign: 1 | -1; readonly end: number } | { readonly to: 'weekday'; readonly weekday: number; readonly end: number };

function shiftAt(r: Reader, i: number): ShiftFound | null {
  if (r.is(i, Kind.shift)) {
    switch (r.value(i)) {
      case Shift.ago: return { to: 'publication', sign: -1, end: i + 1 };
      case Shift.hence: return { to: 'publication', sign: 1, end: i + 1 };
      case Shift.previously: return { to: 'reference', sign: -1, end: i + 1 };
      // `before` closes an expression only where nothing that it could govern follows.
      case Shift.before: return closes(r, i + 1) ? { to: 'reference', sign: -1, end: i + 1 } : null;
      case Shift.from:
        if (r.word(i + 1, Word.now) || r.is(i + 1, Kind.deictic, 0)) return { to: 'publication', sign: 1, end: i + 2 };
        return weekdayAt(r, i + 1) ? { to: 'weekday', weekday: r.value(i + 1), end: i + 2 } : null;
      default: return null;
    }
  }
  if (r.is(i, Kind.phase, 3)) return r.hyphen(i + 1) ? null : { to: 'reference', sign: -1, end: i + 1 };
  if (r.is(i, Kind.phase, 4)) return { to: 'reference', sign: 1, end: i + 1 };
  if (r.word(i, Word.after) && closes(r, i + 1)) return { to: 'reference', sign: 1, end: i + 1 };
  if (r.is(i, Kind.pointer, Point.previous) && closes(r, i + 1)) return { to: 'reference', sign: -1, end: i + 1 };
  if (r.word(i, Word.on) && closes(r, i + 1)) return { to: 'reference', sign: 1, end: i + 1 };
  return null;
}

/** Whether nothing follows that a preposition could govern: the end of the sentence or a mark. */
function closes(r: Reader, i: number): boolean {
  return !r.has(i) || (r.is(i, Kind.punctuation) && !r.mark(i, '$'));
}

function fromWeekday(r: Reader, first: number, end: number, day: number, count: number, unit: number): Match | null {
  if (unit !== Unit.week && unit !== Unit.day) return null;
  const base = weekday(r, first, end, day, 'future');
  const at = r.publication;
  if (!at?.day) return base;
  const shift = Math.round((Date.parse(base.value) - Date.parse(at.iso)) / 864e5) + count * (unit === Unit.week ? 7 : 1);
  return dayAway(r, first, end, shift);
}

/** `the year-ago period`, `the year-earlier quarter`: the span takes in the noun. */
export function yearAgoPeriod(r: Reader, i: number): Match | null {
  const at = r.is(i, Kind.article) ? i + 1 : i;
  if (r.unit(at) !== Unit.year || !r.flag(at + 1, AtomFlag.hyphen)) return null;
  if (!r.is(at + 1, Kind.shift, Shift.ago) && !r.is(at + 1, Kind.phase, 3)) return null;
  const noun = r.word(at + 2, Word.period) || r.unit(at + 2) === Unit.quarter ? at + 3 : at + 2;
  if (r.recent?.quarter) return otherQuarter(r, i, noun, -1);
  if (r.unit(at + 2) === Unit.quarter) return quarterAway(r, i, noun, -4);
  return yearAway(r, i, noun, -1);
}
