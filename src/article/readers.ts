import { fileName } from './decode';
import { markdownReader } from './markdown';
import type { ArticleReader } from './reader';
import { txtReader } from './txt';

/** Every reader. A format is added by one line here. */
export const readers: readonly ArticleReader[] = [txtReader, markdownReader];

/** Endings under which articles are often kept and that no reader takes: their files are named to the writer instead of passed over. */
const articleFormats = new Set(['.pdf', '.docx', '.doc', '.odt', '.rtf', '.html', '.htm', '.xhtml', '.mht', '.mhtml', '.epub', '.jsonl', '.eml']);

const byExtension = new Map(readers.flatMap((reader) => reader.extensions.map((extension) => [extension, reader] as const)));

/** The reader for a file by its ending; undefined when no reader takes it. */
export function readerFor(path: string): ArticleReader | undefined {
  return byExtension.get(extensionOf(path));
}

/** Whether a file without a reader is likely to hold an article, so that the writer should be told. */
export function isArticleFormat(path: string): boolean {
  return articleFormats.has(extensionOf(path));
}

/** Endings that are read, for messages: `.txt, .text, .md`. */
export function readableEndings(): string {
  return [...byExtension.keys()].join(', ');
}

function extensionOf(path: string): string {
  const name = fileName(path), dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}
