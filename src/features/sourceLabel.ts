import { baseName as fileName } from '../corpus/indexer/paths';
import type { ArticleRecord } from '../corpus/store/store';
import { dateInWords } from './dateWords';

export { fileName };

/** How an article is named to the writer. */
export interface SourceName {
  /** Outlet, else headline, else file name. */
  readonly label: string;
  readonly outlet: string | null;
  readonly title: string | null;
  /** Publication date in words; `date unknown` when it is not stated. */
  readonly published: string;
}

/** Names an article by what is stated of it. */
export function nameSource(article: ArticleRecord): SourceName {
  const { outlet, title, published } = article.metadata;
  return {
    label: outlet?.value ?? title?.value ?? fileName(article.path),
    outlet: outlet?.value ?? null,
    title: title?.value ?? null,
    published: dateInWords(published?.value),
  };
}
