import type { FileSystem } from '../corpus/ports';
import { blockingFileSystem, nodeFileSystem } from './nodeFileSystem';

/** Milliseconds that the thread pool may take for a file, of many asked for at once, before the disk is taken for slow; and that one may take on this thread, on average. */
const POOLED = 5, DIRECT = 0.05;
/** Files by which the disk is judged through the pool and on this thread, and how many go through the pool after it was slow. */
const FIRST = 32, WINDOW = 64, AFTERWARDS = 1_024;
/** Milliseconds of rest after which a disk may sleep. */
const REST = 10_000;

/**
 * The machine's file system for a walk over many files: a disk whose directories are in memory tells of a file in some microseconds, where handing the question to
 * the thread pool takes ten of this thread and thirty on the clock. So files are asked for on this thread as long as the disk answers at once, which the pool finds
 * out first; whoever walks lets others have their turns.
 */
export function createWalkingFileSystem(now: () => number = () => performance.now()): FileSystem {
  /** Answers through the pool that are still wanted before this thread asks, and the time that those so far took; the same of the window of those on this thread. */
  let pooled = FIRST, pooledTime = 0, pooledCount = 0, direct = 0, directTime = 0, last = -Infinity;
  async function throughPool(path: string): ReturnType<FileSystem['stat']> {
    const before = now();
    try {
      return await nodeFileSystem.stat(path);
    } finally {
      last = now();
      pooledTime += last - before;
      if (++pooledCount >= pooled) {
        // A slow disk is asked through the pool until it is slow no more.
        pooled = pooledTime > pooledCount * POOLED ? AFTERWARDS : 0;
        pooledTime = pooledCount = 0;
      }
    }
  }
  function onThisThread(path: string): ReturnType<FileSystem['stat']> {
    const before = now(), answer = blockingFileSystem.stat(path);
    last = now();
    directTime += last - before;
    if (++direct === WINDOW) {
      if (directTime > WINDOW * DIRECT) pooled = AFTERWARDS;
      direct = directTime = 0;
    }
    return answer;
  }
  return {
    ...nodeFileSystem,
    stat(path) {
      if (pooled === 0 && now() - last > REST) pooled = FIRST;
      return pooled > 0 ? throughPool(path) : onThisThread(path);
    },
  };
}
