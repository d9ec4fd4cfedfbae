/** A stretch of an article's text: UTF-16 code units, half open `[start, end)`. */
export interface ArticleSpan {
  readonly start: number;
  readonly end: number;
}

/** Where a piece of metadata comes from. */
export type MetadataBasis = 'front matter' | 'text' | 'correction';

/** A piece of metadata as it is stated somewhere; what is stated nowhere is absent, never guessed. */
export interface Stated {
  readonly value: string;
  readonly basis: MetadataBasis;
}

/** What is known of an article besides its words. An absent field is unknown and shown as such. */
export interface Metadata {
  /** The headline. */
  readonly title?: Stated;
  /** Newspaper, agency, broadcaster or site that published it. */
  readonly outlet?: Stated;
  /** Authors as the byline names them. */
  readonly byline?: Stated;
  /** Publication date, ISO 8601 with the precision that is stated: `2024-04-12`, `2024-04`, `2024`. */
  readonly published?: Stated;
  /** Web address. Only `http:` and `https:` are kept. */
  readonly url?: Stated;
}

/** Why a stretch of text is no article prose. */
export type NoiseKind = 'advertisement' | 'promotion' | 'front matter' | 'byline' | 'markup' | 'boilerplate';

/** Text that stands in the file but is no part of what the article says. It keeps its offsets. */
export interface NoiseSpan extends ArticleSpan {
  readonly kind: NoiseKind;
}

/**
 * One news item. `text` is the file's decoded text for plain formats (so offsets are positions in the writer's file)
 * and the extracted text for others.
 */
export interface Article {
  readonly text: string;
  readonly metadata: Metadata;
  /** Ascending and disjoint. */
  readonly noise: readonly NoiseSpan[];
}

/** Why a file, or a part of it, could not be read as the writer meant it. Closed list: front ends map it once. */
export type ProblemCode =
  | 'binary' | 'empty' | 'encoding' | 'too-large' | 'unreadable' | 'vanished' | 'front-matter' | 'no-reader' | 'loop';

/** A problem with a corpus file, in words for the writer. */
export interface Problem {
  readonly code: ProblemCode;
  /** Absolute path of the file. */
  readonly path: string;
  /** One sentence that names what is wrong and one that says what to do. */
  readonly message: string;
  /** True when the article was indexed all the same. */
  readonly indexed: boolean;
  /** Where in the file, when it is at a place. */
  readonly span?: ArticleSpan;
}
