import { dayAway, weekday, type Choice } from '../anchored';
import { AtomFlag } from '../atoms';
import { weekdayOf } from '../calendar';
import { dayPartValue, Kind, PLURAL, Point, Word } from '../lexicon';
import { stated, type Match, type Reader } from '../reader';
import { tenseAt } from '../tense';
import { onReference } from './reference';

const papers = new Set('times mail telegraph express mirror post herald star sun people world independent tribune observer business review magazine night'.split(' '));
/** Words that make a proper name of a weekday; those with a date are festivals. */
const named = new Set('black bloody good ash super palm cyber ruby freaky easter holy maundy fat manic'.split(' '));

/** Whether atom `i` is a weekday and not part of a newspaper's or a feast's name. */
export function weekdayAt(r: Reader, i: number): boolean {
  if (!r.is(i, Kind.weekday) || r.value(i) > 7) return false;
  const short = r.length(i) < 4;
  if (!r.capital(i)) return !short && r.length(i) > 5;
  if (short && !r.mark(i + 1, '.') && !r.is(r.comma(i + 1), Kind.month) && !(r.mark(i + 1, ',') && r.is(i + 2, Kind.number))) return false;
  if (r.capital(i + 1) && !r.flag(i + 1, AtomFlag.hyphen) && papers.has(r.lower(i + 1)) && !(r.lower(i + 1) === 'night' && !r.lower(i + 2).startsWith('f'))) return false;
  return !(named.has(r.lower(i - 1)) && r.capital(i - 1));
}

/** `Wednesday`, `last Friday`, `next Monday night`, `this past Sunday`, `Friday last week`. */
export function weekdayName(r: Reader, i: number): Match | null {
  let at = r.the(i) ? i + 1 : i, point = -1;
  while (r.is(at, Kind.pointer) && at < i + 3) { point = r.value(at) === Point.this && point >= 0 ? point : r.value(at); at++; }
  if (!weekdayAt(r, at) || (at > i && point < 0)) return null;
  const day = r.value(at);
  let end = at + 1;
  if (r.mark(end, '.') && r.length(at) < 6) end++;
  const part = r.is(end, Kind.dayPart) ? r.value(end) % PLURAL : -1;
  const time = part >= 0 ? dayPartValue[part]! : '';
  if (part >= 0) end++;
  const week = weekBeside(r, end);
  if (week) return onWeek(r, i, week.end, day, week.shift, time);
  switch (point) {
    case Point.last: case Point.past: return weekday(r, i, end, day, 'last', time);
    case Point.next: case Point.coming: return weekday(r, i, end, day, 'next', time);
    case Point.previous: return onReference(r, i, end, { weekday: day, step: -1 }) ?? weekday(r, i, end, day, 'last', time);
    case Point.following: return onReference(r, i, end, { weekday: day, step: 1 }) ?? weekday(r, i, end, day, 'next', time);
    case Point.same: case Point.that: case Point.recent: case Point.latest: return weekday(r, i, end, day, 'past', time);
    case Point.this: return onWeek(r, i, end, day, 0, time);
    default: return weekday(r, i, end, day, choiceAt(r, at, end), time);
  }
}

function choiceAt(r: Reader, at: number, end: number): Choice {
  // A deadline looks ahead whatever the tense of the saying: `said it must leave by Friday`.
  if (r.word(at - 1, Word.by) || r.word(at - 1, Word.until) || r.word(at - 1, Word.till)) { if (tenseAt(r, at - 1, end) !== 'past') return 'future'; }
  return tenseAt(r, at, end);
}

/** `last week`, `of next week` after a weekday. */
function weekBeside(r: Reader, i: number): { readonly shift: number; readonly end: number } | null {
  const at = r.word(i, Word.of) ? i + 1 : i;
  if (!r.is(at, Kind.pointer) || r.unit(at + 1) !== 4 || r.plural(at + 1)) return null;
  const point = r.value(at);
  return point === Point.last ? { shift: -1, end: at + 2 } : point === Point.this ? { shift: 0, end: at + 2 } : point === Point.next ? { shift: 1, end: at + 2 } : null;
}

function onWeek(r: Reader, first: number, end: number, day: number, shift: number, time: string): Match {
  const at = r.publication;
  if (!at || at.day === 0) return { first, end, type: time ? 'TIME' : 'DATE', value: `XXXX-WXX-${day}${time}`, certainty: 'relative' };
  const away = day - weekdayOf(at.days) + 7 * shift;
  const week = shift === 0 ? 'the week' : shift < 0 ? 'the week before that' : 'the week after that';
  return { ...dayAway(r, first, end, away, time), reason: `in ${week} of publication on ${at.iso}` };
}

/** `Mondays`, `Tuesday nights`: a set of days. */
export function weekdayPlural(r: Reader, i: number): Match | null {
  if (!r.is(i, Kind.weekday)) return null;
  const day = r.value(i) % PLURAL;
  if (r.value(i) > PLURAL && r.capital(i)) return stated(i, i + 1, 'SET', `XXXX-WXX-${day}`);
  if (r.is(i + 1, Kind.dayPart) && r.value(i + 1) >= PLURAL && r.capital(i)) return stated(i, i + 2, 'SET', `XXXX-WXX-${day}${dayPartValue[r.value(i + 1) - PLURAL]!}`);
  return null;
}
