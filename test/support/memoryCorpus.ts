import { openSqliteStore } from '../../src/corpus/store/sqlite';
import type { CorpusStore } from '../../src/corpus/store/store';
import { type ArticleSpec, contentHash, indexed } from './corpusBuilder';
import { MemoryFileSystem } from './memoryFileSystem';
import { silentLog } from './silentLog';

/** A store in memory with these articles, by path. */
export async function corpusOf(articles: Readonly<Record<string, ArticleSpec>>): Promise<CorpusStore> {
  const fileSystem = new MemoryFileSystem();
  const store = await openSqliteStore({ path: ':memory:', fileSystem, hash: contentHash, log: silentLog });
  await store.replace(await Promise.all(Object.entries(articles).map(([path, spec]) => indexed(fileSystem, path, spec))));
  return store;
}
