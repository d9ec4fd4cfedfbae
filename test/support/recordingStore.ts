import type { IndexStore } from '../../src/corpus/indexer/writer';
import type { FileStamp, IndexedFile } from '../../src/corpus/store/store';

/** Keeps what the indexer writes, and counts the writes. */
export class RecordingStore implements IndexStore {
  readonly files = new Map<string, IndexedFile>();
  /** Number of files of each batch, in order. */
  readonly batches: number[] = [];
  restamps = 0;
  /** Asked before each batch; may throw. */
  refuse: (files: readonly IndexedFile[]) => void = () => {};

  eachStamp(tell: (path: string, stamp: FileStamp) => void): Promise<void> {
    for (const [path, { stamp }] of this.files) tell(path, stamp);
    return Promise.resolve();
  }

  async replace(files: readonly IndexedFile[]): Promise<void> {
    await Promise.resolve();
    this.refuse(files);
    this.batches.push(files.length);
    for (const file of files) this.files.set(file.path, file);
  }

  async remove(paths: readonly string[]): Promise<void> {
    await Promise.resolve();
    for (const path of paths) this.files.delete(path);
  }

  async restamp(path: string, stamp: FileStamp): Promise<void> {
    await Promise.resolve();
    this.restamps++;
    const file = this.files.get(path);
    if (file) this.files.set(path, { ...file, stamp });
  }

  /** Paths that gave articles, sorted. */
  get articles(): string[] {
    return [...this.files.values()].filter((file) => file.articles.length).map((file) => file.path).sort();
  }

  /** `code path` of every problem, sorted. */
  get problems(): string[] {
    return [...this.files.values()].flatMap((file) => file.problems.map((problem) => `${problem.code} ${problem.path}`)).sort();
  }
}
