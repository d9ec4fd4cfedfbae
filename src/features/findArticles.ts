import Fuse from 'fuse.js';
import { type Cancellation, neverCancelled } from '../corpus/ports';
import type { ArticleId, ArticleRecord, CorpusStore } from '../corpus/store/store';
import { turn } from '../corpus/turns';
import { type ArticleList, articleList } from './articleList';
import { nameSource } from './sourceLabel';

/** An article as a list offers it. */
export interface FoundArticle {
  readonly article: ArticleRecord;
  /** The headline; where none is stated, the first words in brackets; empty when there are no words either. */
  readonly title: string;
}

/** A fuzzy search reads all that it is given, a part at a time: what lies beyond the newest is searched by exact words only. */
const FUZZY = 20_000, PART = 500;
/** Articles looked at before others may get a turn. */
const STRIDE = 2_000;

/**
 * Articles that words find: first those whose outlet, headline, byline, date or file name has all of them (the beginning of a
 * word is enough), newest first, then those with a sentence that has them, then those that nearly have them (fuzzy search).
 * All articles, newest first, for no words; empty when nothing is found or nobody waits any more.
 */
export async function findArticles(store: CorpusStore, words: string, limit: number, token: Cancellation = neverCancelled): Promise<FoundArticle[]> {
  const list = await articleList(store), wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const found = new Set<ArticleId>();
  for (let at = 0; at < list.ids.length && found.size < limit && !token.isCancellationRequested; at++) {
    if (at % STRIDE === 0) await turn();
    if (wanted.every((word) => list.words[at]!.includes(word))) found.add(list.ids[at]!);
  }
  const more = (): boolean => wanted.length > 0 && found.size < limit && !token.isCancellationRequested;
  if (more()) for (const { article } of await store.passages(words, limit)) if (found.size < limit) found.add(article.id);
  if (more()) for (const at of await nearly(list, words.slice(0, 64), limit, token)) if (found.size < limit) found.add(list.ids[at]!);
  if (token.isCancellationRequested) return [];
  const records = await store.articlesById([...found]);
  return [...found].flatMap((id) => records.get(id) ?? []).map((article) => ({ article, title: nameSource(article).headline }));
}

/** Places of articles that nearly have the words, nearest first. */
async function nearly(list: ArticleList, words: string, limit: number, token: Cancellation): Promise<number[]> {
  const near: { readonly at: number; readonly score: number }[] = [];
  for (let from = 0; from < Math.min(FUZZY, list.ids.length) && !token.isCancellationRequested; from += PART) {
    await turn();
    const part = list.words.slice(from, Math.min(from + PART, FUZZY)).map((each) => ({ words: each }));
    const fuse = new Fuse(part, { keys: ['words'], threshold: 0.3, ignoreLocation: true, includeScore: true, minMatchCharLength: 2, useTokenSearch: true });
    for (const { refIndex, score } of fuse.search(words, { limit })) near.push({ at: from + refIndex, score: score ?? 1 });
  }
  return near.sort((a, b) => a.score - b.score).slice(0, limit).map(({ at }) => at);
}
