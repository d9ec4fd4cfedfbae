import Fuse from 'fuse.js';
import { type Cancellation, neverCancelled } from '../corpus/ports';
import type { ArticleRecord, CorpusStore } from '../corpus/store/store';
import { articlesOf } from './articleList';
import { nameSource } from './sourceLabel';

/** An article as a list offers it. */
export interface FoundArticle {
  readonly article: ArticleRecord;
  /** The headline; where none is stated, the first words in brackets; empty when there are no words either. */
  readonly title: string;
}

/** A fuzzy search reads every article that it is given; those before are searched by exact words only. */
const FUZZY = 20_000;

/**
 * Articles that words find: first those whose outlet, headline, byline, date or file name has all of them (the beginning of a
 * word is enough), newest first, then those with a sentence that has them, then those that nearly have them (fuzzy search).
 * All articles, newest first, for no words; empty when nothing is found.
 */
export async function findArticles(store: CorpusStore, words: string, limit: number, token: Cancellation = neverCancelled): Promise<FoundArticle[]> {
  const list = await articlesOf(store);
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const found = new Map<number, ArticleRecord>();
  const add = (article: ArticleRecord): boolean => (found.set(article.id, article), found.size < limit);
  for (const { article, words: own } of list) if (wanted.every((word) => own.includes(word)) && !add(article)) break;
  if (wanted.length > 0 && found.size < limit) {
    for (const { article } of await store.passages(words, limit)) if (!add(article)) break;
  }
  if (wanted.length > 0 && found.size < limit && !token.isCancellationRequested) {
    const fuse = new Fuse(list.slice(0, FUZZY), { keys: ['words'], threshold: 0.3, ignoreLocation: true, minMatchCharLength: 2, useTokenSearch: true });
    for (const { item } of fuse.search(words.slice(0, 64), { limit })) if (!add(item.article)) break;
  }
  return token.isCancellationRequested ? [] : [...found.values()].map((article) => ({ article, title: nameSource(article).headline }));
}
