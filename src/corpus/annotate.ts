import type { Metadata, NoiseSpan } from '../article/article';
import { findMetadata } from '../article/metadata';
import { findNoise } from '../article/noise';
import { mergeNoise } from '../article/spans';
import { analyse, analyseAll } from '../language/analyse';
import type { AnalysedArticle } from './store/store';

/** An article with what the language part finds in it: noise is passed over, relative dates rest on the stated publication date. */
export function annotate(text: string, metadata: Metadata, noise: readonly NoiseSpan[]): AnalysedArticle {
  const published = metadata.published?.value;
  const analysis = analyse(text, { noise, ...(published === undefined ? {} : { published }) });
  return { text, metadata, noise, analysis };
}

/** A bare text; its publication date, ISO 8601, where it is known otherwise than by what the text states. */
export interface BareText {
  readonly text: string;
  readonly published?: string | undefined;
}

/** Bare texts as if they were plain text articles, in their order; callers bound the batch. */
export function annotateTexts(texts: readonly BareText[]): AnalysedArticle[] {
  const articles = texts.map(({ text, published }) => {
    const { metadata, noise } = findMetadata(text);
    const dated: Metadata = published ? { ...metadata, published: { value: published, basis: 'correction' } } : metadata;
    return { text, metadata: dated, noise: mergeNoise([...noise, ...findNoise(text)]) };
  });
  const analyses = analyseAll(articles.map(({ text, metadata, noise }) => ({ text, context: { noise, ...(metadata.published ? { published: metadata.published.value } : {}) } })));
  return articles.map((article, i) => ({ ...article, analysis: analyses[i]! }));
}

/** One bare text as if it were a plain text article. */
export function annotateText(text: string, published?: string): AnalysedArticle {
  return annotateTexts([{ text, published }])[0]!;
}
