import assert from 'node:assert/strict';
import { extracted, indexed } from '../../support/corpusBuilder';
import { newsroom } from '../../support/newsroom';
import { stampsOf } from '../../support/stampsOf';
import { snapshot } from './snapshot';
import { all, withNewsroom, withStore, type StoreFactory } from './subject';

/** What goes into a store and comes out of it again: files, articles, texts, counts, problems. */
export function filesContract(factory: StoreFactory): void {
  it('answers everything with nothing while it is empty', withStore(factory, {}, async ({ store }) => {
    assert.deepEqual(await store.counts(), { files: 0, articles: 0, names: 0, quotations: 0, events: 0, words: 0 });
    assert.equal((await stampsOf(store)).size, 0);
    for (const list of [
      store.problems(), store.articles(all), store.articlesAt('/nowhere'), store.namesByForm('Wang'), store.namesByPrefix('W', 5),
      store.namesBySlip('Wnag', 5), store.names(all), store.mentions(1, all), store.company(1, 5), store.quotations({ words: '', limit: 5 }),
      store.quotations({ words: 'calm', limit: 5 }), store.quotationsOf(1), store.passages('calm', 5), store.eventSources('x'),
      store.events({ order: 'newest', page: all }), store.events({ order: 'oldest', words: 'calm', name: 1, page: all }),
    ]) assert.deepEqual(await list, []);
    for (const single of [store.article(1), store.articleText(1), store.name(1), store.quotation(1), store.event('x')]) assert.equal(await single, undefined);
    assert.equal(await store.countEvents({}), 0);
    await store.remove(['/nowhere']);
    await store.replace([]);
    await store.clear();
  }));

  it('counts what articles do not state, and forgets those that go', withNewsroom(factory, async ({ store }) => {
    const articles = await store.articles(all), lacking = { date: articles.filter(({ metadata }) => !metadata.published).length, outlet: articles.filter(({ metadata }) => !metadata.outlet).length };
    assert.deepEqual(await store.articlesLacking(), lacking);
    assert.ok(lacking.date + lacking.outlet > 0);
    await store.remove(articles.map(({ path }) => path));
    assert.deepEqual(await store.articlesLacking(), { date: 0, outlet: 0 });
  }));

  it('counts what it holds, without noise', withNewsroom(factory, async ({ store }) => {
    const words = Object.values(newsroom).map(({ text, noise = [] }) => noise.reduce((rest, each) => rest.replace(each, ''), text).match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
    const events = await store.events({ order: 'newest', page: all });
    assert.deepEqual(await store.counts(), { files: 5, articles: 5, names: 9, quotations: 5, events: events.length, words: words.reduce((a, b) => a + b) });
  }));

  it('lists articles by publication, latest first, undated ones last', withNewsroom(factory, async ({ store }) => {
    const paths = (await store.articles(all)).map((article) => article.path);
    assert.deepEqual(paths, ['/corpus/minister.txt', '/corpus/aden.txt', '/corpus/economist.md', '/corpus/old.txt', '/corpus/undated.txt']);
    assert.deepEqual((await store.articles({ offset: 1, limit: 2 })).map((article) => article.path), paths.slice(1, 3));
  }));

  it('keeps metadata as it is stated and leaves out what is not', withNewsroom(factory, async ({ store }) => {
    const [minister] = await store.articlesAt('/corpus/minister.txt');
    assert.deepEqual(minister?.metadata, {
      published: { value: '2024-04-12', basis: 'front matter' }, outlet: { value: 'Harbour Post', basis: 'front matter' }, title: { value: 'A visit', basis: 'front matter' },
    });
    assert.deepEqual(await store.article(minister?.id ?? 0), minister);
    assert.deepEqual((await store.articlesAt('/corpus/undated.txt'))[0]?.metadata, {});
  }));

  it('gives the text of a file while it is the one that was indexed', withNewsroom(factory, async ({ store, files }) => {
    const [article] = await store.articlesAt('/corpus/old.txt');
    const text = newsroom['/corpus/old.txt']?.text;
    const id = article?.id ?? 0;
    assert.equal(await store.articleText(id), text);
    files.touch('/corpus/old.txt');
    assert.equal(await store.articleText(id), text, 'touched: its bytes are the same');
    files.write('/corpus/old.txt', text?.replace('patience', 'impatien') ?? '');
    assert.equal(await store.articleText(id), undefined, 'same size, other bytes');
    const quotations = await store.quotations({ words: 'learned', limit: 5 });
    assert.deepEqual(quotations, [], 'a passage that cannot be shown is left out');
    files.remove('/corpus/old.txt');
    assert.equal(await store.articleText(id), undefined, 'gone');
  }));

  it('keeps texts that are no files, several in one file, every character of them', withStore(factory, {}, async ({ store }) => {
    const texts = ['One.\r\nTwo “three”.\rFour.', 'Zero \0 byte, 😀 and é — done.', ''];
    await store.replace([extracted('/corpus/many.jsonl', texts.map((text) => ({ text })))]);
    const articles = await store.articlesAt('/corpus/many.jsonl');
    assert.deepEqual(articles.map((article) => article.ordinal), [0, 1, 2]);
    assert.deepEqual(await Promise.all(articles.map((article) => store.articleText(article.id))), texts);
  }));

  it('puts a file in place of itself any number of times and stays the same', withNewsroom(factory, async (subject) => {
    const before = await snapshot(subject.store);
    const [wang] = await subject.store.namesByForm('Wang Yi');
    for (const [path, spec] of [...Object.entries(newsroom), ...Object.entries(newsroom)]) await subject.put(path, spec);
    assert.deepEqual(await snapshot(subject.store), before);
    assert.equal((await subject.store.namesByForm('Wang Yi'))[0]?.id, wang?.id, 'a name keeps its id while an article carries it');
  }));

  it('forgets what a removed file gave, and names that no article carries', withNewsroom(factory, async ({ store }) => {
    await store.remove(['/corpus/economist.md', '/nowhere']);
    assert.deepEqual(await store.namesByForm('Wang Di'), []);
    assert.deepEqual((await store.namesByForm('Wang')).map((name) => name.canonical), ['Wang Yi']);
    assert.deepEqual(await store.quotations({ words: 'trade', limit: 5 }), []);
    assert.deepEqual(await store.passages('economist', 5), []);
    await store.remove(Object.keys(newsroom));
    assert.deepEqual(await store.counts(), { files: 0, articles: 0, names: 0, quotations: 0, events: 0, words: 0 });
    assert.deepEqual([await store.names(all), await store.events({ order: 'newest', page: all }), await store.articles(all)], [[], [], []]);
  }));

  it('gives a name that went and came again another id', withNewsroom(factory, async (subject) => {
    const [before] = await subject.store.namesByForm('Wang Di');
    await subject.store.remove(['/corpus/economist.md']);
    await subject.put('/corpus/economist.md', newsroom['/corpus/economist.md'] ?? { text: '' });
    assert.equal(await subject.store.name(before?.id ?? 0), undefined);
    assert.equal((await subject.store.namesByForm('Wang Di')).length, 1);
  }));

  it('keeps stamps and problems, of files without articles too', withStore(factory, {}, async ({ store, files }) => {
    const good = await indexed(files, '/corpus/a.txt', { text: 'Fine.' });
    const bad = { path: '/corpus/b.bin', stamp: { size: 9, mtimeMs: 1.25, hash: 'ff' }, articles: [], textIsFile: false, problems: [{ code: 'binary' as const, path: '/corpus/b.bin', message: 'No text. Remove it.', indexed: false }] };
    await store.replace([good, bad]);
    assert.deepEqual([...(await stampsOf(store))].sort(), [['/corpus/a.txt', good.stamp], ['/corpus/b.bin', bad.stamp]]);
    assert.deepEqual(await store.problems(), bad.problems);
    const later = { ...bad.stamp, mtimeMs: 7.5 };
    await store.restamp('/corpus/b.bin', later);
    await store.restamp('/nowhere', later);
    assert.deepEqual((await stampsOf(store)).get('/corpus/b.bin'), later);
    await store.remove(['/corpus/b.bin']);
    assert.deepEqual(await store.problems(), []);
  }));

  it('is empty after clearing and can be filled again', withNewsroom(factory, async (subject) => {
    const before = await snapshot(subject.store);
    await subject.store.clear();
    assert.deepEqual(await subject.store.counts(), { files: 0, articles: 0, names: 0, quotations: 0, events: 0, words: 0 });
    for (const [path, spec] of Object.entries(newsroom)) await subject.put(path, spec);
    assert.deepEqual(await snapshot(subject.store), before);
  }));

  it('tells of each change until it is told to stop', withStore(factory, {}, async ({ store, put }) => {
    let told = 0;
    const stop = store.onDidChange(() => told++);
    await put('/corpus/a.txt', { text: 'A.' });
    assert.equal(told, 1);
    await store.remove(['/corpus/a.txt']);
    assert.equal(told, 2);
    stop();
    await store.clear();
    assert.equal(told, 2);
  }));

  it('refuses work after it was closed, and closes twice', withStore(factory, {}, async ({ store }) => {
    await store.close();
    await store.close();
    await assert.rejects(store.counts(), { name: 'StoreError', code: 'closed' });
    await assert.rejects(store.replace([]), { name: 'StoreError', code: 'closed' });
  }));
}
