import { authorsOf, type CslName } from './authors';
import { titleOf, type CitedArticle } from './citedArticle';

/** One entry of a CSL-JSON bibliography, as Attest writes it. Schema: citation-style-language/schema, csl-data.json. */
export interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper';
  readonly title?: string;
  readonly 'container-title'?: string;
  readonly author?: readonly CslName[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL?: string;
  /** Ties the entry to the file of the corpus, see {@link pathNote}. */
  readonly note: string;
}

const notePrefix = 'attest: ';

/** The note of an entry that stands for the article in this file. */
export function pathNote(path: string): string {
  return notePrefix + path;
}

/** The path in a note that {@link pathNote} made, also among other lines; undefined when there is none. */
export function notedPath(note: string): string | undefined {
  return note.split(/[\r\n]+/).find((line) => line.startsWith(notePrefix))?.slice(notePrefix.length).trim();
}

/** The entry for an article. What is not stated is left out; a date has the parts that are known, and no more. */
export function cslItem(article: CitedArticle, key: string): CslItem {
  const { outlet, byline, published, url } = article.metadata;
  const title = titleOf(article), parts = dateParts(published?.value), author = byline ? authorsOf(byline.value) : [];
  return {
    id: key,
    type: 'article-newspaper',
    ...(title ? { title } : {}),
    ...(outlet ? { 'container-title': outlet.value } : {}),
    ...(author.length > 0 ? { author } : {}),
    ...(parts ? { issued: { 'date-parts': [parts] } } : {}),
    ...(url ? { URL: url.value } : {}),
    note: pathNote(article.path),
  };
}

/** `2024-04-12` → [2024, 4, 12]; `2024-04` → [2024, 4]; a week or season → the year alone; undefined without a year. */
export function dateParts(value: string | undefined): readonly number[] | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(value ?? '');
  return match ? match.slice(1).filter((part) => part !== undefined).map(Number) : undefined;
}
