import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeEvents, withoutPassing, type MergedEvent, type StoredEventMention } from '../../../src/corpus/merging';
import type { EventMention, Participant } from '../../../src/language/types';

const party = fc.constantFrom<(string | null)[]>('Arland', 'Borund', 'Cesta', null);
const lemma = fc.constantFrom('attack', 'meet', 'bomb', 'strike', 'arrest', 'win');
const date = fc.constantFrom(null, '2024-05-04', '2024-05-09', '2024');
const told = fc.record({ who: party, whom: party, lemma, date, minor: fc.boolean() });

function participants(name: string | null): Participant[] {
  return name === null ? [] : [{ start: 0, end: 1, text: name, canonical: name, name: 0 }];
}

interface Told { readonly who: string | null; readonly whom: string | null; readonly lemma: string; readonly date: string | null; readonly minor: boolean }

function mentionOf({ who, whom, lemma: verb, date: when, minor }: Told, at: number): EventMention {
  const span = { start: at * 10, end: at * 10 + 5, text: verb };
  return {
    ...span, trigger: span, lemma: verb, type: 'assault', modality: 'fact', title: `${who} ${verb} ${whom}`, who: participants(who), whom: participants(whom), where: null,
    date: when === null ? null : { value: when, certainty: 'stated', expression: null }, salience: minor ? 'minor' : 'main',
  };
}

const places = ({ mentions }: MergedEvent): string => mentions.map(({ articleId, start }) => `${articleId}:${start}`).sort().join(' ');

describe('what is mentioned in passing', () => {
  it('can be left out before articles are merged: no event that counts changes', () => {
    fc.assert(fc.property(fc.array(fc.array(told, { maxLength: 8 }), { minLength: 1, maxLength: 4 }), (articles) => {
      const stored = (events: readonly EventMention[], article: number): StoredEventMention[] => events.map((event, index) => ({ ...event, articleId: article, index, published: '2024-05-05' }));
      const all = articles.map((list) => list.map(mentionOf));
      const whole = mergeEvents(all.flatMap(stored)).filter(({ mentions }) => mentions.some(({ salience, date: when }) => salience !== 'minor' || when));
      const kept = mergeEvents(all.flatMap((list, article) => stored(withoutPassing(list), article))).filter(({ mentions }) => mentions.some(({ salience, date: when }) => salience !== 'minor' || when));
      assert.deepEqual(kept.map(places).sort(), whole.map(places).sort());
    }), { numRuns: 300 });
  });

  it('is most of what a text holds', () => {
    const events = [
      { who: 'Arland', whom: 'Borund', lemma: 'attack', date: null, minor: false },
      { who: null, whom: null, lemma: 'attack', date: null, minor: true },
      { who: 'Cesta', whom: null, lemma: 'win', date: null, minor: true },
      { who: 'Cesta', whom: null, lemma: 'meet', date: '2024', minor: true },
    ].map(mentionOf);
    assert.deepEqual(withoutPassing(events).map(({ start }) => start), [0, 10, 30]);
  });
});
