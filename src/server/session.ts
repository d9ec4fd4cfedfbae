import { t } from '@vscode/l10n';
import { articleCorrections, noArticleCorrections } from '../corpus/corrections/articles';
import { CorrectedStore } from '../corpus/corrections/correctedStore';
import { CorrectionFiles, watchCorrections } from '../corpus/corrections/files';
import type { FileSystem, FileWatcher, AnalysisPool, Clock, Log } from '../corpus/ports';
import { readerFor } from '../article/readers';
import { createFilter, type PathFilter } from '../corpus/indexer/filter';
import { createIndexer, type Indexer } from '../corpus/indexer/indexer';
import type { IndexState } from '../corpus/indexer/state';
import { type CorpusStore, StoreError } from '../corpus/store/store';
import { inLanguage } from '../features/phrases';
import { Retry } from './retry';
import { existingFolders } from './roots';
import { watchedStore } from './watchedStore';
import type { IndexStatus } from './protocol';

/** What a session is made of; the outer rooms hand it in. */
export interface SessionParts {
  readonly fileSystem: FileSystem;
  readonly watcher: FileWatcher;
  readonly pool: AnalysisPool;
  readonly clock: Clock;
  readonly log: Log;
  /** Opens the index; `anew` deletes the one that is there. */
  openStore(anew: boolean): Promise<CorpusStore>;
  /** Whether the file of the index is in order, looked through from end to end beside all other work. */
  sound(): Promise<boolean>;
  /** Told, in words for the writer, that an index has to be built again. */
  rebuilt(message: string): void;
}

export interface SessionListener {
  /** The state has changed; called often while indexing. */
  status(): void;
  /** The corpus has been compared with its folders for the first time. */
  settled(): void;
  /** What the index answers has changed. */
  index(): void;
}

/** How often a damaged index is built again before that is left to the writer: a disk that damages it once more is no help. */
const MENDINGS = 3;

/** The corpus of one server: its store, kept in step with its folders. */
export class CorpusSession {
  /** The index as the writer's corrections make it. */
  store: CorrectedStore | undefined;
  private indexer: Indexer | undefined;
  private state: IndexState = { phase: 'scanning', done: 0, total: 0 };
  private wanted: readonly string[] = [];
  private exclude: readonly string[] = [];
  private folders: readonly string[] = [];
  private filter: PathFilter = createFilter([], []);
  private failure: string | undefined;
  private opened = false;
  private mending = false;
  private mendings = 0;
  /** The index that has been looked through, or is being. */
  private lookedThrough: CorpusStore | undefined;
  private disposed = false;
  /** A full disk, a lock, a folder that is away: what keeps the index from its work may pass. */
  private readonly retry = new Retry(() => void this.rescan());
  /** True once the corpus has been compared with its folders; stays true while it is brought up to date. */
  settled = false;
  private articleCorrections = noArticleCorrections;
  private queue: Promise<void> = Promise.resolve();
  /** What the writer has decided about what the index finds. */
  readonly corrections: CorrectionFiles;

  constructor(private readonly parts: SessionParts, private readonly listener: SessionListener) {
    this.corrections = new CorrectionFiles(parts.fileSystem);
  }

  /** Puts the session on these folders; folders that do not exist are watched for. Calls are carried out one after the other. */
  configure(folders: readonly string[], exclude: readonly string[]): Promise<void> {
    return this.enqueue(async () => {
      // Settings of other things change as well: that is no reason to look at every file again.
      if (this.indexer && this.failure === undefined && JSON.stringify([folders, exclude]) === JSON.stringify([this.wanted, this.exclude])) return;
      this.wanted = folders;
      this.exclude = exclude;
      this.filter = createFilter(folders, exclude, (glob) => this.parts.log.warn(`The setting attest.corpus.exclude holds a pattern that is too intricate and is passed over: ${glob}`));
      await this.corrections.read(folders);
      this.articleCorrections = articleCorrections(this.corrections.files);
      this.store?.correct(this.corrections.files);
      if (!(await this.open()) || !this.indexer) return;
      // Not awaited: a later configuration must be able to end a long run of this one.
      void this.indexer.start(folders, exclude);
    });
  }

  /** Whether a file is one of the corpus, rather than a draft. */
  isArticle(path: string): boolean {
    return readerFor(path) !== undefined && this.filter.folderOf(path) !== undefined;
  }

  /** Whether a file may be a draft: it is neither an article nor a file of corrections. */
  isDraft(path: string): boolean {
    return !this.isArticle(path) && !this.corrections.files.some((file) => file.path === path);
  }

  /** Reads the files of corrections; what differs applies when this resolves. */
  async readCorrections(): Promise<void> {
    if (!(await this.corrections.read())) return;
    this.articleCorrections = articleCorrections(this.corrections.files);
    this.store?.correct(this.corrections.files);
    this.listener.index();
    await this.indexer?.corrected();
  }

  rescan(): Promise<void> {
    return this.enqueue(async () => {
      if (this.disposed) return;
      if (this.indexer) await this.indexer.rescan();
      else await this.startAnew(false);
    });
  }

  cancel(): void {
    void this.indexer?.cancel();
  }

  rebuild(): Promise<void> {
    return this.enqueue(async () => {
      if (!this.store) return this.startAnew(true);
      await this.store.clear();
      this.listener.index();
      await this.indexer?.rescan();
    });
  }

