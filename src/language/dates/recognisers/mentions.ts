import { Kind, PLURAL, Point, Unit, Word } from '../lexicon';
import { stated, type Match, type Reader } from '../reader';
import { wordSet } from '../../lists';

const references = ['PRESENT_REF', 'PAST_REF', 'FUTURE_REF', 'PAST_REF'];

/** `now`, `right now`, `currently`, `recently`, `soon`, `these days`, `at the moment`, `the past`, `the near future`. */
export function referenceWord(r: Reader, i: number): Match | null {
  if (r.is(i, Kind.reference)) {
    if (r.value(i) === 3 || r.hyphen(i)) return null;
    if (r.value(i) === 2 && (r.word(i - 1, Word.as) || r.word(i + 1, Word.as) || r.word(i + 1, Word.after) || /^(?:too|how|so)$/i.test(r.text(i - 1)))) return null;
    return stated(i, i + 1, 'DATE', references[r.value(i)]!);
  }
  if (r.word(i, Word.now)) return r.hyphen(i + 1) || r.hyphen(i) ? null : stated(i, i + 1, 'DATE', 'PRESENT_REF');
  if (r.word(i, Word.right) && r.word(i + 1, Word.now)) return stated(i, i + 2, 'DATE', 'PRESENT_REF');
  return null;
}

/** `current` as an adjective: what holds at the time of writing. */
export function currentWord(r: Reader, i: number): Match | null {
  if (!r.is(i, Kind.pointer, Point.this) || r.lower(i) !== 'current' || r.hyphen(i) || r.hyphen(i + 1) || r.is(i + 1, Kind.word) || r.is(i + 1, Kind.punctuation)) return null;
  return stated(i, i + 1, 'DATE', 'PRESENT_REF');
}

const far = wordSet('near foreseeable immediate distant not-too-distant');

/** `the past`, `the future`, `the near future`, `the moment`. */
export function definiteReference(r: Reader, i: number): Match | null {
  if (!r.the(i)) return r.is(i, Kind.these) && r.is(i + 1, Kind.unit, PLURAL + Unit.day) ? stated(i, i + 2, 'DATE', 'PRESENT_REF') : null;
  if (r.is(i + 1, Kind.pointer, Point.past) && !follows(r, i + 2)) return stated(i, i + 2, 'DATE', 'PAST_REF');
  let at = i + 1;
  if ((r.word(at + 1, Word.future) || r.word(at + 1, Word.term)) && far.has(r.lower(at))) at++;
  if (r.word(at, Word.future)) return stated(i, at + 1, 'DATE', 'FUTURE_REF');
  if (at > i + 1 && r.word(at, Word.term)) return stated(i, at + 1, 'DATE', 'FUTURE_REF');
  return r.word(at, Word.moment) && at === i + 1 && r.word(i - 1, Word.at) ? stated(i, at + 1, 'DATE', 'PRESENT_REF') : null;
}

/** Whether a noun or number follows that `the past` would only describe. */
function follows(r: Reader, i: number): boolean {
  if (!r.has(i) || r.is(i, Kind.punctuation)) return false;
  const kind = r.kind(i);
  return (kind === Kind.none && !/^(?:it|he|she|they|we|you|i|there|such)$/i.test(r.text(i))) || kind === Kind.unit || kind === Kind.cardinal || kind === Kind.number || kind === Kind.vague || kind === Kind.season || kind === Kind.filler || kind === Kind.dayPart;
}
