import type { FileStamp, PreparedFile } from '../store';
import { bytes, int, type Database } from './database';
import { NameLedger } from './nameLedger';
import { packNames, unpackNames, type PackedName } from './packedArticle';
import type { PreparedArticle, PreparedName } from './prepare';
import { speakerToken, type PreparedQuotation } from './prepareQuotations';
import { rankOf, tieOf } from './rank';
import type { ReportCache } from './reportGraph';
import { Totals } from './totals';
import { EventLedger } from './writeEvents';

/** Waits when the work has held the thread long enough; a no-op where readers share the connection. */
export type Pause = () => Promise<void>;

/** The writing half of the store, for the length of one transaction. */
export class WriteSession {
  readonly #names: NameLedger;
  readonly #events: EventLedger;
  readonly #totals: Totals;

  constructor(private readonly database: Database, private readonly pause: Pause, private readonly reports: ReportCache) {
    this.#totals = new Totals(database);
    this.#names = new NameLedger(database);
    this.#events = new EventLedger(database, this.#totals, reports);
  }

  async replace(file: PreparedFile): Promise<void> {
    await this.remove(file.path);
    const { stamp } = file;
    const id = this.database.run(
      'INSERT INTO file (path, size, mtime, hash, problems) VALUES (?, ?, ?, ?, ?)',
      file.path, stamp.size, stamp.mtimeMs, stamp.hash, file.problems.length > 0 ? JSON.stringify(file.problems) : null,
    );
    this.#totals.add('files', 1);
    for (const [ordinal, article] of (file.prepared as readonly PreparedArticle[]).entries()) {
      this.#insertArticle(id, file.path, ordinal, article);
      await this.pause();
    }
  }

  async remove(path: string): Promise<void> {
    const file = this.database.get('SELECT id FROM file WHERE path = ?', path);
    if (!file) return;
    const id = int(file['id']);
    for (const row of this.database.all('SELECT id, words, names, quotations, quotationCount, events, eventCount, kept FROM article WHERE file = ?', id)) {
      this.#removeArticle(path, row);
      await this.pause();
    }
    this.database.run('DELETE FROM file WHERE id = ?', id);
    this.#totals.add('files', -1);
  }

  restamp(path: string, stamp: FileStamp): void {
    this.database.run('UPDATE file SET size = ?, mtime = ?, hash = ? WHERE path = ?', stamp.size, stamp.mtimeMs, stamp.hash, path);
  }

  /** Writes what has been gathered; the last step before the commit. */
  async finish(): Promise<void> {
    const { names } = await this.#names.flush(this.pause);
    this.#totals.add('names', names);
    await this.#events.finish(this.pause);
    this.#totals.flush();
  }

  /** What is kept of the reports holds from now on: the transaction is committed. */
  committed(): void {
    this.reports.end(this.#totals.state);
  }

  #insertArticle(file: number, path: string, ordinal: number, article: PreparedArticle): void {
    const quotations = this.#totals.reserve('nextQuotation', article.quotationCount);
    const events = this.#totals.reserve('nextReport', article.reports.length);
    const ids = article.names.map((name) => this.#names.idOf(name.key));
    const packed = article.names.map((name, i): PackedName => ({
      id: ids[i]!, mentions: name.mentions, score: name.score, forms: this.#names.formsOf(ids[i]!, name.forms), sentences: name.sentences,
    }));
    const id = this.database.run(
      'INSERT INTO article (file, ordinal, kept, day, words, metadata, context, sentences, names, quotations, quotationCount, events, eventCount) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      file, ordinal, article.body ? 1 : 0, article.day, article.words, article.metadata, article.context.join(' '), article.sentences,
      packNames(packed), quotations, article.quotationCount, events, article.reports.length,
    );
    this.database.run('INSERT INTO articleWords (rowid, words) VALUES (?, ?)', id, article.prose);
    if (article.body) this.database.run('INSERT INTO body (article, text) VALUES (?, ?)', id, article.body);
    article.names.forEach((name, i) => this.#insertName(id, name, packed[i]!));
    for (const quotation of article.quotations) this.#insertQuotation(id, quotation, quotations, ids);
    const { published, context } = article;
    this.#events.insert({ id, path, ordinal, published, context, first: events, end: events + article.reports.length }, article.reports, ids);
    this.#totals.add('articles', 1);
    this.#totals.add('untidy', 1);
    this.#totals.add('words', article.words);
    this.#totals.add('quotations', article.quotations.length);
  }

  #insertName(article: number, { rank, mentions, data }: PreparedName, { id, forms }: PackedName): void {
    this.database.run('INSERT INTO bearer (name, rank, article, mentions, data) VALUES (?, ?, ?, ?, ?)', id, rank, article, mentions, data);
    this.#names.count(id, mentions, 1);
    for (const form of forms) this.#names.countForm(form, 1);
  }

  #insertQuotation(article: number, quotation: PreparedQuotation, first: number, ids: readonly number[]): void {
    const id = first + quotation.index;
    const speaker = quotation.speaker === null ? null : ids[quotation.speaker]!;
    this.database.run(
      'INSERT INTO quotation (id, article, rank, copy, speaker, opening, data) VALUES (?, ?, ?, ?, ?, ?, ?)',
      id, article, quotation.rank, quotation.copy, speaker, quotation.opening, quotation.data,
    );
    this.database.run('INSERT INTO quotationWords (rowid, words) VALUES (?, ?)', id, speaker === null ? quotation.words : `${quotation.words} ${speakerToken(speaker)}`);
  }

  #removeArticle(path: string, row: ReturnType<Database['all']>[number]): void {
    const id = int(row['id']);
    const place = this.database.get('SELECT ordinal, day FROM article WHERE id = ?', id);
    const tie = tieOf(path, int(place?.['ordinal']));
    for (const name of unpackNames(bytes(row['names']))) {
      this.database.run('DELETE FROM bearer WHERE name = ? AND rank = ? AND article = ?', name.id, rankOf(name.score, int(place?.['day']), tie), id);
      this.#names.count(name.id, -name.mentions, -1);
      for (const form of name.forms) this.#names.countForm(form, -1);
    }
    const from = int(row['quotations']);
    const to = from + int(row['quotationCount']);
    const direct = this.database.all('SELECT id FROM quotation WHERE id >= ? AND id < ?', from, to);
    for (const quotation of direct) this.database.run('DELETE FROM quotationWords WHERE rowid = ?', int(quotation['id']));
    this.database.run('DELETE FROM quotation WHERE id >= ? AND id < ?', from, to);
    this.#events.remove(int(row['events']), int(row['events']) + int(row['eventCount']));
    this.database.run('DELETE FROM articleWords WHERE rowid = ?', id);
    if (int(row['kept']) === 1) this.database.run('DELETE FROM body WHERE article = ?', id);
    this.database.run('DELETE FROM article WHERE id = ?', id);
    this.#totals.add('articles', -1);
    this.#totals.add('words', -int(row['words']));
    this.#totals.add('quotations', -direct.length);
  }
}
