import type { CorpusStore, NameRecord } from '../corpus/store/store';

/** Names that a form may mean: those that carry it, then those that begin with it, then those one slip away. All names, most mentioned first, for a blank form. */
export async function findNameItems(store: CorpusStore, form: string, limit: number): Promise<readonly NameRecord[]> {
  const wanted = form.trim();
  if (!wanted) return store.names({ offset: 0, limit });
  const found = new Map<number, NameRecord>();
  const add = (names: readonly NameRecord[]): void => names.forEach((name) => found.set(name.id, name));
  add(await store.namesByForm(wanted));
  if (found.size < limit) for (const name of await store.namesByPrefix(wanted, limit)) if (!found.has(name.id)) found.set(name.id, name);
  if (found.size === 0) add(await store.namesBySlip(wanted, limit));
  return [...found.values()].slice(0, limit);
}

/** All names, most mentioned first, but those before that share a word with a name: what it may be one with. */
export async function likeNames(store: CorpusStore, name: string, limit: number): Promise<readonly NameRecord[]> {
  const found = new Map<number, NameRecord>();
  for (const word of name.split(/[\s.,]+/).filter((each) => each.length > 2).reverse()) for (const each of await store.namesByForm(word)) found.set(each.id, each);
  for (const each of await store.names({ offset: 0, limit })) if (!found.has(each.id)) found.set(each.id, each);
  return [...found.values()].slice(0, limit);
}
