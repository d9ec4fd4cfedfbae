import type { LikelyArticle } from '../store';
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
 * @returns with the share of the words that are counted which the quotation holds
 */
export async function quotingArticles(database: Database, quotations: Postings, words: readonly string[], limit: number): Promise<LikelyArticle[]> {
  const rarest = Math.min(RAREST, words.length), missing = rarest < 3 ? 0 : rarest < 6 ? 1 : 2;
  if (rarest < 2) return [];
  const found = await holdingMost(quotations, words.slice(0, rarest), missing, words.slice(rarest, MOST_COUNTED)), least = (found[0]?.held ?? 0) * OF_BEST;
  const best = found.slice(0, MOST_QUOTATIONS).filter(({ held }) => held >= least), counted = Math.min(MOST_COUNTED, words.length), shares = new Map<number, number>();
  const articles = articleOf(database, best.map(({ id }) => id));
  for (const { id, held } of best) {
    const article = articles.get(id);
    if (article !== undefined && !shares.has(article)) shares.set(article, held / counted);
  }
  return [...shares].slice(0, limit).map(([article, share]) => ({ article, share, quotes: true }));
}

/** The articles of quotations. */
export function articleOf(database: Database, quotations: readonly number[]): Map<number, number> {
  const rows = database.numbers('SELECT id, article FROM (SELECT value FROM json_each(?)) AS wanted JOIN quotation ON quotation.id = wanted.value', JSON.stringify(quotations));
  return new Map(rows as [number, number][]);
}
