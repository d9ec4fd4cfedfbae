import { decode } from './decode';
import { findMetadata } from './metadata';
import { findNoise } from './noise';
import type { ArticleReader, ReadResult } from './reader';
import { mergeNoise } from './spans';

/** Plain text: one article a file; metadata only where the first lines state it. */
export const txtReader: ArticleReader = {
  extensions: ['.txt', '.text'],
  read(bytes: Uint8Array, path: string): ReadResult {
    const { text, problems } = decode(bytes, path);
    if (text === undefined) return { articles: [], problems, textIsFile: true };
    const { metadata, noise } = findMetadata(text);
    return { articles: [{ text, metadata, noise: mergeNoise([...noise, ...findNoise(text)]) }], problems, textIsFile: true };
  },
};
