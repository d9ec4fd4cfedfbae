import { baseName as fileName } from '../corpus/indexer/paths';
import type { ArticleRecord } from '../corpus/store/store';
import { titleOf } from './citations/citedArticle';
import { dateInWords } from './dateWords';
import { oneLine } from './oneLine';
import { english, type Say } from './say';

export { fileName };

/** What of an article names it. */
export type NamedArticle = Pick<ArticleRecord, 'path' | 'metadata' | 'opening'>;

/** How an article is named to the writer, each on one line. */
export interface SourceName {
  /** Outlet, else headline; first words in brackets where neither is stated; file name where there are no words. */
  readonly label: string;
  readonly outlet: string | null;
  readonly title: string | null;
  /** Headline, else first words in brackets; empty when there are no words. */
  readonly headline: string;
  /** Publication date in words; `date unknown` when it is not stated. */
  readonly published: string;
}

/** Names an article by what is stated of it. */
export function nameSource(article: NamedArticle, say: Say = english): SourceName {
  const { outlet, title, published } = article.metadata, headline = oneLine(titleOf(article));
  return {
    label: (outlet ? oneLine(outlet.value) : headline) || oneLine(fileName(article.path)),
    outlet: outlet ? oneLine(outlet.value) : null,
    title: title ? oneLine(title.value) : null,
    headline,
    published: dateInWords(published?.value, say),
  };
}
