import { int, str, type Database } from '../database';
import type { PostingTable } from './tables';

/** How many chunks words have gained or lost while one transaction runs. */
export class TermChanges {
  readonly #changes = new Map<string, number>();

  add(word: string, chunks: number): void {
    if (chunks !== 0) this.#changes.set(word, (this.#changes.get(word) ?? 0) + chunks);
  }

  /** Most batches change few: a word whose last chunk has room keeps its number. */
  write(database: Database, { terms }: PostingTable): void {
    const put = `INSERT INTO ${terms} (word, chunks) VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET chunks = chunks + excluded.chunks`;
    for (const [word, chunks] of [...this.#changes].sort(([a], [b]) => (a < b ? -1 : 1))) {
      database.run(put, word, chunks);
      if (chunks < 0) database.run(`DELETE FROM ${terms} WHERE word = ? AND chunks <= 0`, word);
    }
    this.#changes.clear();
  }
}

/** How many chunks each of the words has; one that is missing stands nowhere. */
export function chunksOf(database: Database, { terms }: PostingTable, words: readonly string[]): Map<string, number> {
  const rows = database.arrays(`SELECT word, chunks FROM json_each(?) AS wanted CROSS JOIN ${terms} ON word = wanted.value`, JSON.stringify(words));
  return new Map(rows.map(([word, chunks]) => [str(word), int(chunks)]));
}

/** Words that are read in one go: a millisecond or two. */
const WORDS = 2_000;

/**
 * Words that begin so, each once, beginnings themselves left out: the next few of them at a time.
 * @param beginnings in any order; one may be that of another
 */
export function* termsBeginning(database: Database, { terms }: PostingTable, beginnings: readonly string[]): Generator<readonly string[], void> {
  const sorted = [...new Set(beginnings)].sort();
  let apart = sorted.filter((each, i) => !sorted.slice(0, i).some((other) => each.startsWith(other))), after = apart[0] ?? '';
  const sql = `SELECT begun.key, word FROM json_each(?) AS begun CROSS JOIN ${terms} ON word >= iif(begun.key = 0, ?, begun.value) AND word < begun.value || char(1114111) LIMIT ${WORDS}`;
  while (apart.length > 0) {
    const rows = database.arrays(sql, JSON.stringify(apart), after);
    yield rows.map(([, word]) => str(word)).filter((word) => !word.endsWith('*'));
    if (rows.length < WORDS) return;
    // No word sorts between one and itself with the first of all characters behind it.
    const [key, word] = rows.at(-1)!;
    apart = apart.slice(int(key));
    after = `${str(word)}\u0001`;
  }
}
