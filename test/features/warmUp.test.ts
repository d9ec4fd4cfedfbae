import assert from 'node:assert/strict';
import { openSqliteStore } from '../../src/corpus/store/sqlite';
import { warmUp } from '../../src/features/warmUp';
import { contentHash } from '../support/corpusBuilder';
import { MemoryFileSystem } from '../support/memoryFileSystem';
import { silentLog } from '../support/silentLog';
import { press, putArticles, readCorpus } from './verification/drafts';

describe('warming up', () => {
  it('asks after names and quotations of the corpus, and nothing of an empty one or when it is called off', async () => {
    const store = await readCorpus(press), empty = await openSqliteStore({ path: ':memory:', fileSystem: new MemoryFileSystem(), hash: contentHash, log: silentLog });
    assert.ok(await warmUp(store) > 10);
    assert.equal(await warmUp(store, { isCancellationRequested: true }), 0);
    assert.equal(await warmUp(empty), 0);
    await store.close();
    await empty.close();
  });
  it('leaves the corpus as it is', async () => {
    const requests: string[] = [], store = await openSqliteStore({ path: ':memory:', fileSystem: new MemoryFileSystem(), hash: contentHash, log: silentLog, onQuery: (sql) => requests.push(sql) });
    await putArticles(store, press);
    requests.length = 0;
    await warmUp(store);
    assert.ok(requests.length > 10);
    assert.deepEqual(requests.filter((sql) => !/^SELECT/.test(sql)), []);
    await store.close();
  });
});
