import type { Problem } from '../../../article/article';
import type { NameKind } from '../../../language/types';
import type * as Api from '../store';
import { foldedWords } from '../../fold';
import { turn } from '../../turns';
import { StoreError } from '../store';
import { articlePage } from './articlePage';
import type { EmbeddedStore } from './index';
import { connect, createTables, reconnect, type Connections, type ConnectOptions } from './connect';
import { type Database, int, str } from './database';
import { toStoreError } from './errors';
import { Events } from './events';
import { WordIndex } from './likelyArticles';
import { countMentions, mentionsOf } from './mentions';
import { Names } from './names';
import { OtherWriters } from './otherWriters';
import { findPassages } from './passages';
import { Postings } from './postings/postings';
import { articlePostings, listingPostings, quotationPostings } from './postings/tables';
import { prepareFile } from './prepare';
import { Quotations } from './quotations';
import { ARTICLE_COLUMNS, articleOf, Reading } from './reading';
import { NameCache } from './nameLedger';
import { ReportCache } from './reportCache';
import { printOfPath, stampOf } from './stamps';
import { Texts, type TextOptions } from './texts';
import { readTotal, readTotals } from './totals';
import { tidyUp, Tidying } from './tidy';
import { WriteSession } from './write';
import { Writer } from './writer';

export interface SqliteStoreOptions extends ConnectOptions, TextOptions {
  /** Milliseconds to wait for another window that writes before giving up with `locked`; 5,000 by default. */
  readonly lockTimeout?: number;
  /** Takes the bytes apart as which prepared files come from another thread. */
  readonly unpack?: (bytes: Uint8Array) => unknown;
}

/** Stamps read in one go. */
const STAMPS = 1_000;
/** Ids of articles read in one go. */
const IDS = 2_000;

/** The parts that work on one pair of connections. */
interface Parts {
  readonly connections: Connections;
  readonly writer: Writer;
  readonly reading: Reading;
  readonly names: Names;
  readonly quotations: Quotations;
  readonly events: Events;
  readonly words: WordIndex;
  readonly articleWords: Postings;
}

/** The corpus in one SQLite file. */
export class SqliteStore implements EmbeddedStore {
  readonly #listeners = new Set<() => void>();
  readonly #kept = { names: new NameCache(), reports: new ReportCache() };
  readonly #tidying = new Tidying();
  readonly #others = new OtherWriters(() => this.#parts.connections.reader, () => this.#changed());
  #parts: Parts;
  #closed = false;

  /** @throws StoreError when the database cannot be opened */
  constructor(private readonly options: SqliteStoreOptions) {
    this.#parts = this.#assemble(connect(options));
  }

