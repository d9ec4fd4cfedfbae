import { type ArticleCorrections, contentOf, isMarked, markedHash } from '../corrections/articles';
import type { KnownFiles } from './knownFiles';

/** A hash of bytes, rather than the word for why a file was not read. */
const ofBytes = /^[0-9a-f]+(?:\+|$)/;

/** Files that were analysed with other corrections than hold. Costs nothing where there are none. */
export function outdated(known: KnownFiles, corrections: ArticleCorrections, isThere: (path: string) => boolean): string[] {
  const paths: string[] = [];
  for (const [path, { hash }] of known.entries()) {
    if (!ofBytes.test(hash) || (corrections.isEmpty && !isMarked(hash))) continue;
    if (markedHash(contentOf(hash), corrections.fieldsOf(path, hash, isThere)) !== hash) paths.push(path);
  }
  return paths;
}
