import type { Span } from '../../../src/language/types';
import type { Timex } from '../scores/dates';
import type { TypedSpan } from '../scores/names';
import type { Quoted } from '../scores/quotations';
import type { Triple } from '../scores/triples';

export interface Text {
  readonly text: string;
  /** Publication date, ISO 8601. */
  readonly published?: string;
}

/** Something that finds what we measure; what it cannot do it has no method for. */
export interface Engine {
  readonly name: string;
  /** Persons, organisations, places. */
  names?(input: Text): TypedSpan[];
  /** Stretches that are a name of whatever kind, for engines that tell no kinds. */
  nameSpans?(input: Text): Span[];
  quotations?(input: Text): Quoted[];
  dates?(input: Text): Timex[];
  triple?(input: Text): Triple;
}
