import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { failedFile } from '../corpus/indexer/readCorpusFile';
import type { AnalysisPool, FileStat, Log, SameBytes } from '../corpus/ports';
import type { FileStamp, IndexedFile, PreparedFile } from '../corpus/store/store';
import { nodeFileSystem } from './nodeFileSystem';
import type { WorkerMessage, WorkerRequest } from './worker';

export interface WorkerPoolOptions {
  /** File that the threads run; it calls `runWorker()` when `isAnalysisWorker()`. */
  readonly entry: string;
  readonly log: Log;
  /** Threads, asked again before each file; half as many as there are cores unless told ({@link threadsFor}). */
  readonly threads?: number | (() => number);
  /** Whether files are made ready for the store in the threads as well, and come packed; a store takes them that was given `unpack`. */
  readonly prepare?: boolean;
  /** Milliseconds a file may take. */
  readonly fileLimit?: number;
  /** Milliseconds without work after which the threads end, to give memory back. */
  readonly idleLimit?: number;
  /** Further options of the threads' Node, for tests that run from sources. */
  readonly execArgv?: readonly string[];
}

interface Job {
  request: WorkerRequest;
  readonly resolve: (result: IndexedFile | PreparedFile | SameBytes) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Sent and unanswered, oldest first. */
  readonly jobs: Job[];
  timer?: NodeJS.Timeout;
  ready: boolean;
  /** Why the pool ended it: says what is told of the file it was at. */
  ended?: string;
}

/** How much of the machine indexing may take: `polite` leaves half of it to whoever works on it, `full` takes all of it. */
export type IndexSpeed = 'polite' | 'full';

/** Threads for a speed. Each holds a model of some 100 MB, so there are never more than eight. */
export function threadsFor(speed: IndexSpeed, cores = availableParallelism()): number {
  return Math.max(1, speed === 'full' ? Math.min(8, cores) : Math.min(4, Math.floor(cores / 2)));
}

/** Files handed to one thread ahead: it analyses several at once, and has work while the main thread is at something else. */
const depth = 32;
/** Threads that die before they listen: after so many, the entry is broken. */
const falseStarts = 3;

