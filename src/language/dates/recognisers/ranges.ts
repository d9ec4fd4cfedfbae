import { AtomFlag } from '../atoms';
import { isDay, two } from '../calendar';
import { Kind, Unit, Word } from '../lexicon';
import type { Match, Reader } from '../reader';
import { daysOf } from '../anchored';
import { weekValue } from '../calendar';
import { dayFirst } from './absolute';

const joins = (r: Reader, i: number): boolean => r.word(i, Word.to) || r.word(i, Word.and) || r.word(i, Word.through) || r.word(i, Word.or) || r.mark(i, '–') || r.mark(i, '-') || r.mark(i, '/');

/** The second day of `Oct. 7-9`, `October 7 and 8`, `March 3 to 5`: it has the month and year of the first. */
export function secondDay(r: Reader, i: number): Match | null {
  const before = r.previous;
  if (!before || before.type !== 'DATE' || !/^[\dX]{4}-\d\d-\d\d$/.test(before.value) || before.end < i - 1) return null;
  const tight = r.hyphen(i) && before.end === i;
  if (!tight && !(before.end === i - 1 && joins(r, i - 1))) return null;
  if (r.is(i + 1, Kind.month)) return tight ? dayFirst(r, i, true) : null;
  const day = r.day(i), month = Number(before.value.slice(5, 7));
  if (day <= Number(before.value.slice(8)) || !isDay(month, day) || (r.is(i + 1, Kind.none) && !tight && !/^(?:in|at)$/.test(r.text(i + 1))) || r.unit(i + 1) >= 0) return null;
  return { ...before, first: i, end: i + 1, value: `${before.value.slice(0, 8)}${two(day)}` };
}

/** The first day of `7-9 October`, `7 to 9 October 2023`, `between 7 and 9 October`. */
export function firstDay(r: Reader, i: number): Match | null {
  const day = r.day(i);
  if (day === 0 || r.hyphen(i) || (r.is(i - 1, Kind.none) && r.capital(i - 1))) return null;
  const second = r.hyphen(i + 1) ? i + 1 : joins(r, i + 1) ? i + 2 : 0;
  if (second === 0 || r.day(second) <= day) return null;
  const date = dayFirst(r, second, true);
  if (!date || !/-\d\d-\d\d$/.test(date.value)) return null;
  return { ...date, first: i, end: i + 1, value: `${date.value.slice(0, -2)}${two(day)}` };
}

/** The second year of `2015-16`, `2019/20`. */
export function shortSecondYear(r: Reader, i: number): Match | null {
  const before = r.previous;
  const joined = before && (r.hyphen(i) ? before.end === i : r.mark(i - 1, '/') && before.end === i - 1 && !r.flag(i, AtomFlag.spaced));
  if (!joined || !/^\d{4}$/.test(before.value) || r.digits(i, 2, 2) < 0) return null;
  const year = Math.floor(Number(before.value) / 100) * 100 + r.value(i), gap = year - Number(before.value);
  if (gap < 1 || gap > 30 || r.hyphen(i + 1) || r.flag(i, AtomFlag.separated)) return null;
  return { ...before, first: i, end: i + 1, value: String(year) };
}

/** `the week of March 6`, `week ending Oct. 7`, `the year 2000`, `the month of May`. */
export function unitOf(r: Reader, i: number): Match | null {
  const at = r.the(i) ? i + 1 : i, unit = r.unit(at);
  if (r.plural(at)) return null;
  if (unit === Unit.year && r.digits(at + 1, 4, 4) >= 1000) return { first: i, end: at + 2, type: 'DATE', value: r.text(at + 1), certainty: 'stated' };
  const linked = r.word(at + 1, Word.of) || r.word(at + 1, Word.ended) || r.word(at + 1, Word.ending) || r.word(at + 1, Word.starting);
  if (!linked || !(r.is(at + 2, Kind.month) || r.is(at + 2, Kind.number) || r.is(at + 2, Kind.article))) return null;
  if (unit !== Unit.week && !(unit === Unit.month && r.word(at + 1, Word.of) && r.is(at + 2, Kind.month))) return null;
  const inner = r.recognise(at + 2);
  if (!inner || inner.type !== 'DATE') return null;
  if (unit === Unit.month) return { ...inner, first: i };
  const days = daysOf(inner.value);
  return days === null ? null : { ...inner, first: i, value: weekValue(days) };
}
