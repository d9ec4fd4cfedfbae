import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../../src/language/analyse';
import { prepare } from '../../../src/language/document';
import { findEvents } from '../../../src/language/events';
import { eventsIn } from './support';
import { growth } from '../../support/growth';

const words = fc.constantFrom('Norland', 'attacked', 'attack', 'to', 'that', 'which', ',', '“', '”', 'said', 'of', 'and', 'the', 'on', 'Monday', '’s', 'will', 'not', 'by', 'Sudria', '.', '\n', 'was', 'launched', 'airstrikes', '(', ')', '—', 'who', 'if', 'meeting', 'between', 'it', '12', 'thousands');

function checkSpans(text: string): void {
  const events = eventsIn(text, { place: 'Norland, Sudria' });
  let last = -1;
  for (const event of events) {
    assert.ok(event.trigger.start >= last);
    last = event.trigger.start;
    for (const span of [event, event.trigger, ...event.who, ...event.whom, ...(event.where ? [event.where] : []), ...(event.date?.expression ? [event.date.expression] : [])]) {
      assert.ok(span.start >= 0 && span.end <= text.length && span.start < span.end);
      assert.equal(text.slice(span.start, span.end), span.text);
    }
    assert.ok(event.start <= event.trigger.start && event.trigger.end <= event.end);
  }
}

describe('events in hard input', () => {
  it('keep every offset inside, whatever the text', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), checkSpans), { numRuns: 200 }));
  it('keep every offset inside, whatever the grammar', () => fc.assert(fc.property(fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')), checkSpans), { numRuns: 400 }));

  for (const [what, unit] of [['verbs', 'attacked Norland and '], ['opening marks', '“'], ['phrases', 'the attack of Norland on '], ['commas', 'Norland, '], ['relatives', 'which Norland said that '], ['possessors', 'Norland’s '], ['what gathers', 'thousands of '], ['joined verbs', 'and attacked '], ['names', 'Norland '], ['parentheses', 'Norland (which '], ['sayings', 'said it ']] as const) {
    it(`take time that grows with the text: ${what}`, () => {
      const evidence = { names: [], mentions: [], quotations: [], dates: [] };
      const ratio = growth((size) => { const document = prepare(unit.repeat(size)); return () => findEvents(document, evidence); }, 1000, 2.3);
      assert.ok(ratio < 2.3, `twice the text took ${ratio.toFixed(2)} times as long`);
    });
  }

  it('find nothing in nothing', () => assert.deepEqual(analyse('').events, []));
});
