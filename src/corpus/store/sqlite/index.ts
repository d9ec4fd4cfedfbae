import { toStoreError } from './errors';
import { SqliteStore, type SqliteStoreOptions } from './sqliteStore';
import type { CorpusStore } from '../store';

/** The embedded store, with what only a store in a file has to do. */
export interface EmbeddedStore extends CorpusStore {
  /** Another connection has written: listeners are told now instead of at the next look. */
  noticed(): void;
  /**
   * Puts the words of the index in order, a step at a time, so that questions find their answers in fewer places.
   * @param time milliseconds after which no further step begins
   * @returns whether there is more to do
   */
  tidy(time: number): Promise<boolean>;
}

export { isSound } from './check';
export { toStoreError } from './errors';
export { prepareFile } from './prepare';
export type { SqliteStoreOptions } from './sqliteStore';

/**
 * Opens the embedded store: one SQLite file (or `:memory:`), made if need be. A file that is damaged or of another
 * version is emptied, which `options.rebuilt` is told; the articles then have to be indexed again.
 * @throws StoreError
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<EmbeddedStore> {
  try {
    return await Promise.resolve(new SqliteStore(options));
  } catch (error) {
    throw toStoreError(error);
  }
}
