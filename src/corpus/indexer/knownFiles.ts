import type { CorpusStore, FileStamp } from '../store/store';
import { turn } from '../turns';
import { KnownDirectory } from './knownDirectory';
import { baseName, prefixOf } from './paths';

/**
 * Stamps of indexed files, kept by directory: the directory's path is held once, and what lies below a path is found without looking at every file.
 * Each file has been met or not, which tells a scan what is gone.
 */
export class KnownFiles {
  readonly #directories = new Map<string, KnownDirectory>();

  /** What an index has; no file has been met. */
  static async of(store: Pick<CorpusStore, 'eachStamp'>): Promise<KnownFiles> {
    const known = new KnownFiles();
    await store.eachStamp((path, stamp) => known.set(path, stamp));
    for (const directory of known.#directories.values()) for (const _ of directory.restart()) await turn();
    return known;
  }

  get(path: string): FileStamp | undefined {
    return this.#directories.get(parentOf(path))?.get(baseName(path));
  }

  /** A file that is set has been met. */
  set(path: string, stamp: FileStamp): void {
    const parent = parentOf(path);
    let directory = this.#directories.get(parent);
    if (!directory) this.#directories.set(parent, directory = new KnownDirectory());
    directory.set(baseName(path), stamp);
  }

  delete(path: string): void {
    const parent = parentOf(path), directory = this.#directories.get(parent);
    directory?.delete(baseName(path));
    if (directory?.isEmpty) this.#directories.delete(parent);
  }

  /** Notes that a file has been met, and gives its stamp; undefined when it is not known. */
  meet(path: string): FileStamp | undefined {
    return this.#directories.get(parentOf(path))?.meet(baseName(path));
  }

  /** Files that have not been met, a little at a time. */
  async unmet(): Promise<string[]> {
    const found: string[] = [];
    for (const [parent, directory] of this.#directories) {
      await turn();
      for (const name of directory.unmet()) found.push(parent + name);
    }
    return found;
  }

  /** The path itself and all below it, as far as they are known. */
  within(path: string): string[] {
    const found = this.get(path) ? [path] : [], below = prefixOf(path);
    for (const [parent, directory] of this.#directories) {
      if (parent.startsWith(below)) for (const name of directory.names()) found.push(parent + name);
    }
    return found;
  }

  /** Paths and hashes; of files whose hash is that of their bytes only where all are wanted. */
  *hashes(all: boolean): Generator<readonly [path: string, hash: string]> {
    for (const [parent, directory] of this.#directories) for (const [name, hash] of directory.hashes(all)) yield [parent + name, hash];
  }
}

/** The part of a path before its last separator, with the separator, so that joining gives the path back as it was. */
function parentOf(path: string): string {
  return path.slice(0, path.length - baseName(path).length);
}
