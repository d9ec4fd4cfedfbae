import { countCommonWords, type Counting } from './commonWords';
import { int, type Database } from './database';
import { readTotals } from './totals';

/** Full-text tables, those first that most questions go to. */
const TABLES = ['quotationWords', 'articleWords', 'reportWords'] as const;
/** Pages that one step of merging writes. */
const STEP = 400;
/** Articles written since the last time, and share of the whole, from which on it is worth it: it writes all tables anew. */
const WORTH = 300, WORTH_SHARE = 0.05;

/** How far tidying up has come. */
export class Tidying {
  /** Tables that are still to be merged, and those of them that have begun to be. */
  readonly tables = new Set<string>();
  readonly begun = new Set<string>();
  /** Undefined while nothing is to be done. */
  counting: Counting | undefined;
}

/**
 * Merges the full-text tables into one piece each (https://sqlite.org/fts5.html#the_merge_command) and counts common words, step by step.
 * @param time milliseconds after which no further step begins; one is taken however short it is
 * @returns whether there is more to do
 */
export function tidyUp(database: Database, tidying: Tidying, time: number): boolean {
  const until = performance.now() + time, totals = readTotals(database);
  if (!tidying.counting) {
    if ((totals.get('untidy') ?? 0) < Math.max(WORTH, WORTH_SHARE * (totals.get('articles') ?? 0))) return false;
    for (const table of TABLES) tidying.tables.add(table);
    tidying.counting = { after: '', found: [] };
  }
  for (const table of TABLES) {
    while (tidying.tables.has(table)) {
      const before = changesOf(database);
      // A negative number begins to merge everything into one; positive ones go on with it.
      database.run(`INSERT INTO ${table}(${table}, rank) VALUES ('merge', ?)`, tidying.begun.has(table) ? STEP : -STEP);
      tidying.begun.add(table);
      if (changesOf(database) - before < 2) tidying.tables.delete(table);
      if (performance.now() >= until) return true;
    }
  }
  tidying.begun.clear();
  if (countCommonWords(database, tidying.counting, until)) return true;
  tidying.counting = undefined;
  database.run("DELETE FROM meta WHERE key = 'untidy'");
  return false;
}

function changesOf(database: Database): number {
  return int(database.get('SELECT total_changes() AS n')?.['n']);
}
