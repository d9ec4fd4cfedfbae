import { int, type Database } from './database';
import { compact, slotToCompact, type Compacting } from './postings/compact';
import { articlePostings, quotationPostings } from './postings/tables';
import { readTotals } from './totals';

/** Pages that one step of merging writes. */
const STEP = 400;
/** Articles written since the last time, and share of the whole, from which on merging is worth it: it writes the whole table anew. */
const WORTH = 300, WORTH_SHARE = 0.05;
const INDICES = [quotationPostings, articlePostings] as const;

/** How far tidying up has come. */
export class Tidying {
  /** Whether merging is asked for, and whether it has begun. */
  merging = false;
  begun = false;
  readonly compacting = new Map<(typeof INDICES)[number], Compacting>();
  /** The index that all this is of: one that has been emptied gives its ids anew. */
  generation: number | undefined;
}

/**
 * Merges the full-text table into one piece (https://sqlite.org/fts5.html#the_merge_command) and clears away what is gone from the indices of words, step by step.
 * @param time milliseconds after which no further step begins; one is taken however short it is
 * @returns whether there is more to do
 */
export function tidyUp(database: Database, tidying: Tidying, time: number): boolean {
  const until = performance.now() + time, totals = readTotals(database);
  if (tidying.generation !== totals.get('generation')) {
    tidying.compacting.clear();
    tidying.generation = totals.get('generation');
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
  tidying.merging ||= (totals.get('untidy') ?? 0) >= Math.max(WORTH, WORTH_SHARE * (totals.get('articles') ?? 0));
  while (tidying.merging) {
    const before = changesOf(database);
    // A negative number begins to merge everything into one; positive ones go on with it.
    database.run("INSERT INTO reportWords(reportWords, rank) VALUES ('merge', ?)", tidying.begun ? STEP : -STEP);
    tidying.begun = true;
    if (changesOf(database) - before < 2) {
      tidying.merging = tidying.begun = false;
      database.run("DELETE FROM meta WHERE key = 'untidy'");
    } else if (performance.now() >= until) return true;
  }
  return false;
}

function changesOf(database: Database): number {
  return int(database.get('SELECT total_changes() AS n')?.['n']);
}
