import { centuryAway, dayAway, decadeAway, monthAway, quarterAway, weekAway, yearAway, yearless } from '../anchored';
import { Kind, PLURAL, Point, Unit, Word } from '../lexicon';
import { inferred, relative, stated, type Match, type Reader } from '../reader';
import { durationValue } from './amounts';
import { monthAt } from './months';
import { onReference } from './reference';
import { pointedSeason } from './seasons';
import { pointedWeekend } from './weekends';

/** `last week`, `this year`, `next month`, `the previous day`, `that year`, `the past decade`, `last May`, `this summer`. */
export function pointed(r: Reader, i: number): Match | null {
  const article = r.is(i, Kind.article);
  const at = article ? i + 1 : i;
  if (!r.is(at, Kind.pointer)) return null;
  let point = r.value(at), head = at + 1;
  if ((point === Point.this || point === Point.that) && r.is(head, Kind.pointer)) { const second = r.value(head); if (second !== Point.this && second !== Point.that) point = second; head++; }
  while (r.is(head, Kind.filler) || r.is(head, Kind.fiscal)) head++;
  if (r.hyphen(head) || head > at + 4) return null;
  const month = monthAt(r, head);
  if (month) return pointedMonth(r, i, month.end, month.month, point);
  if (r.is(head, Kind.season)) return pointedSeason(r, i, head, point);
  if (r.unit(head) < 0) return null;
  if (r.unit(head) === Unit.weekend) return pointedWeekend(r, i, head, point);
  if (r.plural(head)) return r.word(head + 1, Word.of) ? null : pointedPlural(i, head, point);
  if (r.hyphen(head + 1) && r.is(head + 1, Kind.none)) return null;
  if (r.the(i) && point === Point.last && r.word(head + 1, Word.of)) return null; // `the last day of the fair`
  return pointedUnit(r, i, head + 1, r.unit(head), point, r.the(i));
}

function pointedMonth(r: Reader, first: number, end: number, month: number, point: number): Match | null {
  if (r.day(end) > 0) return null;
  switch (point) {
    case Point.last: case Point.past: case Point.previous: case Point.recent: return yearless(r, first, end, month, 0, 'last');
    case Point.next: case Point.coming: case Point.following: return yearless(r, first, end, month, 0, 'next');
    case Point.this: {
      const at = r.publication;
      return at ? inferred(first, end, 'DATE', `${at.iso.slice(0, 4)}-${String(month).padStart(2, '0')}`, `the year of publication on ${at.iso}`) : relative(first, end, 'DATE', `XXXX-${String(month).padStart(2, '0')}`);
    }
    default: return null;
  }
}

/** `recent years`, `coming weeks`, `the past months`: no calendar value. */
function pointedPlural(first: number, head: number, point: number): Match | null {
  switch (point) {
    case Point.recent: case Point.past: case Point.last: case Point.previous: return stated(first, head + 1, 'DATE', 'PAST_REF');
    case Point.coming: case Point.next: case Point.following: return stated(first, head + 1, 'DATE', 'FUTURE_REF');
    default: return null;
  }
}

function pointedUnit(r: Reader, first: number, end: number, unit: number, point: number, the: boolean): Match | null {
  if (unit < Unit.day) return null;
  const away = (shift: number): Match | null => unitAway(r, first, end, unit, shift);
  switch (point) {
    // With an article the stretch up to now is meant, without one the unit before this: `the last year`, `last year`.
    case Point.last: return the ? stated(first, end, 'DURATION', durationValue(1, unit)) : away(-1);
    case Point.past: return stated(first, end, 'DURATION', durationValue(1, unit));
    case Point.next: return the ? (unit === Unit.day ? onReference(r, first, end, { unit, count: 1 }) ?? away(1) : stated(first, end, 'DURATION', durationValue(1, unit))) : away(1);
    case Point.coming: return the ? stated(first, end, 'DURATION', durationValue(1, unit)) : away(1);
    case Point.this: return away(0);
    case Point.latest: return unit === Unit.quarter ? recentQuarter(r, first, end) ?? away(-1) : away(unit === Unit.year ? -1 : 0);
    case Point.previous: return onReference(r, first, end, { unit, count: -1 }) ?? away(-1);
    case Point.following: return onReference(r, first, end, { unit, count: 1 }) ?? away(1);
    case Point.same: case Point.that: return onReference(r, first, end, { unit, count: 0 });
    default: return null;
  }
}

