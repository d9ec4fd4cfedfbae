import type { Database } from './database';
import { compact, slotToCompact, type Compacting } from './postings/compact';
import { articlePostings, listingPostings, quotationPostings } from './postings/tables';
import { readTotal } from './totals';

const INDICES = [quotationPostings, articlePostings, listingPostings] as const;

/** How far tidying up has come. */
export class Tidying {
  readonly compacting = new Map<(typeof INDICES)[number], Compacting>();
  /** The index that all this is of: one that has been emptied gives its ids anew. */
  generation: number | undefined;
}

/**
 * Clears away what is gone from the indices of words, step by step.
 * @param time milliseconds after which no further step begins; one is taken however short it is
 * @returns whether there is more to do
 */
export function tidyUp(database: Database, tidying: Tidying, time: number): boolean {
  const until = performance.now() + time, generation = readTotal(database, 'generation');
  if (tidying.generation !== generation) {
    tidying.compacting.clear();
    tidying.generation = generation;
  }
  for (const index of INDICES) {
    for (;;) {
      const compacting = tidying.compacting.get(index) ?? slotToCompact(database, index);
      if (!compacting) break;
      tidying.compacting.set(index, compacting);
      if (!compact(database, index, compacting)) tidying.compacting.delete(index);
      if (performance.now() >= until) return true;
    }
  }
  return false;
}
