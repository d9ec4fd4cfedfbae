import type { FileStamp, PreparedFile } from '../store';
import { ArticleData, packIds, unpackIds } from './articleData';
import { bytes, int, type Database, type Row } from './database';
import { NameLedger, type NameCache } from './nameLedger';
import { PostingWriter } from './postings/postingWriter';
import { articlePostings, nameToken, quotationPostings } from './postings/tables';
import type { PreparedArticle } from './prepare';
import type { PreparedQuotation } from './prepareQuotations';
import { NO_OUTLET, rankOf, tieOf } from './rank';
import type { ReportCache } from './reportCache';
import { UNKNOWN_DAY } from './schema';
import { packHash, printOfPath } from './stamps';
import { Totals } from './totals';
import { EventLedger } from './writeEvents';

/** Waits when the work has held the thread long enough; a no-op where readers share the connection. */
export type Pause = () => Promise<void>;

/** What is kept ready between transactions. */
export interface KeptReady {
  readonly names: NameCache;
  readonly reports: ReportCache;
}

/** The writing half of the store, for the length of one transaction. */
export class WriteSession {
  readonly #names: NameLedger;
  readonly #events: EventLedger;
  readonly #totals: Totals;
  readonly #articleWords: PostingWriter;
  readonly #quotationWords: PostingWriter;
  /** Rows of `bearer` that are still to be written: name, rank, article, mentions. */
  #bearers: [name: number, rank: number, article: number, mentions: number][] = [];

  constructor(private readonly database: Database, private readonly pause: Pause, private readonly kept: KeptReady) {
    this.#totals = new Totals(database);
    this.#names = new NameLedger(database, this.#totals, kept.names);
    this.#events = new EventLedger(database, this.#totals, kept.reports);
    this.#articleWords = new PostingWriter(database, articlePostings);
    this.#quotationWords = new PostingWriter(database, quotationPostings);
  }

  async replace(file: PreparedFile): Promise<void> {
    await this.remove(file.path);
    const { stamp } = file, id = this.#totals.reserve('nextFile', 1);
    this.database.run(
      'INSERT INTO file (id, path, print, size, mtime, hash, problems) VALUES (?, ?, ?, ?, ?, ?, ?)',
      id, file.path, printOfPath(file.path), stamp.size, stamp.mtimeMs, packHash(stamp.hash), file.problems.length > 0 ? JSON.stringify(file.problems) : null,
    );
    this.#totals.add('files', 1);
    for (const [ordinal, article] of (file.prepared as readonly PreparedArticle[]).entries()) {
      this.#insertArticle(id, file.path, ordinal, article);
      await this.pause();
    }
  }

  async remove(path: string): Promise<void> {
    const file = this.database.get('SELECT id FROM file WHERE print = ? AND path = ?', printOfPath(path), path);
    if (!file) return;
    await this.#settle();
    const id = int(file['id']);
    for (const row of this.database.all('SELECT id, ordinal, day, words, outlet, names, data, quotations, quotationCount, kept FROM article WHERE file = ?', id)) {
      this.#removeArticle(path, row);
      await this.pause();
    }
    this.database.run('DELETE FROM file WHERE id = ?', id);
    this.#totals.add('files', -1);
  }

  restamp(path: string, stamp: FileStamp): void {
    this.database.run('UPDATE file SET size = ?, mtime = ?, hash = ? WHERE print = ? AND path = ?', stamp.size, stamp.mtimeMs, packHash(stamp.hash), printOfPath(path), path);
  }

  /** Writes what has been gathered; the last step before the commit. */
  async finish(): Promise<void> {
    await this.#settle();
    await this.#articleWords.flush(this.pause);
    await this.#quotationWords.flush(this.pause);
    await this.#names.flush(this.pause);
    await this.#events.finish(this.pause);
    this.#totals.flush();
  }

