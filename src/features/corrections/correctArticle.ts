import type { YAMLMap } from 'yaml';
import { cleanPath } from '../../corpus/corrections/parseArticles';
import type { ArticleFields } from '../../corpus/corrections/model';
import { dropKey, findKey, isMap, rewrite, type Rewritten } from './rewrite';

/** An article that is corrected. */
export interface CorrectedArticle {
  /** Relative to the folder of `attest.yml`, with `/`. */
  readonly path: string;
  /** Beginning of the hash of its bytes, so that it is found again under another name. */
  readonly content?: string;
}

export type ArticleField = keyof ArticleFields;

/** Fields in the order in which they are written. */
const order: readonly ArticleField[] = ['outlet', 'date', 'title', 'author', 'url'];

/**
 * States something of an article. A field that is undefined takes the statement back, others stay as they are.
 * @param fields texts as they are to stand in the file
 */
export function correctArticle(text: string | undefined, article: CorrectedArticle, fields: Readonly<Partial<Record<ArticleField, string | undefined>>>): Rewritten {
  return rewrite(text, (file) => {
    const articles = file.map('articles'), isIt = (key: string): boolean => cleanPath(key) === article.path;
    const found = findKey(articles, isIt);
    const entry = isMap(found?.value) ? found.value : (file.node({}) as YAMLMap);
    for (const field of order) {
      if (!(field in fields)) continue;
      const value = fields[field];
      if (value === undefined) dropKey(entry, (key) => key === field);
      else entry.set(field, file.node(value));
    }
    if (!order.some((field) => entry.has(field))) {
      dropKey(articles, isIt);
      return;
    }
    if (article.content !== undefined) entry.set('content', file.node(article.content));
    if (!found || found.value !== entry) articles.set(found?.key ?? article.path, entry);
  });
}
