import { Worker } from 'node:worker_threads';
import type { EmbeddedStore } from '../corpus/store/sqlite';
import { type CorpusStore, StoreError } from '../corpus/store/store';
import type { StoreThreadData, WriteAnswer, WriteCall, WriteRequest } from './storeThread';

export interface ThreadedStoreOptions {
  /** File that the thread runs; it calls `runStoreThread()` when `isStoreThread()`. */
  readonly entry: string;
  /** File of the index. */
  readonly path: string;
  /** Milliseconds without writing after which the index is tidied up, and milliseconds after that until the thread ends. */
  readonly restAfter?: number;
  readonly endAfter?: number;
  /** Further options of the thread's Node, for tests that run from sources. */
  readonly execArgv?: readonly string[];
}

/** Longest that tidying up keeps a write waiting, in milliseconds. */
const TIDY = 150;

interface Waiting {
  readonly resolve: (more: boolean) => void;
  readonly reject: (error: StoreError) => void;
}

/**
 * A store that reads on this thread and writes on another one, so that no question waits for a transaction. The thread is started by the first
 * write and ends when nothing has been written for a while; before that it tidies the index up.
 */
export function createThreadedStore(inner: EmbeddedStore, options: ThreadedStoreOptions): CorpusStore {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined, lastId = 0, closed = false;
  let timer: NodeJS.Timeout | undefined;

  function start(): Worker {
    const data: StoreThreadData = { attestStore: true, path: options.path };
    const started = new Worker(options.entry, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 12 }, ...(options.execArgv ? { execArgv: [...options.execArgv] } : {}) });
    let reason = 'it ended';
    started.on('message', ({ id, more, error }: WriteAnswer) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (error) one?.reject(new StoreError(error.code, error.message));
      else one?.resolve(more ?? false);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error) => { reason = error.message; });
    started.on('exit', () => {
      if (worker === started) worker = undefined;
      for (const [id, one] of [...waiting]) {
        waiting.delete(id);
        one.reject(new StoreError('failed', `The thread that writes the index failed: ${reason}`));
      }
    });
    return started;
  }

  function ask(what: WriteCall): Promise<boolean> {
    return tell(worker ??= start(), what);
  }

  function tell(target: Worker, what: WriteCall): Promise<boolean> {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      target.ref();
      target.postMessage({ id, what } satisfies WriteRequest);
    });
  }

  async function write(what: WriteCall): Promise<void> {
    if (closed) throw new StoreError('closed', 'The index has been closed.');
    clearTimeout(timer);
    try {
      await ask(what);
    } finally {
      inner.noticed();
      rest(options.restAfter ?? 2_000, tidy);
    }
  }

  function rest(after: number, then: () => Promise<void>): void {
    clearTimeout(timer);
    if (closed || waiting.size > 0) return;
    timer = setTimeout(() => void then().catch(() => undefined), after);
    timer.unref();
  }

  /** A little at a time, so that a write that comes meanwhile is not kept waiting. */
  async function tidy(): Promise<void> {
    while (!closed && await ask({ call: 'tidy', time: TIDY })) if (waiting.size > 0) return;
    rest(options.endAfter ?? 15_000, end);
  }

  async function end(): Promise<void> {
    const ending = worker;
    worker = undefined;
    if (!ending) return;
    await tell(ending, { call: 'close' }).catch(() => undefined);
    await ending.terminate();
  }

  const writing: Partial<CorpusStore> = {
    // Their bytes are copied, not handed over: a batch that cannot be written is tried again file by file.
    replace: (files) => write({ call: 'replace', files }),
    remove: (paths) => write({ call: 'remove', paths }),
    restamp: (path, stamp) => write({ call: 'restamp', path, stamp }),
    async clear() {
      try {
        await write({ call: 'clear' });
      } catch (error) {
        if (!(error instanceof StoreError) || error.code !== 'corrupt') throw error;
        // The file has to be made anew: nobody else may have it open.
        await end();
        await inner.clear();
      }
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await end();
      await inner.close();
    },
  };
  return new Proxy<CorpusStore>(inner, {
    get(target, property) {
      const value: unknown = Reflect.get(property in writing ? writing : target, property);
      return typeof value === 'function' && !(property in writing) ? (value.bind(target) as unknown) : value;
    },
  });
}
