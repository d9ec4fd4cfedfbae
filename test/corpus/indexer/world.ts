import { createIndexer, type Indexer } from '../../../src/corpus/indexer/indexer';
import type { IndexState } from '../../../src/corpus/indexer/state';
import type { AnalysisPool, FileWatcher, Log } from '../../../src/corpus/ports';
import { createInlinePool } from '../../../src/platform/inlinePool';
import { systemClock } from '../../../src/platform/systemClock';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { RecordingStore } from '../../support/recordingStore';
import { until } from '../../support/until';

/** A watcher that tells what the test tells it. */
export class HandWatcher implements FileWatcher {
  #changed: (paths: readonly string[]) => void = () => {};
  open = 0;

  watch(_folders: readonly string[], changed: (paths: readonly string[]) => void): Promise<{ dispose(): void }> {
    this.#changed = changed;
    this.open++;
    return Promise.resolve({ dispose: () => { this.open--; } });
  }

  tell(...paths: string[]): void {
    this.#changed(paths);
  }
}

export interface World {
  readonly files: MemoryFileSystem;
  readonly store: RecordingStore;
  readonly watcher: HandWatcher;
  readonly states: IndexState[];
  readonly log: string[];
  readonly indexer: Indexer;
  /** Waits until a condition holds, or gives up after five seconds. */
  until(condition: () => boolean): Promise<void>;
}

/** An indexer over a file system in memory. */
export function createWorld(options: { batchBytes?: number; apart?: number; store?: RecordingStore; files?: MemoryFileSystem; pool?: AnalysisPool } = {}): World {
  const files = options.files ?? new MemoryFileSystem(), store = options.store ?? new RecordingStore(), watcher = new HandWatcher();
  const states: IndexState[] = [], log: string[] = [];
  const say = (message: string): void => { log.push(message); };
  const logger: Log = { error: say, warn: say, info: say, debug: say };
  const indexer = createIndexer({
    store, fileSystem: files, watcher, clock: systemClock, log: logger, pool: options.pool ?? createInlinePool(files),
    onProgress: (state) => states.push(state), quiet: 5, apart: options.apart ?? 20,
    ...(options.batchBytes === undefined ? {} : { batchBytes: options.batchBytes }),
  });
  return {
    files, store, watcher, states, log, indexer,
    until: (condition) => until(condition, 2),
  };
}
