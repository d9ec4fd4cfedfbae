import { setImmediate as pause } from 'node:timers/promises';
import { readCorpusFile } from '../corpus/indexer/readCorpusFile';
import type { AnalysisPool, FileSystem } from '../corpus/ports';
import { hashBytes } from './hash';
import { nodeFileSystem } from './nodeFileSystem';

/** A pool without threads, for tests and for places where threads cannot be started: one file at a time, other work in between. */
export function createInlinePool(fileSystem: FileSystem = nodeFileSystem): AnalysisPool {
  let disposed = false;
  return {
    width: 1,
    async analyse(path, indexedHash, fields) {
      await pause();
      if (disposed) throw new Error('The pool is closed.');
      return readCorpusFile(path, indexedHash, { fileSystem, hash: hashBytes }, fields);
    },
    dispose() {
      disposed = true;
      return Promise.resolve();
    },
  };
}
