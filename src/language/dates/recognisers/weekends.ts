import { weekAway } from '../anchored';
import { weekdayOf } from '../calendar';
import { Kind, PLURAL, Point, Unit } from '../lexicon';
import type { Match, Reader } from '../reader';
import { tenseAt } from '../tense';

/** `last weekend`, `this weekend`, `next weekend`. */
export function pointedWeekend(r: Reader, first: number, head: number, point: number): Match | null {
  if (r.value(head) >= PLURAL) return null;
  switch (point) {
    case Point.last: case Point.past: case Point.previous: return weekAway(r, first, head + 1, -1, '-WE');
    case Point.next: case Point.following: return weekAway(r, first, head + 1, 1, '-WE');
    case Point.this: case Point.coming: return weekAway(r, first, head + 1, thisShift(r, first, head), '-WE');
    default: return null;
  }
}

/** `the weekend`, `over the weekend`: the one before publication in a report of the past, the one to come otherwise. */
export function weekend(r: Reader, i: number): Match | null {
  const at = r.the(i) ? i + 1 : i;
  if (r.unit(at) !== Unit.weekend || r.value(at) >= PLURAL || r.hyphen(at)) return null;
  if (at === i && (r.is(i - 1, Kind.article) || r.is(i - 1, Kind.pointer) || r.is(i - 1, Kind.none) || r.is(i - 1, Kind.cardinal) || r.capital(i))) return null;
  return weekAway(r, i, at + 1, thisShift(r, i, at), '-WE');
}

function thisShift(r: Reader, first: number, head: number): number {
  const at = r.publication;
  if (!at?.day || weekdayOf(at.days) >= 6) return 0;
  return tenseAt(r, first, head + 1) === 'past' ? -1 : 0;
}
