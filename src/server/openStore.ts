import { deserialize } from 'node:v8';
import type { Log } from '../corpus/ports';
import { openSqliteStore } from '../corpus/store/sqlite';
import type { CorpusStore } from '../corpus/store/store';
import { hashBytes } from '../platform/hash';
import { nodeFileSystem } from '../platform/nodeFileSystem';
import { createThreadedStore } from '../platform/threadedStore';
import { boundStore } from './boundStore';
import { indexFile } from './indexFile';

export interface OpenStoreOptions {
  /** Folder for the index; without one it is kept in memory, for as long as the server runs. */
  readonly folder: string | undefined;
  /** Bundle that the writing thread runs. */
  readonly entry: string;
  /** Whether a new file is begun beside the one that is there. */
  readonly anew?: boolean;
  readonly log: Log;
  /** Told, in words for the writer, when an index has to be built again and why. */
  readonly rebuilt: (message: string) => void;
}

/**
 * Opens the index of a server: read on this thread, written on another.
 * @throws StoreError
 */
export async function openStore({ folder, entry, anew, log, rebuilt }: OpenStoreOptions): Promise<CorpusStore> {
  const path = folder === undefined ? ':memory:' : await indexFile(folder, anew);
  const store = await openSqliteStore({ path, fileSystem: nodeFileSystem, hash: hashBytes, unpack: deserialize, log, rebuilt });
  return folder === undefined ? store : boundStore(createThreadedStore(store, { entry, path }), path);
}
