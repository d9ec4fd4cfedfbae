import assert from 'node:assert/strict';
import type { NamePart } from '../../../src/corpus/store/store';
import { shown } from './snapshot';
import { all, withNewsroom, withStore, type StoreFactory } from './subject';

/** Names, mentions and company. */
export function namesContract(factory: StoreFactory): void {
  const forms: readonly (readonly [form: string, ...canonical: string[]])[] = [
    ['Wang', 'Wang Yi', 'Wang Di'],
    ["wang’s", 'Wang Yi', 'Wang Di'],
    ['WANG DI', 'Wang Di'],
    ['SBDM', 'South Bay Daily Mail'],
    ["sbdm's", 'South Bay Daily Mail'],
    ['the South Bay Daily Mail', 'South Bay Daily Mail'],
    ['State Department', 'U.S. State Department'],
    ['US State Department', 'U.S. State Department'],
    ['OBrien', 'José O’Brien'],
    ["Jose O'Brien", 'José O’Brien'],
    ['O’Brien’s', 'José O’Brien'],
    ['Rebels’', 'Rebels'],
    ['Aden harbour', 'Aden'],
    ['foreign minister'],
    ['calm'],
    ['Wan'],
    [''],
    ['😀'],
    ['" OR 1=1 --'],
  ];
  for (const [form, ...canonical] of forms) {
    it(`finds ${canonical.join(' and ') || 'nobody'} by “${form}”`, withNewsroom(factory, async ({ store }) => {
      assert.deepEqual((await store.namesByForm(form)).map((name) => name.canonical), canonical);
    }));
  }

  it('knows kind, aliases, roles and counts of a name', withNewsroom(factory, async ({ store }) => {
    const [wang] = await store.namesByForm('Wang Yi');
    assert.deepEqual({ ...wang, id: 0 }, { id: 0, canonical: 'Wang Yi', kind: 'person', aliases: ['Wang'], roles: ['foreign minister'], mentions: 4, articles: 2 });
    assert.deepEqual(await store.name(wang?.id ?? 0), wang);
  }));

  it('keeps one spelling of a name to show, the most frequent', withStore(factory, {}, async ({ store, put }) => {
    for (const [i, spelling] of ['ACME CORP', 'Acme Corp', 'Acme Corp'].entries()) {
      await put(`/corpus/${i}.txt`, { text: `${spelling} grew.`, names: { [spelling]: { kind: 'organisation' } } });
    }
    const names = await store.names(all);
    assert.deepEqual(names.map((name) => [name.canonical, name.articles, name.aliases]), [['Acme Corp', 3, ['ACME CORP']]]);
  }));

  it('keeps apart what is of different kinds', withStore(factory, {}, async ({ store, put }) => {
    await put('/corpus/a.txt', { text: 'Jordan won.', names: { Jordan: { kind: 'person' } } });
    await put('/corpus/b.txt', { text: 'Jordan lost. Jordan left.', names: { Jordan: { kind: 'place' } } });
    assert.deepEqual((await store.namesByForm('jordan')).map((name) => name.kind), ['place', 'person']);
  }));

  it('leaves a surname that no article explains a name of its own', withStore(factory, {}, async ({ store, put }) => {
    await put('/corpus/a.txt', { text: 'Ada Holm spoke.', names: { 'Ada Holm': { kind: 'person' } } });
    await put('/corpus/b.txt', { text: 'Holm left. Holm ran.', names: { Holm: { kind: 'person' } } });
    assert.deepEqual((await store.namesByForm('Holm')).map((name) => name.canonical), ['Holm', 'Ada Holm']);
  }));

  it('lists names of one kind, most mentioned first or by their letters', withNewsroom(factory, async ({ store }) => {
    const shownNames = async (order: 'mentions' | 'alphabet'): Promise<string[]> => (await store.names(all, { kind: 'person', order })).map(({ canonical }) => canonical);
    assert.deepEqual((await shownNames('mentions')).slice(0, 2), ['Wang Yi', 'Wang Di']);
    assert.deepEqual(await shownNames('alphabet'), ['José O’Brien', 'Wang Di', 'Wang Yi']);
    assert.equal(await store.countNames('person'), 3);
    assert.deepEqual((await store.names({ offset: 1, limit: 1 }, { kind: 'person', order: 'alphabet' })).map(({ canonical }) => canonical), ['Wang Di']);
  }));

  it('lists names most mentioned first', withNewsroom(factory, async ({ store }) => {
    const names = await store.names(all);
    assert.equal(names.length, 9);
    const counts = names.map((name) => name.mentions);
    assert.deepEqual(counts, [...counts].sort((a, b) => b - a));
    assert.deepEqual(await store.names({ offset: 2, limit: 3 }), names.slice(2, 5));
  }));

  it('completes beginnings of any form', withNewsroom(factory, async ({ store }) => {
    const found = async (prefix: string, limit = 9) => (await store.namesByPrefix(prefix, limit)).map((name) => name.canonical);
    assert.deepEqual(await found('wa'), ['Wang Yi', 'Wang Di']);
    assert.deepEqual(await found('wa', 1), ['Wang Yi']);
    assert.deepEqual(await found('south b'), ['South Bay Daily Mail']);
    assert.deepEqual(await found('obr'), ['José O’Brien']);
    assert.deepEqual(await found('zz'), []);
    assert.deepEqual(await found(''), []);
    assert.deepEqual(await found('%'), []);
    assert.deepEqual(await found('wa', 0), []);
  }));

  for (const [slip, ...canonical] of [
    ['Tehrna', 'Tehran'], ['Tehrn', 'Tehran'], ['Tehhran', 'Tehran'], ['Tahran', 'Tehran'], ['eThran', 'Tehran'], ['ehran', 'Tehran'], ['Tehranx', 'Tehran'],
    ['Te hran', 'Tehran'], ['Wnag', 'Wang Yi', 'Wang Di'], ['Wang Xi', 'Wang Yi', 'Wang Di'], ['Obrein', 'José O’Brien'], ['Tehran'], ['Thrn'], ['Wan'], [''],
  ] as const) {
    it(`finds ${canonical.join(' and ') || 'nobody'} for the slip “${slip}”`, withNewsroom(factory, async ({ store }) => {
      assert.deepEqual((await store.namesBySlip(slip, 9)).map((name) => name.canonical), canonical);
    }));
  }

  it('shows the most telling mention of each article before the second of one', withNewsroom(factory, async ({ store }) => {
    const [wang] = await store.namesByForm('Wang Yi');
    const mentions = await store.mentions(wang?.id ?? 0, all);
    assert.deepEqual(mentions.map((each) => each.sentence.text), [
      'The foreign minister Wang Yi flew to Tehran on Friday.', 'Wang Yi studied in Tehran in 1998.',
      '“We want calm seas and open ports,” Wang said.', 'Wang left.',
    ]);
    assert.deepEqual(mentions.map((each) => each.mention.text), ['Wang Yi', 'Wang Yi', 'Wang', 'Wang']);
    assert.deepEqual(mentions.map((each) => each.speaks), [true, true, true, false]);
    for (let offset = 0; offset < 5; offset++) {
      assert.deepEqual(await store.mentions(wang?.id ?? 0, { offset, limit: 2 }), mentions.slice(offset, offset + 2));
    }
  }));

  it('takes names together, and only what of them stands in some articles or outside them', withNewsroom(factory, async ({ store }) => {
    const id = async (form: string) => (await store.namesByForm(form))[0]!.id, [yi, di] = [await id('Wang Yi'), await id('Wang Di')];
    const old = (await store.articlesAt('/corpus/old.txt'))[0]!.id;
    const told = async (parts: readonly NamePart[]) => {
      const mentions = await store.mentions(parts, all), counts = await store.mentionCounts(parts);
      assert.deepEqual(counts, { mentions: mentions.length, articles: new Set(mentions.map(({ mention }) => mention.article.id)).size });
      for (let offset = 0; offset < mentions.length; offset++) assert.deepEqual(await store.mentions(parts, { offset, limit: 2 }), mentions.slice(offset, offset + 2));
      return mentions.map(({ mention, name }) => `${mention.article.path.slice(8)} ${mention.text} ${name === yi ? 'yi' : 'di'}`);
    };
    assert.deepEqual(await told([{ name: yi }]), ['minister.txt Wang Yi yi', 'old.txt Wang Yi yi', 'minister.txt Wang yi', 'minister.txt Wang yi']);
    assert.deepEqual((await told([{ name: yi }, { name: di }])).sort(), [...await told([{ name: yi }]), ...await told([{ name: di }])].sort());
    assert.deepEqual(await told([{ name: yi, within: [old] }]), ['old.txt Wang Yi yi']);
    assert.deepEqual(await told([{ name: yi, without: [old] }]), ['minister.txt Wang Yi yi', 'minister.txt Wang yi', 'minister.txt Wang yi']);
    assert.deepEqual(await told([{ name: yi, within: [] }]), []);
    assert.deepEqual(await told([]), []);
  }));

  it('counts lines as an editor does, at LF, CRLF and CR', withNewsroom(factory, async ({ store }) => {
    const [wang] = await store.namesByForm('Wang Di');
    const shownMentions = (await store.mentions(wang?.id ?? 0, all)).map((each) => shown(each.mention));
    assert.deepEqual(shownMentions, [
      '/corpus/economist.md#0 0:0-0:7 Wang Di', '/corpus/economist.md#0 1:42-1:49 Wang Di', '/corpus/economist.md#0 3:0-3:4 Wang',
    ]);
  }));

  it('knows who stands beside whom', withStore(factory, {}, async ({ store, put }) => {
    const person = { kind: 'person' } as const;
    const names = { Ada: person, Bea: person, Cid: person };
    await put('/corpus/a.txt', { text: 'Ada met Bea. Bea saw Ada. Ada fed Cid.', names });
    await put('/corpus/b.txt', { text: 'Ada slept. Cid slept.', names: { Ada: person, Cid: person } });
    const company = async (form: string) => (await store.company((await store.namesByForm(form))[0]?.id ?? 0, 5)).map((name) => name.canonical);
    assert.deepEqual(await company('Ada'), ['Bea', 'Cid']);
    assert.deepEqual(await company('Cid'), ['Ada']);
  }));
}
