import { joinPath } from '../corpus/indexer/paths';
import { type Cancellation, type FileSystem, neverCancelled } from '../corpus/ports';
import { languageOfFile } from '../draft/languages';

/** A file of the workspace that is a draft. */
export interface DraftFile {
  /** Absolute path. */
  readonly path: string;
  readonly languageId: string;
  /** Bytes; and milliseconds since 1970. */
  readonly size: number;
  readonly mtimeMs: number;
}

export interface FindDraftsRequest {
  /** Absolute folders; one that does not exist is passed over. */
  readonly folders: readonly string[];
  readonly fileSystem: FileSystem;
  /** Files of the corpus are no drafts. */
  isArticle(path: string): boolean;
  /** Languages that are drafts; all that are known unless told. */
  readonly languages?: readonly string[];
}

/** Larger files are no drafts of a person's; more files than these are a library's. */
const LARGEST = 4_000_000, MOST_FILES = 5_000;

/** Drafts in folders and below, by path. Hidden folders, `node_modules` and links to folders are passed over. Empty when there are none. */
export async function findDrafts({ folders, fileSystem, isArticle, languages }: FindDraftsRequest, token: Cancellation = neverCancelled): Promise<DraftFile[]> {
  const found = new Map<string, DraftFile>(), pending = [...folders];
  for (let folder = pending.pop(); folder !== undefined && found.size < MOST_FILES && !token.isCancellationRequested; folder = pending.pop()) {
    const here = folder, entries = await fileSystem.readDirectory(here).catch(() => []);
    for (const { name, kind, link } of entries) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = joinPath(here, name);
      if (kind === 'directory' && !link) pending.push(path);
      const languageId = kind === 'file' ? languageOfFile(name) : undefined;
      if (languageId === undefined || languages?.includes(languageId) === false || isArticle(path)) continue;
      const stat = await fileSystem.stat(path).catch(() => undefined);
      if (stat?.kind === 'file' && stat.size <= LARGEST) found.set(path, { path, languageId, size: stat.size, mtimeMs: stat.mtimeMs });
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
