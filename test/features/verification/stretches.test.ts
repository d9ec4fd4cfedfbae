import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldedWords } from '../../../src/corpus/fold';
import { align, numberWords } from '../../../src/features/verification/align';
import { compareQuote, isFound, runsOf } from '../../../src/features/verification/compare';
import { PHRASE } from '../../../src/features/verification/enough';
import { lackedItems, leastDistance, mayStand } from '../../../src/features/verification/lacking';
import { mayHave } from '../../../src/features/verification/mayHave';
import { patternOf, readQuote } from '../../../src/features/verification/pattern';
import { scanNumbers } from '../../../src/features/verification/scan';
import { hasPhrases, stretches } from '../../../src/features/verification/stretches';
import { wordsOf } from '../../../src/features/verification/words';

const word = fc.constantFrom('tide', 'harbour', 'lamp', 'kestrel', 'godwit', 'officer', 'the', 'of', 'not', 'ferry', 'we', 'and', 'to', 'Lorvik');
const other = fc.constantFrom('the', 'of', 'not', 'and', 'to', 'tide', 'lamp', 'zebra', 'ox', 'elm', 'fig', 'yew', 'oak', 'ash');
type Change = readonly ['keep' | 'drop' | 'change' | 'add', string];
const change: fc.Arbitrary<Change> = fc.tuple(fc.constantFrom('keep' as const, 'keep' as const, 'keep' as const, 'keep' as const, 'drop' as const, 'change' as const, 'add' as const), other);

/** A source that has a quote with some of its words changed, between others, and the quote. */
const pair = fc.tuple(fc.array(word, { minLength: 1, maxLength: 24 }), fc.array(change, { minLength: 24, maxLength: 24 }), fc.array(other, { maxLength: 80 }), fc.array(other, { maxLength: 80 })).map(([quote, changes, before, after]) => {
  const changed = quote.flatMap((each, i) => ({ keep: [each], drop: [], change: [changes[i]![1]], add: [each, changes[i]![1]] })[changes[i]![0]]);
  return { quote: quote.join(' '), text: [...before, ...changed, ...after].join(' ') };
});

describe('where a quote may stand in a source', () => {
  it('is where it stands: nothing that is found in all of a source is lost, and its alignment is as good', () => {
    let found = 0;
    fc.assert(fc.property(pair, ({ quote, text }) => {
      const items = patternOf(quote), source = wordsOf(text), numbers = numberWords(items, source), whole = align(items, source);
      if (!isFound(items, whole)) return;
      found++;
      const costs = stretches(numbers.items, numbers.words).map(([from, to]) => align(items, source, { from, to, numbers }).cost);
      assert.equal(Math.min(...costs), whole.cost, `${quote} | ${text}`);
      if (compareQuote(quote, source)) assert.ok(mayHave(readQuote(quote), text), `${quote} | ${text}`);
    }), { numRuns: 4_000 });
    assert.ok(found > 200, `${found} quotes were found`);
  });

  it('is nowhere where too few of its words are together', () => {
    const items = patternOf('we will not sell the old harbour to anyone who asks'), far = 'and so on and so forth '.repeat(20);
    const source = wordsOf(`we will ${far} not sell ${far} the old ${far} harbour to ${far} anyone who ${far} asks`), numbers = numberWords(items, source);
    assert.deepEqual(stretches(numbers.items, numbers.words), []);
    assert.equal(mayHave(readQuote('the lighthouse of Lorvik was painted by sailors before dawn'), `A lighthouse. ${far.repeat(4)} Lorvik. ${far.repeat(4)} They painted. ${far.repeat(4)} Sailors. ${far.repeat(4)} Dawn.`), false);
  });

  it('is told by numbers that are those of the words, however they are written', () => {
    const dressed = fc.oneof(fc.constantFrom('Tide', 'TIDE', 'U.S.', 'U.S', '1,200', '1200', 'don’t', "don't", 'café', 'of,', '“the', '-5', 'a.b', 'co\u00adop', 'x.', 'tide.Lamp', '$', '\n', '😀', 'ﬁsh', '5.'), word, fc.string({ maxLength: 6, unit: 'grapheme' }));
    fc.assert(fc.property(fc.array(dressed, { maxLength: 12 }), fc.array(dressed, { maxLength: 30 }), fc.constantFrom(' ', ', ', '-', '\n'), (quote, around, blank) => {
      const numbers = readQuote(quote.join(' ')).numbers, source = wordsOf(around.join(blank));
      assert.deepEqual([...scanNumbers(around.join(blank), numbers)], source.keys.map((key) => numbers.of.get(key) ?? -1));
    }), { numRuns: 3_000 });
  });

  it('is told by the words that the index does not have of an article: nothing that is found is lost, and nothing is nearer than it can be', () => {
    let found = 0, left = 0;
    const dressed = (text: string, how: number): string => text.split(' ').map((each, i) => [each, each, each.toUpperCase(), `“${each}`, `${each.slice(0, 2)}\u00ad${each.slice(2)}`, each.replace('fi', 'ﬁ'), `${each},`][(i * 7 + how) % 7]).join(' ');
    fc.assert(fc.property(pair, fc.nat(6), ({ quote, text: plain }, how) => {
      const text = dressed(plain, how), pattern = readQuote(quote), held = new Set(foldedWords(text)), lacks = [...new Set(foldedWords(quote))].filter((each) => !held.has(each));
      const lacked = lackedItems(pattern, lacks), comparison = compareQuote(pattern, wordsOf(text));
      if (!lacked) return;
      if (!mayStand(pattern, lacked)) left++;
      if (!comparison) return;
      found++;
      assert.ok(mayStand(pattern, lacked), `${quote} | ${text}`);
      assert.ok(leastDistance(pattern, lacked) <= comparison.edits + 3 * comparison.reading.alignment.moves - comparison.same, `${quote} | ${text}`);
    }), { numRuns: 4_000 });
    assert.ok(found > 100 && left > 100, `${found} quotes were found, ${left} articles left out`);
  });

  it('is told by nothing that the index does not have where writing differs: initials, numbers, brackets', () => {
    assert.equal(lackedItems(readQuote('the U.S.S.R. had 1,200 cafés'), ['ussr', 'u', 's', 'r', '1', '200', 'cafes']), undefined);
    assert.equal(lackedItems(readQuote('we sell [the] harbour'), ['harbour']), undefined);
    assert.deepEqual(lackedItems(readQuote('sell the harbour'), ['harbour', 'elsewhere']), [false, false, true]);
  });

  it('has the phrases that an alignment of several places is made of', () => {
    fc.assert(fc.property(pair, ({ quote, text }) => {
      const items = patternOf(quote), source = wordsOf(text), numbers = numberWords(items, source);
      const phrases = runsOf(align(items, source, { moves: true }).steps, items).filter(({ words, telling }) => words >= PHRASE.words && telling >= PHRASE.telling).length;
      if (phrases >= 1) assert.ok(hasPhrases(items, numbers, 1));
      if (phrases >= 2) assert.ok(hasPhrases(items, numbers, 2));
    }), { numRuns: 2_000 });
  });
});
