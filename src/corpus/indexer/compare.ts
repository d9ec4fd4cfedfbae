import { readerFor } from '../../article/readers';
import { sizeLimit } from '../../article/limits';
import type { FileStamp } from '../store/store';
import type { FoundFile } from './scan';

/**
 * What a scan says of a file beside what the index knows: nothing to do; to be read (its hash then tells whether it has to be
 * analysed); or to be named to the writer without being read, because no reader takes it.
 */
export type Verdict = 'unchanged' | 'read' | 'name';

/** Compares by size and modification time alone: opening an unchanged corpus reads no file. */
export function compare(file: FoundFile, known: FileStamp | undefined): Verdict {
  const same = known !== undefined && known.size === file.size && known.mtimeMs === file.mtimeMs;
  if (!readerFor(file.path)) return same ? 'unchanged' : 'name';
  if (!same) return 'read';
  // A file that could not be read has no hash. Permission may be granted without a trace in size and time, so it is tried again.
  return known.hash === '' && file.size <= sizeLimit ? 'read' : 'unchanged';
}
