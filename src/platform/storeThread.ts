import { deserialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { openSqliteStore, toStoreError, type EmbeddedStore } from '../corpus/store/sqlite';
import type { FileStamp, IndexedFile, PreparedFile, StoreErrorCode } from '../corpus/store/store';
import { hashBytes } from './hash';
import { blockingFileSystem } from './nodeFileSystem';
import { bearsMark } from './threadMark';

/** What is written by the thread; the arguments are those of the store's methods. */
export type WriteCall =
  | { readonly call: 'replace'; readonly files: readonly (IndexedFile | PreparedFile)[] }
  | { readonly call: 'remove'; readonly paths: readonly string[] }
  | { readonly call: 'restamp'; readonly path: string; readonly stamp: FileStamp }
  | { readonly call: 'clear' }
  /** Tidies up for so many milliseconds at most; the answer says whether there is more to do. */
  | { readonly call: 'tidy'; readonly time: number }
  | { readonly call: 'close' };

export interface WriteRequest {
  readonly id: number;
  readonly what: WriteCall;
}

/** The answer: done (and for `tidy`, whether there is more), or why not. */
export interface WriteAnswer {
  readonly id: number;
  readonly more?: boolean;
  readonly error?: { readonly code: StoreErrorCode; readonly message: string };
}

/** What the thread is started with. */
export interface StoreThreadData {
  readonly attestStore: true;
  readonly path: string;
}

/** True in a thread that a threaded store has started from the bundle that also is the main program. */
export const isStoreThread = (): boolean => bearsMark('attestStore');

/** Writes what it is told, one request after the other, until it is told to close. */
export function runStoreThread(): void {
  const port = parentPort;
  if (!port) return;
  const { path } = workerData as StoreThreadData;
  let store: EmbeddedStore | undefined;
  const silent = (): void => undefined;
  const opened = async (): Promise<EmbeddedStore> => store ??= await openSqliteStore({
    path, fileSystem: blockingFileSystem, hash: hashBytes, log: { error: silent, warn: silent, info: silent, debug: silent }, alone: true, unpack: deserialize,
  });

  async function carryOut(what: WriteCall): Promise<boolean> {
    if (what.call === 'close') {
      await store?.close();
      store = undefined;
      return false;
    }
    const target = await opened();
    if (what.call === 'replace') await target.replace(what.files);
    else if (what.call === 'remove') await target.remove(what.paths);
    else if (what.call === 'restamp') await target.restamp(what.path, what.stamp);
    else if (what.call === 'clear') await target.clear();
    else return target.tidy(what.time);
    return false;
  }

  let turn: Promise<void> = Promise.resolve();
  port.on('message', ({ id, what }: WriteRequest) => {
    turn = turn.then(async () => {
      try {
        port.postMessage({ id, more: await carryOut(what) } satisfies WriteAnswer);
      } catch (error) {
        const { code, message } = toStoreError(error);
        port.postMessage({ id, error: { code, message } } satisfies WriteAnswer);
      }
    });
  });
}
