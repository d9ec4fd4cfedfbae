import type { ArticleRecord, CorpusStore } from '../corpus/store/store';
import { worksIn } from './citations/bibliographyFile';

/**
 * The articles that citation keys point to, by the bibliography's entries; in order of the keys. Keys of other works give nothing.
 * @param bibliography text of the bibliography, CSL-JSON or BibTeX
 * @param resolve makes a path that stands in the bibliography absolute
 */
export async function citeSource(store: CorpusStore, keys: readonly string[], bibliography: string, resolve: (path: string) => string): Promise<ArticleRecord[]> {
  const paths = new Map(worksIn(bibliography).map(({ key, path }) => [key, path]));
  const articles: ArticleRecord[] = [];
  for (const key of keys) {
    const path = paths.get(key);
    if (path !== undefined) articles.push(...(await store.articlesAt(resolve(path))));
  }
  return articles;
}
