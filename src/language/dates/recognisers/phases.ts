import { dayPartValue, Kind, PLURAL, Point, Word } from '../lexicon';
import type { Match, Reader } from '../reader';
import { wordSet } from '../../lists';

/**
 * Words before an expression that narrow it and belong to it: `early next year`, `late Tuesday`, `mid-1996`, `the end of 1990`,
 * `later this month`, `about two years ago`, `nearly a week`. The value is that of the expression itself.
 * `inner` reads the expression that begins at an atom.
 */
export function phased(r: Reader, i: number, inner: (at: number) => Match | null): Match | null {
  const at = afterPhase(r, i);
  if (at === i) return null;
  const found = inner(at);
  if (!found || found.value === 'PRESENT_REF') return null;
  const part = r.is(r.the(i) ? i + 1 : i, Kind.dayPart) ? r.value(r.the(i) ? i + 1 : i) : -1;
  // `the morning of Oct. 7`: a time of that day.
  if (part >= 0 && part < 4 && /^[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)$/.test(found.value)) return { ...found, first: i, type: 'TIME', value: found.value + dayPartValue[part]! };
  return { ...found, first: i };
}

const closing = wordSet('final closing opening');

/** `early`, `last`, `first`, `closing` before the days of something. */
const pointsInto = (r: Reader, i: number): boolean => r.is(i, Kind.phase) || r.is(i, Kind.pointer, Point.last) || r.is(i, Kind.ordinal, 1) || closing.has(r.lower(i));

function afterPhase(r: Reader, i: number): number {
  if (r.is(i, Kind.phase)) {
    const next = r.word(i + 1, Word.in) || r.word(i + 1, Word.on) ? i + 2 : i + 1;
    return next;
  }
  if (r.is(i, Kind.about)) {
    if (r.value(i) === 3) return r.word(i + 1, Word.to) ? i + 2 : i;
    if (r.value(i) === 1) return r.word(i + 1, Word.than) ? i + 2 : i;
    // `over the weekend`: a preposition there, no measure.
    return r.the(i + 1) ? i : i + 1;
  }
  if (r.word(i, Word.at) && r.is(i + 1, Kind.about, 2)) return i + 2;
  const part = r.the(i) ? i + 1 : i;
  // `the early hours of Sunday`, `the last days of 2023`: the day or year named.
  if (part > i && r.unit(part + 1) >= 0 && r.value(part + 1) >= PLURAL && r.word(part + 2, Word.of) && pointsInto(r, part)) return part + 3;
  if (!(r.word(part, Word.end) || r.word(part, Word.beginning) || r.word(part, Word.start) || r.word(part, Word.middle) || r.word(part, Word.turn) || r.is(part, Kind.phase) || (r.is(part, Kind.dayPart) && r.value(part) < PLURAL))) return i;
  if (r.is(part, Kind.phase)) return part + 1;
  return r.word(part + 1, Word.of) ? part + 2 : i;
}
