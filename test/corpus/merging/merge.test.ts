import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dateOfSource, eventKeys, mergeEvents } from '../../../src/corpus/merging';
import { actorKeys } from '../../../src/corpus/merging/actors';
import { told, type Told } from './support';

const one = (what: string, ...reports: Told[]): void => void it(what, () => { assert.equal(mergeEvents(reports.map(told)).length, 1); });
const apart = (what: string, ...reports: Told[]): void => void it(what, () => { assert.equal(mergeEvents(reports.map(told)).length, reports.length); });

const attack = { who: 'Norland', whom: 'Sudria', date: '2023-10-07' };
const story = ['norland', 'sudria', 'port', 'ellen'];

describe('reports that are one event', () => {
  one('the same told by two articles', { article: 'a', ...attack }, { article: 'b', ...attack });
  one('a day without its year', { article: 'a', ...attack }, { article: 'b', ...attack, date: 'XXXX-10-07' });
  one('attack and assault', { article: 'a', ...attack }, { article: 'b', ...attack, lemma: 'assault' });
  one('the same told twice in one article', { index: 0, ...attack }, { index: 3, ...attack });
  one('a state under two names', { article: 'a', ...attack, who: 'United States' }, { article: 'b', ...attack, who: 'U.S.' });
  one('a country and its adjective', { article: 'a', ...attack, whom: 'Iran' }, { article: 'b', ...attack, whom: 'Iranian' });
  one('the attack, in an article that told of one', { index: 0, ...attack }, { index: 1, salience: 'minor', title: 'attack' });
  one('undated, in articles of one story', { article: 'a', who: 'Norland', whom: 'Sudria', context: story }, { article: 'b', ...attack, context: story });
  one('the same word twice in one article, in passing', { index: 0, lemma: 'strike', who: 'Norland', salience: 'minor' }, { index: 5, lemma: 'strike', title: 'a strike on the port', salience: 'minor' });
  one('in passing, in articles that tell one story', { article: 'a', lemma: 'open', type: 'other', title: 'port opens', salience: 'minor', context: story }, { article: 'b', lemma: 'open', type: 'other', title: 'opening of the port', salience: 'minor', context: story });
  one('an attack on a ship, and an attack in a bay', { article: 'a', who: 'Norland', whom: 'cargo ship', context: story }, { article: 'b', who: 'Norland', whom: 'Ellen Bay', where: 'Ellen Bay', context: story });
  one('planned, and feared', { article: 'a', ...attack, modality: 'planned' }, { article: 'b', ...attack, modality: 'feared' });
  one('parties of a meeting in either order', { article: 'a', lemma: 'meet', type: 'consult', who: 'Ann Lee', whom: 'Bob Ray', date: '2023-11-15' }, { article: 'b', lemma: 'summit', type: 'consult', who: 'Bob Ray, Ann Lee', date: '2023-11-15' });
});

