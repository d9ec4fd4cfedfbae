import type { Metadata } from '../../article/article';

/** What a citation needs to know of an article. */
export interface CitedArticle {
  /** Path as it is written where the citation goes (relative to the bibliography or the draft), with forward slashes. */
  readonly path: string;
  readonly metadata: Metadata;
  /** The first words of the article, see `openingOf`: they stand in for a headline that is not stated. Empty when there are none. */
  readonly opening: string;
}

/** The headline; `[first words …]` in its place when it is not stated: brackets say that it is supplied. Empty when there is nothing. */
export function titleOf(article: CitedArticle): string {
  const stated = article.metadata.title?.value.replace(/\s+/g, ' ').trim();
  if (stated) return stated;
  const words = article.opening.split(' ').filter((word) => word !== '');
  if (words.length === 0) return '';
  return words.length > 10 ? `[${words.slice(0, 10).join(' ').replace(/(?<![,;:.–—-])[,;:.–—-]+$/, '')} …]` : `[${words.join(' ')}]`;
}
