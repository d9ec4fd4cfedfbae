import type { Clock, Log } from '../ports';
import { type CorpusStore, type FileStamp, type IndexedFile, type PreparedFile, StoreError } from '../store/store';

/** What of a store indexing needs. */
export type IndexStore = Pick<CorpusStore, 'eachStamp' | 'replace' | 'remove' | 'restamp'>;

/** Collects results and writes them to the store, one batch at a time. */
export interface Writer {
  replace(file: IndexedFile | PreparedFile): void;
  restamp(path: string, stamp: FileStamp): void;
  remove(paths: readonly string[]): void;
  /** Writes what is collected, now. Never rejects: failures go to `failed`. */
  flush(): Promise<void>;
  /** Roughly the bytes that wait to be written or are being written. */
  readonly waiting: number;
}

export interface WriterOptions {
  readonly store: IndexStore;
  readonly log: Log;
  /** A batch is written when it holds this many bytes of text, or a sixteenth of them, and the last one is a while ago and has been written. */
  readonly batchBytes: number;
  readonly clock: Clock;
  /** Called with how many files a batch settled. */
  readonly written: (files: number) => void;
  /** The store does not work any more; what was collected since is dropped. */
  readonly failed: (error: unknown) => void;
}

/** Milliseconds after which a smaller batch is written, so that what has been read can be asked for. */
const WHILE = 2_000;

/** Errors that concern the store as a whole; any other may be the fault of one file. */
const fatal = new Set(['no-engine', 'corrupt', 'locked', 'disk-full', 'read-only', 'closed']);

/** The one writer of an index. The last word on a path wins within a batch, and batches go in order. */
export function createWriter(options: WriterOptions): Writer {
  const { store, log } = options;
  let files = new Map<string, IndexedFile | PreparedFile>(), stamps = new Map<string, FileStamp>(), gone = new Set<string>();
  let collected = 0, writing = 0, flushed = 0;
  let chain: Promise<void> = Promise.resolve();

  async function write(batch: { files: (IndexedFile | PreparedFile)[]; stamps: Map<string, FileStamp>; gone: string[] }): Promise<void> {
    try {
      if (batch.gone.length) await store.remove(batch.gone);
      if (batch.files.length) await replaceAll(batch.files);
      for (const [path, stamp] of batch.stamps) await store.restamp(path, stamp);
      options.written(batch.files.length + batch.stamps.size);
    } catch (error) {
      options.failed(error);
    }
  }

  async function replaceAll(batch: readonly (IndexedFile | PreparedFile)[]): Promise<void> {
    try {
      await store.replace(batch);
    } catch (error) {
      if (batch.length === 1 || (error instanceof StoreError && fatal.has(error.code))) throw error;
      // One file the store cannot take must not keep the others out.
      log.warn(`${batch.length} files could not be stored together (${String(error)}); they are stored one by one.`);
      for (const file of batch) {
        await store.replace([file]).catch((single: unknown) => {
          if (single instanceof StoreError && fatal.has(single.code)) throw single;
          log.error(`${file.path} could not be stored: ${String(single)}`);
        });
      }
    }
  }

  const writer: Writer = {
    get waiting() { return collected + writing; },
    replace(file) {
      gone.delete(file.path);
      stamps.delete(file.path);
      collected -= sizeOf(files.get(file.path));
      files.set(file.path, file);
      collected += sizeOf(file);
      // Where writing is what takes the time, small batches would only make it slower: each touches as many places as a large one.
      if (collected >= options.batchBytes || (writing === 0 && collected >= options.batchBytes / 16 && options.clock.now() - flushed >= WHILE)) void writer.flush();
    },
    restamp(path, stamp) {
      const pending = files.get(path);
      if (pending) files.set(path, { ...pending, stamp });
      else stamps.set(path, stamp);
    },
    remove(paths) {
      for (const path of paths) {
        collected -= sizeOf(files.get(path));
        files.delete(path);
        stamps.delete(path);
        gone.add(path);
      }
    },
    flush() {
      if (files.size || stamps.size || gone.size) {
        const batch = { files: [...files.values()], stamps, gone: [...gone] }, bytes = collected;
        files = new Map(); stamps = new Map(); gone = new Set();
        collected = 0;
        flushed = options.clock.now();
        writing += bytes;
        chain = chain.then(() => write(batch)).then(() => { writing -= bytes; });
      }
      return chain;
    },
  };
  return writer;
}

/** What a file weighs in a batch: two bytes a character, and something for what hangs on it. */
function sizeOf(file: IndexedFile | PreparedFile | undefined): number {
  if (!file) return 0;
  if ('prepared' in file) return file.size + 1024;
  return file.articles.reduce((sum, article) => sum + article.text.length * 2, 1024);
}
