import { dayAway } from '../anchored';
import { AtomFlag } from '../atoms';
import { Deictic, dayPartValue, Kind, PLURAL, Point, Shift, Word } from '../lexicon';
import type { Match, Reader } from '../reader';
import { unitAway } from './pointed';

/** `today`, `yesterday morning`, `tomorrow night`, `tonight`, `overnight`. Not `USA Today`, `the Today programme`. */
export function deicticDay(r: Reader, i: number): Match | null {
  if (!r.is(i, Kind.deictic)) return null;
  const which = r.value(i);
  if (r.capital(i) && title(r, i)) return null;
  if (which === Deictic.tonight) return dayAway(r, i, i + 1, 0, 'TNI');
  // The night that `overnight` speaks of began the evening before.
  if (which === Deictic.overnight) return r.hyphen(i) || r.hyphen(i + 1) ? null : dayAway(r, i, i + 1, -1, 'TNI');
  const shift = which === Deictic.yesterday ? -1 : which === Deictic.tomorrow ? 1 : 0;
  const part = r.is(i + 1, Kind.dayPart) && r.value(i + 1) < PLURAL ? r.value(i + 1) : -1;
  return part >= 0 ? dayAway(r, i, i + 2, shift, dayPartValue[part]!) : dayAway(r, i, i + 1, shift);
}

function title(r: Reader, i: number): boolean {
  if (r.flag(i, AtomFlag.capitals)) return false;
  const before = i > r.from && r.kind(i - 1) === Kind.none && r.capital(i - 1);
  return before || r.the(i - 1) || /^(?:programme|program|show|newspaper|magazine|fm|tonight|fm's)$/i.test(r.text(i + 1));
}

/** `the day before yesterday`, `the day after tomorrow`, `the week before last`. */
export function dayBeforeYesterday(r: Reader, i: number): Match | null {
  const at = r.the(i) ? i + 1 : i;
  const beforeLast = r.is(at + 1, Kind.shift, Shift.before) && r.is(at + 2, Kind.pointer, Point.last) && r.unit(at + 3) < 0;
  if (beforeLast && at > i && r.unit(at) > 3 && !r.plural(at)) return unitAway(r, i, at + 3, r.unit(at), -2);
  if (r.unit(at) !== 3) return null;
  if (r.is(at + 1, Kind.shift, Shift.before) && r.is(at + 2, Kind.deictic, Deictic.yesterday)) return dayAway(r, i, at + 3, -2);
  if (r.word(at + 1, Word.after) && r.is(at + 2, Kind.deictic, Deictic.tomorrow)) return dayAway(r, i, at + 3, 2);
  return null;
}

/** `this morning`, `last night`, `this evening`; `tonight` is read with the days. */
export function pointedDayPart(r: Reader, i: number): Match | null {
  if (!r.is(i, Kind.pointer) || !r.is(i + 1, Kind.dayPart) || r.value(i + 1) >= PLURAL) return null;
  const point = r.value(i), time = dayPartValue[r.value(i + 1)]!;
  if (point === Point.this) return dayAway(r, i, i + 2, 0, time);
  if (point === Point.last) return dayAway(r, i, i + 2, -1, time);
  return null;
}
