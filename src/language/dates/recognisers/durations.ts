import { Kind, PLURAL, Point, Unit, Word } from '../lexicon';
import { stated, type Match, type Reader } from '../reader';
import { amountAt, durationValue, skipFillers } from './amounts';

/** `two weeks`, `a 20-year term`, `several months`, `half an hour`, `a minute and a half`. Not `a second chance`, `a quarter of`. */
export function duration(r: Reader, i: number): Match | null {
  const amount = amountAt(r, i);
  if (!amount) return null;
  const head = skipFillers(r, amount.end), unit = r.unit(head);
  if (unit < 0) return null;
  const plural = r.value(head) >= PLURAL;
  if (amount.article) {
    if (plural || unit === Unit.second || (unit === Unit.quarter && r.word(head + 1, Word.of))) return null;
    if (r.hyphen(head + 1) && !compound.has(r.lower(head + 1))) return null;
  }
  if (unit === Unit.quarter && (r.word(head + 1, Word.of) || r.hyphen(head + 1))) return null;
  if (unit === Unit.second && !plural && !r.hyphen(head)) return null;
  if (r.is(i - 1, Kind.punctuation) && /[$€£]/.test(r.text(i - 1))) return null;
  let end = head + 1, value = amount.amount;
  if (value !== null && r.word(end, Word.and) && r.is(end + 1, Kind.article, 0) && r.word(end + 2, Word.half)) { value += 0.5; end += 3; }
  // An age is no stretch of time in the story: `a 6-year-old boy`, `52 years old`.
  if (r.word(end, Word.old) && unit === Unit.year) return null;
  if (amount.article && rate(r, i)) return stated(i, end, 'SET', durationValue(1, unit));
  if (unit === Unit.weekend || unit === Unit.half) return null;
  return stated(i, end, 'DURATION', durationValue(value, unit));
}

const compound = new Set(['long', 'old', 'and']);

/** Whether `a year` tells how often: after an amount (`$3 million a year`, `15 a day`, `twice a week`). */
function rate(r: Reader, i: number): boolean {
  const before = i - 1;
  if (r.is(before, Kind.number) || r.is(before, Kind.cardinal) || r.word(before, Word.times)) return true;
  if (/^(?:twice|thrice|%|percent|dollars|euros|pounds|tons|tonnes|barrels|million|billion|trillion)$/i.test(r.text(before)) || r.word(before, Word.once)) return true;
  return r.unit(before) >= 0 && r.value(before) >= PLURAL;
}

/** `the past two years`, `the next few days`, `the first nine months`, `the last 24 hours`, `next three weeks`. */
export function pointedAmount(r: Reader, i: number): Match | null {
  let at = r.is(i, Kind.article) ? i + 1 : i;
  // `will last 120 hours`: a verb there.
  if (at === i && r.is(at, Kind.pointer, Point.last) && (r.is(i - 1, Kind.verb) || r.word(i - 1, Word.to) || r.is(i - 1, Kind.pointer))) return null;
  if (r.is(at, Kind.pointer)) at++; else if (r.ordinal(at) > 0 && at > i) at++; else if (at === i) return null;
  const amount = amountAt(r, at);
  if (!amount || amount.article) return null;
  const head = skipFillers(r, amount.end), unit = r.unit(head);
  if (unit < 0 || unit === Unit.half || r.value(head) < PLURAL) return null;
  return stated(i, head + 1, 'DURATION', durationValue(amount.amount, unit));
}

/** `weeks of talks`, `for years`, `within days`, `over centuries`: a vague stretch told by the bare plural. */
export function barePlural(r: Reader, i: number): Match | null {
  const unit = r.unit(i);
  if (unit < 0 || r.value(i) < PLURAL || unit >= Unit.weekend || unit === Unit.second) return null;
  if (r.hyphen(i) || r.is(i - 1, Kind.cardinal) || r.is(i - 1, Kind.number)) return null;
  const before = r.kind(i - 1) === Kind.word ? r.value(i - 1) : -1;
  const led = before === Word.for || before === Word.within || before === Word.in || before === Word.over || before === Word.after || r.is(i - 1, Kind.about, 0);
  if (!led && !r.word(i + 1, Word.of) && !(r.hyphen(i + 1) && compound.has(r.lower(i + 1)))) {
    if (r.is(i + 1, Kind.phase, 4) || r.is(i + 1, Kind.phase, 3)) return stated(i, i + 2, 'DATE', r.value(i + 1) === 4 ? 'FUTURE_REF' : 'PAST_REF');
    if (r.is(i + 1, Kind.shift, 0)) return stated(i, i + 2, 'DATE', 'PAST_REF');
    return null;
  }
  return stated(i, i + 1, 'DURATION', durationValue(null, unit));
}

/** `year-long`, `day-long`, `decades-old`. */
export function unitLong(r: Reader, i: number): Match | null {
  const unit = r.unit(i);
  if (unit < Unit.minute || unit >= Unit.weekend || !r.hyphen(i + 1) || r.hyphen(i) || r.is(i - 1, Kind.number) || r.is(i - 1, Kind.cardinal)) return null;
  if (!r.word(i + 1, Word.old) && r.lower(i + 1) !== 'long') return null;
  return stated(i, i + 2, 'DURATION', durationValue(r.value(i) >= PLURAL ? null : 1, unit));
}