describe('reports that are not', () => {
  apart('another day', { article: 'a', ...attack }, { article: 'b', ...attack, date: '2024-04-01' });
  apart('somebody else', { article: 'a', ...attack }, { article: 'b', ...attack, who: 'Westmark' });
  apart('on somebody else', { article: 'a', ...attack }, { article: 'b', ...attack, whom: 'Westmark' });
  apart('two who share a family name', { article: 'a', lemma: 'visit', type: 'consult', who: 'Wang Yi', whom: 'Sudria', date: '2023-10-07' }, { article: 'b', lemma: 'visit', type: 'consult', who: 'Wang Di', whom: 'Sudria', date: '2023-10-07' });
  apart('feared, and happened', { article: 'a', ...attack, modality: 'feared' }, { article: 'b', ...attack });
  apart('one man meets two others', { index: 0, lemma: 'meet', type: 'consult', who: 'Ann Lee', whom: 'Bob Ray' }, { index: 3, lemma: 'summit', type: 'consult', who: 'Ann Lee, Cyd Moe' });
  apart('undated, in articles of which nothing is known', { article: 'a', who: 'Norland', whom: 'Sudria' }, { article: 'b', ...attack });
  apart('undated, years apart', { article: 'a', who: 'Norland', whom: 'Sudria', context: story, published: '2020-01-01' }, { article: 'b', who: 'Norland', whom: 'Sudria', context: story, published: '2023-01-01' });
  apart('two requests of the same parties in one article', { index: 0, lemma: 'ask', type: 'request', who: 'Norland', whom: 'Sudria', title: 'Norland asks Sudria to join the fleet' }, { index: 1, lemma: 'ask', type: 'request', who: 'Norland', whom: 'Sudria', date: '2024-04-11', title: 'Norland asks Sudria to lower prices' });
  apart('one word, in articles of other stories', { article: 'a', lemma: 'open', type: 'other', title: 'port opens', salience: 'minor', context: story }, { article: 'b', lemma: 'open', type: 'other', title: 'shop opens', salience: 'minor', context: ['westmark', 'lindqvist', 'oslo', 'union'] });
  apart('one word in two lines that share no party', { article: 'a', lemma: 'warn', type: 'threaten', who: 'Norland', title: 'Norland warns of hunger', context: story }, { article: 'b', lemma: 'warn', type: 'threaten', whom: 'Sudria', title: 'Sudria is warned of a strike', context: story });
  apart('an attack in passing by somebody else', { index: 0, ...attack }, { index: 3, lemma: 'attack', who: 'Westmark', salience: 'minor' });
  apart('an attack in passing that is only feared', { index: 0, ...attack }, { index: 3, lemma: 'attack', who: 'Norland', modality: 'feared', salience: 'minor' });
  apart('sayings', { article: 'a', lemma: 'say', type: 'other', who: 'Ann Lee', date: '2023-10-07', salience: 'minor' }, { article: 'b', lemma: 'say', type: 'other', who: 'Ann Lee', date: '2023-10-07', salience: 'minor' });
  apart('another weekday', { article: 'a', ...attack, context: story }, { article: 'b', ...attack, date: 'XXXX-WXX-2', context: story });
});

describe('the parties of a report', () => {
  const named = (canonical: string) => actorKeys([{ start: 0, end: canonical.length, text: canonical, name: null, canonical }]).named;
  it('are no names where a headline gives people by what they are a capital', () => assert.deepEqual(['Driver', 'Old Man', 'I’m', 'Harbour Union'].map(named), [false, false, false, true]));
});

