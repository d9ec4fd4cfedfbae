import type { Problem, ProblemCode } from '../../article/article';
import { sizeLimit } from '../../article/limits';
import { readableEndings, readerFor } from '../../article/readers';
import { annotate } from '../annotate';
import { correctMetadata, markedHash } from '../corrections/articles';
import type { ArticleFields } from '../corrections/model';
import type { FileSystem, SameBytes } from '../ports';
import type { FileStamp, IndexedFile } from '../store/store';
import { baseName } from './paths';
import { codeOf, type FoundFile } from './scan';

/** What reading a file takes besides its path. */
export interface ReadDependencies {
  readonly fileSystem: FileSystem;
  /** Hash of bytes, hexadecimal. */
  readonly hash: (bytes: Uint8Array) => string;
}

/**
 * Reads one corpus file, whole: stat, bytes, hash, reader, language. This is what an analysis pool does for each path, in a worker or not.
 * What the writer says of the article (`fields`) stands in place of what it states, so relative dates rest on it.
 * Never rejects: a file that cannot be read gives a problem and no articles. A file beyond the size limit is not read.
 */
export async function readCorpusFile(path: string, indexedHash: string | undefined, dependencies: ReadDependencies, fields?: ArticleFields): Promise<IndexedFile | SameBytes> {
  let stamp: FileStamp = { size: 0, mtimeMs: 0, hash: '' };
  try {
    const { kind, size, mtimeMs } = await dependencies.fileSystem.stat(path);
    stamp = { size, mtimeMs, hash: '' };
    if (kind !== 'file') return failedFile(path, stamp, 'vanished', 'is no file any more');
    const reader = readerFor(path);
    if (!reader) return unreadFormat({ path, size, mtimeMs });
    if (size > sizeLimit) return failedFile(path, stamp, 'too-large', `has ${megabytes(size)} and files above ${megabytes(sizeLimit)} are not read. Split it or exclude it`);
    const bytes = await dependencies.fileSystem.readFile(path);
    stamp = { size, mtimeMs, hash: markedHash(dependencies.hash(bytes), fields) };
    if (stamp.hash === indexedHash) return { path, stamp, sameBytes: true };
    const { articles, problems, textIsFile } = reader.read(bytes, path);
    return { path, stamp, problems, textIsFile, articles: articles.map(({ text, metadata, noise }) => annotate(text, fields ? correctMetadata(metadata, fields) : metadata, noise)) };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return failedFile(path, stamp, 'vanished', 'is not there any more');
    if (code !== 'unknown') return failedFile(path, { ...stamp, hash: '' }, 'unreadable', `cannot be read (${code}). Allow reading it or exclude it`);
    // A defect in a reader or in the language part: the file is kept out, with its hash, so that it is not tried again until it changes.
    return failedFile(path, stamp, 'unreadable', `could not be analysed (${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}). Please report this`);
  }
}

/** A file that gave nothing but a problem. `what` goes on after the file's name. */
export function failedFile(path: string, stamp: FileStamp, code: ProblemCode, what: string): IndexedFile {
  return problemFile({ code, path, message: `${baseName(path)} ${what}.`, indexed: false }, stamp);
}

/** The entry under which a problem stands in the index. */
export function problemFile(problem: Problem, stamp: FileStamp): IndexedFile {
  return { path: problem.path, stamp, articles: [], problems: [problem], textIsFile: true };
}

/** A file in a format that articles often have and no reader takes. */
export function unreadFormat({ path, size, mtimeMs }: FoundFile): IndexedFile {
  return failedFile(path, { size, mtimeMs, hash: '' }, 'no-reader', `is in a format that is not read (read are ${readableEndings()}). Save its text in one of these`);
}

function megabytes(size: number): string {
  return `${(size / (1024 * 1024)).toFixed(1).replace(/\.0$/, '')} MB`;
}
