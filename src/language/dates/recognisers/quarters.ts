import { yearValue } from '../calendar';
import { AtomFlag } from '../atoms';
import { Kind, Point, Unit, Word } from '../lexicon';
import { inferred, relative, stated, type Match, type Reader } from '../reader';
import { tenseAt } from '../tense';
import { pointedYear } from './absolute';
import { yearAt } from './years';

/** `the third quarter of 2023`, `third-quarter`, `the fiscal first quarter`, `last year's third quarter`, `the 1988 second quarter`, `the first half`. */
export function quarter(r: Reader, i: number): Match | null {
  let at = r.is(i, Kind.article) ? i + 1 : i;
  let year: number | null = null, shift: number | null = null;
  const named = pointedYear(r, at);
  if (named) { shift = named.shift; at = r.is(named.end, Kind.possessive) ? named.end + 1 : named.end; } else {
    const before = r.digits(at, 4, 4) >= 1900 ? yearAt(r, at) : null;
    if (before && before.year < 2200) { year = before.year; at = before.end; }
  }
  while (r.is(at, Kind.fiscal)) at++;
  const found = partAt(r, at);
  if (!found) return null;
  let end = found.end;
  if (year === null && shift === null) {
    let next = r.word(end, Word.of) || r.word(end, Word.in) ? end + 1 : end;
    while (r.the(next) || r.is(next, Kind.fiscal)) next++;
    const after = r.digits(next, 4, 4) >= 1000 ? yearAt(r, next) : null, pointed = pointedYear(r, next);
    if (r.the(next - 1) && r.unit(next) === Unit.year && r.value(next) === Unit.year && !pointed) end = next + 1; // `the second half of the year`
    if (after) { year = after.year; end = after.end; } else if (pointed) { shift = pointed.shift; end = pointed.end; }
  }
  const suffix = `${found.letter}${found.rank}`;
  if (year !== null) return stated(i, end, 'DATE', `${yearValue(year)}-${suffix}`);
  const pub = r.publication;
  if (!pub) return relative(i, end, 'DATE', `XXXX-${suffix}`);
  if (shift !== null) return inferred(i, end, 'DATE', `${yearValue(pub.year + shift)}-${suffix}`, `counted from publication on ${pub.iso}`);
  return unnamed(r, i, end, found.letter, found.rank);
}

/** A quarter or half without its year: the nearest to publication that agrees with the tense. */
function unnamed(r: Reader, first: number, end: number, letter: string, rank: number): Match {
  const pub = r.publication!, parts = letter === 'Q' ? 4 : 2;
  const current = pub.month === 0 ? parts : Math.ceil((pub.month * parts) / 12);
  const tense = tenseAt(r, first, end);
  let year = pub.year;
  if (rank > current && (tense === 'past' || rank - current > parts / 2)) year--;
  else if (rank < current && tense === 'future' && current - rank > parts / 2) year++;
  return inferred(first, end, 'DATE', `${yearValue(year)}-${letter}${rank}`, `the nearest to publication on ${pub.iso}`);
}

function partAt(r: Reader, i: number): { readonly letter: 'Q' | 'H'; readonly rank: number; readonly end: number } | null {
  const coded = /^(?:([qh])([1-4])|([1-4])([qh]))$/i.exec(r.length(i) === 2 ? r.text(i) : '');
  if (coded && !r.flag(i, AtomFlag.hyphen)) {
    const letter = (coded[1] ?? coded[4])!.toUpperCase() as 'Q' | 'H', rank = Number(coded[2] ?? coded[3]);
    return letter === 'H' && rank > 2 ? null : { letter, rank, end: i + 1 };
  }
  let rank = r.ordinal(i), at = i + 1;
  if (r.is(i, Kind.pointer, Point.last) && r.word(at, Word.half)) rank = 2;
  if (rank < 1 || rank > 4) return null;
  while (r.is(at, Kind.fiscal) || r.is(at, Kind.filler, 0)) at++;
  if (r.unit(at) === Unit.quarter && r.value(at) === Unit.quarter) return { letter: 'Q', rank, end: at + 1 };
  // A half needs its year: without one it may be half of anything (`the first half` of a match).
  if (rank <= 2 && r.word(at, Word.half) && (ofYear(r, at + 1))) return { letter: 'H', rank, end: at + 1 };
  return null;
}

function ofYear(r: Reader, i: number): boolean {
  const next = r.word(i, Word.of) ? i + 1 : i;
  return pointedYear(r, next) !== null || r.digits(r.is(next, Kind.fiscal) ? next + 1 : next, 4, 4) >= 1900 || (r.the(next) && r.unit(next + 1) === Unit.year);
}

/** `fiscal 1989`, `fiscal year 2024`, `the fiscal year`, `FY2024`. */
export function fiscalYear(r: Reader, i: number): Match | null {
  const at = r.the(i) ? i + 1 : i;
  const coded = /^fy(\d{4}|\d\d)$/i.exec(r.length(at) < 7 ? r.text(at) : '');
  if (coded) return stated(i, at + 1, 'DATE', coded[1]!.length === 4 ? coded[1]! : `20${coded[1]!}`);
  if (!r.is(at, Kind.fiscal)) return null;
  const next = r.unit(at + 1) === Unit.year && r.value(at + 1) === Unit.year ? at + 2 : at + 1;
  const year = r.digits(next, 4, 4) >= 1900 ? yearAt(r, next) : null;
  if (year) return stated(i, year.end, 'DATE', yearValue(year.year));
  if (next === at + 1 || !r.the(i)) return null;
  const pub = r.publication;
  return pub ? inferred(i, next, 'DATE', yearValue(pub.year), `the year of publication, ${pub.iso}`) : relative(i, next, 'DATE', 'XXXX');
}
