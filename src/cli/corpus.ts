import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { defaultExclude } from '../corpus/indexer/filter';
import { createIndexer } from '../corpus/indexer/indexer';
import type { IndexStore } from '../corpus/indexer/writer';
import type { FileWatcher, Log } from '../corpus/ports';
import { openSqliteStore } from '../corpus/store/sqlite';
import type { CorpusStore, IndexedFile } from '../corpus/store/store';
import { hashBytes } from '../platform/hash';
import { nodeFileSystem } from '../platform/nodeFileSystem';
import { storagePath } from '../platform/storagePath';
import { systemClock } from '../platform/systemClock';
import { createWorkerPool } from '../platform/workerPool';

/** Warnings and errors on standard error, so that standard output stays what was asked for. */
export const terminalLog: Log = {
  error: (message) => process.stderr.write(`attest: ${message}\n`),
  warn: (message) => process.stderr.write(`attest: ${message}\n`),
  info: () => undefined,
  debug: () => undefined,
};

/** A command looks once. */
const unwatched: FileWatcher = { watch: () => Promise.resolve({ dispose: () => undefined }) };

/** Brings `store` up to date with folders, runs `work` and takes everything down again. */
async function indexed<T>(folders: readonly string[], store: IndexStore, prepare: boolean, work: () => Promise<T>): Promise<T> {
  for (const folder of folders) {
    const stat = await nodeFileSystem.stat(folder).catch(() => undefined);
    if (stat?.kind !== 'directory') throw new Error(`${folder} is no folder. Name the folder that holds the articles.`);
  }
  const log = terminalLog, pool = createWorkerPool({ entry: __filename, log, prepare });
  const indexer = createIndexer({ store, fileSystem: nodeFileSystem, watcher: unwatched, pool, clock: systemClock, log, onProgress: () => undefined });
  try {
    await indexer.start(folders, defaultExclude);
    if (indexer.state.phase === 'failed') throw new Error(indexer.state.message ?? 'the folder could not be indexed.');
    return await work();
  } finally {
    await Promise.all([indexer.dispose(), pool.dispose()]);
  }
}

export interface CorpusOptions {
  /** Keeps the index in the user's cache directory, so that the next run reads only what has changed. Without it the index is in memory. */
  readonly keep?: boolean;
}

/** Indexes folders and runs `work` over them. */
export async function withCorpus<T>(folder: string | readonly string[], work: (store: CorpusStore) => Promise<T>, { keep = false }: CorpusOptions = {}): Promise<T> {
  const folders = typeof folder === 'string' ? [folder] : folder;
  const store = await openSqliteStore({ path: keep ? await keptIndex(folders) : ':memory:', fileSystem: nodeFileSystem, hash: hashBytes, log: terminalLog });
  try {
    return await indexed(folders, store, true, () => work(store));
  } finally {
    await store.close();
  }
}

/** Reads and analyses a folder without an index. */
export async function readFolder(folder: string): Promise<IndexedFile[]> {
  const files = new Map<string, IndexedFile>();
  const keep: IndexStore = {
    stamps: () => Promise.resolve(new Map()),
    restamp: () => Promise.resolve(),
    replace: (added) => { for (const file of added) if ('articles' in file) files.set(file.path, file); return Promise.resolve(); },
    remove: (paths) => { for (const path of paths) files.delete(path); return Promise.resolve(); },
  };
  return indexed([folder], keep, false, () => Promise.resolve([...files.values()]));
}

/** File of the index of these folders; in memory when no directory can be made for it. */
async function keptIndex(folders: readonly string[]): Promise<string> {
  const directory = storagePath(folders, { platform: process.platform, home: os.homedir(), env: process.env });
  return mkdir(directory, { recursive: true }).then(() => path.join(directory, 'index.sqlite'), () => ':memory:');
}