describe('a merged event', () => {
  const event = mergeEvents([
    told({ article: 'a', ...attack, date: '2023-10', title: 'Norland attacks Sudria and kills 1,200 people' }),
    told({ article: 'b', ...attack, title: 'Norland attacks Sudria and kills 1,400 people', where: 'Port Ellen' }),
    told({ article: 'c', ...attack, where: 'Westmark' }),
  ])[0]!;
  it('has the most precise date', () => assert.equal(event.date?.value, '2023-10-07'));
  it('has the day that one source names in the year or week of another, and says so', () => {
    const dateOf = (a: string, b: string) => mergeEvents([told({ article: 'a', ...attack, date: a, context: story }), told({ article: 'b', ...attack, date: b, context: story })]).map(({ date }) => [date?.value, date?.certainty, date?.reason]);
    assert.deepEqual(dateOf('XXXX-10-07', '2023'), [['2023-10-07', 'inferred', 'one source names the day, another 2023']]);
    assert.deepEqual(dateOf('2023-W41', 'XXXX-WXX-3'), [['2023-10-11', 'inferred', 'one source names the day, another 2023-W41']]);
    assert.deepEqual(dateOf('XXXX-10-07', '202'), [['202', 'stated', undefined]], 'a decade leaves ten candidates');
  });
  it('dates a source that gives no date, and says so', () => {
    const stated = event.date!;
    assert.deepEqual(dateOfSource(null, stated), { value: '2023-10-07', certainty: 'inferred', reason: 'another source dates the same event', expression: null });
    assert.equal(dateOfSource({ value: 'XXXX-WXX-6', certainty: 'relative', expression: null }, stated)?.value, '2023-10-07');
    assert.equal(dateOfSource({ value: 'XXXX-WXX-2', certainty: 'relative', expression: null }, stated)?.value, 'XXXX-WXX-2', 'that day was a Saturday');
    assert.equal(dateOfSource({ value: '2023-10', certainty: 'stated', expression: null }, stated)?.certainty, 'stated', 'its own date stays');
    assert.equal(dateOfSource(null, { value: 'XXXX-10-07', certainty: 'relative', expression: null }), null);
  });
  it('says what its sources disagree on', () => assert.deepEqual(event.disagreements.map((d) => d.words), ['number: 1,200 people or 1,400 people', 'place: Port Ellen or Westmark']));
  it('names the days that differ by one', () => {
    const merged = mergeEvents([told({ article: 'a', ...attack, context: story }), told({ article: 'b', ...attack, date: '2023-10-08', context: story })]);
    assert.deepEqual(merged.flatMap((e) => e.disagreements.map((d) => d.words)), ['date: 2023-10-07 or 2023-10-08']);
  });
  it('has an id of its own, the same every time', () => {
    const all = mergeEvents([told({ article: 'a', ...attack }), told({ article: 'b', ...attack, date: '2023-11-07' })]);
    assert.equal(new Set(all.map((e) => e.id)).size, 2);
    assert.deepEqual(mergeEvents([told({ article: 'a', ...attack })])[0]!.id, mergeEvents([told({ article: 'a', ...attack })])[0]!.id);
  });
});

const anyReport = fc.record({
  article: fc.constantFrom('a', 'b', 'c'), lemma: fc.constantFrom('attack', 'strike', 'meet', 'say', 'kill'), who: fc.constantFrom('Norland', 'Sudria', 'Ann Lee', ''), whom: fc.constantFrom('Norland', 'Sudria', ''),
  date: fc.constantFrom('2023-10-07', 'XXXX-10-07', '2023-10', '2023-10-08', '2024-01-01'), salience: fc.constantFrom('main' as const, 'minor' as const), context: fc.constantFrom(story, ['other']), modality: fc.constantFrom('fact' as const, 'planned' as const, 'feared' as const),
});
const anyReports = fc.array(anyReport, { maxLength: 24 }).map((list) => list.map((each, index) => told({ ...each, index })));

describe('merging', () => {
  it('does not depend on the order of reports', () => fc.assert(fc.property(anyReports, fc.infiniteStream(fc.nat()), (reports, order) => {
    const shuffled = reports.map((report) => ({ report, at: order.next().value })).sort((a, b) => a.at - b.at).map(({ report }) => report);
    assert.deepEqual(mergeEvents(shuffled), mergeEvents(reports));
  })));
  it('keeps every report once', () => fc.assert(fc.property(anyReports, (reports) => {
    assert.deepEqual(mergeEvents(reports).flatMap((e) => e.mentions.map((m) => `${m.articleId} ${m.index}`)).sort(), reports.map((m) => `${m.articleId} ${m.index}`).sort());
  })));
  it('gives every event its own id', () => fc.assert(fc.property(anyReports, (reports) => {
    const events = mergeEvents(reports);
    assert.equal(new Set(events.map((e) => e.id)).size, events.length);
  })));
  it('joins no reports that share no key', () => fc.assert(fc.property(anyReports, (reports) => {
    for (const { mentions } of mergeEvents(reports)) {
      const reached = new Set(mentions.slice(0, 1)), keys = new Set(eventKeys(mentions[0]!));
      for (let grown = true; grown;) {
        grown = false;
        for (const mention of mentions) if (!reached.has(mention) && eventKeys(mention).some((key) => keys.has(key))) { reached.add(mention); for (const key of eventKeys(mention)) keys.add(key); grown = true; }
      }
      assert.equal(reached.size, mentions.length);
    }
  })));
});
