import type { AnalysedArticle, FileStamp, IndexedFile } from '../store';
import { fold, foldedWords } from '../../fold';
import { articleContext } from '../../merging';
import { bytes, int, type Database } from './database';
import { NameLedger } from './nameLedger';
import { packMentions, packNames, packSpans, unpackNames, type PackedName } from './packedArticle';
import { dayOf, rankOf, tieOf } from './rank';
import type { ReportCache } from './reportGraph';
import { tellingMentions } from './telling';
import { Totals } from './totals';
import { insertQuotations } from './writeQuotations';
import { EventLedger } from './writeEvents';

/** Waits when the work has held the thread long enough; a no-op where readers share the connection. */
export type Pause = () => Promise<void>;

/** The writing half of the store, for the length of one transaction. */
export class WriteSession {
  readonly #names: NameLedger;
  readonly #events: EventLedger;
  readonly #totals: Totals;

  constructor(private readonly database: Database, private readonly pause: Pause, reports: ReportCache) {
    this.#totals = new Totals(database);
    this.#names = new NameLedger(database);
    this.#events = new EventLedger(database, this.#totals, reports);
  }

  async replace(file: IndexedFile): Promise<void> {
    await this.remove(file.path);
    const { stamp } = file;
    const id = this.database.run(
      'INSERT INTO file (path, size, mtime, hash, problems) VALUES (?, ?, ?, ?, ?)',
      file.path, stamp.size, stamp.mtimeMs, stamp.hash, file.problems.length > 0 ? JSON.stringify(file.problems) : null,
    );
    this.#totals.add('files', 1);
    // Several articles cannot each be the whole file, whatever the reader says.
    const kept = !file.textIsFile || file.articles.length > 1;
    for (const [ordinal, article] of file.articles.entries()) {
      this.#insertArticle(id, file.path, ordinal, article, kept);
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

  #insertArticle(file: number, path: string, ordinal: number, article: AnalysedArticle, kept: boolean): void {
    const day = dayOf(article.metadata.published?.value);
    const tie = tieOf(path, ordinal);
    const prose = withoutNoise(article);
    const words = foldedWords(prose).length;
    const quotations = this.#totals.reserve('nextQuotation', article.analysis.quotations.length);
    const events = this.#totals.reserve('nextReport', article.analysis.events.length);
    const ids = article.analysis.names.map((name) => this.#names.idOf(name));
    const id = this.database.run(
      'INSERT INTO article (file, ordinal, kept, day, words, metadata, context, sentences, names, quotations, quotationCount, events, eventCount) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      file, ordinal, kept ? 1 : 0, day, words, JSON.stringify(article.metadata), articleContext(prose).join(' '), packSpans(article.analysis.sentences),
      new Uint8Array(0), quotations, article.analysis.quotations.length, events, article.analysis.events.length,
    );
    this.database.run('INSERT INTO articleWords (rowid, words) VALUES (?, ?)', id, fold(prose));
    if (kept) this.database.run('INSERT INTO body (article, text) VALUES (?, ?)', id, new TextEncoder().encode(article.text));
    const names = this.#insertNames(id, article, ids, day, tie);
    this.database.run('UPDATE article SET names = ? WHERE id = ?', packNames(names), id);
    const direct = insertQuotations(this.database, { article, id, ids, day, tie, first: quotations });
    this.#events.insert({ article, id, ids, first: events });
    this.#totals.add('articles', 1);
    this.#totals.add('words', words);
    this.#totals.add('quotations', direct);
  }

  #insertNames(id: number, article: AnalysedArticle, ids: readonly number[], day: number, tie: number): PackedName[] {
    const telling = tellingMentions(article.analysis);
    const packed = new Map<number, PackedName>();
    for (const index of article.analysis.names.keys()) {
      const nameId = ids[index] ?? 0;
      // Two names of the text may be one to the corpus: their mentions go together.
      if (packed.has(nameId)) continue;
      const mentions = telling.filter((_, other) => ids[other] === nameId).flat();
      if (mentions.length === 0) continue;
      mentions.sort((a, b) => b.score - a.score || a.start - b.start);
      const score = mentions[0]?.score ?? 0;
      const forms = [...new Set(article.analysis.names.flatMap((each, other) => (ids[other] === nameId ? this.#names.formsOf(nameId, each) : [])))];
      const sentences = [...new Set(mentions.flatMap((mention) => mention.sentenceIndex ?? []))].sort((a, b) => a - b);
      packed.set(nameId, { id: nameId, mentions: mentions.length, score, forms, sentences });
      this.database.run(
        'INSERT INTO bearer (name, rank, article, mentions, data) VALUES (?, ?, ?, ?, ?)',
        nameId, rankOf(score, day, tie), id, mentions.length, packMentions(mentions),
      );
      this.#names.count(nameId, mentions.length, 1);
      for (const form of forms) this.#names.countForm(form, 1);
    }
    return [...packed.values()];
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

/** The article's own words: every stretch of noise becomes a space. */
function withoutNoise(article: AnalysedArticle): string {
  let at = 0;
  let prose = '';
  for (const noise of article.noise) {
    prose += `${article.text.slice(at, Math.max(at, noise.start))} `;
    at = Math.max(at, noise.end);
  }
  return prose + article.text.slice(at);
}
