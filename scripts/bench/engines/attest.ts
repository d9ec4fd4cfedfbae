import { monitorEventLoopDelay } from 'node:perf_hooks';
import path from 'node:path';
import { createIndexer } from '../../../src/corpus/indexer/indexer';
import type { IndexState } from '../../../src/corpus/indexer/state';
import type { CorpusStore } from '../../../src/corpus/store/store';
import { proseOf } from '../../../src/draft/prose';
import { phrasesAt } from '../../../src/draft/words';
import { citeName } from '../../../src/features/citeName';
import { completeQuote } from '../../../src/features/completeQuote';
import { QuoteFinder } from '../../../src/features/verification/verifyQuote';
import { openStore as open } from '../../../src/server/openStore';
import { nodeFileSystem } from '../../../src/platform/nodeFileSystem';
import { createWalkingFileSystem } from '../../../src/platform/walkingFileSystem';
import { systemClock } from '../../../src/platform/systemClock';
import { createWorkerPool, threadsFor } from '../../../src/platform/workerPool';
import type { Log } from '../../../src/corpus/ports';
import { percentile } from '../figures';
import { commonBeginnings } from '../queries';
import type { Articles, BuildNotes, Engine, OpenIndex } from './engine';

const log: Log = { error: (message) => console.error(message), warn: (message) => console.error(message), info: () => undefined, debug: () => undefined };
/** The bundle that the analysis threads run, as in the editor. */
const entry = path.resolve(import.meta.dirname, '../../../dist/server.js');

const openStore = (folder: string): Promise<CorpusStore> => open({ folder, entry, log, rebuilt: (message) => log.warn(message) });

/** The whole of Attest but the editor: files are found, read and analysed in threads, as many as there are cores, written by one writer, and questions go through the features. */
export const attest: Engine = {
  name: 'Attest',
  most: Infinity,
  async build(articles, place, progress) {
    const store = await openStore(place), pool = createWorkerPool({ entry, log, prepare: true, threads: threadsFor('full') });
    const state: { current: IndexState | undefined } = { current: undefined };
    const indexer = createIndexer({
      store, pool, log, fileSystem: createWalkingFileSystem(), clock: systemClock,
      watcher: { watch: () => Promise.resolve({ dispose: () => undefined }) },
      onProgress: (now) => { state.current = now; progress(now.done); },
    });
    const meanwhile = askMeanwhile(store, articles);
    await indexer.start([articles.folder], []);
    const notes = await meanwhile.end();
    await indexer.dispose();
    await pool.dispose();
    await store.close();
    if (state.current?.phase !== 'ready') throw new Error(`indexing ended as ${state.current?.phase}: ${state.current?.message}`);
    return notes;
  },
  async open(_articles, place) {
    const store = await openStore(place), finder = new QuoteFinder(store);
    await store.counts();
    return opened(store, finder);
  },
};

function opened(store: CorpusStore, finder: QuoteFinder): OpenIndex {
  return {
    async name(form) {
      // As in the editor, with the mouse on its last word: what is no name as a whole may have one in it, `Major Sarimann`.
      const card = await citeName(store, { phrases: phrasesAt(proseOf(form, 'plaintext'), form.length - 1), context: '' });
      return (card?.candidates ?? []).flatMap(({ passages }) => passages.map(({ sentence }) => sentence.text)).slice(0, 3);
    },
    complete: async (typed) => (await completeQuote(store, { typed, named: [], limit: 50 })).slice(0, 10).map(({ passage }) => passage.text),
    verify: async (quote) => (await finder.verify(quote)).matches.map(({ article }) => article.path),
    async events(filter) {
      const query = filter === '' ? {} : { words: filter };
      await store.eventHeadings(query);
      return (await store.events({ ...query, order: 'newest', page: { offset: 0, limit: 50 } })).length;
    },
    async update(file, text) {
      const pool = await inline();
      await nodeFileSystem.stat(file);
      const result = await pool.analyse(file);
      if ('sameBytes' in result) throw new Error(`${file} has not changed: ${text.length}`);
      await store.replace([result]);
    },
    async close() {
      finder.dispose();
      await store.close();
    },
  };
}

async function inline(): Promise<{ analyse: ReturnType<typeof createWorkerPool>['analyse'] }> {
  const { createInlinePool } = await import('../../../src/platform/inlinePool');
  return createInlinePool();
}

/** Hovers and completes as somebody who writes while the index is built, and listens to how long the main thread is deaf. */
function askMeanwhile(store: CorpusStore, articles: Articles): { end(): Promise<BuildNotes> } {
  const delay = monitorEventLoopDelay({ resolution: 4 });
  delay.enable();
  const hover: number[] = [], complete: number[] = [];
  let done = false;
  const names = [...articles.read(articles.paths[0]!).matchAll(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu)].map(([name]) => name);
  const asking = (async () => {
    for (let i = 0; !done; i++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const form = names[i % Math.max(1, names.length)] ?? 'Nobody';
      let before = performance.now();
      await citeName(store, { phrases: [{ start: 0, end: form.length, text: form }], context: '' });
      hover.push(performance.now() - before);
      before = performance.now();
      await completeQuote(store, { typed: commonBeginnings[i % commonBeginnings.length]!, named: [], limit: 50 });
      complete.push(performance.now() - before);
    }
  })();
  return {
    async end() {
      done = true;
      await asking;
      delay.disable();
      return { pauseMost: delay.max / 1e6, pause99: delay.percentile(99) / 1e6, hoverMeanwhile: percentile(hover, 99), completeMeanwhile: percentile(complete, 99) };
    },
  };
}
