import assert from 'node:assert/strict';
import { type CorpusStore, StoreError } from '../../src/corpus/store/store';
import { openSqliteStore } from '../../src/corpus/store/sqlite';
import { watchedStore } from '../../src/server/watchedStore';
import { MemoryFileSystem } from '../support/memoryFileSystem';
import { silentLog } from '../support/silentLog';

describe('a watched store', () => {
  let store: CorpusStore, told = 0;
  beforeEach(async () => {
    told = 0;
    store = await openSqliteStore({ path: ':memory:', fileSystem: new MemoryFileSystem(), log: silentLog });
  });
  afterEach(() => store.close());

  it('answers as the store does', async () => {
    const watched = watchedStore(store, () => { told++; });
    assert.deepEqual(await watched.counts(), await store.counts());
    assert.deepEqual(await watched.namesByForm('Wang'), []);
    assert.equal(told, 0);
  });
  for (const [code, times] of [['corrupt', 1], ['locked', 0]] as const) {
    it(`${times ? 'tells' : 'does not tell'} of an answer that fails with ${code}, and passes the failure on`, async () => {
      store.counts = () => Promise.reject(new StoreError(code, 'broken'));
      await assert.rejects(watchedStore(store, () => { told++; }).counts(), { code });
      assert.equal(told, times);
    });
  }
});
