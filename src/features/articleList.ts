import type { ArticleRecord, CorpusStore } from '../corpus/store/store';
import { fileName, nameSource } from './sourceLabel';

/** An article with the words that lists find it by. */
export interface ListedArticle {
  readonly article: ArticleRecord;
  /** Outlet, headline or first words, byline, date in words and file name, in lower case. */
  readonly words: string;
}

const PAGE = 5000;

const listed = new WeakMap<CorpusStore, Promise<readonly ListedArticle[]>>();

/** The list of a store's articles, newest first, kept until the store changes. */
export function articlesOf(store: CorpusStore): Promise<readonly ListedArticle[]> {
  let list = listed.get(store);
  if (!list) {
    listed.set(store, (list = readArticles(store)));
    const forget = (): void => void listed.delete(store);
    list.catch(forget);
    const end = store.onDidChange(() => (end(), forget()));
  }
  return list;
}

async function readArticles(store: CorpusStore): Promise<readonly ListedArticle[]> {
  const list: ListedArticle[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await store.articles({ offset, limit: PAGE });
    for (const article of page) {
      const { outlet, byline } = article.metadata, { headline, published } = nameSource(article);
      list.push({ article, words: [outlet?.value, headline, byline?.value, published, fileName(article.path)].filter(Boolean).join(' ').toLowerCase() });
    }
    if (page.length < PAGE) return list;
  }
}