  /** A damaged index answers nothing more: it is put away and built again. One whose file was deleted or replaced is opened again. */
  private mend(code: 'corrupt' | 'closed'): void {
    if (this.mending || this.disposed) return;
    if (code === 'corrupt' && ++this.mendings > MENDINGS) {
      this.parts.log.error('The index was damaged again and again. Look at the disk it is on, then run “Attest: Rebuild Index”.');
      return;
    }
    this.mending = true;
    this.opened = false;
    this.state = { phase: 'scanning', done: 0, total: 0 };
    if (code === 'corrupt') this.parts.rebuilt('The index was damaged. It is being built again from the articles; nothing you wrote is touched.');
    const { store, indexer } = this;
    this.store = undefined;
    this.indexer = undefined;
    void this.enqueue(async () => {
      try {
        await indexer?.dispose();
        await store?.close();
      } finally {
        this.mending = false;
        await this.startAnew(code === 'corrupt');
        this.listener.index();
      }
    });
  }

  /** SQLite notices a damaged page only when it reads it, and not one that still looks like a page: the file is looked through once, when the writer has the index already. */
  private async lookThrough(): Promise<void> {
    const { store } = this;
    if (!store || this.lookedThrough === store) return;
    this.lookedThrough = store;
    const sound = await this.parts.sound().catch((error: unknown) => { this.parts.log.warn(`The index was not looked through: ${String(error)}`); return true; });
    if (this.store !== store) return;
    if (sound) this.parts.log.info('The index file is in order.');
    else this.mend('corrupt');
  }

  /** Opens the index, on what was configured last. */
  private async startAnew(anew: boolean): Promise<void> {
    if (this.disposed || !(await this.open(anew))) return;
    void this.indexer?.start(this.wanted, this.exclude);
  }

  /** Lets go of what is kept only so that answers come sooner; for when nobody asks. */
  async release(): Promise<void> {
    await this.store?.release().catch((error: unknown) => this.parts.log.warn(`Memory was not given back: ${String(error)}`));
  }

  async status(): Promise<IndexStatus> {
    const { store, state, failure } = this;
    this.folders = await existingFolders(this.parts.fileSystem, this.wanted);
    // While the index changes all the time, what corrections make of it is not worked out for a figure.
    const counts = await (state.phase === 'indexing' ? store?.uncorrectedCounts() : store?.counts())?.catch(() => undefined);
    const problems = await store?.problems().catch(() => undefined);
    const phase = failure !== undefined ? 'failed' : !this.opened ? 'starting' : state.phase === 'ready' && this.folders.length === 0 ? 'no-corpus' : state.phase;
    return {
      phase,
      articles: counts?.articles ?? 0,
      names: counts?.names ?? 0,
      quotations: counts?.quotations ?? 0,
      events: counts?.events ?? 0,
      done: state.done,
      total: state.total,
      ...(state.remaining === undefined ? {} : { remaining: state.remaining }),
      problems: problems?.length ?? 0,
      folders: this.folders,
      ...(failure === undefined ? {} : { message: failure }),
    };
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    this.retry.stop();
    // Together: the indexer waits for files that the pool is reading.
    await Promise.all([this.indexer?.dispose(), this.parts.pool.dispose()]);
    await this.store?.close();
  }

  private async open(anew = false): Promise<boolean> {
    if (this.store) return true;
    try {
      const store = watchedStore(await this.parts.openStore(anew), (code) => { if (this.store === corrected) this.mend(code); }), corrected = new CorrectedStore(store);
      corrected.onDidChange(() => this.listener.index());
      corrected.correct(this.corrections.files);
      this.store = corrected;
      this.failure = undefined;
      const { fileSystem, watcher, pool, clock, log } = this.parts;
      this.state = { phase: 'scanning', done: 0, total: 0 };
      const indexer: Indexer = createIndexer({
        store, fileSystem, pool, clock, log,
        corrections: () => this.articleCorrections,
        watcher: watchCorrections(watcher, this.corrections, () => void this.readCorrections()),
        onProgress: (state) => {
          // One whose index was put away fails at its end; that is nobody’s concern any more.
          if (this.indexer !== indexer) return;
          this.state = state;
          if (!this.settled && (state.phase === 'ready' || state.phase === 'cancelled')) {
            this.settled = true;
            this.listener.settled();
          }
          this.failure = state.phase === 'failed' ? inLanguage(state.message ?? '', t) || t('Indexing failed. See the log.') : undefined;
          if (state.phase === 'failed') this.retry.failed();
          else if (state.phase === 'ready') {
            this.retry.succeeded();
            void this.lookThrough();
          }
          this.listener.status();
        },
      });
      this.indexer = indexer;
    } catch (error) {
      this.failure = error instanceof StoreError ? inLanguage(error.message, t) : t('The index cannot be opened: {0}', error instanceof Error ? error.message : String(error));
      this.parts.log.error(this.failure);
      if (!(error instanceof StoreError && error.code === 'no-engine')) this.retry.failed();
    }
    this.opened = true;
    this.listener.status();
    return this.failure === undefined;
  }

  private enqueue(run: () => Promise<void> | undefined): Promise<void> {
    this.queue = this.queue.then(run).catch((error: unknown) => this.parts.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    return this.queue;
  }
}