  /** What is kept holds from now on: the transaction is committed. */
  committed(): void {
    this.kept.names.end(this.#totals.state);
    this.kept.reports.end(this.#totals.state);
  }

  #insertArticle(file: number, path: string, ordinal: number, article: PreparedArticle): void {
    const id = this.#totals.reserve('nextArticle', 1), quotations = this.#totals.reserve('nextQuotation', article.quotationCount);
    const ids = article.names.map(({ key, mentions, forms }) => this.#names.add(key, mentions, forms));
    const { published, appeared, context, data, story, reports, sketch } = article;
    this.database.run(
      'INSERT INTO article (id, file, ordinal, kept, day, words, outlet, quotations, quotationCount, reportCount, metadata, names, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      id, file, ordinal, article.body ? 1 : 0, article.day, article.words, article.outlet, quotations, article.quotationCount, reports.length, article.metadata, packIds(ids), data,
    );
    this.#articleWords.add(id, article.vocabulary);
    if (article.body) this.database.run('INSERT INTO body (article, text) VALUES (?, ?)', id, article.body);
    article.names.forEach(({ rank, mentions }, i) => this.#bearers.push([ids[i]!, rank, id, mentions]));
    for (const quotation of article.quotations) this.#insertQuotation(id, quotation, quotations, ids);
    this.#events.insert(id, path, ordinal, { published, appeared, context, data, story, reports, sketch }, ids);
    this.#totals.add('articles', 1);
    this.#countLacking(article.day, article.outlet, 1);
    this.#totals.add('words', article.words);
    this.#totals.add('quotations', article.quotations.length);
  }

  #countLacking(day: number, outlet: number, change: number): void {
    if (day === UNKNOWN_DAY) this.#totals.add('without date', change);
    if (outlet === NO_OUTLET) this.#totals.add('without outlet', change);
  }

  #insertQuotation(article: number, quotation: PreparedQuotation, first: number, ids: readonly number[]): void {
    const id = first + quotation.index;
    const speaker = quotation.speaker === null ? null : ids[quotation.speaker]!;
    this.database.run(
      'INSERT INTO quotation (id, article, rank, copy, speaker, data) VALUES (?, ?, ?, ?, ?, ?)', id, article, quotation.rank, quotation.copy, speaker, quotation.data,
    );
    this.#quotationWords.add(id, speaker === null ? quotation.words : `${quotation.words} ${nameToken(speaker)}`);
  }

  /** Writes rows in the order of their tables, so that those that stand beside each other are written together. */
  async #settle(): Promise<void> {
    this.#events.settle();
    const rows = this.#bearers.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    this.#bearers = [];
    for (const row of rows) {
      this.database.run('INSERT INTO bearer (name, rank, article, mentions) VALUES (?, ?, ?, ?)', ...row);
      await this.pause();
    }
  }

  #removeArticle(path: string, row: Row): void {
    const id = int(row['id']), day = int(row['day']), tie = tieOf(path, int(row['ordinal']));
    const ids = unpackIds(bytes(row['names']));
    new ArticleData(bytes(row['data'])).names.forEach(({ score, mentions, forms }, i) => {
      this.database.run('DELETE FROM bearer WHERE name = ? AND rank = ? AND article = ?', ids[i]!, rankOf(score, day, tie), id);
      this.#names.remove(ids[i]!, mentions.length, forms);
    });
    const from = int(row['quotations']), to = from + int(row['quotationCount']);
    const direct = this.database.all('SELECT id FROM quotation WHERE id >= ? AND id < ?', from, to);
    for (const quotation of direct) this.#quotationWords.remove(int(quotation['id']));
    this.database.run('DELETE FROM quotation WHERE id >= ? AND id < ?', from, to);
    this.#events.remove(id);
    this.#articleWords.remove(id);
    if (int(row['kept']) === 1) this.database.run('DELETE FROM body WHERE article = ?', id);
    this.database.run('DELETE FROM article WHERE id = ?', id);
    this.#totals.add('articles', -1);
    this.#countLacking(day, int(row['outlet']), -1);
    this.#totals.add('words', -int(row['words']));
    this.#totals.add('quotations', -direct.length);
  }
}
