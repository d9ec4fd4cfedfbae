import { AtomFlag } from '../atoms';
import { Kind, Unit, Word } from '../lexicon';
import { inferred, relative, stated, type Match, type Reader } from '../reader';

/** `the 1990s`, `the '80s`, `the nineties`, `nineteen-eighties`. The value is the decade's first three digits. */
export function decade(r: Reader, i: number): Match | null {
  const at = r.the(i) ? i + 1 : i;
  if (r.is(at, Kind.number) && r.flag(at, AtomFlag.plural) && !r.flag(at, AtomFlag.separated)) {
    const value = r.value(at), length = r.length(at) - 1;
    if (length === 4 && value % 10 === 0 && value >= 1000 && value < 2100) return value % 100 === 0 && value < 2000 ? stated(i, at + 1, 'DATE', String(value / 100)) : stated(i, at + 1, 'DATE', String(value / 10));
    if (length === 2 && value % 10 === 0 && r.the(i) && !r.is(at - 1, Kind.pointer)) return short(r, i, at + 1, value);
    return null;
  }
  if ((r.mark(at, '\'') || r.mark(at, '’') || r.mark(at, '‘')) && r.is(at + 1, Kind.number) && !r.flag(at + 1, AtomFlag.spaced) && r.flag(at + 1, AtomFlag.plural) && r.length(at + 1) === 3 && r.value(at + 1) % 10 === 0) return short(r, i, at + 2, r.value(at + 1));
  if (r.is(at, Kind.decade) && (at > i || r.is(i - 1, Kind.phase))) {
    const owned = r.is(i - 1, Kind.article, 2) || r.word(at + 1, Word.of);
    return owned ? null : short(r, i, at + 1, r.value(at));
  }
  return null;
}

/** A decade without its century: the latest that had begun by publication. Without a publication date the thirties to nineties are taken as of the 20th century. */
function short(r: Reader, first: number, end: number, tens: number): Match {
  const at = r.publication;
  if (!at) return tens >= 30 ? stated(first, end, 'DATE', `19${tens / 10}`) : relative(first, end, 'DATE', `XX${tens / 10}`);
  const year = Math.floor(at.year / 100) * 100 + tens;
  return inferred(first, end, 'DATE', String((year > at.year ? year - 100 : year) / 10), `the latest such decade at publication on ${at.iso}`);
}

/** `the 20th century`, `21st-century`. The value is the first two digits of its years. */
export function century(r: Reader, i: number): Match | null {
  const at = r.the(i) ? i + 1 : i, rank = r.ordinal(at);
  if (rank < 2 || rank > 21 || r.unit(at + 1) !== Unit.century || r.value(at + 1) !== Unit.century) return null;
  if (r.is(at + 2, Kind.word, Word.bc)) return stated(i, at + 3, 'DATE', `BC${String(rank - 1).padStart(2, '0')}`);
  return stated(i, at + 2, 'DATE', String(rank - 1).padStart(2, '0'));
}
