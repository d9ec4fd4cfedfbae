import Fuse from 'fuse.js';
import { type Cancellation, neverCancelled } from '../corpus/ports';
import type { ArticleId, ArticleRecord, CorpusStore } from '../corpus/store/store';
import { turn } from '../corpus/turns';
import { type ArticleList, articleList, hasWords, placesThat } from './articleList';
import { nameSource } from './sourceLabel';

/** An article as a list offers it. */
export interface FoundArticle {
  readonly article: ArticleRecord;
  /** The headline; where none is stated, the first words in brackets; empty when there are no words either. */
  readonly title: string;
}

/**
 * A fuzzy search reads all that it is given: a part at a time, since all at once would hold everybody up for a second, and of each the nearest are kept.
 * What lies beyond the newest is searched by exact words only.
 */
const FUZZY = 20_000, PART = 250, OF_PART = 8;

/**
 * Articles that words find: first those whose outlet, headline, byline, date or file name has all of them (the beginning of a
 * word is enough), newest first, then those with a sentence that has them, then those that nearly have them (fuzzy search).
 * All articles, newest first, for no words; empty when nothing is found or nobody waits any more.
 */
export async function findArticles(store: CorpusStore, words: string, limit: number, token: Cancellation = neverCancelled): Promise<FoundArticle[]> {
  const list = await articleList(store);
  const found = new Set<ArticleId>((await placesThat(list, hasWords(list, words), limit, token)).map((at) => list.ids[at]!));
  const more = (): boolean => words.trim() !== '' && found.size < limit && !token.isCancellationRequested;
  if (more()) for (const { article } of await store.passages(words, limit)) if (found.size < limit) found.add(article.id);
  if (more()) for (const at of await nearly(list, words.slice(0, 64), limit, token)) if (found.size < limit) found.add(list.ids[at]!);
  if (token.isCancellationRequested) return [];
  const records = await store.articlesById([...found]);
  return [...found].flatMap((id) => records.get(id) ?? []).map((article) => ({ article, title: nameSource(article).headline }));
}

/** Places of articles that nearly have the words, nearest first: the nearest of each part, compared with each other. */
async function nearly(list: ArticleList, words: string, limit: number, token: Cancellation): Promise<number[]> {
  let near: number[] = [];
  for (let from = 0; from < Math.min(FUZZY, list.ids.length) && !token.isCancellationRequested; from += PART) {
    await turn();
    const places = Array.from({ length: Math.min(PART, FUZZY - from, list.ids.length - from) }, (_, i) => from + i);
    near.push(...nearest(list, places, words, OF_PART));
    // How much a word weighs depends on what it is looked for in: those of different parts are comparable only among each other.
    if (near.length > PART) near = nearest(list, near, words, limit);
  }
  await turn();
  return nearest(list, near, words, limit);
}

function nearest(list: ArticleList, places: readonly number[], words: string, limit: number): number[] {
  const fuse = new Fuse(places.map((at) => ({ at, words: list.words[at]! })), { keys: ['words'], threshold: 0.3, ignoreLocation: true, minMatchCharLength: 2, useTokenSearch: true });
  return fuse.search(words, { limit }).map(({ item }) => item.at);
}
