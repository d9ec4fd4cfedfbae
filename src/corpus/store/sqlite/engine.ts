// eslint-disable-next-line no-restricted-imports -- types of the engine this folder is about
import type * as Sqlite from 'node:sqlite';
import { StoreError } from '../store';

type SqliteModule = typeof Sqlite;

const NEEDED = 'Attest needs Node 22.16 or later with SQLite, which Visual Studio Code carries from version 1.104 on.';

let probed: SqliteModule | StoreError | undefined;

/**
 * Node's own SQLite, loaded only when it is asked for and tried once.
 * @throws StoreError `no-engine` when this Node has none that works
 */
export function sqliteModule(): SqliteModule {
  probed ??= probe(() => process.getBuiltinModule?.('node:sqlite'));
  if (probed instanceof StoreError) throw probed;
  return probed;
}

/**
 * Loads SQLite and tries what the store asks of it.
 * @param load gives the module, or undefined where Node has none
 */
export function probe(load: () => SqliteModule | undefined): SqliteModule | StoreError {
  let found: SqliteModule | undefined;
  try {
    found = load();
  } catch (error) {
    return new StoreError('no-engine', `This Node (${process.version}) could not load its SQLite. ${NEEDED}`, { cause: error });
  }
  if (!found) return new StoreError('no-engine', `This Node (${process.version}) has no SQLite. ${NEEDED}`);
  let database: Sqlite.DatabaseSync | undefined;
  try {
    database = new found.DatabaseSync(':memory:');
    database.exec("CREATE TABLE probe AS SELECT value FROM json_each('[1]')");
  } catch (error) {
    return new StoreError('no-engine', `The SQLite of this Node (${process.version}) does not work: ${error instanceof Error ? error.message : String(error)} ${NEEDED}`, { cause: error });
  } finally {
    database?.close();
  }
  return found;
}
