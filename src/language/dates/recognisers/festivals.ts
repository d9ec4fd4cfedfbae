import { civil, dayNumber, dayValue, monthValue } from '../calendar';
import { Kind, Point } from '../lexicon';
import { inferred, relative, stated, type Match, type Reader } from '../reader';
import { tenseAt, type Tense } from '../tense';
import { pointedYear } from './absolute';
import { feasts, type Feast } from './feasts';
import { yearAt } from './years';

/** `Christmas Eve`, `Thanksgiving 2019`, `last Easter`, `Ramadan`, `New Year’s Eve`. Not `a Christmas tree`, `Easter Island`, `Father Christmas`. */
export function festival(r: Reader, i: number): Match | null {
  const pointer = r.is(i, Kind.pointer) ? r.value(i) : -1, at = pointer >= 0 ? i + 1 : i;
  if (!r.capital(at) || (r.kind(at) !== Kind.festival && r.kind(at) !== Kind.unit)) return null;
  const feast = feastAt(r, at);
  if (!feast) return null;
  const end = at + feast.words.length;
  if (feast.words.length === 1 && describes(r, at, end)) return null;
  const year = yearAt(r, r.comma(end)), named = pointedYear(r, end), pub = r.publication;
  if (year && year.year > 1500) return on(i, year.end, feast, year.year, null);
  if (!pub) return unknownYear(i, end, feast);
  if (named) return on(i, named.end, feast, pub.year + named.shift, `counted from publication on ${pub.iso}`);
  const tense = pointer === Point.last ? 'past' : pointer === Point.next || pointer === Point.coming ? 'future' : tenseAt(r, i, end);
  return on(i, end, feast, nearest(feast, pub.year, pub.days || dayNumber(pub.year, pub.month || 7, 1), tense), `the ${r.atoms.text.slice(r.atoms.starts[at], r.atoms.ends[end - 1])} nearest to publication on ${pub.iso} that fits the tense`);
}

function feastAt(r: Reader, at: number): Feast | null {
  const known = feasts.get(r.lower(at));
  if (known) for (const feast of known) if (feast.words.every((word, k) => plain(r.lower(at + k)) === word)) return feast;
  return null;
}

const plain = (text: string): string => text.replaceAll('’', '\'').replaceAll('‘', '\'');

/** Whether a feast's name only describes or belongs to another name. */
function describes(r: Reader, at: number, end: number): boolean {
  if (/^(?:father|merry|happy|white)$/i.test(r.text(at - 1)) || r.is(at - 1, Kind.article, 0)) return true;
  return r.hyphen(end) || (r.is(end, Kind.none) && !/^(?:when|as|he|she|they|we|week|said)$/i.test(r.text(end)));
}

function nearest(feast: Feast, year: number, days: number, tense: Tense): number {
  let best = year, least = Infinity;
  for (const candidate of [year - 1, year, year + 1]) {
    const date = feast.on(candidate);
    if (date === null) continue;
    const gap = date - days;
    const cost = Math.abs(gap) + ((tense === 'past' && gap > 0) || (tense === 'future' && gap < 0) ? 200 : 0);
    if (cost < least) { least = cost; best = candidate; }
  }
  return best;
}

function on(first: number, end: number, feast: Feast, year: number, reason: string | null): Match | null {
  const days = feast.on(year);
  if (days === null) return null;
  if (feast.lasts !== undefined) {
    // It runs over two months: the value is the month that holds the greater part.
    const middle = civil(days + Math.floor(feast.lasts / 2));
    return inferred(first, end, 'DATE', monthValue(middle.year, middle.month), `it began about ${dayValue(days)} that year`);
  }
  return reason === null ? stated(first, end, 'DATE', dayValue(days)) : inferred(first, end, 'DATE', dayValue(days), reason);
}

/** Without a year a feast of fixed date keeps its month and day; a movable one is not known. */
function unknownYear(first: number, end: number, feast: Feast): Match {
  const a = feast.on(2021), b = feast.on(2022);
  if (a === null || b === null || dayValue(a).slice(4) !== dayValue(b).slice(4)) return relative(first, end, 'DATE', 'XXXX-XX-XX');
  return relative(first, end, 'DATE', `XXXX${dayValue(a).slice(4)}`);
}

/** `9/11`, `Sept. 11 attacks`: the day that needs no year. */
export function nineEleven(r: Reader, i: number): Match | null {
  const reason = 'the name of the attacks of that day';
  if (r.digits(i, 1, 1) === 9 && r.mark(i + 1, '/') && r.digits(i + 2, 2, 2) === 11 && !r.mark(i + 3, '/') && !r.mark(i - 1, '/')) return inferred(i, i + 3, 'DATE', '2001-09-11', reason);
  if (!r.is(i, Kind.month, 9)) return null;
  const day = r.stop(i + 1);
  if (r.day(day) !== 11 || !/^(?:attacks?|attackers|terrorist|terror|hijackers|hijackings|commission)$/i.test(r.text(day + 1))) return null;
  if (r.publication && r.publication.year < 2001) return null;
  return inferred(i, day + 1, 'DATE', '2001-09-11', reason);
}
