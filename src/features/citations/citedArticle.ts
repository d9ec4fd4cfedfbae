import type { Metadata, NoiseSpan } from '../../article/article';

/** What a citation needs to know of an article. */
export interface CitedArticle {
  /** Path as it is written where the citation goes (relative to the bibliography or the draft), with forward slashes. */
  readonly path: string;
  readonly metadata: Metadata;
  /** The first words of the article, see {@link openingOf}: they stand in for a headline that is not stated. Empty when there are none. */
  readonly opening: string;
}

/** A line with fewer words is a headline, a byline or a marker, not the article's first sentence. */
const FEWEST = 8;
/** The opening is looked for and cut within this many characters. */
const REACH = 20_000, LONGEST = 300;

/** The first sentence of an article, on one line; its first words when it has no line of eight words. Empty for an empty text. */
export function openingOf(text: string, noise: readonly NoiseSpan[] = []): string {
  let reach = '', from = 0;
  for (const span of noise) {
    if (span.start >= REACH) break;
    reach += text.slice(from, Math.max(from, span.start)) + '\n';
    from = Math.max(from, span.end);
  }
  reach += text.slice(from, Math.max(from, REACH));
  const lines = reach.split(/[\r\n]+/).map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  const first = lines.find((line) => line.split(' ').length >= FEWEST) ?? lines.find((line) => /\p{L}/u.test(line)) ?? '';
  const stop = /[.!?][”’"')\]]*\s+(?=[\p{Lu}“‘"'[(])/u.exec(first.slice(40));
  return first.slice(0, stop ? 40 + stop.index + 1 : LONGEST).slice(0, LONGEST).trim();
}

/** The headline; `[first words …]` in its place when it is not stated: brackets say that it is supplied. Empty when there is nothing. */
export function titleOf(article: CitedArticle): string {
  const stated = article.metadata.title?.value.replace(/\s+/g, ' ').trim();
  if (stated) return stated;
  const words = article.opening.split(' ').filter((word) => word !== '');
  if (words.length === 0) return '';
  return words.length > 10 ? `[${words.slice(0, 10).join(' ').replace(/(?<![,;:.–—-])[,;:.–—-]+$/, '')} …]` : `[${words.join(' ')}]`;
}
