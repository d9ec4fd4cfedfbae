import type { Problem } from '../../article/article';
import { type ArticleCorrections, noArticleCorrections } from '../corrections/articles';
import type { AnalysisPool, Clock, FileSystem, FileWatcher, Log } from '../ports';
import type { FileStamp, IndexedFile, PreparedFile } from '../store/store';
import { createChangeBuffer } from './changeBuffer';
import { compare } from './compare';
import { Outdated } from './outdated';
import { createFilter, type PathFilter } from './filter';
import { KnownFiles } from './knownFiles';
import { isWithin, trimPath } from './paths';
import { problemFile, unreadFormat } from './readCorpusFile';
import { type FoundFile, scan } from './scan';
import { createProgress, type IndexState } from './state';
import { createWorkQueue } from './workQueue';
import { createWriter, type IndexStore } from './writer';

/** Keeps the index equal to what stands in the corpus folders. */
export interface Indexer {
  /**
   * Brings the index up to date with these folders and watches them from then on; what they do not hold leaves the index.
   * Calling it again changes folders and exclusions. Resolves when the state is `ready`, `cancelled` or `failed`; never rejects.
   * @param folders absolute paths; need not exist
   * @param exclude globs, as {@link createFilter} takes them
   */
  start(folders: readonly string[], exclude: readonly string[]): Promise<void>;
  /** Looks at all folders once more. Goes on where a cancelled run stopped. */
  rescan(): Promise<void>;
  /** Tells of files or directories that were created, changed or deleted, for front ends that know before the watcher does. */
  changed(paths: readonly string[]): void;
  /** Takes in that the writer's corrections have changed: files of which they say something else are analysed again. Resolves when that is done. */
  corrected(): Promise<void>;
  /** Ends long work; what is finished is kept. Later changes of single files are still taken in. */
  cancel(): Promise<void>;
  /**
   * Ends everything and waits until nothing is written any more; files that are being analysed are waited for, unless the pool is
   * disposed meanwhile. Store and pool stay the caller's.
   */
  dispose(): Promise<void>;
  readonly state: IndexState;
}

export interface IndexerDependencies {
  readonly store: IndexStore;
  readonly fileSystem: FileSystem;
  readonly watcher: FileWatcher;
  readonly pool: AnalysisPool;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when the state changes, at most every tenth of a second within a phase. */
  readonly onProgress: (state: IndexState) => void;
  /** What the writer says of articles, as it stands; nothing unless told. */
  readonly corrections?: () => ArticleCorrections;
  /** Bytes of text a batch may hold; 8 MB unless told. */
  readonly batchBytes?: number;
  /** Milliseconds: how long a change rests before it is looked at, and how far apart two looks at one file are. */
  readonly quiet?: number;
  readonly apart?: number;
}

/** More changed paths than this at once are cheaper to find by walking the folders. */
const manyChanges = 500;

