import { AtomFlag } from '../atoms';
import { Kind, Point, Word } from '../lexicon';
import type { Reader } from '../reader';

/** A month at some atom, and the atom after it (its full stop included). */
export interface MonthAt { readonly month: number; readonly end: number; readonly strong: boolean }

const MARCH = 3, APRIL = 4, MAY = 5, JUNE = 6, AUGUST = 8;

/**
 * Reads the name of a month. `strong` is false where the word may be something else (`May` the verb or the person, `March`
 * the walk, `Jan` the person): then only a day, a year or a preposition beside it makes it a month.
 */
export function monthAt(r: Reader, i: number): MonthAt | null {
  if (!r.is(i, Kind.month)) return null;
  const month = r.value(i), length = r.length(i), full = length > 4 || month === MAY || month === JUNE || (month === 7 && length === 4);
  if (!r.capital(i)) {
    const plain = full && month !== MAY && month !== MARCH && month !== AUGUST;
    return plain ? { month, end: i + 1, strong: true } : null;
  }
  const end = !full && r.mark(i + 1, '.') && !r.flag(i + 1, AtomFlag.spaced) ? i + 2 : i + 1;
  const ambiguous = month === MAY || month === MARCH || month === APRIL || month === JUNE || month === AUGUST;
  return { month, end, strong: full ? !ambiguous : end === i + 2 || length === 4 };
}

/** Whether what stands around a month without day and year shows that it is one. */
export function standsAsMonth(r: Reader, i: number, at: MonthAt): boolean {
  const named = r.kind(at.end) === Kind.none && r.capital(at.end) && !r.flag(at.end, AtomFlag.capitals);
  if (at.strong) return !(named && r.kind(i - 1) === Kind.none && r.capital(i - 1));
  if (r.hyphen(i) || r.hyphen(at.end)) return r.is(i - 1, Kind.month) || r.is(at.end, Kind.month) || r.is(i - 1, Kind.phase);
  if (beforeMonth(r, i - 1)) return !named || r.word(i - 1, Word.in);
  if (r.is(at.end, Kind.pointer) && r.unit(at.end + 1) >= 0) return true;
  const noun = r.kind(at.end) === Kind.none && !r.capital(at.end) && r.has(at.end) && !afterMarch.has(r.lower(at.end));
  const owned = r.is(i - 1, Kind.article) || r.is(i - 1, Kind.possessive);
  return owned && noun;
}

const afterMarch = new Set(['for', 'against', 'is', 'has', 'said', 'who', 'that']);

/** Words that lead to a month: `in May`, `since March`, `last June`, `April and May`. */
function beforeMonth(r: Reader, i: number): boolean {
  switch (r.kind(i)) {
    case Kind.word: return leading.has(r.value(i)) || ((r.word(i, Word.and) || r.word(i, Word.to) || r.word(i, Word.or)) && r.is(i - 1, Kind.month)) || (r.word(i, Word.to) && r.unit(i - 1) >= 0);
    case Kind.pointer: return r.value(i) !== Point.same && r.value(i) !== Point.that;
    case Kind.phase: case Kind.each: case Kind.month: return true;
    case Kind.shift: return true;
    default: return r.mark(i, '/') || (r.mark(i, ',') && r.is(i - 1, Kind.month)) || (r.word(i, Word.to) && r.unit(i - 1) >= 0);
  }
}

const leading = new Set<number>([Word.in, Word.of, Word.by, Word.between, Word.until, Word.till, Word.through, Word.during, Word.for, Word.within, Word.throughout, Word.after, Word.starting]);
