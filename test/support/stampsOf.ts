import type { CorpusStore, FileStamp } from '../../src/corpus/store/store';

/** All stamps of a store, by path. */
export async function stampsOf(store: Pick<CorpusStore, 'eachStamp'>): Promise<Map<string, FileStamp>> {
  const stamps = new Map<string, FileStamp>();
  await store.eachStamp((path, stamp) => stamps.set(path, stamp));
  return stamps;
}
