import { int, type Database } from './database';
import { readTotals } from './totals';

/** Full-text tables, those first that most questions go to. */
const TABLES = ['quotationWords', 'articleWords', 'reportWords'] as const;
/** Pages that one step of merging writes. */
const STEP = 400;
/** Articles written since the last time, and share of the whole, from which on it is worth it: it writes all tables anew. */
const WORTH = 300, WORTH_SHARE = 0.05;

/** Tables that are being merged. */
export type Tidying = Set<string>;

/**
 * Merges the full-text tables into one piece each, step by step (https://sqlite.org/fts5.html#the_merge_command).
 * @param time milliseconds after which no further step begins
 * @returns whether there is more to do
 */
export function tidyUp(database: Database, tidying: Tidying, time: number): boolean {
  const until = performance.now() + time, totals = readTotals(database);
  if (tidying.size === 0) {
    if ((totals.get('untidy') ?? 0) < Math.max(WORTH, WORTH_SHARE * (totals.get('articles') ?? 0))) return false;
    for (const table of TABLES) tidying.add(table);
  }
  for (const table of TABLES) {
    while (tidying.has(table)) {
      if (performance.now() >= until) return true;
      const before = changesOf(database);
      // A negative number begins to merge everything into one; positive ones go on with it.
      database.run(`INSERT INTO ${table}(${table}, rank) VALUES ('merge', ?)`, tidying.has(`${table} begun`) ? STEP : -STEP);
      tidying.add(`${table} begun`);
      if (changesOf(database) - before < 2) tidying.delete(table);
    }
  }
  tidying.clear();
  database.run("DELETE FROM meta WHERE key = 'untidy'");
  return false;
}

function changesOf(database: Database): number {
  return int(database.get('SELECT total_changes() AS n')?.['n']);
}
