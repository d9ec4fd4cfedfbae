import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CorrectedStore } from '../../../src/corpus/corrections/correctedStore';
import { parseCorrections } from '../../../src/corpus/corrections/parse';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import type { CorpusStore, EventQuery } from '../../../src/corpus/store/store';
import { corpusOf } from '../../support/memoryCorpus';
import { newsroom } from '../../support/newsroom';
import { silentLog } from '../../support/silentLog';
import { snapshot } from '../contract/snapshot';
import { describeStoreContract } from '../contract/storeContract';
import { all } from '../contract/subject';

const nothingToDo = 'names:\n  same: [[Zebra One, Zebra Two]]\n  no-name: [Zebra]\nevents:\n  hide: [Zebras graze]\n';

describeStoreContract('A store with corrections that apply to nothing', async (surroundings) => {
  const store = new CorrectedStore(await openSqliteStore({ path: ':memory:', log: silentLog, ...surroundings }));
  store.correct([{ folder: '/corpus', corrections: parseCorrections(nothingToDo).corrections }]);
  return store;
});

describe('a store with corrections', () => {
  let inner: CorpusStore, store: CorrectedStore;
  const correct = (text: string): void => store.correct([{ folder: '/corpus', corrections: parseCorrections(text).corrections }]);
  const problems = async (): Promise<string[]> => ((await store.correctionProblems()).get('/corpus') ?? []).map(({ severity, message }) => `${severity}: ${message}`);
  const named = async (form: string): Promise<string[]> => (await store.namesByForm(form)).map(({ canonical, mentions, articles }) => `${canonical} ${mentions}/${articles}`);
  const idOf = async (form: string): Promise<number> => (await store.namesByForm(form))[0]!.id;
  const titles = async (query: Partial<EventQuery> = {}): Promise<string[]> => {
    const { page: _page, order: _order, ...filter } = query, events = await store.events({ order: 'newest', page: all, ...query });
    assert.equal(await store.countEvents(filter), events.length, 'the count is that of the list');
    assert.equal((await store.eventHeadings(filter)).reduce((sum, { count }) => sum + count, 0), events.length, 'so are the headings');
    for (const { name, count } of await store.eventNames(filter, all)) assert.equal(count, await store.countEvents({ ...filter, parties: [...(filter.parties ?? []), { names: [name] }] }), 'so are the counts by name');
    return events.map(({ title }) => title);
  };

  before(async () => { inner = await corpusOf(newsroom); });
  beforeEach(() => { store = new CorrectedStore(inner); });
  after(() => inner.close());

  describe('of names that are one', () => {
    beforeEach(() => correct('names:\n  same:\n    - [Wang Yi, Wang Di]\n'));

    it('answers for each form with the name they make', async () => {
      const [yi] = await inner.namesByForm('Wang Yi'), [di] = await inner.namesByForm('Wang Di');
      assert.deepEqual(await named('Wang Di'), [`Wang Yi ${yi!.mentions + di!.mentions}/${yi!.articles + di!.articles}`]);
      assert.deepEqual(await named('wang'), await named('Wang Di'));
      const name = await store.name(di!.id);
      assert.deepEqual([name?.canonical, name?.id, name?.roles], ['Wang Yi', yi!.id, ['foreign minister', 'economist']]);
      assert.ok(name!.aliases.includes('Wang Di') && name!.aliases.includes('Wang'));
      assert.deepEqual((await store.namesByPrefix('wang d', 5)).map(({ canonical }) => canonical), ['Wang Yi']);
      assert.deepEqual((await store.namesBySlip('wang dy', 5)).map(({ canonical }) => canonical), ['Wang Yi']);
    });
    it('has the mentions and the company of both, and one name less', async () => {
      const id = await idOf('Wang Di'), mentions = await store.mentions(id, all);
      assert.deepEqual([...new Set(mentions.map(({ mention }) => mention.article.path))].sort(), ['/corpus/economist.md', '/corpus/minister.txt', '/corpus/old.txt']);
      assert.ok(mentions.every(({ name }) => name === id));
      assert.deepEqual(await store.mentions(id, { offset: 2, limit: 2 }), mentions.slice(2, 4));
      assert.ok((await store.company(id, 9)).some(({ canonical }) => canonical === 'Tehran'));
      assert.ok((await store.company(await idOf('Tehran'), 9)).every(({ canonical }) => canonical !== 'Wang Di'));
      assert.equal((await store.counts()).names, (await inner.counts()).names - 1);
      assert.equal((await store.names(all)).length, (await store.counts()).names);
    });
    it('finds what either says and does', async () => {
      const id = await idOf('Wang Di');
      assert.deepEqual((await store.quotations({ words: '', speakers: [id], limit: 9 })).map(({ speaker }) => [speaker?.canonical, speaker?.name]).filter(([, name]) => name !== id), []);
      assert.equal((await store.quotations({ words: 'trade', speakers: [id], limit: 9 })).length, 1);
      assert.deepEqual(await titles({ name: id }), ['Wang Yi flies to Tehran', 'Wang Yi studies in Tehran']);
    });
    it('shows the form that comes first, or the one it is renamed to', async () => {
      correct('names:\n  same:\n    - [Wang Di, Wang Yi]\n');
      assert.equal((await store.namesByForm('wang'))[0]!.canonical, 'Wang Di');
      assert.deepEqual((await store.events({ order: 'newest', page: all, words: 'flies' }))[0]!.who, ['Wang Di']);
      correct('names:\n  same:\n    - [Wang Di, Wang Yi]\n  rename:\n    Wang Yi: Wang Y. Di\n');
      assert.equal((await store.namesByForm('Wang Y Di'))[0]!.canonical, 'Wang Y. Di');
    });
    it('pages through names as if they had always been one', async () => {
      const whole = await store.names(all);
      for (let offset = 0; offset <= whole.length; offset++) assert.deepEqual(await store.names({ offset, limit: 2 }), whole.slice(offset, offset + 2));
      assert.deepEqual([...whole].sort((a, b) => b.mentions - a.mentions).map(({ mentions }) => mentions), whole.map(({ mentions }) => mentions));
    });
  });

  describe('of a name that is two', () => {
    it('tells them apart by article, and leaves the rest as it is', async () => {
      correct('names:\n  split:\n    Wang Yi:\n      Wang Yi the Elder: old.txt\n');
      assert.deepEqual(await named('Wang Yi the Elder'), ['Wang Yi the Elder 1/1']);
      const elder = await idOf('Wang Yi the Elder'), younger = (await store.namesByForm('Wang Yi'))[0]!;
      assert.deepEqual((await store.mentions(elder, all)).map(({ mention }) => mention.article.path), ['/corpus/old.txt']);
      assert.ok((await store.mentions(younger.id, all)).every(({ mention }) => mention.article.path === '/corpus/minister.txt'));
      assert.equal((await store.counts()).names, (await inner.counts()).names + 1);
      assert.deepEqual(await titles({ name: elder }), ['Wang Yi studies in Tehran']);
      assert.deepEqual(await titles({ name: younger.id }), ['Wang Yi flies to Tehran']);
      assert.deepEqual((await store.events({ order: 'newest', page: all, words: 'studies' }))[0]!.who, ['Wang Yi the Elder']);
      assert.deepEqual((await store.quotations({ words: '', speakers: [elder], limit: 9 })).map(({ passage, speaker }) => [passage.text, speaker?.canonical]), [['I learned patience,', 'Wang Yi the Elder']]);
    });
    it('gives articles to a name that is there', async () => {
      correct('names:\n  split:\n    Wang Yi:\n      Wang Di: [old.txt]\n');
      assert.ok((await store.mentions(await idOf('Wang Di'), all)).some(({ mention }) => mention.article.path === '/corpus/old.txt'));
      assert.equal((await store.counts()).names, (await inner.counts()).names);
    });
    it('goes when no mention is left of it', async () => {
      correct('names:\n  split:\n    Wang Yi:\n      Wang Di: [old.txt, minister.txt]\n');
      assert.deepEqual(await named('Wang Yi'), await named('Wang Di'));
      assert.equal((await store.namesByForm('Wang Yi')).length, 1);
    });
  });

  it('forgets what is no name', async () => {
    correct('names:\n  no-name: [Rebels]\n');
    assert.deepEqual(await named('Rebels'), []);
    assert.equal(await store.name((await inner.namesByForm('Rebels'))[0]!.id), undefined);
    assert.deepEqual((await store.events({ order: 'newest', page: all, words: 'shell' }))[0]!.who, []);
    assert.ok((await store.names(all)).every(({ canonical }) => canonical !== 'Rebels'));
  });

  it('hides events from lists, headings and counts', async () => {
    const before = await titles(), total = (await store.counts()).events;
    correct('events:\n  hide:\n    - event: whatever\n      in: aden.txt\n      words: shelled Aden harbour\n');
    assert.deepEqual(await titles(), before.filter((title) => title !== 'Rebels shell Aden'));
    assert.equal((await store.counts()).events, total - 1);
    const [event] = await inner.events({ order: 'newest', page: all, words: 'shell' });
    assert.deepEqual([await store.event(event!.id), await store.eventSources(event!.id)], [undefined, []]);
    assert.equal((await store.eventArticles([event!.id])).size, 0);
    correct('events:\n  hide: [wang yi FLIES to Tehran]\n');
    assert.deepEqual(await titles(), before.filter((title) => title !== 'Wang Yi flies to Tehran'));
  });

  it('makes events one, which is found by what either says', async () => {
    const before = await titles();
    correct('events:\n  same:\n    - [Rebels shell Aden, Wang Yi studies in Tehran]\n');
    assert.deepEqual(await titles(), before.filter((title) => title !== 'Wang Yi studies in Tehran'));
    assert.deepEqual(await titles({ words: 'studied' }), ['Rebels shell Aden']);
    assert.deepEqual(await titles({ name: await idOf('Wang Yi') }), ['Wang Yi flies to Tehran', 'Rebels shell Aden']);
    assert.deepEqual(await titles({ words: 'studied', types: ['agree'] }), []);
    const [event] = await store.events({ order: 'newest', page: all, words: 'studied' });
    assert.deepEqual([event!.articles, event!.date?.value, event!.who], [3, '2024-04-10', ['Rebels', 'Wang Yi']]);
    assert.ok(event!.disagreements.some((words) => /^date: /.test(words)), event!.disagreements.join());
    assert.deepEqual((await store.eventSources(event!.id)).map(({ passage }) => passage.article.path), ['/corpus/old.txt', '/corpus/aden.txt', '/corpus/minister.txt']);
    assert.deepEqual([...await store.eventArticles([event!.id])].map(([id, articles]) => [id, articles.map(({ path }) => path)]), [[event!.id, ['/corpus/old.txt', '/corpus/aden.txt', '/corpus/minister.txt']]]);
    const [other] = await inner.events({ order: 'newest', page: all, words: 'studied' });
    assert.equal((await store.event(other!.id))?.id, event!.id);
  });

  it('says which corrections apply to nothing', async () => {
    correct('names:\n  same: [[Wang Yi, Nobody]]\n  split: {Wang Yi: {X: gone.txt}}\n  no-name: [Aden (person)]\n  rename: {Wang Di: Wang Yi the Elder, Tehran: Aden}\nevents:\n  hide:\n    - Nothing happens\n    - {event: x, in: aden.txt, words: nothing of it}\n    - {event: x, in: gone.txt}\n');
    assert.deepEqual(await problems(), [
      'warning: There is no article gone.txt. Correct the path, which is relative to this folder, or remove it.',
      'warning: No name of the corpus is spelled “Nobody”. Correct the spelling, or remove it.',
      'information: There is another name “Aden”. If the two are one, write them under “same” instead.',
      'warning: No name of the corpus is spelled “Aden” and is a person. Correct the spelling, or remove it.',
      'warning: There is no event “Nothing happens”. Write its line as the sidebar has it, or remove it.',
      'warning: There is no event “x” in aden.txt that is reported with these words any more. Remove it, and correct the event anew.',
      'warning: There is no article gone.txt. Correct the path, which is relative to this folder, or remove the event.',
    ]);
  });

  it('tells its listeners that the answers have changed', () => {
    let told = 0;
    const end = store.onDidChange(() => { told++; });
    correct('names:\n  no-name: [Rebels]\n');
    correct('');
    correct('');
    assert.equal(told, 2);
    end();
  });

  it('follows the index', async () => {
    const own = await corpusOf({ '/corpus/old.txt': newsroom['/corpus/old.txt']! }), over = new CorrectedStore(own);
    over.correct([{ folder: '/corpus', corrections: parseCorrections('names:\n  same: [[Wang Yi, Wang Di]]\n').corrections }]);
    assert.equal((await over.namesByForm('Wang Di')).length, 0);
    await own.remove(['/corpus/old.txt']);
    assert.deepEqual(await over.names(all), []);
    await over.close();
  });

  it('is, after any corrections and their removal, what it was', async () => {
    const before = await snapshot(inner);
    const name = fc.constantFrom('Wang Yi', 'Wang Di', 'Tehran', 'Aden', 'Rebels', 'Harbour Post', 'Harbour Post (organisation)', 'José O’Brien', 'Nobody', 'Someone Else');
    const path = fc.constantFrom('minister.txt', 'old.txt', 'economist.md', 'aden.txt', 'undated.txt', 'gone.txt');
    const event = fc.constantFrom('Wang Yi flies to Tehran', 'Rebels shell Aden', 'Wang Yi studies in Tehran', 'José O’Brien resigns', 'Nothing');
    const quoted = (text: string): string => JSON.stringify(text);
    const entry = fc.oneof(
      fc.uniqueArray(name, { minLength: 2, maxLength: 3 }).map((names) => `names: {same: [[${names.map(quoted).join(', ')}]]}`),
      fc.tuple(name, name).map(([from, to]) => `names: {rename: {${quoted(from)}: ${quoted(to)}}}`),
      fc.tuple(name, name, fc.array(path, { minLength: 1, maxLength: 3 })).map(([of, bearer, paths]) => `names: {split: {${quoted(of)}: {${quoted(bearer)}: [${paths.join(', ')}]}}}`),
      name.map((each) => `names: {no-name: [${quoted(each)}]}`),
      event.map((each) => `events: {hide: [${quoted(each)}]}`),
      fc.uniqueArray(event, { minLength: 2, maxLength: 3 }).map((events) => `events: {same: [[${events.map(quoted).join(', ')}]]}`),
    );
    await fc.assert(fc.asyncProperty(fc.array(fc.array(entry, { maxLength: 5 }), { minLength: 1, maxLength: 3 }), async (steps) => {
      const fresh = new CorrectedStore(inner);
      for (const entries of steps) {
        fresh.correct(entries.map((text) => ({ folder: '/corpus', corrections: parseCorrections(text).corrections })));
        const names = await fresh.names(all), counts = await fresh.counts(), events = await fresh.events({ order: 'oldest', page: all });
        assert.deepEqual([names.length, events.length], [counts.names, counts.events], 'counts are those of the lists');
        assert.equal(new Set(names.map(({ id }) => id)).size, names.length, 'a name is listed once');
        for (const { id, mentions } of names) {
          assert.equal((await fresh.mentions(id, { offset: 0, limit: 1000 })).length, mentions);
          assert.deepEqual((await fresh.name(id))?.id, id);
        }
        const takingPart = await fresh.eventNames({}, all);
        for (const { id } of names) assert.equal(takingPart.find(({ name }) => name === id)?.count ?? 0, await fresh.countEvents({ parties: [{ names: [id] }] }));
        assert.ok(takingPart.every(({ name }) => names.some(({ id }) => id === name)));
        for (const { id, articles } of events) assert.equal(new Set((await fresh.eventSources(id)).map(({ passage }) => passage.article.id)).size, articles);
      }
      fresh.correct([]);
      assert.deepEqual(await snapshot(fresh), before);
    }), { numRuns: 60 });
  });
});
