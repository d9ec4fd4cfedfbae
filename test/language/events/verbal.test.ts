import assert from 'node:assert/strict';
import { eventsIn, type GivenNames } from './support';

/** Checks one event by its trigger: who, whom, type. */
function check(text: string, trigger: string, expected: { who?: string[]; whom?: string[]; type?: string; lemma?: string; modality?: string }, given: GivenNames = {}): void {
  const event = eventsIn(text, given).find((e) => e.trigger.text === trigger);
  assert.ok(event, `no event at ${trigger} in: ${text}`);
  assert.equal(text.slice(event.start, event.end), event.text);
  const actual = { who: event.who.map((x) => x.canonical), whom: event.whom.map((x) => x.canonical), type: event.type, lemma: event.lemma, modality: event.modality };
  for (const [key, value] of Object.entries(expected)) assert.deepEqual(actual[key as keyof typeof actual], value, `${key} of ${trigger} in: ${text}`);
}

const lands: GivenNames = { place: 'Norland, Sudria, Westmark, Port Ellen' };

describe('events at verbs', () => {
  it('gives subject and object', () => check('Norland attacked Sudria at dawn.', 'attacked', { who: ['Norland'], whom: ['Sudria'], type: 'assault', lemma: 'attack', modality: 'fact' }, lands));
  it('turns the passive round', () => check('Sudria was attacked by Norland on Monday.', 'attacked', { who: ['Norland'], whom: ['Sudria'] }, lands));
  it('jumps an apposition', () => check('Norland, a poor country in the hills, attacked Sudria.', 'attacked', { who: ['Norland'] }, lands));
  it('jumps a relative clause', () => check('Norland, which is backed by Westmark, attacked Sudria.', 'attacked', { who: ['Norland'], whom: ['Sudria'] }, lands));
  it('shares the subject of a joined verb', () => check('Norland shelled Sudria and captured Port Ellen.', 'captured', { who: ['Norland'], whom: ['Port Ellen'] }, lands));
  it('lets the object of asking act', () => check('Norland asked Sudria to release Westmark.', 'release', { who: ['Sudria'], whom: ['Westmark'] }, lands));
  it('reads lists', () => check('Norland, Sudria and Westmark condemned Port Ellen.', 'condemned', { who: ['Norland', 'Sudria', 'Westmark'], type: 'accuse' }, lands));
  it('finds whom behind a thing', () => check('Norland imposed sanctions on Sudria.', 'imposed', { whom: ['Sudria'] }, lands));
  it('reads a plan', () => check('Norland will attack Sudria.', 'attack', { modality: 'planned' }, lands));
  it('reads a denial', () => check('Norland did not attack Sudria.', 'attack', { modality: 'denied' }, lands));
  it('reads what is possible', () => check('Norland could attack Sudria.', 'attack', { modality: 'feared' }, lands));
});
