import type { CitedArticle } from './citedArticle';
import { dateParts } from './cslItem';

/** A work that a bibliography lists, as far as it is needed to know an article again; empty strings for what is not stated. */
export interface Work {
  readonly key: string;
  readonly title: string;
  readonly outlet: string;
  /** The article's file, as the bibliography writes it; undefined for works that are no articles of the corpus. */
  readonly path: string | undefined;
  readonly url: string;
  /** `2024-4-12`, `2024-4`, `2024`: numbers without leading zeros. */
  readonly issued: string;
}

/** Whether a work is the article: by its file, its address, or headline, outlet and date. */
export function isSameWork(work: Work, article: CitedArticle): boolean {
  if (work.key === '') return false;
  if (work.path !== undefined && samePath(work.path, article.path)) return true;
  if (work.url !== '' && article.metadata.url) return normalUrl(work.url) === normalUrl(article.metadata.url.value);
  const title = normal(work.title);
  if (title === '' || title !== normal(article.metadata.title?.value ?? '')) return false;
  if (normal(work.outlet) !== normal(article.metadata.outlet?.value ?? '')) return false;
  return work.issued === (dateParts(article.metadata.published?.value)?.join('-') ?? '');
}

function samePath(a: string, b: string): boolean {
  const plain = (path: string): string => path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '').normalize('NFC');
  return plain(a) === plain(b);
}

const normal = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const normalUrl = (url: string): string => url.trim().replace(/^https?:\/\/(?:www\.)?/i, '').split('#', 1)[0]!.replace(/(?<!\/)\/+$/, '');
