import type { Article, Problem } from './article';

/** What a file gave: articles (none when it could not be read) and what is wrong with it. */
export interface ReadResult {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  /** True when `text` of the articles is the decoded file itself, so that it need not be stored. */
  readonly textIsFile: boolean;
}

/** Turns the bytes of one format into articles. Never throws: what cannot be read becomes a problem. */
export interface ArticleReader {
  /** Lower-case file name endings, with the dot. */
  readonly extensions: readonly string[];
  /**
   * @param bytes the whole file
   * @param path absolute path, for messages only
   */
  read(bytes: Uint8Array, path: string): ReadResult;
}
