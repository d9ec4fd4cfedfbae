import type { CorpusStore } from '../../../src/corpus/store/store';
import { contentHash, indexed, type ArticleSpec } from '../../support/corpusBuilder';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { newsroom } from '../../support/newsroom';

/** What a store under test may ask of its surroundings. */
export interface Surroundings {
  readonly fileSystem: MemoryFileSystem;
  readonly hash: (bytes: Uint8Array) => string;
  /** To be told of each request to the engine. */
  readonly onQuery: (query: string) => void;
}

/** Makes an empty store. */
export type StoreFactory = (surroundings: Surroundings) => Promise<CorpusStore>;

/** A store with the files its articles stand in. */
export interface Subject {
  readonly store: CorpusStore;
  readonly files: MemoryFileSystem;
  /** Requests to the engine since the last call. */
  requests(): readonly string[];
  /** Writes an article to its file and into the store. */
  put(path: string, spec: ArticleSpec): Promise<void>;
}

/** Runs a test on a fresh store that holds the given articles, and closes it. */
export function withStore(
  factory: StoreFactory, articles: Readonly<Record<string, ArticleSpec>>, test: (subject: Subject) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const files = new MemoryFileSystem();
    let queries: string[] = [];
    const store = await factory({ fileSystem: files, hash: contentHash, onQuery: (query) => queries.push(query) });
    const subject: Subject = {
      store, files,
      requests() {
        const seen = queries;
        queries = [];
        return seen;
      },
      put: async (path, spec) => store.replace([await indexed(files, path, spec)]),
    };
    try {
      await store.replace(await Promise.all(Object.entries(articles).map(([path, spec]) => indexed(files, path, spec))));
      await test(subject);
    } finally {
      await store.close();
    }
  };
}

/** The same on the invented newsroom. */
export function withNewsroom(factory: StoreFactory, test: (subject: Subject) => Promise<void>): () => Promise<void> {
  return withStore(factory, newsroom, test);
}

export const all = { offset: 0, limit: 100 } as const;
