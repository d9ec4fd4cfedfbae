import type { Span } from '../../../language/types';
import { turn } from '../../turns';
import type { ArticleId, ArticleRecord, Passage } from '../store';
import { ArticleData, unpackIds } from './articleData';
import { bytes, int, str, type Database, type Row } from './database';
import { sentenceAt } from './telling';
import { unpackMetadata } from './packedMetadata';
import { TEXT_COLUMNS, type ReadText, type Texts } from './texts';

/** An article with what passages of it are made of. */
export interface OpenArticle {
  readonly record: ArticleRecord;
  /** What is said of it. */
  readonly data: ArticleData;
  /** Ids of its names, in the order in which the data have them. */
  readonly names: readonly number[];
  readonly body: ReadText;
}

/** Texts that are asked for at once. */
const TOGETHER = 8;

/** Columns that {@link articleOf} takes. */
export const ARTICLE_COLUMNS = 'article.id, file.path, article.ordinal, article.words, article.metadata';

/** What all reading parts share: rows become articles, offsets become passages. */
export class Reading {
  constructor(readonly database: Database, readonly texts: Texts) {}

  article(id: ArticleId): ArticleRecord | undefined {
    const row = this.database.get(`SELECT ${ARTICLE_COLUMNS} FROM article JOIN file ON file.id = article.file WHERE article.id = ?`, id);
    return row && articleOf(row);
  }

  /** By id; those that are gone are missing. */
  articles(ids: Iterable<ArticleId>): Map<ArticleId, ArticleRecord> {
    return new Map(this.#rows(ids, ARTICLE_COLUMNS).map((row) => [int(row['id']), articleOf(row)]));
  }

  /** Articles with their texts; those that are gone or whose text is not to be had are missing. */
  async open(ids: Iterable<ArticleId>): Promise<Map<ArticleId, OpenArticle>> {
    const rows = this.#rows(ids, `${ARTICLE_COLUMNS}, article.names, article.data, ${TEXT_COLUMNS}`);
    const opened = new Map<ArticleId, OpenArticle>();
    for (let at = 0; at < rows.length; at += TOGETHER) {
      await turn();
      await Promise.all(rows.slice(at, at + TOGETHER).map(async (row) => {
        const id = int(row['id']), body = await this.texts.ofRow(id, row);
        if (body) opened.set(id, openArticle(row, body));
      }));
    }
    return opened;
  }

  /** One query however many. */
  #rows(ids: Iterable<ArticleId>, columns: string): Row[] {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return [];
    return wanted.length === 1
      ? this.database.all(`SELECT ${columns} FROM article JOIN file ON file.id = article.file WHERE article.id = ?`, wanted[0]!)
      : this.database.all(`SELECT ${columns} FROM (SELECT value FROM json_each(?)) AS wanted JOIN article ON article.id = wanted.value JOIN file ON file.id = article.file`, JSON.stringify(wanted));
  }
}

/** What is said of it is unpacked when it is asked for. */
function openArticle(row: Row, body: ReadText): OpenArticle {
  let data: ArticleData | undefined;
  return { record: articleOf(row), names: unpackIds(bytes(row['names'])), body, get data() { return data ??= new ArticleData(bytes(row['data'])); } };
}

/** An article of a row that has {@link ARTICLE_COLUMNS}. */
export function articleOf(row: Row): ArticleRecord {
  return { id: int(row['id']), path: str(row['path']), ordinal: int(row['ordinal']), words: int(row['words']), ...unpackMetadata(bytes(row['metadata'])) };
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
