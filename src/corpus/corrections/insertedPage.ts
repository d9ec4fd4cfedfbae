import type { Page } from '../store/store';

/** A long list that is read by pages. */
export interface Sorted<T> {
  compare(a: T, b: T): number;
  page(page: Page): Promise<readonly T[]>;
  isSame(a: T, b: T): boolean;
}

/** What goes from the list and what comes into it, few of each. */
export interface Exchange<T> {
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/** A page of the list as it is after the exchange, without reading more of it than the page and as many items as are exchanged. */
export async function pageOf<T>(list: Sorted<T>, { gone, come }: Exchange<T>, { offset, limit }: Page): Promise<readonly T[]> {
  if (limit <= 0) return [];
  // So far before the page that what is read begins, after the exchange, before it.
  const from = Math.max(0, offset - come.length - gone.length - 1);
  const read = await list.page({ offset: from, limit: offset + limit + gone.length - from });
  const kept = read.map((item, i) => ({ item, at: from + i })).filter(({ item }) => !gone.some((each) => list.isSame(each, item)));
  const [first] = kept;
  if (!first && from > 0) return [];
  const merged = [...kept.map(({ item }) => item), ...come].sort((a, b) => list.compare(a, b));
  const before = (items: readonly T[], item: T): number => items.filter((each) => list.compare(each, item) < 0).length;
  // How much further on an item stands in the whole list than in `merged`.
  const ahead = first ? first.at - before(gone, first.item) + before(come, first.item) - merged.indexOf(first.item) : 0;
  return merged.slice(offset - ahead, offset - ahead + limit);
}
