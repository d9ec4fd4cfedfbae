import type { Metadata } from '../../../article/article';
import type { Span } from '../../../language/types';
import type { ArticleId, ArticleRecord, Passage } from '../store';
import { bytes, int, str, type Database, type Row } from './database';
import { unpackSpans } from './packedArticle';
import { sentenceAt } from './telling';
import type { ReadText, Texts } from './texts';

/** An article with what passages of it are made of. */
export interface OpenArticle {
  readonly record: ArticleRecord;
  readonly sentences: readonly Span[];
  readonly body: ReadText;
}

const COLUMNS = 'article.id, file.path, article.ordinal, article.metadata, article.words';

/** What all reading parts share: rows become articles, offsets become passages. */
export class Reading {
  constructor(readonly database: Database, readonly texts: Texts) {}

  article(id: ArticleId): ArticleRecord | undefined {
    const row = this.database.get(`SELECT ${COLUMNS} FROM article JOIN file ON file.id = article.file WHERE article.id = ?`, id);
    return row && articleOf(row);
  }

  /** By id; those that are gone are missing. One query however many. */
  articles(ids: Iterable<ArticleId>): Map<ArticleId, ArticleRecord & { readonly sentences: readonly Span[] }> {
    const rows = this.database.all(
      `SELECT ${COLUMNS}, article.sentences FROM (SELECT value FROM json_each(?)) AS wanted JOIN article ON article.id = wanted.value JOIN file ON file.id = article.file`,
      JSON.stringify([...new Set(ids)]),
    );
    return new Map(rows.map((row) => [int(row['id']), { ...articleOf(row), sentences: unpackSpans(bytes(row['sentences'])) }]));
  }

  /** Articles with their texts; those that are gone or whose text is not to be had are missing. */
  async open(ids: Iterable<ArticleId>): Promise<Map<ArticleId, OpenArticle>> {
    const found = this.articles(ids);
    const opened = await Promise.all([...found].map(async ([id, { sentences, ...record }]) => {
      const body = await this.texts.read(id);
      return body && ([id, { record, sentences, body }] as const);
    }));
    return new Map(opened.filter((each) => each !== undefined));
  }
}

/** An article of a row that has id, path, ordinal, metadata and words. */
export function articleOf(row: Row): ArticleRecord {
  return {
    id: int(row['id']), path: str(row['path']), ordinal: int(row['ordinal']),
    metadata: JSON.parse(str(row['metadata']) || '{}') as Metadata, words: int(row['words']),
  };
}

/** A stretch of an article as a passage. */
export function passageOf(article: OpenArticle, { start, end }: Span): Passage {
  const { text, lines } = article.body;
  return { article: article.record, start, end, text: text.slice(start, end), range: lines.range(start, end) };
}

/** The sentence or sentences a stretch stands in; the stretch itself where there are none. */
export function sentencesAround(sentences: readonly Span[], span: Span): Span {
  const first = sentenceAt(sentences, span.start);
  const last = sentenceAt(sentences, Math.max(span.start, span.end - 1));
  const start = first === null ? span.start : (sentences[first]?.start ?? span.start);
  const end = last === null ? span.end : (sentences[last]?.end ?? span.end);
  return { start: Math.min(start, span.start), end: Math.max(end, span.end) };
}
