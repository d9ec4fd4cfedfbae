import { serialize } from 'node:v8';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { ArticleFields } from '../corpus/corrections/model';
import { readCorpusFile } from '../corpus/indexer/readCorpusFile';
import type { SameBytes } from '../corpus/ports';
import { prepareFile } from '../corpus/store/sqlite';
import type { IndexedFile, PreparedFile } from '../corpus/store/store';
import { hashBytes } from './hash';
import { blockingFileSystem } from './nodeFileSystem';

/** What a pool sends to a worker. */
export interface WorkerRequest {
  readonly id: number;
  readonly path: string;
  readonly indexedHash?: string;
  readonly fields?: ArticleFields;
  /** Whether the file is made ready for the store, too. */
  readonly prepare: boolean;
}

/** What a worker sends back: once that it listens, then an answer per request, in order. */
export type WorkerMessage = { readonly ready: true } | { readonly id: number; readonly result: IndexedFile | PreparedFile | SameBytes };

/** True in a thread that a pool has started from the bundle that also is the main program. */
export function isAnalysisWorker(): boolean {
  const data: unknown = workerData;
  return !isMainThread && typeof data === 'object' && data !== null && 'attestWorker' in data && data.attestWorker === true;
}

/** Answers requests until the pool ends the thread. One file at a time, so that the oldest open request is the one being worked on. */
export function runWorker(): void {
  const port = parentPort;
  if (!port) return;
  const send = (message: WorkerMessage): void => port.postMessage(message);
  let turn: Promise<void> = Promise.resolve();
  port.on('message', ({ id, path, indexedHash, fields, prepare }: WorkerRequest) => {
    turn = turn.then(async () => {
      const result = await readCorpusFile(path, indexedHash, { fileSystem: blockingFileSystem, hash: hashBytes }, fields);
      if (!prepare || !('articles' in result)) { send({ id, result }); return; }
      // As bytes, so that the main thread, which only hands it on, need not take it apart.
      const file = prepareFile(result), bytes = serialize(file.prepared), prepared = new Uint8Array(bytes.length);
      prepared.set(bytes);
      port.postMessage({ id, result: { ...file, prepared } } satisfies WorkerMessage, [prepared.buffer]);
    });
  });
  send({ ready: true });
}
