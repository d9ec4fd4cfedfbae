import type { Metadata, Stated } from '../../article/article';
import { hash48 } from '../fold';
import type { ArticleFields, FolderCorrections } from './model';
import { pathIn } from './paths';

/**
 * What the writer says of article files. The hash of an indexed file carries a mark of the fields that it was analysed with
 * (`<hash of the bytes>+<mark>`), so that a change of the corrections is noticed as a change of the file is.
 */
export interface ArticleCorrections {
  /** Absolute paths of which something is said; none when nothing is corrected. */
  readonly paths: readonly string[];
  /**
   * The fields for a file; undefined when none is corrected. An entry whose path is not in the corpus is that of every file with its content.
   * @param hash of the bytes, or as an indexed file carries it; '' when it is not known
   * @param isThere whether the corpus has a file of this absolute path
   */
  fieldsOf(path: string, hash: string, isThere: (path: string) => boolean): ArticleFields | undefined;
}

export const noArticleCorrections: ArticleCorrections = { paths: [], fieldsOf: () => undefined };

export function articleCorrections(folders: readonly FolderCorrections[]): ArticleCorrections {
  const byPath = new Map<string, ArticleFields>(), byContent = new Map<string, { readonly path: string; readonly content: string; readonly fields: ArticleFields }[]>();
  for (const { folder, corrections } of folders) {
    for (const { path, fields, content } of corrections.articles) {
      if (Object.keys(fields).length === 0) continue;
      const absolute = pathIn(folder, path);
      byPath.set(absolute, { ...byPath.get(absolute), ...fields });
      if (content === undefined) continue;
      const key = content.slice(0, SHORTEST), entry = { path: absolute, content, fields };
      const others = byContent.get(key);
      if (others) others.push(entry);
      else byContent.set(key, [entry]);
    }
  }
  return {
    paths: [...byPath.keys()],
    fieldsOf(path, hash, isThere) {
      const own = byPath.get(path);
      if (own || hash === '') return own;
      return byContent.get(hash.slice(0, SHORTEST))?.find((entry) => contentOf(hash).startsWith(entry.content) && !isThere(entry.path))?.fields;
    },
  };
}

/** Digits of a content mark at least. */
const SHORTEST = 8;

/** The hash under which a file is indexed that was analysed with these fields. */
export function markedHash(hash: string, fields: ArticleFields | undefined): string {
  return fields ? `${hash}+${markOf(fields)}` : hash;
}

/** The mark of fields: equal for equal ones. */
function markOf({ title, outlet, author, date, url }: ArticleFields): string {
  return hash48(JSON.stringify([title, outlet, author, date === null ? 0 : date, url])).toString(36);
}

/** The hash of the bytes alone. */
export function contentOf(hash: string): string {
  return hash.split('+', 1)[0]!;
}

export function isMarked(hash: string): boolean {
  return hash.includes('+');
}

/** Metadata with what the writer says in place of what the article states. */
export function correctMetadata(metadata: Metadata, fields: ArticleFields): Metadata {
  const { published, ...rest } = metadata, stated = (value: string): Stated => ({ value, basis: 'correction' });
  return {
    ...rest,
    ...(fields.date === undefined ? (published ? { published } : {}) : fields.date === null ? {} : { published: stated(fields.date) }),
    ...(fields.title === undefined ? {} : { title: stated(fields.title) }),
    ...(fields.outlet === undefined ? {} : { outlet: stated(fields.outlet) }),
    ...(fields.author === undefined ? {} : { byline: stated(fields.author) }),
    ...(fields.url === undefined ? {} : { url: stated(fields.url) }),
  };
}
