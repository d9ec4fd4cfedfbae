import { stat } from 'node:fs/promises';
import { deserialize } from 'node:v8';
import type { Log } from '../corpus/ports';
import { openSqliteStore } from '../corpus/store/sqlite';
import type { CorpusStore } from '../corpus/store/store';
import { hashBytes } from '../platform/hash';
import { createSwiftFileSystem } from '../platform/nodeFileSystem';
import { checkFile } from '../platform/checkThread';
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

/** Bytes of an index beyond which it is not looked through: that would take the disk from the writer for long. */
const LARGEST_CHECKED = 1 << 30;

/** Whether the index in a folder is in order, every page of it. One that is not there, is kept in memory or is very large counts as in order. */
export async function soundIndex(folder: string | undefined, entry: string): Promise<boolean> {
  if (folder === undefined) return true;
  const path = await indexFile(folder), size = await stat(path).then((file) => file.size, () => 0);
  return size === 0 || size > LARGEST_CHECKED || checkFile(entry, path);
}

/**
 * Opens the index of a server: read on this thread, written on another.
 * @throws StoreError
 */
export async function openStore({ folder, entry, anew, log, rebuilt }: OpenStoreOptions): Promise<CorpusStore> {
  const path = folder === undefined ? ':memory:' : await indexFile(folder, anew);
  const store = await openSqliteStore({ path, fileSystem: createSwiftFileSystem(), hash: hashBytes, unpack: deserialize, log, rebuilt });
  return folder === undefined ? store : boundStore(createThreadedStore(store, { entry, path }), path);
}
