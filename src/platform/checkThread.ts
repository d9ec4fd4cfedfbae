import { parentPort, Worker, workerData } from 'node:worker_threads';
import { isSound } from '../corpus/store/sqlite';
import { bearsMark } from './threadMark';

interface CheckThreadData {
  readonly attestCheck: true;
  readonly path: string;
}

/** True in a thread that {@link checkFile} has started from the bundle that also is the main program. */
export const isCheckThread = (): boolean => bearsMark('attestCheck');

/** Looks through the file it was started for, and says what it found. */
export function runCheckThread(): void {
  parentPort?.postMessage(isSound((workerData as CheckThreadData).path));
}

/**
 * Whether the file of an index is in order, looked at on a thread of its own that keeps nobody from ending.
 * @param entry file that the thread runs; it calls `runCheckThread()` when `isCheckThread()`
 */
export function checkFile(entry: string, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: { attestCheck: true, path } satisfies CheckThreadData });
    worker.unref();
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The thread that looks through the index ended.')));
  });
}