/** The quarter the sentence speaks of; null where it speaks of none. */
export function recentQuarter(r: Reader, first: number, end: number): Match | null {
  const at = r.recent;
  return at?.quarter ? inferred(first, end, 'DATE', `${at.value.slice(0, 4)}-Q${at.quarter}`, `the quarter named before it, ${at.value}`) : null;
}

/** The unit so many steps from publication; null for units that are no place on a calendar. */
export function unitAway(r: Reader, first: number, end: number, unit: number, shift: number): Match | null {
  switch (unit) {
    case Unit.day: return null;
    case Unit.week: return weekAway(r, first, end, shift);
    case Unit.fortnight: return weekAway(r, first, end, 2 * shift);
    case Unit.month: return monthAway(r, first, end, shift);
    case Unit.quarter: return quarterAway(r, first, end, shift);
    case Unit.year: return yearAway(r, first, end, shift);
    case Unit.decade: return decadeAway(r, first, end, shift);
    case Unit.century: return centuryAway(r, first, end, shift);
    default: return null;
  }
}

/** `year-end`, `year's end`, `the year end`: the year, by its end. */
export function yearEnd(r: Reader, i: number): Match | null {
  const at = r.the(i) ? i + 1 : i;
  if (r.unit(at) !== Unit.year || r.plural(at)) return null;
  const end = r.is(at + 1, Kind.possessive) ? at + 2 : at + 1;
  return r.word(end, Word.end) ? yearAway(r, i, end + 1, 0) : null;
}

/** Whether `the day` is a day of the story (`ended the day lower`, `late in the day`) and not `save the day`, `the day when`. */
function namesDay(r: Reader, i: number, end: number): boolean {
  const opened = r.is(i - 1, Kind.word) || r.is(i - 1, Kind.phase) || /^(?:end|ends|ended|ending|finish|finished|finishing|close|closed|closing|start|started|starting|began|begin)$/i.test(r.text(i - 1));
  if (!opened) return false;
  if (r.word(end, Word.of)) return false;
  if (r.word(end, Word.after)) return r.lower(end + 1).endsWith('ing');
  return !r.has(end) || r.is(end, Kind.punctuation) || r.is(end, Kind.word) || r.is(end, Kind.number) || r.is(end, Kind.about) || /^(?:up|down|higher|lower|unchanged|flat|mixed|slightly|sharply)$/.test(r.text(end));
}

/** The day that the text named last, else the day of publication. */
function theDay(r: Reader, first: number, end: number): Match {
  return r.lastDay === null ? dayAway(r, first, end, 0) : inferred(first, end, 'DATE', r.lastDay, `the day named before it, ${r.lastDay}`);
}

/** `the day`, `the quarter`, `the year`, `the week`: what was named last, when it is fine enough. */
export function definiteUnit(r: Reader, i: number): Match | null {
  if (!r.the(i) || r.unit(i + 1) < Unit.day || r.value(i + 1) >= PLURAL || r.hyphen(i + 2)) return null;
  const unit = r.unit(i + 1), end = i + 2;
  if (unit === Unit.day) return namesDay(r, i, end) ? theDay(r, i, end) : null;
  if (r.word(end, Word.of) || r.word(end, Word.after) || r.is(end, Kind.shift)) return null;
  if (r.word(end, Word.ended) || r.word(end, Word.ending) || r.word(end, Word.starting) || (r.word(end, Word.to) && r.is(end + 1, Kind.month))) return stated(i, end, 'DURATION', durationValue(1, unit));
  if (unit === Unit.quarter) return recentQuarter(r, i, end) ?? (r.recent ? null : quarterAway(r, i, end, -1));
  if (unit === Unit.week) return weekAway(r, i, end, 0);
  if (unit === Unit.month) return monthAway(r, i, end, 0);
  if (unit === Unit.year && !r.is(end, Kind.number)) return yearAway(r, i, end, 0);
  return null;
}
