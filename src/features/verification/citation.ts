import { fold, foldName } from '../../corpus/fold';
import type { ArticleRecord, CorpusStore } from '../../corpus/store/store';
import type { DraftCitation } from '../../draft/citations';
import type { DraftText } from '../../draft/text';
import type { TextSpan } from '../../language/types';
import { dateInWords } from '../dateWords';
import type { Memo } from './memo';
import type { SourceMatch } from './verifyQuote';

/** What the keys and links of a draft lead to; the caller knows its files. */
export interface DraftReferences {
  /** Absolute path of the article of each key of the bibliography; null for an entry that is no article of the corpus. Undefined when no bibliography could be read: keys are then not checked. */
  readonly keys: ReadonlyMap<string, string | null> | undefined;
  /** Absolute path that a link target of the draft leads to; undefined for what is no path. */
  readonly pathOf?: (target: string) => string | undefined;
}

/** How the citation beside a quote stands to its source. `elsewhere`: other articles have these words, the cited one has not, or not just so. */
export type CitationStatus = 'none' | 'agrees' | 'elsewhere' | 'missing key' | 'unknown';

export interface CitationCheck {
  readonly status: CitationStatus;
  readonly citations: readonly DraftCitation[];
  /** Articles that they point to. */
  readonly cited: readonly ArticleRecord[];
  /** Keys that the bibliography has not. */
  readonly missing: readonly TextSpan[];
}

/** What citations point to, before it is known where the quote stands. */
export async function citedBy(store: CorpusStore, memo: Memo, citations: readonly DraftCitation[], references: DraftReferences | undefined): Promise<CitationCheck> {
  const cited: ArticleRecord[] = [], missing: TextSpan[] = [];
  const paths: string[] = [];
  for (const { keys, url } of citations) {
    for (const key of keys) {
      const path = references?.keys?.get(key.text);
      if (path) paths.push(path);
      else if (path === undefined && references?.keys) missing.push(key);
    }
    const path = url === undefined ? undefined : references?.pathOf?.(url);
    if (path !== undefined) paths.push(path);
  }
  for (const path of paths) cited.push(...await memo.of(`at ${path}`, () => store.articlesAt(path)));
  return { status: citations.length === 0 ? 'none' : 'unknown', citations, cited, missing };
}

/** The same with the sources of the quote known. A citation that leads to nothing we know stays `unknown`. */
export function judgeCitation(draft: DraftText, check: CitationCheck, matches: readonly SourceMatch[]): CitationCheck {
  if (check.status === 'none') return check;
  const best = matches[0]?.comparison.status;
  const right = matches.filter(({ comparison }) => comparison.status !== 'misquoted' || comparison.status === best);
  const pointed = right.some(({ article }) => check.cited.some(({ id }) => id === article.id) || check.citations.some((citation) => namesArticle(draft, citation, article)));
  if (pointed) return { ...check, status: 'agrees' };
  if (check.cited.length > 0 && right.length > 0) return { ...check, status: 'elsewhere' };
  return check.missing.length > 0 ? { ...check, status: 'missing key' } : check;
}

/** Whether a citation in words names an article: its address, its outlet and date, or in a note its outlet or headline. */
export function namesArticle(draft: DraftText, citation: DraftCitation, { metadata }: ArticleRecord): boolean {
  if (citation.url !== undefined) return metadata.url !== undefined && bareAddress(citation.url) === bareAddress(metadata.url.value);
  if (citation.source) return metadata.outlet !== undefined && foldName(citation.source.outlet) === foldName(metadata.outlet.value) && isDatedAs(citation.source.date, metadata.published?.value);
  const definition = citation.note?.definition;
  if (!definition) return false;
  const words = fold(draft.text.slice(definition.start, definition.end));
  if (metadata.url && words.includes(fold(bareAddress(metadata.url.value)))) return true;
  if (metadata.title && words.includes(fold(metadata.title.value))) return true;
  return metadata.outlet !== undefined && words.includes(fold(metadata.outlet.value)) && (!metadata.published || namesDate(words, metadata.published.value));
}

/** A web address without what may differ between two that lead to the same page: protocol, `www.`, query, mark within the page, slashes at the end. */
export function bareAddress(url: string): string {
  return url.trim().replace(/^(?:https?:\/\/)?(?:www\.)?/i, '').split(/[#?]/, 1)[0]!.replace(/(?<!\/)\/+$/, '');
}

/** Whether the date in a citation is the publication date of an article: in words, as ISO date, or the beginning of one. None agrees with none. */
export function isDatedAs(date: string | undefined, published: string | undefined): boolean {
  if (date === undefined || published === undefined) return date === published;
  return date === published || fold(date) === fold(dateInWords(published)) || published.startsWith(date);
}

/** Whether the folded words of a note have a publication date. */
export function namesDate(words: string, published: string): boolean {
  return words.includes(fold(dateInWords(published))) || words.includes(published);
}
