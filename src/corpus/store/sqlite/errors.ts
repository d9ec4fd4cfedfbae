import { StoreError, type StoreErrorCode } from '../store';

/** Primary result codes of SQLite that mean something to the writer (https://sqlite.org/rescode.html). */
const CODES: ReadonlyMap<number, readonly [StoreErrorCode, string]> = new Map([
  [5, ['locked', 'The index is in use by another program. It is tried again at the next change.']],
  [6, ['locked', 'The index is in use by another program. It is tried again at the next change.']],
  [8, ['read-only', 'The index cannot be written: its file or folder is read-only.']],
  [10, ['failed', 'The index file could not be read or written.']],
  [11, ['corrupt', 'The index file is damaged. It is built again from the articles.']],
  [13, ['disk-full', 'The index cannot grow: the disk is full.']],
  [14, ['failed', 'The index file could not be opened.']],
  [26, ['corrupt', 'The index file is damaged. It is built again from the articles.']],
] as const);

/** Error codes of the file system, for what happens before SQLite has the file. */
const SYSTEM: ReadonlyMap<string, readonly [StoreErrorCode, string]> = new Map([
  ['EACCES', ['read-only', 'The folder of the index cannot be written.']],
  ['EPERM', ['read-only', 'The folder of the index cannot be written.']],
  ['EROFS', ['read-only', 'The folder of the index stands on a read-only file system.']],
  ['ENOSPC', ['disk-full', 'The index cannot grow: the disk is full.']],
  ['EBUSY', ['locked', 'The index is in use by another program.']],
] as const);

/** Any error as a `StoreError`; one that is a `StoreError` stays as it is. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const known = CODES.get(primaryCode(error)) ?? SYSTEM.get(systemCode(error));
  const detail = error instanceof Error ? error.message : String(error);
  if (known) return new StoreError(known[0], `${known[1]} (${detail})`, { cause: error });
  return new StoreError('failed', `The index failed: ${detail}`, { cause: error });
}

/** SQLite's primary result code of an error that came from it; 0 for any other. */
export function primaryCode(error: unknown): number {
  const code = (error as { errcode?: unknown } | null | undefined)?.errcode;
  return typeof code === 'number' ? code & 0xff : 0;
}

function systemCode(error: unknown): string {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
