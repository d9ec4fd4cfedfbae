import { baseName as fileName } from '../corpus/indexer/paths';
import type { ArticleRecord } from '../corpus/store/store';
import { titleOf } from './citations/citedArticle';
import { dateInWords } from './dateWords';
import { shortened } from './oneLine';
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

/** Characters of an outlet or a headline. */
const LONGEST = 300;
const line = (text: string): string => shortened(text, LONGEST);

/** Names an article by what is stated of it. */
export function nameSource(article: NamedArticle, say: Say = english): SourceName {
  const { outlet, title, published } = article.metadata, headline = line(titleOf(article));
  return {
    label: (outlet ? line(outlet.value) : headline) || line(fileName(article.path)),
    outlet: outlet ? line(outlet.value) : null,
    title: title ? line(title.value) : null,
    headline,
    published: dateInWords(published?.value, say),
  };
}
