import { promises, readFileSync, statSync, type Dirent, type Stats } from 'node:fs';
import path from 'node:path';
import type { DirectoryEntry, FileStat, FileSystem } from '../corpus/ports';

/** The machine's file system, for the main thread: no call blocks. */
export const nodeFileSystem: FileSystem = {
  stat: async (target) => toStat(await promises.stat(target)),
  readFile: (target) => promises.readFile(target),
  realPath: (target) => promises.realpath(target),
  async readDirectory(directory) {
    const entries = await promises.readdir(directory, { withFileTypes: true });
    return Promise.all(entries.map((entry) => toEntry(directory, entry)));
  },
};

/** The same for worker threads, where blocking calls harm nobody and are several times faster for small files. */
export const blockingFileSystem: FileSystem = {
  ...nodeFileSystem,
  stat: (target) => attempt(() => toStat(statSync(target))),
  readFile: (target) => attempt(() => readFileSync(target)),
};

/**
 * Milliseconds beyond which a read held the thread for long, how many such reads in a row are the disk's fault, and for how long nothing is read in one go then.
 * A single one mostly is that of other programs, which had the processor meanwhile; and where they want it, the thread pool is slowest.
 */
const SLOW = 15, IN_A_ROW = 3, WARY = 30_000;
/** Milliseconds that nothing but a disk takes. */
const SURELY_SLOW = 250;
/** Bytes of the largest file that is read in one go. */
const LARGEST = 1 << 18;

/**
 * The same for answers of the main thread that need many small files: they are read in one go, ten times as fast as through the thread pool, while the disk
 * answers at once. After reads that took long (a disk that sleeps, a share far away) others let go of the thread for a while.
 */
export function createSwiftFileSystem(now: () => number = () => performance.now()): FileSystem {
  let waryUntil = 0, slow = 0;
  const timed = <T>(work: () => T): Promise<T> => {
    const before = now(), result = attempt(work), took = now() - before;
    slow = took > SLOW ? slow + 1 : 0;
    if (slow >= IN_A_ROW || took > SURELY_SLOW) waryUntil = now() + WARY;
    return result;
  };
  return {
    ...nodeFileSystem,
    stat: (target) => (now() < waryUntil ? nodeFileSystem.stat(target) : timed(() => toStat(statSync(target)))),
    async readFile(target, size) {
      if (now() < waryUntil || (size ?? (await this.stat(target)).size) > LARGEST) return nodeFileSystem.readFile(target);
      return timed(() => readFileSync(target));
    },
  };
}

async function toEntry(directory: string, entry: Dirent): Promise<DirectoryEntry> {
  if (!entry.isSymbolicLink()) return { name: entry.name, kind: kindOf(entry) };
  try {
    return { name: entry.name, kind: kindOf(await promises.stat(path.join(directory, entry.name))), link: true };
  } catch {
    // Leads nowhere, in a circle, or where we may not look.
    return { name: entry.name, kind: 'other', link: true };
  }
}

function toStat(stats: Stats): FileStat {
  return { kind: kindOf(stats), size: stats.size, mtimeMs: stats.mtimeMs };
}

function kindOf(entry: Dirent | Stats): 'file' | 'directory' | 'other' {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'other';
}

function attempt<T>(work: () => T): Promise<T> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}
