import type { FileStamp } from '../store/store';
import { baseName, prefixOf } from './paths';

/** Stamps of indexed files, kept by directory: the directory's path is held once, and what lies below a path is found without looking at every file. */
export class KnownFiles {
  readonly #directories = new Map<string, Map<string, FileStamp>>();

  constructor(stamps: Iterable<readonly [string, FileStamp]> = []) {
    for (const [path, stamp] of stamps) this.set(path, stamp);
  }

  get(path: string): FileStamp | undefined {
    return this.#directories.get(parentOf(path))?.get(baseName(path));
  }

  set(path: string, stamp: FileStamp): void {
    const directory = parentOf(path);
    let files = this.#directories.get(directory);
    if (!files) this.#directories.set(directory, files = new Map<string, FileStamp>());
    files.set(baseName(path), stamp);
  }

  delete(path: string): void {
    const directory = parentOf(path), files = this.#directories.get(directory);
    if (files?.delete(baseName(path)) && !files.size) this.#directories.delete(directory);
  }

  /** The path itself and all below it, as far as they are known. */
  within(path: string): string[] {
    const found = this.get(path) ? [path] : [], below = prefixOf(path);
    for (const [directory, files] of this.#directories) {
      if (directory.startsWith(below)) for (const name of files.keys()) found.push(directory + name);
    }
    return found;
  }

  *paths(): Generator<string> {
    for (const [directory, files] of this.#directories) for (const name of files.keys()) yield directory + name;
  }
}

/** The part of a path before its last separator, with the separator, so that joining gives the path back as it was. */
function parentOf(path: string): string {
  return path.slice(0, path.length - baseName(path).length);
}
