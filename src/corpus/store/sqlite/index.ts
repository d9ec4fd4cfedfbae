import { toStoreError } from './errors';
import { SqliteStore, type SqliteStoreOptions } from './sqliteStore';
import type { CorpusStore } from '../store';

export { prepareFile } from './prepare';
export type { SqliteStoreOptions } from './sqliteStore';

/**
 * Opens the embedded store: one SQLite file (or `:memory:`), made if need be. A file that is damaged or of another
 * version is emptied, which `options.rebuilt` is told; the articles then have to be indexed again.
 * @throws StoreError
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<CorpusStore> {
  try {
    return await Promise.resolve(new SqliteStore(options));
  } catch (error) {
    throw toStoreError(error);
  }
}
