import type { CorpusStore, NameRecord } from '../corpus/store/store';
import type { NameKind } from '../language/types';
import { findNameItems } from './findNames';

/** Kinds of names in the order of the list. */
export const nameKinds: readonly NameKind[] = ['person', 'organisation', 'place'];

/** Names that are searched for one form; a list this long helps nobody. */
const MOST = 500;

/** How many names the corpus has of each kind; kinds without any are left out. */
export async function countNames(store: CorpusStore): Promise<{ readonly kind: NameKind; readonly count: number }[]> {
  const counts = await Promise.all(nameKinds.map(async (kind) => ({ kind, count: await store.countNames(kind) })));
  return counts.filter(({ count }) => count > 0);
}

/** Names of one kind, in order. */
export function namesOfKind(store: CorpusStore, kind: NameKind, order: 'mentions' | 'alphabet', page: { readonly offset: number; readonly limit: number }): Promise<readonly NameRecord[]> {
  return store.names(page, { kind, order });
}

/** Names that words lead to, best first, and how many there are. */
export async function namesByWords(store: CorpusStore, words: string, page: { readonly offset: number; readonly limit: number }): Promise<{ readonly total: number; readonly names: readonly NameRecord[] }> {
  const found = await findNameItems(store, words, MOST);
  return { total: found.length, names: found.slice(page.offset, page.offset + page.limit) };
}
