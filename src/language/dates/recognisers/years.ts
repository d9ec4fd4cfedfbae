import { AtomFlag } from '../atoms';
import { Kind, Point, Word } from '../lexicon';
import { stated, type Match, type Reader } from '../reader';

/** A year and the atom after it. */
export interface YearAt { readonly year: number; readonly end: number }

/** Four digits that can be a year, whatever stands around; null otherwise. For places where only a year can stand. */
export function yearAt(r: Reader, i: number): YearAt | null {
  const year = r.digits(i, 4, 4);
  if (year >= 1000 && year < 2200) return { year, end: i + 1 };
  return spelledYear(r, i) ?? shortYear(r, i);
}

/** `'98`: an apostrophe and two digits. */
function shortYear(r: Reader, i: number): YearAt | null {
  if (!(r.mark(i, '\'') || r.mark(i, '’') || r.mark(i, '‘')) || r.flag(i + 1, AtomFlag.spaced)) return null;
  const year = r.digits(i + 1, 2, 2);
  if (year < 0 || r.mark(i + 2, '\'') || r.mark(i + 2, '’') || r.hyphen(i + 2)) return null;
  return { year: centuryOf(r, year), end: i + 2 };
}

/** Two digits as a year: at most ten years ahead of publication; without one, the years from 40 on are of the 20th century. */
function centuryOf(r: Reader, year: number): number {
  const at = r.publication;
  if (!at) return year >= 40 ? 1900 + year : 2000 + year;
  const inCentury = Math.floor(at.year / 100) * 100 + year;
  return inCentury > at.year + 10 ? inCentury - 100 : inCentury;
}

/** `nineteen ninety-seven`, `two thousand four`. */
function spelledYear(r: Reader, i: number): YearAt | null {
  if (!r.is(i, Kind.cardinal)) return null;
  const head = r.value(i);
  if (head === 2 && r.is(i + 1, Kind.cardinal, 1000)) {
    let end = i + 2;
    if (r.word(end, Word.and)) end++;
    const units = r.is(end, Kind.cardinal) && r.value(end) < 20 ? r.value(end) : 0;
    const before = r.word(i - 1, Word.in) || r.unit(i - 1) === 8;
    return before ? { year: 2000 + units, end: units ? end + 1 : i + 2 } : null;
  }
  if (head < 16 || head > 20 || !r.is(i + 1, Kind.cardinal)) return null;
  const tens = r.value(i + 1);
  if (tens < 10 || tens > 99 || (head === 20 && !r.word(i - 1, Word.in))) return null;
  const ones = tens >= 20 && r.is(i + 2, Kind.cardinal) && r.value(i + 2) < 10 ? r.value(i + 2) : 0;
  return { year: head * 100 + tens + ones, end: ones ? i + 3 : i + 2 };
}

/** A year that stands alone: `in 1998`, `the 2015 deal`, `1999`, `'82`. Not `1500 troops`, `2,000 people`, `Route 1988`. */
export function bareYear(r: Reader, i: number): Match | null {
  const short = r.is(i, Kind.punctuation) || r.is(i, Kind.cardinal);
  const at = yearAt(r, i);
  if (!at) return null;
  if (short ? r.is(i, Kind.punctuation) && !temporal(r, i - 1) : !standsAsYear(r, i, at.year)) return null;
  return stated(i, at.end, 'DATE', String(at.year));
}

function standsAsYear(r: Reader, i: number, year: number): boolean {
  if (numberContext(r, i)) return false;
  const introduced = temporal(r, i - 1);
  const nextPlural = r.kind(i + 1) === Kind.none && !r.capital(i + 1) && isPlural(r.lower(i + 1));
  if (year >= 1900 && year < 2100 && year % 100 !== 0) return !(nextPlural && r.kind(i - 1) === Kind.about) || introduced;
  if (year >= 2100) return introduced && !countable(r, i + 1);
  if (nextPlural) return false;
  return introduced && !countable(r, i + 1);
}

/** Signs that the digits count, number or price something. */
function numberContext(r: Reader, i: number): boolean {
  if (r.flag(i, AtomFlag.hyphen) && r.kind(i - 1) !== Kind.number && r.kind(i - 1) !== Kind.phase && r.kind(i - 1) !== Kind.month) return true;
  if (r.hyphen(i + 1) && r.kind(i + 1) !== Kind.number && (r.unit(i + 1) >= 0 || !r.is(i + 1, Kind.none))) return true;
  const before = r.text(i - 1), after = r.text(i + 1);
  if (/^[$€£¥#%№@&/:+]$/.test(before) && !(before === '/' && r.digits(i - 2, 4, 4) >= 1000)) return true;
  if ((before === '-' || before === '–') && !r.flag(i, AtomFlag.spaced) && !r.is(i - 2, Kind.number)) return true;
  if (/^[%°€£:+/@]$/.test(after) && !r.flag(i + 1, AtomFlag.spaced) && !(after === '/' || after === ':')) return true;
  if (after === ':' && r.is(i + 2, Kind.number) && !r.flag(i + 2, AtomFlag.spaced)) return true;
  if (/^(?:no|nos|page|route|highway|flight|room|number|article|section|model|resolution|boeing|airbus|channel|of|a|an)$/i.test(before)) return before.toLowerCase() === 'of' ? false : !(before.length < 3 && r.is(i + 1, Kind.none));
  if (r.word(i + 1, Word.or) && r.is(i + 2, Kind.about)) return true;
  return (r.unit(i + 1) >= 0 && r.plural(i + 1)) || r.is(i + 1, Kind.cardinal) || measures.test(after);
}

const measures = /^(?:percent|per|points?|metres?|meters?|feet|foot|miles?|km|kilometres?|kilometers?|tons?|tonnes?|dollars?|euros?|pounds?|people|men|women|troops|million|billion)$/i;

/** Words after which four digits are a year: `in`, `since`, `early`, `fiscal`, `until`. */
function temporal(r: Reader, i: number): boolean {
  switch (r.kind(i)) {
    case Kind.word: return prepositions.has(r.value(i)) && !(r.word(i, Word.to) && r.kind(i - 1) !== Kind.number);
    case Kind.phase: case Kind.shift: case Kind.fiscal: case Kind.month: case Kind.season: return true;
    case Kind.unit: return r.unit(i) === 8 && !r.plural(i);
    case Kind.pointer: return r.value(i) === Point.previous;
    default: return (r.mark(i, '(') && (r.mark(i + 2, ')') || r.hyphen(i + 2))) || r.hyphen(i + 1);
  }
}

const prepositions = new Set<number>([Word.in, Word.by, Word.until, Word.till, Word.during, Word.between, Word.through, Word.throughout, Word.to, Word.after, Word.of]);

const isPlural = (word: string): boolean => word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && !word.endsWith('is');

function countable(r: Reader, i: number): boolean {
  return r.kind(i) === Kind.none && !r.capital(i) && r.has(i) && (isPlural(r.lower(i)) || measures.test(r.lower(i)));
}
