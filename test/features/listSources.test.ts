import assert from 'node:assert/strict';
import { openSqliteStore } from '../../src/corpus/store/sqlite';
import type { CorpusStore } from '../../src/corpus/store/store';
import { citationsOf } from '../../src/draft/citations';
import { articlesNamed } from '../../src/features/articlesNamed';
import { findArticles } from '../../src/features/findArticles';
import { listSources, type SourceSelection } from '../../src/features/listSources';
import { type ArticleSpec, contentHash, extracted } from '../support/corpusBuilder';
import { MemoryFileSystem } from '../support/memoryFileSystem';
import { silentLog } from '../support/silentLog';
import { markdown } from './verification/drafts';

const article = (title: string, outlet: string | undefined, published: string | undefined, words = 'It rained.'): ArticleSpec => ({ text: `${title}. ${words}`, title, ...(outlet ? { outlet } : {}), ...(published ? { published } : {}) });
const articles: Readonly<Record<string, ArticleSpec>> = {
  '/news/a.txt': article('Harbour closes', 'Lorvik Courier', '2024-03-05', 'It rained for a week and the quay was flooded.'),
  '/news/b.txt': article('Dockers strike', 'The Hale Times', '2024-03-07'),
  '/news/c.txt': article('Mayor resigns', 'Lorvik Courier', '2024-04-01'),
  '/news/d.txt': { ...article('Storm over Hale', undefined, undefined), url: 'https://www.hale.example/news/storm_(2024)' },
};

describe('lists of sources', () => {
  let store: CorpusStore;
  const put = (files: Readonly<Record<string, ArticleSpec>>): Promise<void> => store.replace(Object.entries(files).map(([path, spec]) => extracted(path, [spec])));
  const listed = async (selection: Partial<SourceSelection>, use: Readonly<Record<string, number>> = {}, page = { offset: 0, limit: 10 }): Promise<[number, string[]]> => {
    const { total, sources } = await listSources(store, { words: '', order: 'date', show: 'all', ...selection }, new Map(Object.entries(use).map(([path, quoted]) => [`0 ${path}`, { quoted, cited: 0 }])), page);
    return [total, sources.map((source) => source.article.path.slice('/news/'.length, -'.txt'.length))];
  };
  beforeEach(async () => {
    store = await openSqliteStore({ path: ':memory:', fileSystem: new MemoryFileSystem(), hash: contentHash, log: silentLog });
    await put(articles);
  });
  afterEach(() => store.close());

  it('are found by words, newest first, a page at a time', async () => {
    assert.deepEqual(await listed({ words: 'lorvik' }), [2, ['c', 'a']]);
    assert.deepEqual(await listed({ words: 'lorvik' }, {}, { offset: 1, limit: 1 }), [2, ['a']]);
    assert.deepEqual(await listed({ words: 'lorvik april' }), [1, ['c']]);
    assert.deepEqual(await listed({ words: 'volcano' }), [0, []]);
  });
  it('are ordered by outlet, length and use, those that stand equal newest first', async () => {
    assert.deepEqual(await listed({ order: 'outlet' }), [4, ['c', 'a', 'b', 'd']]);
    assert.deepEqual(await listed({ order: 'words' }), [4, ['a', 'd', 'c', 'b']]);
    assert.deepEqual(await listed({ order: 'use' }, { '/news/d.txt': 1, '/news/b.txt': 3 }), [4, ['b', 'd', 'c', 'a']]);
  });
  it('show what drafts use, do not use, and what lacks date or outlet', async () => {
    const use = { '/news/b.txt': 1, '/news/gone.txt': 2 };
    assert.deepEqual(await listed({ show: 'used' }, use), [1, ['b']]);
    assert.deepEqual(await listed({ show: 'unused' }, use), [3, ['c', 'a', 'd']]);
    assert.deepEqual(await listed({ show: 'incomplete' }, use), [1, ['d']]);
  });
  it('follow what changes, comes and goes, and an index that is emptied and filled anew', async () => {
    assert.deepEqual(await listed({ words: 'lorvik' }), [2, ['c', 'a']]);
    await put({ '/news/c.txt': article('Mayor stays', 'The Hale Times', '2024-04-01'), '/news/e.txt': article('Ferry sails', 'Lorvik Courier', '2024-05-01') });
    await store.remove(['/news/a.txt']);
    assert.deepEqual(await listed({ words: 'lorvik' }), [1, ['e']]);
    assert.deepEqual(await listed({ words: 'stays' }), [1, ['c']]);
    await store.clear();
    await put({ '/news/x.txt': article('Other news', 'Lorvik Courier', '2020-01-01'), '/news/y.txt': article('More news', 'Elsewhere', '2021-01-01') });
    assert.deepEqual(await listed({ order: 'words' }), [2, ['y', 'x']]);
    assert.deepEqual(await listed({ words: 'harbour' }), [0, []]);
  });

  it('are those of the last change to whoever asks after it, also while they are being read', async () => {
    const early = listed({ words: 'lorvik' }), change = put({ '/news/e.txt': article('Ferry sails', 'Lorvik Courier', '2024-05-01') });
    await change;
    const late = listed({ words: 'lorvik' });
    await early;
    assert.deepEqual(await late, [3, ['e', 'c', 'a']]);
  });

  it('offer to a citation what words find, exactly, in the text, or nearly', async () => {
    const found = async (words: string): Promise<string[]> => (await findArticles(store, words, 3)).map(({ title }) => title);
    assert.deepEqual(await found(''), ['Mayor resigns', 'Dockers strike', 'Harbour closes']);
    assert.deepEqual(await found('courier'), ['Mayor resigns', 'Harbour closes']);
    assert.deepEqual(await found('quay flooded'), ['Harbour closes']);
    assert.equal((await found('dokcers strike'))[0], 'Dockers strike');
    assert.deepEqual(await found('zzzzqqq'), []);
  });

  it('are named by citations in words', async () => {
    const named = async (text: string): Promise<string[][]> => {
      const draft = markdown(text), found: string[][] = [];
      for (const citation of citationsOf(draft)) found.push((await articlesNamed(store, draft, citation)).map(({ path }) => path));
      return found;
    };
    assert.deepEqual(await named('It closed (Lorvik Courier, 5 March 2024).'), [['/news/a.txt']]);
    assert.deepEqual(await named('It closed (Hale Times, 2024-03-07).'), [['/news/b.txt']]);
    assert.deepEqual(await named('It closed (Lorvik Courier, 6 March 2024).'), [[]]);
    assert.deepEqual(await named('He went.[^1]\n\n[^1]: “Mayor resigns,” somewhere.'), [['/news/c.txt']]);
    assert.deepEqual(await named('He went.[^1]\n\n[^1]: Lorvik Courier, 5 March 2024.'), [['/news/a.txt']]);
    assert.deepEqual(await named('He went.[^1]\n\n[^1]: My own notes.'), [[]]);
    for (const note of ['https://www.hale.example/news/storm_(2024).', 'See www.hale.example/news/storm_(2024), p. 3.', '(URL:http://hale.example/news/storm_(2024))', '*hale.example/news/storm_(2024)*', '“hale.example/news/storm_(2024)”']) {
      assert.deepEqual((await named(`It blew.[^1]\n\n[^1]: ${note}`))[0], ['/news/d.txt'], note);
    }
    assert.deepEqual((await named('It blew ([there](https://hale.example/news/storm_(2024)?from=home)).'))[0], ['/news/d.txt']);
  });
});
