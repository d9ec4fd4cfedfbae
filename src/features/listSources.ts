import type { ArticleRecord, CorpusStore } from '../corpus/store/store';
import { articlesOf } from './articleList';
import { articleKey, type SourceUse } from './draftOverview';

export interface SourceSelection {
  /** Words of outlet, headline, byline, date or file name, the beginning of each is enough; blank: all. */
  readonly words: string;
  readonly order: 'date' | 'outlet' | 'words' | 'use';
  /** `incomplete`: articles of which date or outlet are stated nowhere. */
  readonly show: 'all' | 'used' | 'unused' | 'incomplete';
}

/** An article as the list of sources has it. */
export interface ListedSource {
  readonly article: ArticleRecord;
  readonly use: SourceUse;
}

const unused: SourceUse = { quoted: 0, cited: 0 };

/** The articles of a selection, in order, and how many there are in all. */
export async function listSources(store: CorpusStore, selection: SourceSelection, use: ReadonlyMap<string, SourceUse>, page: { readonly offset: number; readonly limit: number }): Promise<{ readonly total: number; readonly sources: readonly ListedSource[] }> {
  const listed = (articles: readonly ArticleRecord[]): ListedSource[] => articles.map((article) => ({ article, use: use.get(articleKey(article)) ?? unused }));
  // All of them as the index has them: no list of them need be kept.
  if (selection.words.trim() === '' && selection.show === 'all' && selection.order === 'date') return { total: (await store.counts()).articles, sources: listed(await store.articles(page)) };
  const wanted = selection.words.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const found: ArticleRecord[] = [];
  for (const { article, words } of await articlesOf(store)) {
    if (wanted.every((word) => words.includes(word)) && isShown(article, selection.show, use)) found.push(article);
  }
  return { total: found.length, sources: listed(sorted(found, selection.order, use).slice(page.offset, page.offset + page.limit)) };
}

function isShown(article: ArticleRecord, show: SourceSelection['show'], use: ReadonlyMap<string, SourceUse>): boolean {
  switch (show) {
    case 'all': return true;
    case 'used': return use.has(articleKey(article));
    case 'unused': return !use.has(articleKey(article));
    case 'incomplete': return !article.metadata.published || !article.metadata.outlet;
  }
}

/** In the wanted order; articles that stand equal keep theirs, newest first. */
function sorted(articles: readonly ArticleRecord[], order: SourceSelection['order'], use: ReadonlyMap<string, SourceUse>): readonly ArticleRecord[] {
  const used = (article: ArticleRecord): number => (use.get(articleKey(article))?.quoted ?? 0) + (use.get(articleKey(article))?.cited ?? 0);
  switch (order) {
    case 'date': return articles;
    case 'words': return [...articles].sort((a, b) => b.words - a.words);
    case 'use': return [...articles].sort((a, b) => used(b) - used(a));
    case 'outlet': return [...articles].sort((a, b) => compare(a.metadata.outlet?.value, b.metadata.outlet?.value));
  }
}

/** By letters, unknown last. */
function compare(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  return a === undefined ? 1 : b === undefined ? -1 : a.localeCompare(b, 'en');
}
