import assert from 'node:assert/strict';
import { headingOf } from '../../../src/corpus/merging';
import type { EventQuery } from '../../../src/corpus/store/store';
import type { EventSpec } from '../../support/corpusBuilder';
import { newsroom } from '../../support/newsroom';
import { all, withNewsroom, withStore, type StoreFactory, type Subject } from './subject';

const [flies, shell, studies, resigns] = ['Wang Yi flies to Tehran', 'Rebels shell Aden', 'Wang Yi studies in Tehran', 'José O’Brien resigns'] as const;

async function titles({ store }: Subject, query: Partial<EventQuery>): Promise<string[]> {
  const { page: _page, order: _order, ...filter } = query;
  const events = await store.events({ order: 'newest', page: all, ...query });
  if (!query.page) assert.equal(await store.countEvents(filter), events.length, 'the count is that of the list');
  return [...new Set(events.map((event) => event.title))];
}

/** Events and their sources. */
export function eventsContract(factory: StoreFactory): void {
  it('orders events by their first day, those without one last', withNewsroom(factory, async (subject) => {
    assert.deepEqual(await titles(subject, { order: 'newest' }), [flies, shell, studies, resigns]);
    assert.deepEqual(await titles(subject, { order: 'oldest' }), [studies, shell, flies, resigns]);
  }));

  it('pages over dated and undated events alike', withNewsroom(factory, async ({ store }) => {
    for (const order of ['newest', 'oldest'] as const) {
      const events = await store.events({ order, page: all });
      for (let offset = 0; offset <= events.length + 1; offset++) {
        assert.deepEqual(await store.events({ order, page: { offset, limit: 2 } }), events.slice(offset, offset + 2));
      }
    }
  }));

  it('finds what a whole word finds after each letter of it', withStore(factory, {}, async ({ store, put }) => {
    const told = (text: string, trigger: string, type: NonNullable<EventSpec['type']>, date: string): EventSpec => ({ text, trigger, type, who: ['Norland'], whom: ['Sudria'], date });
    const meeting = told('Norland attended meetings with Sudria', 'meetings', 'consult', '2024-04-10'), governing = told('Norland accused the government of Sudria', 'accused', 'accuse', '2024-04-11'), cities = told('Norland shelled cities in Sudria', 'shelled', 'assault', '2024-04-12');
    const citizens = told('Norland warned citizens of Sudria', 'warned', 'threaten', '2024-04-13');
    const events = [meeting, governing, cities, citizens];
    await put('/corpus/a.txt', { text: `${events.map(({ text }) => text).join('. ')}.`, events, names: { Norland: { kind: 'place' }, Sudria: { kind: 'place' } } });
    const found = async (words: string): Promise<(string | undefined)[]> => (await store.events({ words, order: 'newest', page: all })).map(({ date }) => date?.value);
    for (const [word, date] of [['meetings', '2024-04-10'], ['meets', '2024-04-10'], ['government', '2024-04-11'], ['cities', '2024-04-12']] as const) {
      for (let letters = 2; letters <= word.length; letters++) assert.ok((await found(word.slice(0, letters))).includes(date), word.slice(0, letters));
      assert.deepEqual(await found(word), [date], word);
      assert.deepEqual(await found(`sudria ${word}`), [date], `${word}, not alone`);
    }
  }));

  it('finds events by words of any form, by type, name, article and range', withNewsroom(factory, async (subject) => {
    const { store } = subject;
    const id = async (form: string) => (await store.namesByForm(form))[0]?.id ?? 0;
    const [old] = await store.articlesAt('/corpus/old.txt');
    assert.deepEqual(await titles(subject, { words: 'shelling aden' }), [shell]);
    assert.deepEqual(await titles(subject, { words: 'harb' }), [shell]);
    assert.deepEqual(await titles(subject, { words: 'jose obrien' }), []);
    assert.deepEqual(await titles(subject, { words: "jose o'brien" }), [resigns]);
    assert.deepEqual(await titles(subject, { words: 'zebra' }), []);
    assert.deepEqual(await titles(subject, { words: '😀' }), []);
    assert.deepEqual(await titles(subject, { types: ['retreat', 'agree'] }), [resigns]);
    assert.deepEqual(await titles(subject, { types: [] }), []);
    assert.deepEqual(await titles(subject, { name: await id('Wang Yi') }), [flies, studies]);
    assert.deepEqual(await titles(subject, { name: await id('Tehran'), words: 'studied' }), [studies]);
    assert.deepEqual(await titles(subject, { article: old?.id ?? 0 }), [studies]);
    assert.deepEqual(await titles(subject, { from: '2024-04-11' }), [flies]);
    assert.deepEqual(await titles(subject, { to: '2024-04-10' }), [shell, studies]);
    assert.deepEqual(await titles(subject, { from: '1998-06-01', to: '1998-06-02' }), [studies], 'a year overlaps each of its days');
  }));

  it('finds events by parties of several names, and by lists of events', withNewsroom(factory, async (subject) => {
    const { store } = subject;
    const id = async (form: string) => (await store.namesByForm(form))[0]?.id ?? 0;
    const event = async (words: string) => (await store.events({ words, order: 'newest', page: all }))[0]?.id ?? '';
    const [yi, rebels, tehran] = [await id('Wang Yi'), await id('Rebels'), await id('Tehran')];
    const [flight, shelling, study] = [await event('flies'), await event('shell'), await event('studies')];
    assert.deepEqual(await titles(subject, { parties: [{ names: [yi, rebels] }] }), [flies, shell, studies]);
    assert.deepEqual(await titles(subject, { parties: [{ names: [yi, rebels] }, { names: [tehran] }] }), [flies, studies]);
    assert.deepEqual(await titles(subject, { parties: [{ names: [yi], not: [study], also: [shelling] }] }), [flies, shell]);
    assert.deepEqual(await titles(subject, { parties: [{ names: [] }] }), []);
    assert.deepEqual(await titles(subject, { parties: [{ names: [], also: [shelling] }] }), [shell]);
    assert.deepEqual(await titles(subject, { only: [study, flight] }), [flies, studies]);
    assert.deepEqual(await titles(subject, { only: [] }), []);
    assert.deepEqual(await titles(subject, { except: [study, flight, 'gone', ''] }), [shell, resigns]);
    assert.deepEqual(await titles(subject, { words: 'flies', alsoFound: [shelling] }), [flies, shell]);
    assert.deepEqual(await titles(subject, { words: 'flies', alsoFound: [shelling], types: ['assault'] }), [shell]);
    assert.deepEqual(await titles(subject, { alsoFound: [shelling] }), await titles(subject, {}));
  }));

  it('counts events by type', withNewsroom(factory, async ({ store }) => {
    const counts = await store.eventTypes({});
    assert.deepEqual(Object.fromEntries(counts.map(({ type, count }) => [type, count])), { assault: 1, other: 2, retreat: 1 });
    assert.deepEqual(counts.map(({ count }) => count), [...counts.map(({ count }) => count)].sort((a, b) => b - a));
    assert.deepEqual(await store.eventTypes({ words: 'volcano' }), []);
  }));

  it('counts the events that each name takes part in, most first', withNewsroom(factory, async ({ store }) => {
    for (const query of [{}, { words: 'tehran' }, { from: '2024-01-01' }, { types: ['assault'] }, { words: 'volcano' }, { words: '😀' }] as const) {
      const counts = await store.eventNames(query, all), names = await store.names(all);
      for (const { id } of names) assert.equal(counts.find(({ name }) => name === id)?.count ?? 0, await store.countEvents({ ...query, parties: [{ names: [id] }] }));
      assert.ok(counts.every(({ count }) => count > 0));
      assert.deepEqual(counts.map(({ count }) => count), counts.map(({ count }) => count).sort((a, b) => b - a));
      for (let offset = 0; offset <= counts.length; offset++) assert.deepEqual(await store.eventNames(query, { offset, limit: 2 }), counts.slice(offset, offset + 2));
    }
  }));

  it('counts anew when articles are changed or go', withNewsroom(factory, async ({ store, put }) => {
    const counts = async (): Promise<Record<string, number>> => Object.fromEntries(await Promise.all((await store.eventNames({}, all)).map(async ({ name, count }) => [(await store.name(name))?.canonical ?? '', count] as const)));
    const before = await counts();
    await store.remove(['/corpus/old.txt']);
    assert.deepEqual(await counts(), { ...before, 'Wang Yi': before['Wang Yi']! - 1, Tehran: before['Tehran']! - 1 });
    const specs = newsroom['/corpus/old.txt']!;
    await put('/corpus/old.txt', specs);
    assert.deepEqual(await counts(), before);
  }));

  it('gives the sources of an event, earliest published first, with the date each has', withNewsroom(factory, async ({ store }) => {
    const events = await store.events({ words: 'shelled', order: 'newest', page: all });
    assert.deepEqual(events.map((event) => [event.title, event.articles]), [[shell, 2]], 'two articles report one event');
    const sources = await store.eventSources(events[0]?.id ?? '');
    assert.deepEqual(sources.map((source) => source.passage.text), ['Rebels shelled Aden harbour on 10 April 2024', 'Rebels shelled the port of Aden']);
    for (const { passage, trigger, date } of sources) {
      assert.equal((await store.articleText(passage.article.id))?.slice(trigger.start, trigger.end), 'shelled');
      assert.equal(date?.value, '2024-04-10');
    }
    assert.deepEqual(await store.event(events[0]?.id ?? ''), events[0]);
  }));

  it('dates a source that gives no date by another of the same event, and says so', withStore(factory, {}, async ({ store, put }) => {
    const names = { Norland: { kind: 'place' }, Sudria: { kind: 'place' } } as const;
    const told = (date?: string): EventSpec => ({ text: 'Norland shelled Sudria', trigger: 'shelled', type: 'assault', who: ['Norland'], whom: ['Sudria'], ...(date === undefined ? {} : { date }) });
    const text = 'Norland shelled Sudria. Port Ellen, Westmark and Oslo watched.';
    await put('/corpus/a.txt', { text, names, events: [told('2024-04-10')] });
    await put('/corpus/b.txt', { text, names, events: [told()] });
    const [event] = await store.events({ order: 'newest', page: all });
    assert.equal(event?.articles, 2);
    assert.deepEqual((await store.eventSources(event!.id)).map(({ date }) => [date?.value, date?.certainty, date?.reason]), [['2024-04-10', 'stated', undefined], ['2024-04-10', 'inferred', 'another source dates the same event']]);
  }));

  it('names the articles that report each of many events, earliest published first', withNewsroom(factory, async ({ store }) => {
    const events = await store.events({ order: 'newest', page: all });
    const articles = await store.eventArticles([...events.map(({ id }) => id), 'zzzzz', '-']);
    assert.deepEqual([...articles.keys()].sort(), events.map(({ id }) => id).sort());
    for (const { id, articles: count } of events) {
      const reports = await store.eventSources(id), found = articles.get(id) ?? [];
      assert.equal(found.length, count);
      assert.deepEqual(found, [...new Map(reports.map(({ passage }) => [passage.article.id, passage.article])).values()]);
    }
    assert.equal((await store.eventArticles([])).size, 0);
  }));

  it('keeps type, modality, participants and what is unknown', withStore(factory, {}, async ({ store, put }) => {
    const event: EventSpec = { text: 'Ada may sue Bea', trigger: 'sue', who: ['Ada'], whom: ['Bea'], modality: 'feared', type: 'threaten' };
    await put('/corpus/a.txt', { text: 'Ada may sue Bea.', names: { Ada: { kind: 'person' }, Bea: { kind: 'person' } }, events: [event] });
    const [record] = await store.events({ order: 'newest', page: all });
    assert.ok(record);
    const { id, title, ...rest } = record;
    assert.ok(id !== '' && title !== '');
    assert.deepEqual(rest, { type: 'threaten', modality: 'feared', date: null, interval: null, who: ['Ada'], whom: ['Bea'], where: null, articles: 1, disagreements: [] });
  }));

  it('counts events under the headings of a list by time, and lists one heading', withNewsroom(factory, async ({ store }) => {
    const headings = await store.eventHeadings({});
    assert.equal(headings.reduce((sum, { count }) => sum + count, 0), await store.countEvents({}));
    for (const { heading, count } of headings) {
      const events = await store.events({ heading, order: 'newest', page: all });
      assert.equal(events.length, count);
      for (const { date } of events) assert.equal(headingOf(date?.value), heading);
    }
    assert.deepEqual(await store.eventHeadings({ words: 'zzzzz' }), []);
  }));

  it('leaves out what is only mentioned in passing', withStore(factory, {}, async ({ store, put }) => {
    const events: EventSpec[] = [
      { text: 'Ada sued Bea', trigger: 'sued', who: ['Ada'], whom: ['Bea'], type: 'accuse' },
      { text: 'the flood of 2023', trigger: 'flood', salience: 'minor', date: '2023' },
      { text: 'the noise', trigger: 'noise', salience: 'minor' },
    ];
    await put('/corpus/a.txt', { text: 'Ada sued Bea after the flood of 2023 and the noise.', names: { Ada: { kind: 'person' }, Bea: { kind: 'person' } }, events });
    assert.deepEqual((await store.events({ order: 'newest', page: all })).map(({ type }) => type), ['accuse']);
    assert.deepEqual([await store.countEvents({}), (await store.counts()).events], [1, 1]);
    assert.deepEqual(await store.events({ words: 'flood', order: 'newest', page: all }), []);
    await store.remove(['/corpus/a.txt']);
    assert.deepEqual([await store.countEvents({}), (await store.counts()).events], [0, 0]);
  }));

  it('takes what one article mentions in passing as a source of what another tells, and lets it go again', withStore(factory, {}, async ({ store, put }) => {
    const names = { Norland: { kind: 'place' }, Sudria: { kind: 'place' } } as const;
    const told = (words: string, salience: 'main' | 'minor'): EventSpec => ({ text: words, trigger: 'shelled', type: 'assault', who: ['Norland'], whom: ['Sudria'], date: '2024-04-10', salience });
    const text = (words: string): string => `${words}. Port Ellen, Westmark and Oslo watched.`, passing = 'Norland with zeal shelled Sudria', main = 'Norland shelled Sudria';
    const found = async (words: string): Promise<number[]> => (await store.events({ words, order: 'newest', page: all })).map(({ articles }) => articles);
    await put('/corpus/passing.txt', { text: text(passing), names, events: [told(passing, 'minor')] });
    assert.deepEqual(await found('shelled'), []);
    await put('/corpus/main.txt', { text: text(main), names, events: [told(main, 'main')] });
    assert.deepEqual(await found('shelled'), [2]);
    await store.remove(['/corpus/main.txt']);
    assert.deepEqual(await found('shelled'), []);
    await put('/corpus/main.txt', { text: text(main), names, events: [told(main, 'main')] });
    await store.remove(['/corpus/passing.txt']);
    assert.deepEqual(await found('shelled'), [1]);
  }));

  it('takes an event away with its last source', withNewsroom(factory, async (subject) => {
    await subject.store.remove(['/corpus/aden.txt']);
    assert.deepEqual((await subject.store.events({ words: 'shelled', order: 'newest', page: all })).map((event) => event.articles), [1]);
    assert.deepEqual(await titles(subject, {}), [flies, shell, studies, resigns]);
    await subject.store.remove(['/corpus/minister.txt']);
    assert.deepEqual(await titles(subject, {}), [studies, resigns]);
  }));
}
