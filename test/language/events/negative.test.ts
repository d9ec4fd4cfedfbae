import assert from 'node:assert/strict';
import { eventsIn, type GivenNames } from './support';

const names: GivenNames = { place: 'Norland, Sudria', person: 'Ann Lee' };

/** No event with the trigger, or none of the type. */
function not(text: string, trigger: string, type?: string): void {
  const found = eventsIn(text, names).filter((e) => e.trigger.text === trigger && (type === undefined || e.type === type));
  assert.deepEqual(found.map((e) => `${e.trigger.text}:${e.type}`), [], text);
}

describe('words that only look like events', () => {
  it('heart attack', () => not('He died after a heart attack.', 'attack'));
  it('may and will', () => { not('Norland may wait.', 'may'); not('Norland will wait.', 'will'); });
  it('a deal that is struck is no blow', () => not('The deal was signed at the fire station.', 'station'));
  it('fire as a noun is no shot', () => not('A fire broke out in Sudria.', 'fire', 'assault'));
  it('to fire a person is no shot', () => not('The club fired its coach on Monday.', 'fired', 'assault'));
  it('adjectives before nouns', () => not('The armed forces of Norland waited.', 'armed'));
  it('states', () => not('Norland has a border with Sudria.', 'has'));
  it('according to', () => not('According to Ann Lee, it rained.', 'According'));
  it('names of people who are named like verbs', () => not('Yesterday Ann Lee met Grant.', 'Grant'));
  it('plural nouns that look like verbs', () => not('The bases of Norland are old.', 'bases'));
});

describe('dates of events', () => {
  const dateOf = (text: string, trigger: string): string | undefined => eventsIn(text, names, '2024-04-12').find((e) => e.trigger.text === trigger)?.date?.value;
  it('do not come from the saying', () => assert.equal(dateOf('Ann Lee said on Friday that Norland attacked Sudria.', 'attacked'), undefined));
  it('do not come from a saying that follows', () => assert.equal(dateOf('Norland attacked Sudria, Ann Lee said on Friday.', 'attacked'), undefined));
  it('are shared by joined verbs', () => assert.equal(dateOf('Norland attacked Sudria on April 1 and killed ten people.', 'killed'), '2024-04-01'));
  it('stand before the verb', () => assert.equal(dateOf('Norland on Thursday asked Sudria for help.', 'asked'), '2024-04-11'));
  it('belong to the noun they follow', () => {
    assert.equal(dateOf('Norland denied a role in the attack on Sudria on April 1.', 'attack'), '2024-04-01');
    assert.equal(dateOf('Norland denied a role in the attack on Sudria on April 1.', 'denied'), undefined);
  });
  it('stand in the phrase of a noun', () => assert.equal(dateOf('Ann Lee left the 2015 deal with Norland.', 'deal'), '2015'));
});
