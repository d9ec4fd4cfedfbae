import path from 'node:path';
import type { ArticleRecord, Passage } from '../corpus/store/store';
import { sourceInWords } from '../features/verification/finding';
import { oneLine } from './oneLine';

const relative = (file: string): string => path.relative(process.cwd(), file).split(path.sep).join('/');

/** `path:line:column: words (Outlet, date)`, as editors and terminals open it. */
export function passageLine(passage: Passage, words: string = passage.text): string {
  const { article, range: { start } } = passage;
  return `${oneLine(relative(article.path))}:${start.line + 1}:${start.character + 1}: ${oneLine(words)} (${oneLine(sourceInWords(article))})`;
}

/** A passage for other programs: offsets are UTF-16 code units of the article, lines and characters count from 0. */
export function passageJson({ article, start, end, range, text }: Passage): object {
  return { ...articleJson(article), start, end, range, text };
}

/** What is known of an article; null for what nothing states. */
export function articleJson({ path: file, ordinal, metadata }: ArticleRecord): object {
  return {
    article: relative(file), ...(ordinal > 0 ? { ordinal } : {}), outlet: metadata.outlet?.value ?? null, title: metadata.title?.value ?? null,
    byline: metadata.byline?.value ?? null, published: metadata.published?.value ?? null, url: metadata.url?.value ?? null,
  };
}
