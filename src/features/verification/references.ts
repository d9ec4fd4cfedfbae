import type { CorpusStore } from '../../corpus/store/store';
import { bibliographyEntries } from '../citations/bibliography';

/** A bibliography file as it was read. */
export interface BibliographyFile {
  readonly name: string;
  readonly text: string;
  /** Folders that the paths of its articles may count from, likeliest first: its own, the draft's. */
  readonly folders: readonly string[];
}

/**
 * The keys of bibliographies, with the path of the article of each; null where an entry is no article of the corpus.
 * @param resolve makes a path of an entry absolute
 */
export async function bibliographyKeys(store: Pick<CorpusStore, 'articlesAt'>, files: readonly BibliographyFile[], resolve: (folder: string, path: string) => string): Promise<ReadonlyMap<string, string | null>> {
  const keys = new Map<string, string | null>();
  for (const { name, text, folders } of files) {
    if (!/\.json$/i.test(name)) {
      // BibTeX says of a key only that it is there.
      for (const [, key] of text.matchAll(/@[a-z]{2,30}\s?\{\s{0,20}([^\s,{}]{1,200}),/gi)) if (!keys.has(key!)) keys.set(key!, null);
      continue;
    }
    for (const { key, path } of bibliographyEntries(text)) {
      let found: string | null = null;
      for (const folder of path === undefined ? [] : folders) {
        const absolute = resolve(folder, path!);
        if (found === null && (await store.articlesAt(absolute)).length > 0) found = absolute;
      }
      keys.set(key, found);
    }
  }
  return keys;
}
