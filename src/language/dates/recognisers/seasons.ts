import { AtomFlag } from '../atoms';
import { yearValue } from '../calendar';
import { Kind, PLURAL, Point, Word } from '../lexicon';
import { inferred, relative, stated, type Match, type Reader } from '../reader';
import { tenseAt } from '../tense';
import { pointedYear } from './absolute';
import { yearAt } from './years';

const codes = ['', 'SP', 'SU', 'FA', 'WI'];
const names = ['', 'spring', 'summer', 'autumn', 'winter'];
/** Month a season begins in, northern hemisphere (the meteorological seasons); winter is counted to the year it ends in. */
const begins = [0, 3, 6, 9, 12];

/** `last summer`, `this fall`, `next spring`, `this past winter`. */
export function pointedSeason(r: Reader, first: number, head: number, point: number): Match | null {
  if (r.value(head) >= PLURAL) return null;
  const season = r.value(head), at = r.publication, code = codes[season]!;
  if (!at || at.month === 0) return relative(first, head + 1, 'DATE', `XXXX-${code}`);
  const begun = at.month >= begins[season]!;
  let year = at.year;
  if (point === Point.last || point === Point.past || point === Point.previous) year = begun && at.month >= begins[season]! + 3 ? at.year : at.year - 1;
  else if (point === Point.next || point === Point.following) year = begun ? at.year + 1 : at.year;
  else if (point === Point.coming) year = begun ? at.year + 1 : at.year;
  if (point === Point.last && season === 1 && at.month >= 6) year = at.year;
  const reason = `the ${names[season]!} ${year < at.year ? 'of the year before' : year > at.year ? 'of the year after' : 'of the year of'} publication on ${at.iso}`;
  return inferred(first, head + 1, 'DATE', `${yearValue(year)}-${code}`, reason);
}

/** `summer 2020`, `the summer of 1994`, `in the spring`. Not `fall` the verb, `spring` the source. */
export function season(r: Reader, i: number): Match | null {
  const at = r.the(i) ? i + 1 : i;
  if (!r.is(at, Kind.season) || r.value(at) >= PLURAL || r.hyphen(at)) return null;
  const code = codes[r.value(at)]!;
  const next = r.word(at + 1, Word.of) ? at + 2 : at + 1;
  const named = pointedYear(r, next), published = r.publication;
  if (named) return published ? inferred(i, named.end, 'DATE', `${yearValue(published.year + named.shift)}-${code}`, `counted from publication on ${published.iso}`) : relative(i, named.end, 'DATE', `XXXX-${code}`);
  const year = yearAt(r, next);
  if (year) return stated(i, year.end, 'DATE', `${yearValue(year.year)}-${code}`);
  const verb = /^(?:fall|spring)$/i.test(r.text(at));
  const led = r.word(i - 1, Word.in) || r.word(i - 1, Word.during) || r.word(i - 1, Word.by) || r.word(i - 1, Word.until) || r.word(i - 1, Word.for) || r.is(i - 1, Kind.phase) || r.word(i - 1, Word.over) || r.is(i - 1, Kind.shift);
  const closed = !r.has(at + 1) || r.is(at + 1, Kind.punctuation) || r.is(at + 1, Kind.word) || r.is(at + 1, Kind.verb);
  if (!led || (verb && !(at > i && closed)) || r.word(at + 1, Word.of) || r.flag(at + 1, AtomFlag.capital)) return null;
  const pub = r.publication;
  if (!pub || pub.month === 0) return relative(i, at + 1, 'DATE', `XXXX-${code}`);
  const tense = tenseAt(r, i, at + 1), start = begins[r.value(at)]!;
  const year2 = tense === 'past' && pub.month < start ? pub.year - 1 : tense === 'future' && pub.month >= start + 3 ? pub.year + 1 : pub.year;
  return inferred(i, at + 1, 'DATE', `${yearValue(year2)}-${code}`, `the ${names[r.value(at)]!} nearest to publication on ${pub.iso}`);
}
