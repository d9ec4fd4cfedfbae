import { int, str, type Database } from './database';
import { readTotal } from './totals';

/** Share of the articles that hold a common word, and the fewest. Below that, counting the articles of a word is quick. */
const COMMON_SHARE = 1 / 250, FEWEST = 200;
/** Share of the articles that must be left since they were counted: otherwise a word may be in none of them. */
const LEFT = 0.9;
/** Words that one step of counting looks at. */
const STEP = 2_000;

/** How far the counting of words has come. */
export interface Counting {
  after: string;
  readonly found: [word: string, articles: number][];
}

/**
 * Finds the words that many articles hold, step by step, and keeps how many do: the full-text index has to read all entries of a word to tell,
 * and asks that of every common word of a passage. The numbers are those of the last time the index was tidied up, and serve to order words.
 * @param until as `performance.now` gives it; one step is taken at least
 * @returns whether there is more to do
 */
export function countCommonWords(database: Database, counting: Counting, until: number): boolean {
  const articles = readTotal(database, 'articles'), least = Math.max(FEWEST, articles * COMMON_SHARE);
  for (;;) {
    const rows = database.all('SELECT term, doc FROM articleTerms WHERE term > ? LIMIT ?', counting.after, STEP);
    for (const row of rows) if (int(row['doc']) >= least) counting.found.push([str(row['term']), int(row['doc'])]);
    if (rows.length < STEP) break;
    counting.after = str(rows.at(-1)!['term']);
    if (performance.now() >= until) return true;
  }
  database.run('DELETE FROM commonWord');
  database.run('INSERT INTO commonWord (word, articles) VALUES (?, ?)', ALL, articles);
  for (const [word, count] of counting.found) database.run('INSERT INTO commonWord (word, articles) VALUES (?, ?)', word, count);
  return false;
}

/** The common words with the number of articles that held them when they were last counted; empty when they never were, or when many articles have gone since. */
export function readCommonWords(database: Database): Map<string, number> {
  const words = new Map(database.all('SELECT word, articles FROM commonWord').map((row) => [str(row['word']), int(row['articles'])])), counted = words.get(ALL) ?? 0;
  words.delete(ALL);
  return readTotal(database, 'articles') < counted * LEFT ? new Map() : words;
}

/** The empty word stands for all articles that were counted. */
const ALL = '';
