import type { Article, Metadata } from '../article/article';
import { findMetadata } from '../article/metadata';
import { findNoise } from '../article/noise';
import { mergeNoise } from '../article/spans';
import { analyseAll } from '../language/analyse';
import type { AnalysedArticle } from './store/store';

/** Articles with what the language part finds in them, in their order: noise is passed over, relative dates rest on the stated publication date. Callers bound the batch. */
export function annotateAll(articles: readonly Article[]): AnalysedArticle[] {
  const analyses = analyseAll(articles.map(({ text, metadata, noise }) => ({ text, context: { noise, ...(metadata.published ? { published: metadata.published.value } : {}) } })));
  return articles.map(({ text, metadata, noise }, i) => ({ text, metadata, noise, analysis: analyses[i]! }));
}

/** A bare text; its publication date, ISO 8601, where it is known otherwise than by what the text states. */
export interface BareText {
  readonly text: string;
  readonly published?: string | undefined;
}

/** Bare texts as if they were plain text articles, in their order; callers bound the batch. */
export function annotateTexts(texts: readonly BareText[]): AnalysedArticle[] {
  return annotateAll(texts.map(({ text, published }) => {
    const { metadata, noise } = findMetadata(text);
    const dated: Metadata = published ? { ...metadata, published: { value: published, basis: 'correction' } } : metadata;
    return { text, metadata: dated, noise: mergeNoise([...noise, ...findNoise(text)]) };
  }));
}

/** One bare text as if it were a plain text article. */
export function annotateText(text: string, published?: string): AnalysedArticle {
  return annotateTexts([{ text, published }])[0]!;
}
