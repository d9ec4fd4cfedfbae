import type { EventDate, Modality, Participant } from '../types';
import type { Sense } from '../lexicon/words';
import type { Oblique } from './roles';

/** An event as found in its sentence, before it gets a title and a place in the list. */
export interface FoundEvent {
  /** Chunk the trigger stands in. */
  readonly chunk: number;
  /** Token of the trigger. */
  readonly trigger: number;
  readonly sense: Sense;
  readonly modality: Modality;
  readonly who: readonly Participant[];
  readonly whom: readonly Participant[];
  readonly where: Participant | null;
  /** Filled in once all verbs of the sentence are read. */
  date: EventDate | null;
  readonly form: 'verb' | 'noun';
  readonly passive: boolean;
  /** Lemma of the verb that carries a noun of happening: `launch` airstrikes; null for none. */
  readonly carrier: { readonly lemma: string; readonly chunk: number } | null;
  /** What stands before a relative pronoun and belongs after the verb: `the deal, from which`; null for none. */
  readonly fronted: Oblique | null;
  /** Last chunk of what belongs to it, exclusive. */
  readonly endChunk: number;
  /** True where the sentence says it of its own: a finite clause, not an aim, a condition or a comparison. */
  readonly asserted: boolean;
  /** Where its clause stands: on its own, in what somebody says, or hanging on another clause (relative, `after`, `when`), or after a noun that is its object (`the rule it broke`). */
  readonly level: 'main' | 'reported' | 'subordinate' | 'gap';
}
