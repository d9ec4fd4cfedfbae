import { StoreError } from '../store';
import type { Database } from './database';
import { toStoreError } from './errors';
import type { Pause } from './write';

export interface WriterOptions {
  /** Whether a transaction may let go of the thread before it is committed. */
  readonly pauses: boolean;
  /** Milliseconds to wait for another writer. */
  readonly lockTimeout: number;
}

/** Longest stretch, in milliseconds, for which writing holds the thread. */
const STRETCH = 8;
const RETRY_AFTER = 40;

/** Runs transactions one after another. */
export class Writer {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: Database, private readonly options: WriterOptions) {}

  /** All of the work or none of it is in the index when this resolves or rejects (with a `StoreError`). */
  transaction(work: (database: Database, pause: Pause) => Promise<void>): Promise<void> {
    const run = this.#last.then(() => this.#run(work));
    this.#last = run.catch(() => undefined);
    return run;
  }

  /** Resolves when all transactions asked for so far have ended. */
  async idle(): Promise<void> {
    await this.#last;
  }

  async #run(work: (database: Database, pause: Pause) => Promise<void>): Promise<void> {
    await this.#begin();
    try {
      await work(this.database, this.#pacer());
      await this.#commit();
    } catch (error) {
      this.database.rollback();
      throw toStoreError(error);
    }
  }

  async #begin(): Promise<void> {
    const until = Date.now() + this.options.lockTimeout;
    while (!this.database.begin()) {
      if (Date.now() >= until) throw new StoreError('locked', 'The index is in use by another program. It is tried again at the next change.');
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER));
    }
  }

  /** A reader in another process can hold up the commit where there is no write-ahead log. */
  async #commit(): Promise<void> {
    const until = Date.now() + this.options.lockTimeout;
    for (;;) {
      try {
        this.database.exec('COMMIT');
        return;
      } catch (error) {
        if (toStoreError(error).code !== 'locked' || Date.now() >= until) throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER));
      }
    }
  }

  #pacer(): Pause {
    let since = performance.now();
    return async () => {
      if (!this.options.pauses || performance.now() - since < STRETCH) return;
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    };
  }
}
