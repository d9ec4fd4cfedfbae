import type { Database } from './database';
import { holdingMost } from './postings/holdingMost';
import type { Postings } from './postings/postings';

/** The rarest words, of which a quotation must hold all but one or two; words that are counted. */
const RAREST = 8, MOST_COUNTED = 24;
/** Quotations whose articles are looked up. */
const MOST_QUOTATIONS = 200;
/** Share of the words that the best quotation holds, below which others are not worth reading. */
const OF_BEST = 0.5;

/**
 * Articles with a quotation that holds the words, or all but one of the rarest (two where there are six of them), those that hold most first.
 * @param words folded, rarest first
 */
export async function quotingArticles(database: Database, quotations: Postings, words: readonly string[], limit: number): Promise<number[]> {
  const rarest = Math.min(RAREST, words.length), missing = rarest < 3 ? 0 : rarest < 6 ? 1 : 2;
  if (rarest < 2) return [];
  const found = await holdingMost(quotations, words.slice(0, rarest), missing, words.slice(rarest, MOST_COUNTED)), least = (found[0]?.held ?? 0) * OF_BEST;
  const ids = found.slice(0, MOST_QUOTATIONS).filter(({ held }) => held >= least).map(({ id }) => id);
  return articlesOf(database, ids).slice(0, limit);
}

/** The articles of quotations, each once, in the order of these. */
export function articlesOf(database: Database, quotations: readonly number[]): number[] {
  const rows = database.numbers('SELECT id, article FROM (SELECT value FROM json_each(?)) AS wanted JOIN quotation ON quotation.id = wanted.value', JSON.stringify(quotations));
  const articles = new Map(rows.map(([id, article]) => [id!, article!]));
  return [...new Set(quotations.flatMap((id) => articles.get(id) ?? []))];
}
