import { type ArticleCorrections, contentOf, isMarked, markedHash } from '../corrections/articles';
import { turn } from '../turns';
import type { KnownFiles } from './knownFiles';

/** A hash of bytes, rather than the word for why a file was not read. */
const ofBytes = /^[0-9a-f]+(?:\+|$)/;
/** Files that are looked at in one go. */
const STEP = 1_000;

/**
 * Finds files that were analysed with other corrections than hold. All files are looked at where corrections have changed, or a file that they name has come
 * or gone; else only those that were taken in since the last time.
 */
export class Outdated {
  #taken = new Set<string>();
  #corrections: ArticleCorrections | undefined;
  #there = '';

  /** Notes a file that was taken in. */
  take(path: string): void {
    // Where all are looked at next, none needs to be remembered.
    if (this.#corrections) this.#taken.add(path);
  }

  /** All files are to be looked at: they may have been taken in by others. */
  reset(): void {
    this.#corrections = undefined;
    this.#taken.clear();
  }

  /** Those found are found again until they are taken in anew. */
  async find(known: KnownFiles, corrections: ArticleCorrections, isThere: (path: string) => boolean): Promise<string[]> {
    const there = corrections.paths.map((path) => (isThere(path) ? 1 : 0)).join(''), all = corrections !== this.#corrections || there !== this.#there, taken = this.#taken;
    this.#corrections = corrections;
    this.#there = there;
    this.#taken = new Set();
    const found: string[] = [];
    let looked = 0;
    // Where nothing is corrected, only files that were analysed with a correction differ.
    for (const [path, hash] of all ? known.hashes(corrections.paths.length > 0) : hashesOf(taken, known)) {
      if (++looked % STEP === 0) await turn();
      const fields = corrections.fieldsOf(path, hash, isThere);
      if ((fields === undefined && !isMarked(hash)) || !ofBytes.test(hash) || markedHash(contentOf(hash), fields) === hash) continue;
      found.push(path);
      this.#taken.add(path);
    }
    return found;
  }
}

function *hashesOf(paths: Iterable<string>, known: KnownFiles): Generator<readonly [path: string, hash: string]> {
  for (const path of paths) yield [path, known.get(path)?.hash ?? ''];
}
