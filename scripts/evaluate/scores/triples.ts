import type { Span } from '../../../src/language/types';
import { shared } from './pairs';

/** Who did it, to whom, and the category in capitals (`AGREE`). */
export interface Triple { readonly source: readonly Span[]; readonly target: readonly Span[]; readonly category?: string }

const meets = (gold: readonly Span[], found: readonly Span[]): boolean =>
  gold.length > 0 ? gold.some((a) => found.some((b) => shared(a, b) > 0)) : found.length === 0;

/** Shares of sentences with the right category, and with who and whom right: one of each overlaps, none where gold has none. */
export function scoreTriples(pairs: readonly { readonly gold: Triple; readonly found: Triple }[]): { readonly whoAndWhom: number; readonly category: number } {
  const share = (right: (pair: { readonly gold: Triple; readonly found: Triple }) => boolean): number => (pairs.length ? pairs.filter(right).length / pairs.length : 0);
  return {
    whoAndWhom: share(({ gold, found }) => meets(gold.source, found.source) && meets(gold.target, found.target)),
    category: share(({ gold, found }) => gold.category !== undefined && gold.category === found.category),
  };
}
