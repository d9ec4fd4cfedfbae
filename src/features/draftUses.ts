import { type Cancellation, neverCancelled } from '../corpus/ports';
import type { ArticleRecord, CorpusStore } from '../corpus/store/store';
import { turn } from '../corpus/turns';
import { citationsOf } from '../draft/citations';
import { quotesOf, wordsOf } from '../draft/quotes';
import type { DraftText } from '../draft/text';
import type { Span } from '../language/types';
import { citedBy, type DraftReferences } from './verification/citation';
import type { DraftVerifier } from './verification/verifyDraft';

/** A place of a draft that rests on an article. */
export interface DraftUse extends Span {
  readonly kind: 'quote' | 'citation';
  /** Absolute path of the article's file, and the article's position in it. */
  readonly path: string;
  readonly ordinal: number;
  /** The words of the article that are quoted; null for citations. */
  readonly passage: Span | null;
}

/** Shorter phrases stand in articles by chance. */
const FEWEST_WORDS = 3;

/** What a draft quotes and cites, in order of its text; undefined when the token was cancelled. */
export async function draftUses(store: CorpusStore, verifier: DraftVerifier, draft: DraftText, references: DraftReferences | undefined, token: Cancellation = neverCancelled): Promise<DraftUse[] | undefined> {
  const uses: DraftUse[] = [];
  const add = ({ start, end }: Span, kind: DraftUse['kind'], { path, ordinal }: ArticleRecord, passage: Span | null): void => void uses.push({ start, end, kind, path, ordinal, passage });
  for (const citation of citationsOf(draft)) {
    await turn();
    if (token.isCancellationRequested) return undefined;
    for (const article of (await citedBy(store, verifier.memo, [citation], references)).cited) add(citation, 'citation', article, null);
  }
  for (const quote of quotesOf(draft)) {
    await turn();
    if (token.isCancellationRequested) return undefined;
    const words = wordsOf(draft, quote);
    if (!quote.closed || words.split(' ').length < FEWEST_WORDS) continue;
    const { status, matches } = await verifier.finder.verify(words, {}, token);
    // Of several articles that do not have the words so, only the nearest is meant.
    for (const { article, comparison } of status === 'misquoted' ? matches.slice(0, 1) : matches) {
      if (status !== 'misquoted' && comparison.status === 'misquoted') continue;
      for (const place of comparison.places.length > 0 ? comparison.places : [comparison.source]) add(quote, 'quote', article, { start: place.start, end: place.end });
    }
  }
  return uses.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether a use is of words that a passage of the article has; a few shared letters at an end are none. */
export function usesPassage({ passage }: Pick<DraftUse, 'passage'>, span: Span): boolean {
  if (!passage) return false;
  const shared = Math.min(passage.end, span.end) - Math.max(passage.start, span.start);
  return shared * 2 > Math.min(passage.end - passage.start, span.end - span.start);
}
