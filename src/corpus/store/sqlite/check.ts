import { Database } from './database';
import { sqliteModule } from './engine';
import { toStoreError } from './errors';

/**
 * Whether SQLite finds the file of an index in order, every page of it. Reads all of it, a second for some hundred megabytes: for a thread of its own.
 * A file that cannot be looked at for another reason counts as in order.
 */
export function isSound(path: string): boolean {
  const { DatabaseSync } = sqliteModule();
  try {
    const database = new Database(new DatabaseSync(path, { readOnly: true, timeout: 1_000 }));
    try {
      return database.get('PRAGMA quick_check(1)')?.['quick_check'] === 'ok';
    } finally {
      database.close();
    }
  } catch (error) {
    return toStoreError(error).code !== 'corrupt';
  }
}
