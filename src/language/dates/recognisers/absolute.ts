import { monthAway, monthDay, otherYear, weekdayOfValue, yearless } from '../anchored';
import { isDay, two, yearValue } from '../calendar';
import { Kind, Point, Unit, Word } from '../lexicon';
import { inferred, relative, stated, type Match, type Reader } from '../reader';
import { tenseAt } from '../tense';
import { monthAt, standsAsMonth } from './months';
import { yearAt, type YearAt } from './years';
import { AtomFlag } from '../atoms';

/** `October 7, 2023`, `Oct. 7`, `October 2023`, `May last year`, `October`. */
export function monthFirst(r: Reader, i: number): Match | null {
  const at = monthAt(r, i);
  if (!at) return null;
  const the = r.the(at.end) ? at.end + 1 : at.end;
  const day = r.day(the);
  const plainDay = day > 0 && isDay(at.month, day) && !clock(r, the + 1) && !r.mark(the + 1, '%') && !counts(r, the + 1);
  if (plainDay) return withYear(r, i, the + 1, at.month, day);
  return monthAlone(r, i, at.end, at.month, standsAsMonth(r, i, at), at.strong);
}

/** `:30` after a number: an hour, not a day. */
const clock = (r: Reader, i: number): boolean => r.mark(i, ':') && r.is(i + 1, Kind.number) && !r.flag(i + 1, AtomFlag.spaced);

/** A number before a plural noun is an amount (`in May 20 people`), not a day. */
function counts(r: Reader, i: number): boolean {
  return (r.is(i, Kind.none) && /^(?:people|men|women|children|soldiers|troops|percent|police|civilians|others)$/i.test(r.text(i))) || r.is(i, Kind.cardinal);
}

function monthAlone(r: Reader, first: number, end: number, month: number, sure: boolean, strong: boolean): Match | null {
  const comma = r.comma(end), year = yearAt(r, comma) ?? (r.word(end, Word.of) ? yearAt(r, end + 1) : null);
  if (year && year.year >= 1500) return stated(first, year.end, 'DATE', monthDay(yearValue(year.year), month, 0));
  const named = pointedYear(r, r.word(end, Word.of) ? end + 1 : end);
  if (named) return fromYear(r, first, named.end, month, 0, named.shift);
  if (!sure && !(strong && r.is(first - 1, Kind.none))) return null;
  return ofRange(r, first, end, month, 0) ?? yearless(r, first, end, month, 0, tenseAt(r, first, end));
}

/** The year that follows a month and day, in digits or as `last year`; without one, the nearest that fits the tense. */
function withYear(r: Reader, first: number, end: number, month: number, day: number): Match {
  const comma = r.comma(end), year = yearAfter(r, comma);
  if (year && isDay(month, day, year.year)) return stated(first, year.end, 'DATE', monthDay(yearValue(year.year), month, day));
  const named = pointedYear(r, r.word(end, Word.of) ? end + 1 : end);
  if (named) return fromYear(r, first, named.end, month, day, named.shift);
  return ofRange(r, first, end, month, day) ?? yearless(r, first, end, month, day, tenseAt(r, first, end));
}

/** The first end of a range whose second has a year: `from 24 February until the end of March 2022`, `October-December 2023`. */
function ofRange(r: Reader, first: number, end: number, month: number, day: number): Match | null {
  const joined = r.hyphen(end) ? end : r.word(end, Word.to) || r.word(end, Word.until) || r.word(end, Word.till) || r.word(end, Word.through) || r.word(end, Word.and) ? end + 1 : 0;
  if (joined === 0) return null;
  const other = r.recognise(joined);
  const found = other?.certainty === 'stated' ? /^(\d{4})-(\d\d)/.exec(other.value) : null;
  if (!found) return null;
  const year = Number(found[1]) - (month > Number(found[2]) ? 1 : 0);
  return isDay(month, day || 1, year) ? stated(first, end, 'DATE', monthDay(yearValue(year), month, day)) : null;
}

