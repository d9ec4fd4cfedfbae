import assert from 'node:assert/strict';
import { eventsIn, type GivenNames } from './support';

const lands: GivenNames = { place: 'Norland, Sudria, Westmark, Port Ellen', person: 'Ann Lee, Bob Ray', organisation: 'Harbour Front' };

function check(text: string, trigger: string, expected: { who?: string[]; whom?: string[]; type?: string; modality?: string; where?: string | null }): void {
  const event = eventsIn(text, lands).find((e) => e.trigger.text === trigger);
  assert.ok(event, `no event at ${trigger} in: ${text}`);
  const actual = { who: event.who.map((x) => x.canonical), whom: event.whom.map((x) => x.canonical), type: event.type, modality: event.modality, where: event.where?.canonical ?? null };
  for (const [key, value] of Object.entries(expected)) assert.deepEqual(actual[key as keyof typeof actual], value, `${key} of ${trigger} in: ${text}`);
}

describe('events at nouns', () => {
  it('finds the possessor and the target', () => check('The ministry spoke after Norland’s sudden assault on Sudria.', 'assault', { who: ['Norland'], whom: ['Sudria'], type: 'assault' }));
  it('reads the possessive of a name in s', () => check('They condemned Harbour Front’s attack against Sudria.', 'attack', { who: ['Harbour Front'], whom: ['Sudria'] }));
  it('takes the subject of the verb that carries it', () => check('Norland launched airstrikes against Sudria.', 'airstrikes', { who: ['Norland'], whom: ['Sudria'], type: 'assault' }));
  it('reads of as whom', () => check('The killing of Ann Lee shocked many.', 'killing', { whom: ['Ann Lee'] }));
  it('reads between as who', () => check('A summit between Ann Lee and Bob Ray in Port Ellen is near.', 'summit', { who: ['Ann Lee', 'Bob Ray'], whom: [], where: 'Port Ellen', type: 'consult' }));
  it('reads a threat as feared', () => check('The threat of an attack by Norland grew.', 'attack', { modality: 'feared', who: ['Norland'] }));
  it('reads a planned visit as planned', () => check('Ann Lee spoke of a planned visit to Sudria.', 'visit', { modality: 'planned' }));
  it('takes a hunger strike for a protest', () => check('Prisoners began a hunger strike.', 'strike', { type: 'protest' }));
  it('takes a call for something for a request', () => check('Norland’s call for restraint was heard.', 'call', { who: ['Norland'], type: 'request' }));
});
