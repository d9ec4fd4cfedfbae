import assert from 'node:assert/strict';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import { contentHash, indexed } from '../../support/corpusBuilder';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { silentLog } from '../../support/silentLog';

describe('an index that is put in order', () => {
  const files = new MemoryFileSystem(), rare = 'Quillen spoke of cormorants, kestrels, lapwings, dotterels, whimbrels and godwits in the harbour.';
  const article = (n: number) => indexed(files, `/corpus/${n}.txt`, { text: n === 7 ? rare : `The harbour of Lorvik was open on day d${n} of the ${n % 2 ? 'odd' : 'even'} year.` });

  async function filled(count: number) {
    const requests: string[] = [];
    const store = await openSqliteStore({ path: ':memory:', fileSystem: files, hash: contentHash, log: silentLog, onQuery: (sql) => requests.push(sql) });
    await store.replace(await Promise.all(Array.from({ length: count }, (_, n) => article(n))));
    return { store, took: () => requests.splice(0) };
  }

  it('knows how many articles hold a word, before and after', async () => {
    const { store } = await filled(500), words = ['harbour', 'Lorvik', 'odd', 'cormorants', 'd3', 'zebra'];
    const before = await store.wordFrequencies(words);
    assert.deepEqual([...before.values()], [500, 499, 249, 1, 1, 0]);
    while (await store.tidy(0.01));
    assert.deepEqual(await store.wordFrequencies(words), before);
    await store.close();
  });

  it('knows so after it was asked for more words than it remembers', async () => {
    const { store } = await filled(20), count = async (...words: string[]) => (await store.wordFrequencies(words)).get('harbour');
    assert.equal(await count('harbour'), 20);
    await store.wordFrequencies(Array.from({ length: 50_001 }, (_, i) => `word${i}`));
    assert.equal(await count('harbour', 'odd'), 20);
    await store.close();
  });

  it('clears the words of articles away that have been replaced', async () => {
    const { store, took } = await filled(2_100);
    for (let again = 0; again < 2; again++) for (let at = 0; at < 2_100; at += 700) await store.replace(await Promise.all(Array.from({ length: 700 }, (_, n) => article(at + n))));
    took();
    while (await store.tidy(0.01));
    assert.ok(took().some((sql) => sql.startsWith('DELETE FROM articleWord WHERE')));
    assert.deepEqual(await store.wordFrequencies(['harbour', 'odd', 'cormorants']), new Map([['harbour', 2_100], ['odd', 1_049], ['cormorants', 1]]));
    assert.equal((await store.likelyArticles(rare, 3, 'holding')).length, 1);
    assert.ok(!await store.tidy(0.01));
    assert.deepEqual(took().filter((sql) => sql.startsWith('DELETE FROM articleWord')), [], 'once is enough');
    await store.close();
  });

  it('finds an article by its rare words before and after', async () => {
    const { store } = await filled(500), look = async (surely: boolean) => (await store.likelyArticles(rare, 3, surely ? 'holding' : 'any')).length;
    assert.deepEqual([await look(true), await look(false) > 0], [1, true]);
    while (await store.tidy(1));
    assert.deepEqual([await look(true), await look(false) > 0], [1, true]);
    await store.close();
  });

  it('counts those alone that are there: none has a word that only others had', async () => {
    const { store } = await filled(500);
    while (await store.tidy(1));
    await store.remove(Array.from({ length: 500 }, (_, n) => `/corpus/${n}.txt`).filter((_, n) => n % 2 === 1));
    assert.deepEqual(await store.wordFrequencies(['odd', 'even']), new Map([['odd', 0], ['even', 250]]));
    await store.close();
  });
});
