import type { Metadata, NoiseSpan } from './article';
import { decode } from './decode';
import { readFrontMatter } from './frontMatter';
import { findMarkup } from './markup';
import { findMetadata, preferMetadata, stated } from './metadata';
import { findNoise } from './noise';
import type { ArticleReader, ReadResult } from './reader';
import { mergeNoise } from './spans';

/** Markdown with YAML front matter: one article a file. What front matter states goes before what the text states. */
export const markdownReader: ArticleReader = {
  extensions: ['.md', '.markdown', '.mdown'],
  read(bytes: Uint8Array, path: string): ReadResult {
    const { text, problems } = decode(bytes, path);
    if (text === undefined) return { articles: [], problems, textIsFile: true };
    const front = readFrontMatter(text, path);
    const markup = findMarkup(text, front.end);
    const head = findMetadata(text, markup.headingEnd ?? front.end);
    const title = markup.heading === undefined ? undefined : stated(markup.heading, 'text');
    const inText: Metadata = title ? { ...head.metadata, title } : head.metadata;
    const fence: NoiseSpan[] = front.end > 0 ? [{ start: 0, end: front.end, kind: 'front matter' }] : [];
    const noise = mergeNoise([...fence, ...markup.noise, ...head.noise, ...findNoise(text, front.end)]);
    return {
      articles: [{ text, metadata: preferMetadata(front.metadata, inText), noise }],
      problems: [...problems, ...front.problems],
      textIsFile: true,
    };
  },
};
