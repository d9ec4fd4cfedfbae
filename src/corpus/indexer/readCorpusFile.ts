import type { Article, Problem, ProblemCode } from '../../article/article';
import { sizeLimit } from '../../article/limits';
import { readableEndings, readerFor } from '../../article/readers';
import { annotateAll } from '../annotate';
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

/** One corpus file to be read. */
export interface ReadRequest {
  /** Absolute path. */
  readonly path: string;
  /** Hash that was indexed; equal bytes are not analysed again. */
  readonly indexedHash?: string | undefined;
  /** What the writer says of the article; stands in place of what it states, so relative dates rest on it. */
  readonly fields?: ArticleFields | undefined;
}

/** A file whose articles are still to be analysed. */
type Unanalysed = Omit<IndexedFile, 'articles'> & { readonly read: readonly Article[] };

/**
 * Reads corpus files, whole: stat, bytes, hash, reader, language. This is what an analysis pool does for each path, in a worker or not.
 * Never rejects: a file that cannot be read gives a problem and no articles. A file beyond the size limit is not read.
 * Several files at once take less time; callers bound the batch.
 */
export async function readCorpusFiles(requests: readonly ReadRequest[], dependencies: ReadDependencies): Promise<(IndexedFile | SameBytes)[]> {
  const files: (IndexedFile | SameBytes | Unanalysed)[] = [];
  for (const request of requests) files.push(await readFile(request, dependencies));
  return analysed(files);
}

export async function readCorpusFile(path: string, indexedHash: string | undefined, dependencies: ReadDependencies, fields?: ArticleFields): Promise<IndexedFile | SameBytes> {
  return (await readCorpusFiles([{ path, indexedHash, fields }], dependencies))[0]!;
}

async function readFile({ path, indexedHash, fields }: ReadRequest, dependencies: ReadDependencies): Promise<IndexedFile | SameBytes | Unanalysed> {
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
    return { path, stamp, problems, textIsFile, read: fields ? articles.map((article) => ({ ...article, metadata: correctMetadata(article.metadata, fields) })) : articles };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return failedFile(path, stamp, 'vanished', 'is not there any more');
    if (code !== 'unknown') return failedFile(path, { ...stamp, hash: '' }, 'unreadable', `cannot be read (${code}). Allow reading it or exclude it`);
    return defective(path, stamp, error);
  }
}

/** All files analysed at once; one after the other where that fails, so that only the one that is to blame is left out. */
function analysed(files: readonly (IndexedFile | SameBytes | Unanalysed)[]): (IndexedFile | SameBytes)[] {
  try {
    const articles = annotateAll(files.flatMap((file) => ('read' in file ? file.read : [])));
    let at = 0;
    return files.map((file) => {
      if (!('read' in file)) return file;
      const { read, ...rest } = file;
      return { ...rest, articles: articles.slice(at, at += read.length) };
    });
  } catch (error) {
    const [file] = files;
    if (files.length === 1 && file && 'read' in file) return [defective(file.path, file.stamp, error)];
    return files.flatMap((each) => analysed([each]));
  }
}

/** A defect in a reader or in the language part: the file is kept out, with its hash, so that it is not tried again until it changes. */
function defective(path: string, stamp: FileStamp, error: unknown): IndexedFile {
  return failedFile(path, stamp, 'unreadable', `could not be analysed (${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}). Please report this`);
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
