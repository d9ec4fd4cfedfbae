import assert from 'node:assert/strict';
import { all, withNewsroom, withStore, type StoreFactory } from './subject';

const seas = 'We want calm seas and open ports,';
const trade = 'Ports need trade before they need calm,';

/** Quotations and passages. */
export function quotationsContract(factory: StoreFactory): void {
  for (const [words, ...found] of [
    ['we want calm', seas], ['calm we want', seas], ['we want c', seas], ['open por', seas], ['We  WANT, calm!', seas],
    ['trade ports', trade], ['patience', 'I learned patience,'], ['pati', 'I learned patience,'],
    ['we want clam', seas], ['patiense', 'I learned patience,'], ['trade befroe', trade], ['trad befroe', trade],
    ['calm seas and zebras', seas], ['zebras'], ['officials said'], ['zebras and lions roam'],
  ] as const) {
    it(`offers “${found.join('” and “') || 'nothing'}” for “${words}”`, withNewsroom(factory, async ({ store }) => {
      assert.deepEqual((await store.quotations({ words, limit: 10 })).map((each) => each.passage.text), found);
    }));
  }

  it('prefers quotations that begin with the words', withNewsroom(factory, async ({ store }) => {
    assert.equal((await store.quotations({ words: 'calm ', limit: 10 }))[0]?.passage.text, 'Calm?');
    assert.equal((await store.quotations({ words: 'ports n', limit: 10 }))[0]?.passage.text, trade);
  }));

  it('prefers quotations that hold the words together, the last one unfinished or not', withStore(factory, {}, async ({ store, put }) => {
    const apart = 'Of all we heard the interest was small and the oath was short today,';
    await put('/corpus/a.txt', { text: `“${apart}” Ada said. “No interest of ours,” Bea said.`, names: { Ada: { kind: 'person' }, Bea: { kind: 'person' } }, quotations: [{ text: apart, speaker: 'Ada', cue: 'said' }, { text: 'No interest of ours,', speaker: 'Bea' }] });
    for (const words of ['interest of', 'interest o', 'interest of ']) {
      assert.equal((await store.quotations({ words, limit: 5 }))[0]?.passage.text, 'No interest of ours,', words);
    }
    const ada = (await store.namesByForm('Ada'))[0]?.id ?? 0;
    assert.equal((await store.quotations({ words: 'interest of', limit: 5, preferSpeakers: [ada] }))[0]?.passage.text, apart);
  }));

  it('gives speaker, cue, place and context, and the latest of copies', withNewsroom(factory, async ({ store }) => {
    const [quotation, ...more] = await store.quotations({ words: 'calm seas', limit: 10 });
    assert.equal(more.length, 0, 'copies are folded');
    assert.equal(quotation?.passage.article.path, '/corpus/minister.txt');
    assert.equal(quotation?.context.text, '“We want calm seas and open ports,” Wang said.');
    assert.deepEqual(quotation?.speaker, { text: 'Wang', canonical: 'Wang Yi', name: (await store.namesByForm('Wang Yi'))[0]?.id });
    assert.equal(quotation?.cue, 'said');
    const { alsoIn, ...same } = (await store.quotation(quotation?.id ?? 0))!;
    assert.deepEqual(same, quotation);
    assert.equal(alsoIn, 1);
  }));

  it('counts the other outlets that have a quotation, not their articles', withStore(factory, {}, async ({ store, put }) => {
    const spec = { text: '“The harbour stays open for all of us,” she said.', quotations: [{ text: 'The harbour stays open for all of us,' }] };
    for (const [i, outlet] of ['Post', 'Gazette', 'Gazette', 'Courier', 'Post'].entries()) await put(`/corpus/${i}.txt`, { ...spec, outlet });
    const found = await store.quotations({ words: 'harbour stays', limit: 9 });
    assert.equal(found.length, 1);
    assert.equal((await store.quotation(found[0]!.id))?.alsoIn, 2);
  }));

  it('gives a speaker who is no name by his words, and none where none is known', withStore(factory, {}, async ({ store, put }) => {
    await put('/corpus/a.txt', { text: '“Run far,” one user wrote. “Hide well.”', quotations: [{ text: 'Run far,', speaker: 'one user', cue: 'wrote' }, { text: 'Hide well.' }] });
    const speakers = (await store.quotations({ words: '', limit: 9 })).map((each) => [each.passage.text, each.speaker, each.cue]);
    assert.deepEqual(speakers, [['Run far,', { text: 'one user', canonical: 'one user', name: null }, 'wrote'], ['Hide well.', null, null]]);
  }));

  it('lists the direct quotations of an article in order', withNewsroom(factory, async ({ store }) => {
    const at = async (path: string) => (await store.quotationsOf((await store.articlesAt(path))[0]?.id ?? 0)).map((each) => each.passage.text);
    assert.deepEqual(await at('/corpus/economist.md'), [trade, 'Calm?']);
    assert.deepEqual(await at('/corpus/aden.txt'), [], 'an indirect quotation is none');
  }));

  it('puts preferred speakers first and keeps to the wanted ones', withNewsroom(factory, async ({ store }) => {
    const yi = (await store.namesByForm('Wang Yi'))[0]?.id ?? 0;
    const di = (await store.namesByForm('Wang Di'))[0]?.id ?? 0;
    const said = async (query: { preferSpeakers?: number[]; speakers?: number[] }, words = 'calm') => (await store.quotations({ words, limit: 9, ...query })).map((each) => each.passage.text);
    assert.deepEqual(await said({ preferSpeakers: [di] }), ['Calm?', trade, seas]);
    assert.equal((await said({ preferSpeakers: [yi] }))[0], seas);
    assert.equal((await said({ preferSpeakers: [di] }, 'need calm'))[0], trade);
    assert.deepEqual(await said({ speakers: [yi] }), [seas]);
    assert.deepEqual((await said({ speakers: [di] }, '')).sort(), ['Calm?', trade]);
    assert.deepEqual(await said({ speakers: [] }), []);
    assert.deepEqual(await said({ preferSpeakers: [987654] }, 'patience'), ['I learned patience,']);
  }));

  it('gives everything, best first, without words, and no more than is asked for', withNewsroom(factory, async ({ store }) => {
    assert.equal((await store.quotations({ words: '', limit: 10 })).length, 4);
    assert.equal((await store.quotations({ words: '', limit: 2 })).length, 2);
    assert.deepEqual(await store.quotations({ words: '', limit: 0 }), []);
    assert.equal((await store.quotations({ words: 'c', limit: 1 })).length, 1);
  }));

  it('finds sentences by words in any order, the last unfinished', withNewsroom(factory, async ({ store }) => {
    const found = async (words: string) => (await store.passages(words, 9)).map((passage) => passage.text);
    assert.deepEqual(await found('Aden shel'), ['Rebels shelled Aden harbour on 10 April 2024, officials said.', 'Rebels shelled the port of Aden on 10 April 2024.']);
    assert.deepEqual(await found('cafe owners'), ['Café owners in Aden fled.']);
    assert.deepEqual(await found('aden condemned'), [], 'the words stand in different sentences');
    assert.deepEqual(await found('buy one'), [], 'noise is no sentence');
    assert.equal((await store.passages('aden', 2)).length, 2);
  }));

  it('tells the parts of one utterance', withStore(factory, {}, async ({ store, put }) => {
    await put('/corpus/a.txt', { text: '“Run,” Ada said, “far.” Bea laughed. “Why?”', quotations: [{ text: 'Run,' }, { text: 'far.', goesOn: true }, { text: 'Why?' }] });
    const [first, second, third] = (await store.quotationsOf((await store.articlesAt('/corpus/a.txt'))[0]?.id ?? 0)).map(({ utterance }) => utterance);
    assert.equal(first, second);
    assert.notEqual(second, third);
  }));

  const tides = {
    '/corpus/a.txt': { text: 'The harbour master counted nineteen herring boats before the tide turned at dusk.' },
    '/corpus/b.txt': { text: 'Nineteen lamps burned in the harbour. The master slept.' },
    '/corpus/c.txt': { text: '“We will not do this to you,” she said. The lamps went out.', quotations: [{ text: 'We will not do this to you,' }] },
    '/corpus/d.txt': { text: 'You do this. We will not.', noise: ['You do this.'] },
  } as const;
  for (const [passage, ...paths] of [
    ['counted nineteen herring boats before the tide', '/corpus/a.txt'],
    ['counted ninety herring ships before that tide', '/corpus/a.txt'],
    ['Nineteen LAMPS burned', '/corpus/b.txt'],
    ['we will do not this to you', '/corpus/c.txt'],
    ['we will not do that to them', '/corpus/c.txt'],
    ['zebras roam'], [''], ['…'],
  ] as const) {
    it(`thinks that “${passage}” stands in ${paths[0] ?? 'no article'}`, withStore(factory, tides, async ({ store }) => {
      const found = await store.likelyArticles(passage, 3);
      assert.ok(found.every(({ share }, i) => share > 0 && share <= 1 && share <= (found[i - 1]?.share ?? 1)));
      assert.equal(found[0] && (await store.article(found[0].article))?.path, paths[0]);
      assert.deepEqual(await store.likelyArticles(passage, 0), []);
    }));
  }

  it('tells which articles surely hold all words of a passage, those that quote it first', withStore(factory, {
    '/corpus/a.txt': { text: 'We will not do this to the harbour, and the tide will turn for you.' },
    '/corpus/b.txt': { text: '“The tide will turn for you and the harbour,” she said.', quotations: [{ text: 'The tide will turn for you and the harbour,' }] },
    '/corpus/c.txt': { text: 'The tide will turn for you.' },
  }, async ({ store }) => {
    const sure = async (passage: string, limit = 5) => Promise.all((await store.likelyArticles(passage, limit, 'holding')).map(async ({ article, share }) => [(await store.article(article))?.path, share === 1]));
    assert.deepEqual(await sure('the tide will turn for you and the harbour'), [['/corpus/b.txt', true], ['/corpus/a.txt', false]]);
    assert.deepEqual(await sure('the tide will turn for you and the harbour', 1), [['/corpus/b.txt', true]]);
    assert.deepEqual(await sure('will not do this to the harbour'), [['/corpus/a.txt', false]]);
    assert.deepEqual(await sure('the tide will not turn for the zebra'), []);
    assert.deepEqual(await sure('the tide will turn'), [], 'too few words to be sure');
  }));

  it('tells which articles quote most of a passage, then these and the others, and what they lack', withStore(factory, {
    '/corpus/a.txt': { text: 'The herring have moved north and the boats must follow. Lamps burned in the harbour.' },
    '/corpus/b.txt': { text: '“The herring have moved south and our boats must follow,” she said.', quotations: [{ text: 'The herring have moved south and our boats must follow,' }] },
    '/corpus/c.txt': { text: 'Lamps burned.' },
  }, async ({ store, put }) => {
    const passage = 'the herring have moved south and our zebras must follow';
    const found = async (which: 'quoting' | 'any') => Promise.all((await store.likelyArticles(passage, 6, which)).map(async ({ article, quotes, lacks }) => [(await store.article(article))?.path, quotes ?? false, ...(lacks ? [[...lacks].sort()] : [])]));
    const quoting = [['/corpus/b.txt', true]], any = [['/corpus/b.txt', true, ['zebras']], ['/corpus/a.txt', false, ['our', 'south', 'zebras']]];
    assert.deepEqual([await found('quoting'), await found('any'), await found('any')], [quoting, any, any]);
    await put('/corpus/d.txt', { text: '“The herring have moved south and our zebras must follow,” he said.', quotations: [{ text: 'The herring have moved south and our zebras must follow,' }] });
    assert.deepEqual((await found('quoting')).map(([path]) => path), ['/corpus/d.txt', '/corpus/b.txt']);
  }));

  it('counts the articles that hold a word, and forgets those that are gone', withStore(factory, tides, async ({ store }) => {
    const words = ['Lamps', 'nineteen', 'you', 'harbour master', 'zebra', '…'];
    assert.deepEqual([...await store.wordFrequencies(words)], [['Lamps', 2], ['nineteen', 2], ['you', 1], ['harbour master', 2], ['zebra', 0], ['…', 0]]);
    await store.remove(['/corpus/b.txt']);
    assert.deepEqual([...(await store.wordFrequencies(words)).values()], [1, 1, 1, 1, 0, 0]);
    assert.deepEqual(await store.likelyArticles('burned', 5), []);
  }));

  const hostile = ['"', '*', 'NEAR(', 'NEAR(calm seas)', 'calm OR', 'AND', 'NOT calm', 'words:calm', '^calm', '-calm', "'; DROP TABLE article; --", '😀', '😀 calm', '\0', '\ud800', 'ﬁ', '%_', 'a'.repeat(10_000), 'calm '.repeat(2_000), '"*'.repeat(5_000), '字'.repeat(300), 'zqspeaker1'];
  it('takes any words for words', withNewsroom(factory, async ({ store }) => {
    for (const words of hostile) {
      for (const list of [store.quotations({ words, limit: 5 }), store.likelyArticles(words, 5), store.passages(words, 5), store.events({ words, order: 'newest', page: all }), store.namesByForm(words), store.namesByPrefix(words, 5), store.namesBySlip(words, 5)]) {
        assert.ok(Array.isArray(await list), words.slice(0, 20));
      }
      assert.equal(typeof await store.countEvents({ words }), 'number');
      assert.equal((await store.wordFrequencies([words])).size, 1);
    }
    assert.equal((await store.counts()).articles, 5);
  }));
}
