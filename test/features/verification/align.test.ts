import assert from 'node:assert/strict';
import fc from 'fast-check';
import { align, COST, fits, type Alignment } from '../../../src/features/verification/align';
import { patternOf, type PatternItem } from '../../../src/features/verification/pattern';
import { wordsOf } from '../../../src/features/verification/words';

/** The least cost of reading a quote out of a source: every way is tried. Begins anywhere, ends anywhere. */
function leastCost(items: readonly PatternItem[], keys: readonly string[]): number {
  const known = new Map<string, number>();
  const from = (i: number, j: number): number => {
    if (i === items.length) return 0;
    const at = `${i} ${j}`, seen = known.get(at);
    if (seen !== undefined) return seen;
    const item = items[i]!;
    let least = Infinity;
    const offer = (cost: number): void => { least = Math.min(least, cost); };
    if (item.kind === 'word') {
      offer(COST.edit + from(i + 1, j));
      if (j < keys.length) {
        offer((fits(item, keys[j]!) ? COST.same : COST.changed) + from(i + 1, j + 1));
        offer(COST.edit + from(i, j + 1));
      }
    } else {
      const reach = item.kind === 'gap' ? keys.length : item.reach;
      for (let k = 0; k <= reach && j + k <= keys.length; k++) offer(from(i + 1, j + k));
    }
    known.set(at, least);
    return least;
  };
  let least = Infinity;
  for (let start = 0; start <= keys.length; start++) least = Math.min(least, from(0, start));
  return least;
}

/** What an alignment costs, counted from its steps; fails where they do not lead from the first item to the last, or use words twice or out of order. */
function costOf({ steps, edits, same, first, end }: Alignment, items: readonly PatternItem[], keys: readonly string[]): number {
  let cost = 0, item = 0, word = first, counted = 0, alike = 0;
  for (const step of steps) {
    if (step.op === 'same' || step.op === 'changed') {
      const pattern = items[step.item]!;
      assert.ok(pattern.kind === 'word');
      assert.equal(fits(pattern, keys[step.word]!), step.op === 'same');
      while (item < step.item) assert.notEqual(items[item++]!.kind, 'word');
      assert.deepEqual([step.item, step.word], [item, word]);
      cost += step.op === 'same' ? COST.same : COST.changed;
      if (step.op === 'same') alike++; else counted++;
      item++; word++;
    } else if (step.op === 'added') {
      while (item < step.item) assert.notEqual(items[item++]!.kind, 'word');
      assert.equal(step.item, item++);
      cost += COST.edit;
      counted++;
    } else if (step.op === 'dropped') {
      assert.equal(step.word, word++);
      cost += COST.edit;
      counted++;
    } else if (step.op === 'skipped') {
      const pattern = items[step.item]!;
      assert.notEqual(pattern.kind, 'word');
      assert.equal(step.from, word);
      if (pattern.kind === 'bracket') assert.ok(step.to - step.from <= pattern.reach);
      word = step.to;
    } else assert.fail('nothing moves');
  }
  while (item < items.length) assert.notEqual(items[item++]!.kind, 'word');
  assert.deepEqual([edits, same, end], [counted, alike, word]);
  return cost;
}

const word = fc.constantFrom('tide', 'boat', 'the', 'not', 'lamp', 'escalates');
const piece = fc.oneof({ weight: 6, arbitrary: word }, { weight: 1, arbitrary: fc.constantFrom('…', '[…]', '[them]', '[sic]', 'escalate[d]', '[t]he') });

describe('the aligner', () => {
  it('finds what a slow, obviously right one finds', () => {
    fc.assert(fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.array(word, { maxLength: 12 }), (quote, source) => {
      const items = patternOf(quote.join(' ')), { keys } = wordsOf(source.join(' '));
      const alignment = align(items, wordsOf(source.join(' ')));
      assert.equal(costOf(alignment, items, keys), leastCost(items, keys));
    }), { numRuns: 1_500 });
  });

  it('reads a text out of itself without a difference, wherever it stands', () => {
    fc.assert(fc.property(fc.array(word, { maxLength: 20 }), fc.array(word, { minLength: 1, maxLength: 20 }), fc.array(word, { maxLength: 20 }), (before, quote, after) => {
      const { edits, same } = align(patternOf(quote.join(' ')), wordsOf([...before, ...quote, ...after].join(' ')));
      assert.deepEqual([edits, same], [0, quote.length]);
    }));
  });

  it('goes on elsewhere when that is allowed, before or after', () => {
    const source = wordsOf('The boats left the harbour before the storm broke. Nobody slept in the whole town that night, and the lamps burned until the morning came.');
    for (const [quote, moves] of [
      ['the boats left the harbour before the lamps burned until the morning came', 1],
      ['the lamps burned until the morning came the boats left the harbour', 1],
      ['the boats left the harbour before the storm broke', 0],
    ] as const) {
      const alignment = align(patternOf(quote), source, { moves: true });
      assert.deepEqual([alignment.moves, alignment.edits], [moves, 0], quote);
    }
  });
});
