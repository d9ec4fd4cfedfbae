import type { Problem } from '../../article/article';
import { isArticleFormat, readerFor } from '../../article/readers';
import type { Cancellation, DirectoryEntry, FileSystem } from '../ports';
import { turn } from '../turns';
import type { PathFilter } from './filter';
import { baseName, directoryOf, isWithin, joinPath } from './paths';

/** A file that may hold articles. */
export interface FoundFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly mtimeMs: number;
}

/** Part of a scan's outcome. */
export interface ScanStep {
  readonly files: readonly FoundFile[];
  /** Problems of directories; their `path` is the directory's. */
  readonly problems: readonly Problem[];
  /** Directories that did not answer for a reason that may pass (a lost network drive): what is indexed below them should stay. */
  readonly silent: readonly string[];
}

/** What a scan needs. */
export interface ScanRequest {
  /** Corpus folders, outer ones before inner ones; one that does not exist is passed over. */
  readonly folders: readonly string[];
  /** Look only at this path (a file or directory within a folder) instead of all. */
  readonly only?: string;
  readonly filter: PathFilter;
  readonly fileSystem: FileSystem;
  readonly cancellation: Cancellation;
}

/** A place the walk has yet to look at. */
interface Place {
  readonly path: string;
  /** The corpus folder it belongs to. */
  readonly folder: string;
  /** Real paths of the directories above it, outermost first. */
  readonly chain: readonly string[];
  /** Its own real path, where no link leads to it. */
  readonly real?: string;
}

/** Stats asked for at once. */
const concurrency = 32;
const chunk = 256;

/** Errors that say the thing is not there, or not ours to read: an answer, not silence. */
const gone = new Set(['ENOENT', 'ENOTDIR']);
const forbidden = new Set(['EACCES', 'EPERM']);

/**
 * Walks corpus folders. Each real directory is looked into once, however many folders or links lead to it; real directories go before
 * links, so that a file keeps its plain path. Yields directory by directory; the caller holds what it needs.
 */
export async function* scan(request: ScanRequest): AsyncGenerator<ScanStep> {
  const { fileSystem, filter, cancellation, only } = request;
  const visited = new Set<string>();
  const links: Place[] = [], pending: Place[] = [];
  for (const folder of [...request.folders].reverse()) {
    if (only === undefined) pending.push({ path: folder, folder, chain: [] });
    else if (filter.folderOf(only) === folder) pending.push({ path: only, folder, chain: [] });
  }
  for (let next = pending.pop() ?? links.shift(); next; next = pending.pop() ?? links.shift()) {
    if (cancellation.isCancellationRequested) return;
    const { path, folder, chain } = next;
    try {
      const stat = await fileSystem.stat(path);
      if (stat.kind === 'file') {
        const real = await fileSystem.realPath(path);
        if (chain.length ? visited.has(directoryOf(real)) : real !== path && filter.folderOf(real)) continue;
        if (isCandidate(path)) yield step({ files: [{ path, size: stat.size, mtimeMs: stat.mtimeMs }] });
        continue;
      }
      if (stat.kind !== 'directory') continue;
      const real = next.real ?? await fileSystem.realPath(path);
      if (chain.some((above) => above === real || isWithin(above, real))) { yield step({ problems: [loopProblem(path, real)] }); continue; }
      if (visited.has(real)) continue;
      const entries = await fileSystem.readDirectory(path);
      visited.add(real);
      const files: string[] = [];
      for (const entry of sorted(entries)) {
        const inner = joinPath(path, entry.name);
        if (filter.excludes(inner, folder)) continue;
        if (entry.link) links.push({ path: inner, folder, chain: [...chain, real] });
        else if (entry.kind === 'directory') pending.push({ path: inner, folder, chain: [...chain, real], real: joinPath(real, entry.name) });
        else if (entry.kind === 'file' && isCandidate(inner)) files.push(inner);
      }
      for (let at = 0; at < files.length; at += chunk) {
        if (cancellation.isCancellationRequested) return;
        yield await statAll(fileSystem, files.slice(at, at + chunk));
      }
    } catch (error) {
      const code = codeOf(error);
      if (gone.has(code)) continue;
      // A link that leads back to itself is a loop the file system itself reports.
      if (code === 'ELOOP') yield step({ problems: [loopProblem(path, path)] });
      else yield step({ problems: [unreadableDirectory(path, code)], silent: forbidden.has(code) ? [] : [path] });
    }
  }
}

async function statAll(fileSystem: FileSystem, paths: readonly string[]): Promise<ScanStep> {
  const files: (FoundFile | undefined)[] = new Array<FoundFile | undefined>(paths.length).fill(undefined);
  const silent: string[] = [];
  let next = 0, waits: Promise<void> | undefined;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < paths.length; i = next++) {
      const path = paths[i]!;
      // A file system may answer at once. All have one turn together, so that whoever else waits is not behind each of them.
      await (waits ??= turn()?.then(() => { waits = undefined; }));
      try {
        const stat = await fileSystem.stat(path);
        if (stat.kind === 'file') files[i] = { path, size: stat.size, mtimeMs: stat.mtimeMs };
      } catch (error) {
        if (!gone.has(codeOf(error))) silent.push(path);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, paths.length) }, worker));
  return step({ files: files.filter((file) => file !== undefined), silent });
}

function isCandidate(path: string): boolean {
  return readerFor(path) !== undefined || isArticleFormat(path);
}

function sorted(entries: readonly DirectoryEntry[]): DirectoryEntry[] {
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function step(part: Partial<ScanStep>): ScanStep {
  return { files: [], problems: [], silent: [], ...part };
}

function loopProblem(path: string, target: string): Problem {
  const message = `${baseName(path)} is a link that leads back to ${target}, which holds it. It was not followed; remove the link or exclude it.`;
  return { code: 'loop', path, message, indexed: false };
}

function unreadableDirectory(path: string, code: string): Problem {
  const message = `The folder ${baseName(path)} cannot be read (${code}). Allow reading it or exclude it.`;
  return { code: 'unreadable', path, message, indexed: false };
}

/** Node's code of a file system error; 'unknown' for anything else. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