/** Analyses files in worker threads. A file that crashes its thread or takes too long gets a problem; the others go on in a fresh one. */
export function createWorkerPool(options: WorkerPoolOptions): AnalysisPool {
  const count = (): number => (typeof options.threads === 'function' ? options.threads() : options.threads ?? threadsFor('polite'));
  const fileLimit = options.fileLimit ?? 60_000, idleLimit = options.idleLimit ?? 30_000;
  const threads = new Set<Thread>(), waiting: Job[] = [];
  let failures = 0, disposed = false;
  let idleTimer: NodeJS.Timeout | undefined;

  function dispatch(): void {
    while (waiting.length) {
      const most = waiting[0]!.request.alone ? 1 : depth;
      let thread = [...threads].filter((one, i) => i < count() && one.jobs.length < most && !one.jobs[0]?.request.alone && one.ended === undefined).sort((a, b) => a.jobs.length - b.jobs.length)[0];
      if ((!thread || thread.jobs.length) && threads.size < count()) thread = start();
      if (!thread) return;
      const job = waiting.shift()!;
      thread.jobs.push(job);
      thread.worker.ref();
      thread.worker.postMessage(job.request);
      if (thread.jobs.length === 1) watch(thread);
    }
  }

  function start(): Thread {
    const worker = new Worker(options.entry, {
      workerData: { attestWorker: true },
      // Sixteen articles are read together: a nursery of a quarter of this spares thirty megabytes a thread, and costs a fifth of the time.
      resourceLimits: { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 48 },
      ...(options.execArgv ? { execArgv: [...options.execArgv] } : {}),
    });
    const thread: Thread = { worker, jobs: [], ready: false };
    threads.add(thread);
    options.log.debug('An analysis thread has started.');
    worker.on('message', (message: WorkerMessage) => receive(thread, message));
    worker.on('error', (error) => { thread.ended ??= `could not be analysed (${error.message.slice(0, 200)})`; });
    worker.on('exit', () => void exited(thread));
    return thread;
  }

  function receive(thread: Thread, message: WorkerMessage): void {
    if ('ready' in message) {
      thread.ready = true;
      failures = 0;
      watch(thread);
      return;
    }
    for (const result of message.results) thread.jobs.shift()?.resolve(result);
    watch(thread);
    if (!thread.jobs.length) thread.worker.unref();
    dispatch();
    rest();
  }

  /** Times the oldest open request of a thread, and what is worked on with it. */
  function watch(thread: Thread): void {
    clearTimeout(thread.timer);
    if (!thread.jobs.length || !thread.ready) return;
    thread.timer = setTimeout(() => {
      thread.ended = `took longer than ${Math.round(fileLimit / 1000)} s to analyse and was left out`;
      void thread.worker.terminate();
    }, fileLimit);
  }

  async function exited(thread: Thread): Promise<void> {
    clearTimeout(thread.timer);
    threads.delete(thread);
    options.log.debug('An analysis thread has ended.');
    const left = thread.jobs.splice(0), [first] = left;
    if (disposed) {
      for (const job of left) job.reject(new Error('The pool is closed.'));
      return;
    }
    // Of several that were worked on together, each is tried by itself, so that only the one that is to blame is left out.
    if (first && thread.ready && !first.request.alone) {
      for (const job of left) job.request = { ...job.request, alone: true };
      waiting.unshift(...left);
      dispatch();
      return;
    }
    const [culprit, ...innocent] = left;
    waiting.unshift(...innocent);
    if (!thread.ready && ++failures >= falseStarts) {
      const error = new Error(`Analysis threads do not start: ${thread.ended ?? 'unknown reason'}`);
      options.log.error(error.message);
      failures = 0;
      for (const job of [...(culprit ? [culprit] : []), ...waiting.splice(0)]) job.reject(error);
    } else if (culprit && !thread.ready) {
      waiting.unshift(culprit);
    } else if (culprit) {
      const { path } = culprit.request;
      options.log.warn(`${path} ${thread.ended ?? 'could not be analysed (its thread ended)'}.`);
      culprit.resolve(failedFile(path, await stampOf(path), 'unreadable', `${thread.ended ?? 'could not be analysed'}. Exclude it if this goes on`));
    }
    dispatch();
  }

  /** Ends the threads when there is no work for a while. */
  function rest(): void {
    clearTimeout(idleTimer);
    if (waiting.length || [...threads].some((thread) => thread.jobs.length)) return;
    idleTimer = setTimeout(() => {
      for (const thread of threads) void thread.worker.terminate();
    }, idleLimit);
    idleTimer.unref();
  }

  return {
    get width() { return count() * depth; },
    analyse(path, indexedHash, fields) {
      if (disposed) return Promise.reject(new Error('The pool is closed.'));
      clearTimeout(idleTimer);
      return new Promise((resolve, reject) => {
        waiting.push({ request: { path, prepare: options.prepare ?? false, alone: false, ...(indexedHash === undefined ? {} : { indexedHash }), ...(fields ? { fields } : {}) }, resolve, reject });
        dispatch();
      });
    },
    async dispose() {
      disposed = true;
      clearTimeout(idleTimer);
      for (const job of waiting.splice(0)) job.reject(new Error('The pool is closed.'));
      await Promise.all([...threads].map((thread) => thread.worker.terminate()));
    },
  };
}

/** The stamp of a file that was not analysed to its end: marked, so that it is tried again when it changes and not before. */
async function stampOf(path: string): Promise<FileStamp> {
  const stat: FileStat = await nodeFileSystem.stat(path).catch(() => ({ kind: 'other' as const, size: 0, mtimeMs: 0 }));
  return { size: stat.size, mtimeMs: stat.mtimeMs, hash: 'unanalysed' };
}