export function createIndexer(dependencies: IndexerDependencies): Indexer {
  const { store, fileSystem, pool, clock, log } = dependencies;
  const batchBytes = dependencies.batchBytes ?? 8 * 1024 * 1024;
  const progress = createProgress(clock, dependencies.onProgress);
  const corrections = dependencies.corrections ?? (() => noArticleCorrections), isThere = (path: string): boolean => known.get(path) !== undefined;
  let folders: readonly string[] = [];
  let filter: PathFilter = createFilter([], []);
  /** Stamps as they will be once everything collected is written. */
  let known = new KnownFiles();
  const outdated = new Outdated();
  let run = { isCancellationRequested: false };
  let turn: Promise<void> = Promise.resolve();
  let watching: { dispose(): void } | undefined;
  /** A run over all folders is under way; the last one was cancelled. */
  let updating = false, incomplete = false, updateWaits = false;
  let disposed = false;

  /** Long work ends here: what it needs does not work. The index may hold less than `known` says, so that is forgotten. */
  function fail(what: string, error: unknown): void {
    run.isCancellationRequested = true;
    queue.clear();
    known = new KnownFiles();
    log.error(`${what}: ${wordsOf(error)}`);
    progress.fail(wordsOf(error));
  }

  const writer = createWriter({
    store, log, batchBytes, clock,
    written: (files) => { progress.settle(files); queue.wake(); },
    failed: (error) => fail('The index cannot be written', error),
  });

  const queue = createWorkQueue({
    width: () => Math.max(1, pool.width),
    hasRoom: () => writer.waiting < 3 * batchBytes,
    work: async (path) => {
      progress.at(path);
      try {
        const hash = known.get(path)?.hash ?? '';
        const result = await pool.analyse(path, hash || undefined, corrections().fieldsOf(path, hash, isThere));
        take(path, result);
      } catch (error) {
        // A pool never rejects for what is in a file: it does not work at all.
        if (!disposed) fail('Articles cannot be analysed', error);
      }
      if (queue.urgentDone && urgentPending) { urgentPending = false; void writer.flush(); }
    },
  });
  let urgentPending = false;

  function take(path: string, result: IndexedFile | PreparedFile | { readonly sameBytes: true; readonly stamp: FileStamp }): void {
    if ('sameBytes' in result) {
      known.set(path, result.stamp);
      outdated.take(path);
      writer.restamp(path, result.stamp);
    } else if (result.problems.some((problem) => problem.code === 'vanished')) {
      forget([path]);
      progress.settle(1);
    } else if (isSameFailure(known.get(path), result)) {
      progress.settle(1);
    } else {
      put(result);
    }
  }

  function put(file: IndexedFile | PreparedFile): void {
    known.set(file.path, file.stamp);
    outdated.take(file.path);
    for (const problem of file.problems) log.warn(problem.message);
    writer.replace(file);
  }

  function forget(paths: readonly string[]): void {
    for (const path of paths) known.delete(path);
    writer.remove(paths);
  }

  /** Puts what a scan says of files into the queue; returns how many there are to do. */
  function consider(files: readonly FoundFile[], problems: readonly Problem[], urgent: boolean): number {
    const toRead: string[] = [];
    let others = 0;
    for (const file of files) {
      const verdict = compare(file, known.meet(file.path));
      if (verdict === 'read') toRead.push(file.path);
      else if (verdict === 'name') { others++; progress.expect(1); put(unreadFormat(file)); }
    }
    for (const problem of problems) {
      const stamp = { size: 0, mtimeMs: 0, hash: problem.code };
      if (known.meet(problem.path)?.hash === problem.code) continue;
      others++;
      progress.expect(1);
      put(problemFile(problem, stamp));
    }
    progress.expect(toRead.length);
    if (urgent) { urgentPending ||= toRead.length > 0; queue.addUrgent(toRead); }
    else queue.add(toRead);
    return toRead.length + others;
  }

  /** Walks all folders and works off what differs. */
  async function update(): Promise<void> {
    if (disposed) return;
    const token = run = { isCancellationRequested: false };
    updating = true;
    progress.begin();
    try {
      known = await KnownFiles.of(store);
      outdated.reset();
      const silent: string[] = [];
      for await (const step of scan({ folders, filter, fileSystem, cancellation: token })) {
        consider(step.files, step.problems, false);
        silent.push(...step.silent);
      }
      if (!token.isCancellationRequested) {
        // What the scan has not met is gone.
        const gone = (await known.unmet()).filter((path) => !silent.some((place) => isWithin(path, place)) || !filter.folderOf(path));
        if (gone.length) forget(gone);
        progress.scanned();
      }
      await settle();
      if (!token.isCancellationRequested) await correctAll(false);
      incomplete = token.isCancellationRequested;
      progress.end(incomplete);
    } catch (error) {
      fail('Indexing failed', error);
    } finally {
      updating = false;
    }
  }

  /** Analyses once more what was analysed with other corrections than hold; twice over where a file has come under another name. */
  async function correctAll(urgent: boolean): Promise<void> {
    for (let rounds = 0; rounds < 2; rounds++) {
      const paths = await outdated.find(known, corrections(), isThere);
      if (!paths.length || disposed || (!urgent && run.isCancellationRequested)) return;
      progress.expect(paths.length);
      if (urgent) queue.addUrgent(paths);
      else queue.add(paths);
      await settle();
    }
  }

  async function settle(): Promise<void> {
    await queue.idle();
    await writer.flush();
  }

  const changes = createChangeBuffer({
    clock, quiet: dependencies.quiet ?? 50, apart: dependencies.apart ?? 500,
    deliver: (paths) => {
      if (paths.length > manyChanges) requestUpdate();
      else void takeChanges(paths);
    },
  });

  /** Looks at single paths at once, beside whatever else goes on. */
  async function takeChanges(paths: readonly string[]): Promise<void> {
    let count = 0;
    for (const path of paths) {
      if (disposed) return;
      const inside = isWithinAny(path) ? [path] : folders.filter((folder) => isWithin(folder, path));
      for (const place of inside) count += await lookAt(place);
    }
    if (!count) return;
    if (queue.urgentDone) void writer.flush();
    if (updating) return;
    if (progress.state.phase === 'ready') progress.resume();
    await settle();
    if (!updating) await correctAll(true);
    if (!updating) progress.end(incomplete);
  }

  /** Compares one path, and what stands below it, to the index. Returns how many changes that makes. */
  async function lookAt(path: string): Promise<number> {
    const seen = new Set<string>();
    let count = 0, complete = true, isFile = false;
    const token = { get isCancellationRequested() { return disposed; } };
    try {
      for await (const step of scan({ folders, only: path, filter, fileSystem, cancellation: token })) {
        for (const { path: met } of [...step.files, ...step.problems]) seen.add(met);
        if (step.files.some((file) => file.path === path)) isFile = true;
        if (step.silent.length) complete = false;
        count += consider(step.files, step.problems, true);
      }
    } catch (error) {
      log.warn(`${path} could not be looked at: ${String(error)}`);
      return count;
    }
    if (!complete || disposed || isFile) return count;
    const gone = known.within(path).filter((other) => !seen.has(other));
    if (gone.length) forget(gone);
    // What is being analysed right now would come back: it is looked at again afterwards, and found gone.
    queue.addUrgent(queue.current().filter((other) => isWithin(other, path) && !seen.has(other)));
    return count + gone.length;
  }

  const isWithinAny = (path: string): boolean => folders.some((folder) => isWithin(path, folder));

  function inTurn(work: () => Promise<void>): Promise<void> {
    turn = turn.then(work, work);
    return turn;
  }

  /** One update after the one that runs takes in all that was told until it begins. */
  function requestUpdate(): void {
    if (updateWaits) return;
    updateWaits = true;
    void inTurn(() => {
      updateWaits = false;
      return update();
    });
  }

  async function watch(): Promise<void> {
    watching?.dispose();
    watching = undefined;
    if (disposed) return;
    try {
      watching = await dependencies.watcher.watch(folders, (paths) => changes.add(paths));
      if (disposed) watching.dispose();
    } catch (error) {
      log.warn(`Changes in the corpus folders are not noticed by themselves: ${String(error)}`);
    }
  }

  function stop(): void {
    run.isCancellationRequested = true;
    queue.drop();
  }

  return {
    get state() { return progress.state; },
    start(newFolders, exclude) {
      stop();
      return inTurn(async () => {
        folders = [...new Set(newFolders.map(trimPath))].sort((a, b) => a.length - b.length);
        filter = createFilter(folders, exclude, (glob) => log.warn(`The exclusion ${glob} is too intricate and is passed over.`));
        // Watching begins first, so that no change falls between the scan and the watch.
        await watch();
        await update();
      });
    },
    rescan: () => inTurn(update),
    corrected: () => inTurn(async () => {
      if (disposed || !(await outdated.find(known, corrections(), isThere)).length) return;
      progress.resume();
      await correctAll(true);
      progress.end(incomplete);
    }),
    changed: (paths) => { if (!disposed) changes.add(paths); },
    async cancel() {
      stop();
      await turn;
    },
    async dispose() {
      disposed = true;
      stop();
      queue.clear();
      changes.dispose();
      watching?.dispose();
      await turn;
      await settle();
    },
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether a file failed before in the same state, so that the index already says so. */
function isSameFailure(known: FileStamp | undefined, file: IndexedFile | PreparedFile): boolean {
  return known !== undefined && file.stamp.hash === '' && known.hash === '' && known.size === file.stamp.size && known.mtimeMs === file.stamp.mtimeMs;
}
