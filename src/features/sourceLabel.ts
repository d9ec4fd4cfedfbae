import { baseName as fileName } from '../corpus/indexer/paths';
import type { ArticleRecord } from '../corpus/store/store';
import { dateInWords } from './dateWords';
import { oneLine } from './oneLine';
import { english, type Say } from './say';

export { fileName };

/** How an article is named to the writer, each on one line. */
export interface SourceName {
  /** Outlet, else headline, else file name. */
  readonly label: string;
  readonly outlet: string | null;
  readonly title: string | null;
  /** Publication date in words; `date unknown` when it is not stated. */
  readonly published: string;
}

/** Names an article by what is stated of it. */
export function nameSource(article: ArticleRecord, say: Say = english): SourceName {
  const { outlet, title, published } = article.metadata;
  return {
    label: oneLine(outlet?.value ?? title?.value ?? fileName(article.path)),
    outlet: outlet ? oneLine(outlet.value) : null,
    title: title ? oneLine(title.value) : null,
    published: dateInWords(published?.value, say),
  };
}
