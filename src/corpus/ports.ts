import type { ArticleFields } from './corrections/model';
import type { FileStamp, IndexedFile, PreparedFile } from './store/store';

/** What a directory entry is. Links are followed; what is neither file nor directory is `other`. */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'other';
  /** True where the entry is a symbolic link; `kind` says what it leads to. */
  readonly link?: boolean;
}

export interface FileStat {
  readonly kind: 'file' | 'directory' | 'other';
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, fractions kept. */
  readonly mtimeMs: number;
}

/** The file system as the corpus needs it: reading only. Methods reject with Node's errors (`code`: `ENOENT`, `EACCES`, …). */
export interface FileSystem {
  stat(path: string): Promise<FileStat>;
  readDirectory(path: string): Promise<readonly DirectoryEntry[]>;
  /** @param size bytes that it is known to have, where it has just been asked for */
  readFile(path: string, size?: number): Promise<Uint8Array>;
  /** The path with every link resolved; tells loops apart. */
  realPath(path: string): Promise<string>;
}

/** Tells of changes below folders. `changed` gets absolute paths of files or directories, batched within a fraction of a second. */
export interface FileWatcher {
  watch(folders: readonly string[], changed: (paths: readonly string[]) => void): Promise<{ dispose(): void }>;
}

/** What a pool answers when the bytes of a file are still those that were indexed: only the stamp differs. */
export interface SameBytes {
  readonly path: string;
  readonly stamp: FileStamp;
  readonly sameBytes: true;
}

/** Reads and analyses files away from the main thread. */
export interface AnalysisPool {
  /**
   * Reads, stamps and analyses one file; never rejects for what is in the file (that is a problem in the result).
   * @param path absolute path
   * @param indexedHash hash that was indexed; equal bytes with the same corrections are not analysed again
   * @param fields what the writer says of the article in place of what it states
   */
  analyse(path: string, indexedHash?: string, fields?: ArticleFields): Promise<IndexedFile | PreparedFile | SameBytes>;
  /** How many files it works on at once. */
  readonly width: number;
  dispose(): Promise<void>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export interface Log {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
  debug(message: string): void;
}

/** Asked after each await of long work. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

export const neverCancelled: Cancellation = { isCancellationRequested: false };
