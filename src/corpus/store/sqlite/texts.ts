import { decodeText } from '../../../article/decode';
import { contentOf } from '../../corrections/articles';
import { LineIndex } from '../../lines';
import type { FileSystem } from '../../ports';
import type { FileStamp } from '../store';
import { bytes, int, str, type Database, type Row } from './database';
import { stampOf } from './stamps';

/** A text with its lines. */
export interface ReadText {
  readonly text: string;
  readonly lines: LineIndex;
}

export interface TextOptions {
  readonly fileSystem: Pick<FileSystem, 'stat' | 'readFile'>;
  /** The hash that stamps carry. Without it, a file whose time differs counts as changed. */
  readonly hash?: (bytes: Uint8Array) => string;
}

/** Columns that a text is read by. */
export const TEXT_COLUMNS = 'file.path, file.size, file.mtime, file.hash, article.kept';

/** Code units of text kept in memory; at one or two bytes each. */
const KEPT_UNITS = 4_000_000;

interface Kept extends ReadText {
  readonly stamp: FileStamp;
}

/** Texts of articles: from the writer's file while it is the one that was indexed, else from the index. */
export class Texts {
  readonly #kept = new Map<number, Kept>();
  #units = 0;

  constructor(private readonly database: Database, private readonly options: TextOptions) {}

  /** Undefined when the article is gone, or its file is not the one that was indexed. */
  async read(article: number): Promise<ReadText | undefined> {
    const row = this.database.get(`SELECT ${TEXT_COLUMNS} FROM article JOIN file ON file.id = article.file WHERE article.id = ?`, article);
    return row && this.ofRow(article, row);
  }

  /** The same for a row that has {@link TEXT_COLUMNS}. */
  async ofRow(article: number, row: Row): Promise<ReadText | undefined> {
    const stamp = stampOf(row);
    if (int(row['kept']) === 1) return this.#fromIndex(article, stamp);
    return this.#fromFile(article, str(row['path']), stamp);
  }

  /** Drops everything; after the index has changed as a whole. */
  forget(): void {
    this.#kept.clear();
    this.#units = 0;
  }

  #fromIndex(article: number, stamp: FileStamp): ReadText | undefined {
    const known = this.#kept.get(article);
    if (known?.stamp.hash === stamp.hash) return this.#touch(article, known);
    const row = this.database.get('SELECT text FROM body WHERE article = ?', article);
    return row && this.#keep(article, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes(row['text'])), stamp);
  }

  async #fromFile(article: number, path: string, stamp: FileStamp): Promise<ReadText | undefined> {
    try {
      const now = await this.options.fileSystem.stat(path);
      if (now.kind !== 'file' || now.size !== stamp.size) return undefined;
      const untouched = now.mtimeMs === stamp.mtimeMs;
      const known = this.#kept.get(article);
      if (known?.stamp.hash === stamp.hash && known.stamp.mtimeMs === now.mtimeMs) return this.#touch(article, known);
      const content = await this.options.fileSystem.readFile(path, now.size);
      if (content.length !== stamp.size) return undefined;
      if (!untouched && this.options.hash?.(content) !== contentOf(stamp.hash)) return undefined;
      const decoded = decodeText(content);
      return decoded && this.#keep(article, decoded.text, { ...stamp, mtimeMs: now.mtimeMs });
    } catch {
      // Gone or unreadable: the indexer will say so; here there is no text to show.
      return undefined;
    }
  }

  #keep(article: number, text: string, stamp: FileStamp): ReadText {
    const kept = { text, lines: new LineIndex(text), stamp };
    this.#drop(article);
    this.#kept.set(article, kept);
    this.#units += text.length;
    for (const [oldest, each] of this.#kept) {
      if (this.#units <= KEPT_UNITS || oldest === article) break;
      this.#kept.delete(oldest);
      this.#units -= each.text.length;
    }
    return kept;
  }

  #touch(article: number, kept: Kept): Kept {
    this.#kept.delete(article);
    this.#kept.set(article, kept);
    return kept;
  }

  #drop(article: number): void {
    const kept = this.#kept.get(article);
    if (!kept) return;
    this.#kept.delete(article);
    this.#units -= kept.text.length;
  }
}
