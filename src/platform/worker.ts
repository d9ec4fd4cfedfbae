import { statSync } from 'node:fs';
import { setImmediate as pause } from 'node:timers/promises';
import { serialize } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import type { ArticleFields } from '../corpus/corrections/model';
import { readCorpusFiles } from '../corpus/indexer/readCorpusFile';
import type { SameBytes } from '../corpus/ports';
import { prepareFile } from '../corpus/store/sqlite';
import type { IndexedFile, PreparedFile } from '../corpus/store/store';
import { standBehindOthers } from './behindOthers';
import { hashBytes } from './hash';
import { blockingFileSystem } from './nodeFileSystem';
import { bearsMark } from './threadMark';

/** What a pool sends to a worker. */
export interface WorkerRequest {
  readonly path: string;
  readonly indexedHash?: string;
  readonly fields?: ArticleFields;
  /** Whether the file is made ready for the store, too. */
  readonly prepare: boolean;
  /** Whether it is analysed by itself: after it was among those that a thread ended with. */
  readonly alone: boolean;
}

/** What a worker sends back: once that it listens, then answers to its requests, in order, one or more at a time. */
export type WorkerMessage = { readonly ready: true } | { readonly results: readonly (IndexedFile | PreparedFile | SameBytes)[] };

/** Files that are analysed at once, and bytes after which no further one is taken to them. */
const TOGETHER = 16, ENOUGH = 65_536;

/** True in a thread that a pool has started from the bundle that also is the main program. */
export const isAnalysisWorker = (): boolean => bearsMark('attestWorker');

/** Answers requests until the pool ends the thread, those that wait several at a time. */
export function runWorker(): void {
  const port = parentPort;
  if (!port) return;
  // Whoever asks for something while articles are read goes first.
  standBehindOthers();
  const send = (message: WorkerMessage, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
  const waiting: WorkerRequest[] = [];
  let working = false;

  async function work(): Promise<void> {
    working = true;
    // What has been sent together is here by the next turn.
    for (await pause(); waiting.length > 0; await pause()) await answer(waiting.splice(0, together(waiting)));
    working = false;
  }

  async function answer(requests: readonly WorkerRequest[]): Promise<void> {
    const transfer: ArrayBuffer[] = [], files = await readCorpusFiles(requests, { fileSystem: blockingFileSystem, hash: hashBytes });
    const results = files.map((file, i) => {
      if (!requests[i]!.prepare || !('articles' in file)) return file;
      // As bytes, so that the main thread, which only hands it on, need not take it apart.
      const ready = prepareFile(file), bytes = serialize(ready.prepared), prepared = new Uint8Array(bytes.length);
      prepared.set(bytes);
      transfer.push(prepared.buffer);
      return { ...ready, prepared };
    });
    send({ results }, transfer);
  }

  port.on('message', (request: WorkerRequest) => {
    waiting.push(request);
    if (!working) void work();
  });
  send({ ready: true });
}

/** How many of the requests that wait are worked on at once. */
function together(waiting: readonly WorkerRequest[]): number {
  let count = 0, bytes = 0;
  while (count < Math.min(TOGETHER, waiting.length) && bytes < ENOUGH && !(count > 0 && waiting[count]!.alone)) {
    bytes += sizeOf(waiting[count]!.path);
    if (waiting[count++]!.alone) break;
  }
  return count;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