function yearAfter(r: Reader, i: number): YearAt | null {
  const plain = r.digits(i, 4, 4);
  if (plain >= 1000 && plain < 2200 && !clock(r, i + 1)) return { year: plain, end: i + 1 };
  const at = yearAt(r, i) ?? (r.word(i, Word.of) ? yearAt(r, i + 1) : null);
  return at;
}

/** `last year`, `this year`, `next year`, `the previous year` after a month. */
export function pointedYear(r: Reader, i: number): { readonly shift: number; readonly end: number } | null {
  const at = r.the(i) ? i + 1 : i;
  if (!r.is(at, Kind.pointer) || r.unit(at + 1) !== 8 || r.plural(at + 1)) return null;
  const shift = ({ [Point.last]: -1, [Point.this]: 0, [Point.next]: 1, [Point.previous]: -1, [Point.following]: 1 } as Readonly<Record<number, number>>)[r.value(at)];
  return shift === undefined ? null : { shift, end: at + 2 };
}

function fromYear(r: Reader, first: number, end: number, month: number, day: number, shift: number): Match {
  const at = r.publication;
  if (!at) return relative(first, end, 'DATE', monthDay('XXXX', month, day));
  const which = shift < 0 ? 'the year before' : shift > 0 ? 'the year after' : 'the year of';
  return inferred(first, end, 'DATE', monthDay(yearValue(at.year + shift), month, day), `${which} publication on ${at.iso}`);
}

/** `7 October 2023`, `7th of October`, `the 7th of October`, `7 Oct`; `joined` where it ends a range (`7-9 October`). */
export function dayFirst(r: Reader, i: number, joined = false): Match | null {
  const start = r.the(i) ? i + 1 : i;
  const day = r.day(start);
  if (day === 0 || (r.hyphen(start) && !joined)) return null;
  const of = r.word(start + 1, Word.of) && (r.flag(start, AtomFlag.ordinal) || r.is(start, Kind.ordinal));
  if (of && r.is(start + 2, Kind.pointer) && r.unit(start + 3) === Unit.month) return dayOfMonth(r, i, start + 4, day, r.value(start + 2));
  if (!of && start > i) return null;
  const at = monthAt(r, of ? start + 2 : start + 1);
  if (!at || !isDay(at.month, day)) return null;
  // `2 May elections`: a numeral beside a month is its day, unless a day follows the month as well (`the 5 Oct. 7 attackers`).
  if (r.day(at.end) > 0 && !r.hyphen(at.end) && !r.mark(at.end + 1, ':') && r.digits(at.end, 4, 4) < 0 && r.capital(at.end + 1)) return null;
  return withYear(r, start, at.end, at.month, day);
}

/** `the 15th of this month`, `the 3rd of last month`. */
function dayOfMonth(r: Reader, first: number, end: number, day: number, point: number): Match | null {
  const shift = point === Point.last ? -1 : point === Point.this ? 0 : point === Point.next ? 1 : null;
  if (shift === null) return null;
  const month = monthAway(r, first, end, shift);
  return { ...month, value: `${month.value}-${two(day)}` };
}

/** `Saturday, April 25`, `Friday 13 October 2023`: the weekday belongs to the date and may settle its year. */
export function weekdayThenDate(r: Reader, i: number): Match | null {
  if (!r.is(i, Kind.weekday) || r.value(i) > 7 || !r.capital(i)) return null;
  const next = r.comma(r.stop(i + 1));
  const the = r.the(next) ? next + 1 : next;
  const date = (r.is(next, Kind.month) ? monthFirst(r, next) : null) ?? dayFirst(r, the);
  if (!date || !/-\d\d-\d\d$/.test(date.value)) return null;
  const weekday = r.value(i);
  if (date.certainty === 'relative') return { ...date, first: i, weekday };
  if (date.certainty === 'stated' || weekdayOfValue(date.value) === weekday) return { ...date, first: i };
  for (const years of [-1, 1, -2, 2]) {
    const value = otherYear(date.value, years);
    if (weekdayOfValue(value) === weekday) return inferred(i, date.end, 'DATE', value, `the year nearest to publication on ${r.publication!.iso} in which that day is a ${r.text(i)}`);
  }
  return { ...date, first: i };
}
