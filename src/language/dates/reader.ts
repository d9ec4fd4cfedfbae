import type { TimeExpression } from '../types';
import type { Publication, Reference } from './anchor';
import { AtomFlag, type Atoms } from './atoms';
import { Kind, PLURAL } from './lexicon';

/** What a recogniser found: atoms `[first, end)` and what they mean. */
export interface Match extends Pick<TimeExpression, 'type' | 'value' | 'certainty' | 'reason'> {
  readonly first: number;
  readonly end: number;
  /** True for a point compared with another (`a year earlier`): the text goes on speaking of the other. */
  readonly aside?: boolean;
  /** The weekday named beside a day whose year is unknown. */
  readonly weekday?: number;
}

/** Looks for one family of expressions that begins at atom `i`; null when there is none. */
export type Recogniser = (reader: Reader, i: number) => Match | null;

/**
 * The atoms of one sentence, as recognisers see them: outside of the sentence there is nothing (kind 0), so that no
 * recogniser needs to look at bounds.
 */
export class Reader {
  from = 0;
  to = 0;
  /** The calendar point named last in the text; null before the first. */
  reference: Reference | null = null;
  /** The quarter the text speaks of: the one named last that was not only compared with. */
  recent: Reference | null = null;
  /** The expression found last in this sentence. */
  previous: Match | null = null;
  /** The day (`2024-04-12`) named last in this sentence or the one before. */
  nearDay: string | null = null;
  /** The day named last anywhere in the text before. */
  lastDay: string | null = null;
  /** Reads the expression that begins at an atom, whatever its family. */
  recognise: (i: number) => Match | null = () => null;

  constructor(readonly atoms: Atoms, readonly publication: Publication | null) {}

  has(i: number): boolean { return i >= this.from && i < this.to; }
  kind(i: number): number { return this.has(i) ? this.atoms.kinds[i]! : 0; }
  value(i: number): number { return this.has(i) ? this.atoms.values[i]! : -1; }
  is(i: number, kind: number, value?: number): boolean { return this.kind(i) === kind && (value === undefined || this.atoms.values[i] === value); }
  word(i: number, word: number): boolean { return this.is(i, Kind.word, word); }
  flag(i: number, flag: number): boolean { return this.has(i) && (this.atoms.flags[i]! & flag) !== 0; }
  /** Whether a hyphen joins atom `i` to the one before. */
  hyphen(i: number): boolean { return this.flag(i, AtomFlag.hyphen); }
  capital(i: number): boolean { return this.flag(i, AtomFlag.capital); }
  /** Whether atom `i` is this punctuation mark. */
  mark(i: number, mark: string): boolean { return this.is(i, Kind.punctuation, mark.charCodeAt(0)); }
  text(i: number): string { return this.has(i) ? this.atoms.text.slice(this.atoms.starts[i], this.atoms.ends[i]) : ''; }
  lower(i: number): string { return this.text(i).toLowerCase(); }
  /** Length of atom `i` in code units. */
  length(i: number): number { return this.has(i) ? this.atoms.ends[i]! - this.atoms.starts[i]! : 0; }
  the(i: number): boolean { return this.is(i, Kind.article, 1); }

  /** The unit at `i` without its plural, or -1. */
  unit(i: number): number { return this.kind(i) === Kind.unit ? this.value(i) % PLURAL : -1; }
  plural(i: number): boolean { return this.value(i) >= PLURAL; }

  /** The rank an ordinal at `i` gives (`third`, `3rd`), else 0. */
  ordinal(i: number): number {
    if (this.is(i, Kind.ordinal)) return this.value(i);
    if (this.is(i, Kind.unit, 0)) return 2;
    return this.is(i, Kind.number) && this.flag(i, AtomFlag.ordinal) ? this.value(i) : 0;
  }

  /** A plain whole number of up to `digits` digits at `i`, else -1. */
  digits(i: number, least: number, most: number): number {
    if (this.kind(i) !== Kind.number || this.flag(i, AtomFlag.separated | AtomFlag.ordinal | AtomFlag.plural | AtomFlag.am | AtomFlag.pm)) return -1;
    const length = this.length(i);
    return length >= least && length <= most ? this.value(i) : -1;
  }

  /** Day of the month at `i` (`7`, `7th`, `seventh`, `07`), else 0. */
  day(i: number): number {
    const plain = this.digits(i, 1, 2);
    const day = plain >= 0 ? plain : this.ordinal(i);
    return day >= 1 && day <= 31 && !this.is(i, Kind.unit) ? day : 0;
  }

  /** Skips commas and full stops of abbreviations that may stand inside a date. */
  comma(i: number): number { return this.mark(i, ',') ? i + 1 : i; }
  stop(i: number): number { return this.mark(i, '.') ? i + 1 : i; }
}

export function stated(first: number, end: number, type: Match['type'], value: string): Match {
  return { first, end, type, value, certainty: 'stated' };
}

export function inferred(first: number, end: number, type: Match['type'], value: string, reason: string): Match {
  return { first, end, type, value, certainty: 'inferred', reason };
}

export function relative(first: number, end: number, type: Match['type'], value: string): Match {
  return { first, end, type, value, certainty: 'relative' };
}
