import { isMainThread, workerData } from 'node:worker_threads';

/** Whether this is a thread that was started with data that bears a mark: several kinds of thread run the bundle that also is the main program. */
export function bearsMark(mark: 'attestWorker' | 'attestStore' | 'attestCheck'): boolean {
  const data: unknown = workerData;
  return !isMainThread && typeof data === 'object' && data !== null && (data as Readonly<Record<string, unknown>>)[mark] === true;
}
