import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { deserialize } from 'node:v8';
import { articleCorrections } from '../corpus/corrections/articles';
import { CorrectedStore } from '../corpus/corrections/correctedStore';
import { problemsOfFile } from '../corpus/corrections/fileProblems';
import { type CorrectionFile, CorrectionFiles } from '../corpus/corrections/files';
import { defaultExclude } from '../corpus/indexer/filter';
import { createIndexer } from '../corpus/indexer/indexer';
import type { IndexStore } from '../corpus/indexer/writer';
import { LineIndex } from '../corpus/lines';
import type { FileWatcher, Log } from '../corpus/ports';
import { openSqliteStore } from '../corpus/store/sqlite';
import type { CorpusStore, IndexedFile } from '../corpus/store/store';
import { hashBytes } from '../platform/hash';
import { nodeFileSystem } from '../platform/nodeFileSystem';
import { storagePath } from '../platform/storagePath';
import { systemClock } from '../platform/systemClock';
import { createWalkingFileSystem } from '../platform/walkingFileSystem';
import { createWorkerPool } from '../platform/workerPool';
import { oneLine } from './oneLine';

/** Warnings and errors on standard error, so that standard output stays what was asked for. */
export const terminalLog: Log = {
  error: (message) => process.stderr.write(`attest: ${oneLine(message)}\n`),
  warn: (message) => process.stderr.write(`attest: ${oneLine(message)}\n`),
  info: () => undefined,
  debug: () => undefined,
};

/** A command looks once. */
const unwatched: FileWatcher = { watch: () => Promise.resolve({ dispose: () => undefined }) };

/** Brings `store` up to date with folders, runs `work` and takes everything down again. */
async function indexed<T>(folders: readonly string[], store: IndexStore, prepare: boolean, work: (corrections: readonly CorrectionFile[]) => Promise<T>): Promise<T> {
  for (const folder of folders) {
    const stat = await nodeFileSystem.stat(folder).catch(() => undefined);
    if (stat?.kind !== 'directory') throw new Error(`${folder} is no folder. Name the folder that holds the articles.`);
  }
  const log = terminalLog, pool = createWorkerPool({ entry: __filename, log, prepare });
  const corrections = new CorrectionFiles(nodeFileSystem);
  await corrections.read(folders);
  const articles = articleCorrections(corrections.files);
  const indexer = createIndexer({ store, fileSystem: createWalkingFileSystem(), watcher: unwatched, pool, clock: systemClock, log, onProgress: () => undefined, corrections: () => articles });
  try {
    await indexer.start(folders, defaultExclude);
    if (indexer.state.phase === 'failed') throw new Error(indexer.state.message ?? 'the folder could not be indexed.');
    return await work(corrections.files);
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
  const store = await openSqliteStore({ path: keep ? await keptIndex(folders) : ':memory:', fileSystem: nodeFileSystem, hash: hashBytes, unpack: deserialize, log: terminalLog });
  try {
    const corrected = new CorrectedStore(store);
    return await indexed(folders, store, true, async (corrections) => {
      corrected.correct(corrections);
      for (const file of corrections) await tellProblems(corrected, file);
      return work(corrected);
    });
  } finally {
    await store.close();
  }
}

/** What is wrong with a file of corrections, a line each. */
async function tellProblems(store: CorrectedStore, file: CorrectionFile): Promise<void> {
  const lines = new LineIndex(file.text ?? '');
  for (const { message, severity, span } of await problemsOfFile(store, file)) if (severity !== 'information') terminalLog.warn(`${file.path}:${lines.position(span.start).line + 1}: ${message}`);
}

/** Reads and analyses a folder without an index. */
export async function readFolder(folder: string): Promise<IndexedFile[]> {
  const files = new Map<string, IndexedFile>();
  const keep: IndexStore = {
    eachStamp: () => Promise.resolve(),
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