  replace(files: readonly (Api.IndexedFile | Api.PreparedFile)[]): Promise<void> {
    return this.#write(async (session) => {
      for (const file of files) await session.replace('prepared' in file ? this.#unpacked(file) : prepareFile(file));
    });
  }

  remove(paths: readonly string[]): Promise<void> {
    return this.#write(async (session) => {
      for (const path of paths) await session.remove(path);
    });
  }

  restamp(path: string, stamp: Api.FileStamp): Promise<void> {
    return this.#write((session) => Promise.resolve(session.restamp(path, stamp)));
  }

  async clear(): Promise<void> {
    try {
      await this.#parts.writer.transaction((database) => Promise.resolve(createTables(database)));
      this.#parts.reading.texts.forget();
    } catch (error) {
      if (toStoreError(error).code !== 'corrupt') throw error;
      this.#parts.connections.close();
      this.#parts = this.#assemble(reconnect(this.options, 'The index was damaged. It is being built again from the articles.'));
    }
    this.#changed();
  }

  eachStamp(tell: (path: string, stamp: Api.FileStamp) => void): Promise<void> {
    return this.#read(async ({ reading }) => {
      for (let last = -1, more = true; more;) {
        await turn();
        const rows = reading.database.all('SELECT id, path, size, mtime, hash FROM file WHERE id > ? ORDER BY id LIMIT ?', last, STAMPS);
        for (const row of rows) tell(str(row['path']), stampOf(row));
        more = rows.length === STAMPS;
        last = int(rows.at(-1)?.['id']);
      }
    });
  }

  problems(): Promise<readonly Problem[]> {
    return this.#read(({ reading }) => reading.database
      .all('SELECT problems FROM file WHERE problems IS NOT NULL ORDER BY path')
      .flatMap((row) => JSON.parse(str(row['problems'])) as Problem[]));
  }

  counts(): Promise<Api.StoreCounts> {
    return this.#read(({ reading }) => {
      const totals = readTotals(reading.database);
      const total = (key: keyof Api.StoreCounts): number => totals.get(key) ?? 0;
      return {
        files: total('files'), articles: total('articles'), names: total('names'),
        quotations: total('quotations'), events: total('events'), words: total('words'),
      };
    });
  }

  articlesLacking(): Promise<Api.ArticlesLacking> {
    return this.#read(({ reading }) => ({ date: readTotal(reading.database, 'without date'), outlet: readTotal(reading.database, 'without outlet') }));
  }

  articles(page: Api.Page): Promise<readonly Api.ArticleRecord[]> {
    return this.#read(({ reading }) => articlePage(reading.database, page));
  }

  articleIds(): Promise<Api.ArticleIds> {
    return this.#read(async ({ reading: { database } }) => {
      for (;;) {
        const generation = readTotal(database, 'generation'), ids = await allArticleIds(database);
        // Emptied meanwhile: ids of before and after do not go together.
        if (readTotal(database, 'generation') === generation) return { generation, ids };
      }
    });
  }

  articlesById(ids: readonly Api.ArticleId[]): Promise<ReadonlyMap<Api.ArticleId, Api.ArticleRecord>> {
    return this.#read(({ reading }) => reading.articles(ids));
  }

  article(id: Api.ArticleId): Promise<Api.ArticleRecord | undefined> {
    return this.#read(({ reading }) => reading.article(id));
  }

  articlesAt(path: string): Promise<readonly Api.ArticleRecord[]> {
    return this.#read(({ reading }) => reading.database
      .all(
        `SELECT ${ARTICLE_COLUMNS} FROM file JOIN article ON article.file = file.id
         WHERE file.print = ? AND file.path = ? ORDER BY article.ordinal`,
        printOfPath(path), path,
      )
      .map(articleOf));
  }

  articleText(id: Api.ArticleId): Promise<string | undefined> {
    return this.#read(async ({ reading }) => (await reading.texts.read(id))?.text);
  }

  name(id: Api.NameId): Promise<Api.NameRecord | undefined> {
    return this.#read(({ names }) => names.byId(id));
  }

  namesByForm(form: string, limit?: number): Promise<readonly Api.NameRecord[]> {
    return this.#read(({ names }) => names.byForm(form, limit));
  }

  namesByPrefix(prefix: string, limit: number): Promise<readonly Api.NameRecord[]> {
    return this.#read(({ names }) => names.byPrefix(prefix, limit));
  }

  namesBySlip(form: string, limit: number): Promise<readonly Api.NameRecord[]> {
    return this.#read(({ names }) => names.bySlip(form, limit));
  }

  names(page: Api.Page, which: Api.NameChoice = {}): Promise<readonly Api.NameRecord[]> {
    return this.#read(({ names }) => names.page(page, which));
  }

  countNames(kind: NameKind): Promise<number> {
    return this.#read(({ names }) => names.count(kind));
  }

  mentions(name: Api.NameId | readonly Api.NamePart[], page: Api.Page): Promise<readonly Api.MentionRecord[]> {
    return this.#read(({ reading }) => mentionsOf(reading, name, page));
  }

  mentionCounts(parts: readonly Api.NamePart[]): Promise<Pick<Api.NameRecord, 'mentions' | 'articles'>> {
    return this.#read(({ reading }) => countMentions(reading.database, parts));
  }

  company(name: Api.NameId, limit: number): Promise<readonly Api.NameRecord[]> {
    return this.#read(({ names }) => names.company(name, limit));
  }

  quotations(query: Api.QuotationQuery): Promise<readonly Api.QuotationRecord[]> {
    return this.#read(({ quotations }) => quotations.search(query));
  }

  quotation(id: number): Promise<Api.QuotationRecord | undefined> {
    return this.#read(({ quotations }) => quotations.byId(id));
  }

  quotationsOf(article: Api.ArticleId): Promise<readonly Api.QuotationRecord[]> {
    return this.#read(({ quotations }) => quotations.ofArticle(article));
  }

  likelyArticles(passage: string, limit: number, which?: Api.Likelihood): Promise<readonly Api.LikelyArticle[]> {
    return this.#read(({ words }) => words.likely(passage, limit, which));
  }

  wordFrequencies(words: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.#read(async (parts) => {
      const folded = words.map((word) => foldedWords(word));
      const counts = await parts.words.frequencies([...new Set(folded.flat())]);
      return new Map(words.map((word, i) => [word, Math.min(...(folded[i]!.length > 0 ? folded[i]!.map((part) => counts.get(part) ?? 0) : [0]))]));
    });
  }

  passages(words: string, limit: number): Promise<readonly Api.Passage[]> {
    return this.#read(({ reading, articleWords }) => findPassages(reading, articleWords, words, limit));
  }

  events(query: Api.EventQuery): Promise<readonly Api.EventRecord[]> {
    return this.#read(({ events }) => events.page(query));
  }

  countEvents(query: Omit<Api.EventQuery, 'page' | 'order'>): Promise<number> {
    return this.#read(({ events }) => events.count(query));
  }

  eventHeadings(query: Omit<Api.EventQuery, 'page' | 'order'>): Promise<readonly Api.EventHeading[]> {
    return this.#read(({ events }) => events.headings(query));
  }

  eventTypes(query: Omit<Api.EventQuery, 'page' | 'order'>): Promise<readonly Api.EventTypeCount[]> {
    return this.#read(({ events }) => events.types(query));
  }

  eventNames(query: Omit<Api.EventQuery, 'page' | 'order'>, page: Api.Page): Promise<readonly Api.EventNameCount[]> {
    return this.#read(({ events }) => events.names(query, page));
  }

  event(id: Api.EventId): Promise<Api.EventRecord | undefined> {
    return this.#read(({ events }) => events.byId(id));
  }

  eventSources(id: Api.EventId): Promise<readonly Api.EventSource[]> {
    return this.#read(({ events }) => events.sources(id));
  }

  eventArticles(ids: readonly Api.EventId[]): Promise<ReadonlyMap<Api.EventId, readonly Api.ArticleRecord[]>> {
    return this.#read(({ events }) => events.articles(ids));
  }

  noticed(): void {
    if (this.#closed) return;
    this.#parts.reading.texts.forget();
    this.#changed();
  }

  async tidy(time: number): Promise<boolean> {
    this.#guard();
    let more = false;
    await this.#parts.writer.transaction((database) => Promise.resolve(void (more = tidyUp(database, this.#tidying, time))));
    // Readers find a page sooner in the database than in a long log. Where one reads just now, it stays for the next time.
    if (!more) this.#parts.connections.writer.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return more;
  }

  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.options.path !== ':memory:' && !this.#closed) this.#others.start();
    return () => this.#listeners.delete(listener);
  }

  async release(): Promise<void> {
    await this.#parts.writer.idle();
    if (this.#closed) return;
    const { connections: { reader, writer }, reading, words, events } = this.#parts;
    for (const kept of [reading.texts, words]) kept.forget();
    events.release();
    for (const database of new Set([reader, writer])) database.exec('PRAGMA shrink_memory');
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#listeners.clear();
    this.#others.stop();
    await this.#parts.writer.idle();
    this.#parts.connections.close();
  }

  #assemble(connections: Connections): Parts {
    const reading = new Reading(connections.reader, new Texts(connections.reader, this.options));
    const names = new Names(connections.reader);
    const shared = connections.reader === connections.writer, pauses = !this.options.alone && !shared;
    const writer = new Writer(connections.writer, { pauses, lockTimeout: this.options.lockTimeout ?? 5_000 });
    const articleWords = new Postings(connections.reader, articlePostings), quotationWords = new Postings(connections.reader, quotationPostings);
    return {
      connections, writer, reading, names, articleWords, events: new Events(reading, connections, { reports: new Postings(connections.reader, listingPostings), articles: articleWords }),
      quotations: new Quotations(reading, names, quotationWords), words: new WordIndex(connections.reader, articleWords, quotationWords),
    };
  }

  async #read<T>(work: (parts: Parts) => T | Promise<T>): Promise<T> {
    this.#guard();
    try {
      // On a shared connection a reader would see half of a transaction.
      if (this.#parts.connections.reader === this.#parts.connections.writer) await this.#parts.writer.idle();
      return await work(this.#parts);
    } catch (error) {
      throw toStoreError(error);
    }
  }

  async #write(work: (session: WriteSession) => Promise<void>): Promise<void> {
    this.#guard();
    let session: WriteSession | undefined;
    await this.#parts.writer.transaction(async (database, pause) => {
      session = new WriteSession(database, pause, this.#kept);
      await work(session);
      await session.finish();
    });
    session?.committed();
    this.#changed();
  }

  #changed(): void {
    this.#others.seen();
    this.#parts.words.forget();
    this.#parts.events.forget();
    for (const listener of [...this.#listeners]) listener();
  }

  #unpacked(file: Api.PreparedFile): Api.PreparedFile {
    if (!(file.prepared instanceof Uint8Array)) return file;
    if (!this.options.unpack) throw new StoreError('failed', `${file.path} came packed to a store that cannot unpack.`);
    return { ...file, prepared: this.options.unpack(file.prepared) };
  }

  #guard(): void {
    if (this.#closed) throw new StoreError('closed', 'The index has been closed.');
  }
}

async function allArticleIds(database: Database): Promise<Api.ArticleId[]> {
  const ids: Api.ArticleId[] = [];
  for (let day = Number.MAX_SAFE_INTEGER, last = 0; ;) {
    await turn();
    const rows = database.numbers('SELECT id, day FROM article WHERE day = ? AND id > ? ORDER BY id LIMIT ?', day, last, IDS);
    if (rows.length === 0) rows.push(...database.numbers('SELECT id, day FROM article WHERE day < ? ORDER BY day DESC, id LIMIT ?', day, IDS));
    if (rows.length === 0) return ids;
    for (const [id] of rows) ids.push(id!);
    [last, day] = rows.at(-1) as [number, number];
  }
}
