import type { Log } from '../../ports';
import { StoreError } from '../store';
import { Database, int, type QueryListener } from './database';
import { sqliteModule } from './engine';
import { toStoreError } from './errors';
import { deleteDatabase, journalFor, makeFolderOf, type Journal } from './files';
import { SCHEMA_VERSION, TABLE_NAMES, TABLES } from './schema';

export interface ConnectOptions {
  /** Absolute path of the database file, or `:memory:`. */
  readonly path: string;
  readonly log: Log;
  /** Told, in words for the writer, when an index has to be built again and why. */
  readonly rebuilt?: (message: string) => void;
  /** Kept transactions: by default what is safe on the file system the file stands on. */
  readonly journal?: Journal;
  /** Largest size of the database in bytes; beyond it writing fails with `disk-full`. No limit by default. */
  readonly maxBytes?: number;
  /** True where nobody reads on the same thread: transactions then do not let go of it, and have more room for the pages they touch. */
  readonly alone?: boolean;
  /** Told of each statement. */
  readonly onQuery?: QueryListener;
}

/**
 * Pages (of 4 KB) in the write-ahead log from which on they are moved into the database. While a large corpus is taken in, each batch writes many pages
 * of the batch before anew: those are moved once.
 */
const LONG_LOG = 16_000;

/** A database with one connection to write and one to read; they are the same for `:memory:`. */
export interface Connections {
  readonly reader: Database;
  readonly writer: Database;
  /** Opens one more to read, for whoever asks to close; undefined for `:memory:`. */
  readonly another: (() => Database) | undefined;
  close(): void;
}

/** How long, in milliseconds, a statement waits inside SQLite: short, since it holds the thread. Longer waits are the caller's. */
const BUSY_TIMEOUT = 50;

/**
 * Opens a database with the tables of this version. One that is damaged or of another version is emptied first, which
 * `rebuilt` is told.
 * @throws StoreError
 */
export function connect(options: ConnectOptions): Connections {
  sqliteModule();
  try {
    if (options.path !== ':memory:') makeFolderOf(options.path);
    return connectOnce(options);
  } catch (error) {
    const known = toStoreError(error);
    if (known.code !== 'corrupt' || options.path === ':memory:') throw known;
    options.log.warn(`index ${options.path} is damaged: ${known.message}`);
    return reconnect(options, 'The index was damaged. It is being built again from the articles; nothing you wrote is touched.');
  }
}

/** Deletes the database and opens an empty one in its place. */
export function reconnect(options: ConnectOptions, message: string): Connections {
  try {
    if (options.path !== ':memory:') deleteDatabase(options.path);
    const connections = connectOnce(options);
    options.rebuilt?.(message);
    return connections;
  } catch (error) {
    throw toStoreError(error);
  }
}

function connectOnce(options: ConnectOptions): Connections {
  const { path } = options;
  const writer = openWriter(options);
  try {
    prepareTables(writer, options);
    if (path === ':memory:') return { reader: writer, writer, another: undefined, close: () => writer.close() };
    const reader = openReader(options, 16_000);
    return {
      reader,
      writer,
      another: () => openReader(options, 2_000),
      close() {
        reader.close();
        writer.close();
      },
    };
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** @param kilobytes of pages that the connection keeps */
function openReader({ path, onQuery }: ConnectOptions, kilobytes: number): Database {
  const { DatabaseSync } = sqliteModule(), reader = new Database(new DatabaseSync(path, { timeout: 1_000 }), onQuery);
  reader.exec(`PRAGMA query_only = 1; PRAGMA cache_size = -${kilobytes}`);
  return reader;
}

function openWriter(options: ConnectOptions): Database {
  const { DatabaseSync } = sqliteModule();
  const database = new Database(new DatabaseSync(options.path, { timeout: BUSY_TIMEOUT }), options.onQuery);
  try {
    const journal = options.path === ':memory:' ? 'memory' : (options.journal ?? journalFor(options.path));
    if (journal === 'wal') database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = ${options.alone ? LONG_LOG : 1_000}`);
    // Without a write-ahead log a half-written page in the file would shut readers out until the commit.
    else if (journal === 'rollback') database.exec('PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = NORMAL; PRAGMA cache_spill = 0');
    database.exec(`PRAGMA cache_size = -${options.alone ? 64_000 : 16_000}; PRAGMA temp_store = MEMORY`);
    if (options.maxBytes !== undefined) {
      const pageSize = int(database.get('PRAGMA page_size')?.['page_size']);
      database.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(options.maxBytes / pageSize))}`);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepareTables(database: Database, options: ConnectOptions): void {
  const version = versionOf(database);
  if (version === SCHEMA_VERSION) {
    // Reading one row of each kind of table finds a file that is damaged from the beginning.
    database.get('SELECT count(*) AS n FROM (SELECT 1 FROM article LIMIT 1)');
    const tables = new Set(database.all('SELECT name FROM sqlite_schema').map((row) => row['name']));
    const complete = TABLE_NAMES.every((name) => tables.has(name)) && database.get("SELECT key FROM meta WHERE key = 'generation'");
    if (!complete) throw new StoreError('corrupt', 'A table of the index is missing.');
    return;
  }
  if (!database.begin()) throw new StoreError('locked', 'The index is in use by another program.');
  try {
    // Another window may have done it while this one waited.
    const current = versionOf(database);
    if (current !== SCHEMA_VERSION) createTables(database);
    database.exec('COMMIT');
    if (current !== SCHEMA_VERSION && current !== 0) {
      options.rebuilt?.('The index was made by another version of Attest. It is being built again from the articles.');
    }
  } catch (error) {
    database.rollback();
    throw error;
  }
}

/** Drops all tables and makes them anew, within the transaction that is open. */
export function createTables(database: Database): void {
  const present = database.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%'").map((row) => String(row['name']));
  const drop = (table: string): void => database.exec(`DROP TABLE IF EXISTS "${table.replaceAll('"', '""')}"`);
  present.forEach(drop);
  // Those of other versions, too.
  database.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'").forEach((row) => drop(String(row['name'])));
  database.exec(TABLES);
  database.run("INSERT INTO meta (key, value) VALUES ('generation', abs(random() % 9007199254740991))");
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
}

function versionOf(database: Database): number {
  return int(database.get('PRAGMA user_version')?.['user_version']);
}
