import { AtomFlag } from '../atoms';
import { Kind, PLURAL, Unit, Word } from '../lexicon';
import type { Reader } from '../reader';

/** An amount of units: `amount` is null where it is vague (`several`); `article` for `a`, `an`. */
export interface Amount { readonly amount: number | null; readonly end: number; readonly article?: boolean }

/** Reads `three`, `2,000`, `2 1/2`, `twenty-five`, `a`, `a couple of`, `several`, `half a`, `two or three`, `12 to 18`. */
export function amountAt(r: Reader, i: number): Amount | null {
  const one = single(r, i);
  if (!one) return null;
  // A range: the first amount stands for it where the second follows at once (`two to three weeks`), else it is vague.
  const joint = one.end;
  if (!one.article && one.amount !== null && (r.word(joint, Word.or) || r.word(joint, Word.to) || r.hyphen(joint))) {
    const second = single(r, r.hyphen(joint) ? joint : joint + 1);
    if (second && !second.article && second.amount !== null && second.amount > one.amount) return { amount: second.amount === one.amount + 1 ? one.amount : null, end: second.end };
  }
  return one;
}

function single(r: Reader, i: number): Amount | null {
  if (r.is(i, Kind.number)) return digits(r, i);
  if (r.is(i, Kind.cardinal)) return spelled(r, i);
  if (r.is(i, Kind.vague)) {
    const couple = r.value(i) === 2;
    const end = couple && r.word(i + 1, Word.of) ? i + 2 : i + 1;
    return { amount: couple ? 2 : null, end };
  }
  if (r.word(i, Word.half) && r.is(i + 1, Kind.article, 0)) return { amount: 0.5, end: i + 2 };
  if (r.word(i, Word.half) && r.unit(i + 1) >= 0 && r.value(i + 1) < PLURAL) return { amount: 0.5, end: i + 1 }; // `half-century`, `half hour`
  if (!r.is(i, Kind.article, 0)) return null;
  if (r.is(i + 1, Kind.vague)) return single(r, i + 1);
  if (r.length(i + 1) === 3 && r.lower(i + 1) === 'few') return { amount: null, end: i + 2 };
  if (r.is(i + 1, Kind.cardinal, 12) && r.length(i + 1) === 5) return { amount: 12, end: i + 2 };
  if (r.is(i + 1, Kind.cardinal) && (r.value(i + 1) === 100 || r.value(i + 1) === 1000)) return { amount: r.value(i + 1), end: i + 2 };
  if (r.word(i + 1, Word.half) && !r.word(i + 2, Word.of)) return { amount: 0.5, end: i + 2 };
  return { amount: 1, end: i + 1, article: true };
}

function digits(r: Reader, i: number): Amount | null {
  if (r.flag(i, AtomFlag.ordinal | AtomFlag.plural | AtomFlag.am | AtomFlag.pm)) return null;
  let amount = r.value(i);
  if (r.flag(i, AtomFlag.separated)) amount = Number(r.text(i).replaceAll(',', ''));
  if (!Number.isFinite(amount) || amount < 0 || amount > 1e7) return null;
  // `2 1/2`
  if (r.is(i + 1, Kind.number) && r.mark(i + 2, '/') && r.is(i + 3, Kind.number) && r.value(i + 3) > 0 && !r.flag(i + 2, AtomFlag.spaced)) return { amount: amount + r.value(i + 1) / r.value(i + 3), end: i + 4 };
  if (r.is(i + 1, Kind.cardinal) && r.value(i + 1) >= 100) return { amount: amount * r.value(i + 1), end: i + 2 };
  return { amount, end: i + 1 };
}

function spelled(r: Reader, i: number): Amount {
  let total = 0, end = i;
  for (; end < i + 8 && r.is(end, Kind.cardinal); end++) {
    const value = r.value(end);
    if (value >= 100) total = (total || 1) * value;
    else if (end > i && !(total >= 20 && total % 10 === 0 && value < 10) && total < 100) break;
    else total += value;
    if (r.word(end + 1, Word.and) && r.is(end + 2, Kind.cardinal) && total >= 100 && r.value(end + 2) < 100) end++;
  }
  if (r.word(end, Word.and) && r.is(end + 1, Kind.article, 0) && r.word(end + 2, Word.half)) return { amount: total + 0.5, end: end + 3 };
  return { amount: total, end };
}

const LETTERS = ['S', 'M', 'H', 'D', 'W', 'W', 'M', 'Q', 'Y', 'Y', 'Y', 'Y', 'D', 'D', 'X'];
const FACTORS = [1, 1, 1, 1, 1, 2, 1, 1, 1, 10, 100, 1000, 2, 1, 1];
/** The smaller unit a fraction is told in, and how many of it make one. */
const SMALLER: Readonly<Record<number, readonly [string, number]>> = { [Unit.minute]: ['S', 60], [Unit.hour]: ['M', 60], [Unit.year]: ['M', 12], [Unit.day]: ['TH', 24] };

/** TIMEX3 duration: `P3D`, `PT2H30M`, `P2Y6M`, `PXY` where the amount is vague, `P20Y` for two decades. */
export function durationValue(amount: number | null, unit: number): string {
  const time = unit < Unit.day ? 'PT' : 'P', letter = LETTERS[unit]!, factor = FACTORS[unit]!;
  if (amount === null) return unit === Unit.decade ? 'PXDE' : unit === Unit.century ? 'PXCE' : unit === Unit.fortnight ? 'PXW' : `${time}X${letter}`;
  const scaled = amount * factor, whole = Math.floor(scaled), rest = scaled - whole;
  if (rest < 1e-9) return `${time}${whole}${letter}`;
  const smaller = SMALLER[unit];
  if (!smaller) return `${time}${Number(scaled.toFixed(2))}${letter}`;
  const small = `${Math.round(rest * smaller[1])}${smaller[0].replace('T', '')}`;
  const mark = smaller[0].startsWith('T') ? 'T' : '';
  return whole === 0 ? `${time}${mark}${small}` : `${time}${whole}${letter}${mark}${small}`;
}

/** Atom after words that may stand between an amount and its unit: `three consecutive quarters`, `two more weeks`. */
export function skipFillers(r: Reader, i: number): number {
  let at = i;
  while (at < i + 2 && (r.is(at, Kind.filler) || r.is(at, Kind.fiscal) || r.is(at, Kind.about, 1))) at++;
  return at;
}

export const isPlural = (r: Reader, i: number): boolean => r.value(i) >= PLURAL;
