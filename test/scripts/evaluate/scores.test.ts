import assert from 'node:assert/strict';
import { bestAssignment } from '../../../scripts/evaluate/scores/assignment';
import { bCubed, ceaf, conll, muc } from '../../../scripts/evaluate/scores/clusters';
import { scoreDates } from '../../../scripts/evaluate/scores/dates';
import { scoreEvents, type Topic } from '../../../scripts/evaluate/scores/events';
import { scoreLinking, scoreNames } from '../../../scripts/evaluate/scores/names';
import { prf } from '../../../scripts/evaluate/scores/prf';
import { ofWords, scoreQuotations, type Quoted } from '../../../scripts/evaluate/scores/quotations';
import { sameSpeaker, shareWord } from '../../../scripts/evaluate/scores/speakers';
import { scoreTriples } from '../../../scripts/evaluate/scores/triples';

const near = (found: number, wanted: number): void => assert.ok(Math.abs(found - wanted) < 1e-4, `${found} is not ${wanted}`);

/** Finds the span of words in a text. */
const spanIn = (text: string) => (words: string): { start: number; end: number } => {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length };
};

describe('evaluation: precision and recall', () => {
  it('counts by hand', () => {
    const figures = prf(3, 4, 6);
    near(figures.precision, 0.75);
    near(figures.recall, 0.5);
    near(figures.f1, 0.6);
    assert.equal(prf(0, 0, 0).f1, 1);
    assert.equal(prf(0, 0, 5).precision, 0);
  });
});

describe('evaluation: names', () => {
  const at = spanIn('Ana Bek met Bek of Acme in Rome, an Italian city.');
  const ana = { ...at('Ana Bek'), type: 'PER', link: 'ana' }, bek = { start: 12, end: 15, type: 'PER', link: 'ana' };
  const gold = [ana, bek, { ...at('Acme'), type: 'ORG', link: 'acme' }, { ...at('Rome'), type: 'LOC' }, { ...at('Italian'), type: 'MISC' }];

  it('wants the span and the kind', () => {
    const found = [{ ...ana, type: 'ORG' }, bek, bek, { ...at('Rome'), type: 'LOC' }];
    const { exact, span } = scoreNames([{ gold, found }]);
    assert.deepEqual([exact.right, exact.found, exact.gold], [2, 3, 4]);
    assert.equal(span.right, 3);
  });
  it('forgives what touches a name of another kind', () => {
    assert.equal(scoreNames([{ gold, found: [{ ...at('Italian'), type: 'LOC' }] }]).exact.found, 0);
    assert.equal(scoreNames([{ gold, found: [{ ...at('city'), type: 'LOC' }] }]).exact.found, 1);
  });
  it('measures linking over the names found', () => {
    const apart = [{ ...ana, entity: 1 }, { ...bek, entity: 2 }, { ...gold[2]!, entity: 3 }];
    near(scoreLinking([{ gold, found: apart }]).precision, 1);
    near(scoreLinking([{ gold, found: apart }]).recall, 2 / 3);
    near(scoreLinking([{ gold, found: apart.map((name) => ({ ...name, entity: 1 })) }]).precision, 5 / 9);
  });
});

describe('evaluation: dates', () => {
  const gold = [{ start: 10, end: 19, type: 'DATE', value: '2020-01-08' }, { start: 30, end: 43, type: 'DATE', value: '2019-05' }, { start: 50, end: 59, type: 'DURATION', value: 'P2W' }];
  it('wants the value where spans meet', () => {
    assert.equal(scoreDates([{ gold, found: gold }]).f1, 1);
    assert.equal(scoreDates([{ gold, found: [{ ...gold[0]!, start: 7 }] }]).right, 1);
    assert.equal(scoreDates([{ gold, found: [{ ...gold[0]!, value: '2020-01' }] }]).right, 0);
    assert.equal(scoreDates([{ gold, found: [{ ...gold[1]!, end: 33 }, { ...gold[1]!, start: 34 }] }]).right, 1);
  });
  it('leaves out what is on no calendar, and the dateline', () => {
    const figures = scoreDates([{ gold, found: gold }], { calendar: true });
    assert.deepEqual([figures.gold, figures.right], [2, 2]);
    assert.equal(scoreDates([{ gold, found: [{ ...gold[0]!, type: 'TIME', value: '2020-01-08TMO' }] }], { calendar: true }).right, 1);
    assert.equal(scoreDates([{ gold, found: gold, dateline: [0, 20] }]).found, 2);
  });
});

describe('evaluation: quotations', () => {
  const text = '“We shall leave at dawn,” said Dr. Mary Hill.\nShe added: “The door was open.\n“And so it stays.” The “door” is red.';
  const at = spanIn(text);
  const gold: Quoted[] = [{ ...at('We shall leave at dawn,'), speaker: at('Dr. Mary Hill') }, { ...at('The door was open.'), speaker: at('She') }, { ...at('And so it stays.'), speaker: at('She') }];
  const joint = (found: Quoted[]): number[] => { const figures = scoreQuotations([{ text, gold, found }]).joint; return [figures.right, figures.found, figures.gold]; };

  it('trims marks and splits at line breaks', () => {
    assert.deepEqual(joint(gold.map((quoted) => ({ ...quoted, start: quoted.start - 1, end: quoted.end + 1 }))), [3, 3, 3]);
    assert.deepEqual(joint([gold[0]!, { start: gold[1]!.start, end: gold[2]!.end, speaker: gold[1]!.speaker! }]), [3, 3, 3]);
  });
  it('takes four fifths of the characters, no less', () => {
    assert.deepEqual(joint([{ ...gold[0]!, start: gold[0]!.start + 4 }]), [1, 1, 3]);
    assert.deepEqual(joint([{ ...gold[0]!, start: gold[0]!.start + 6 }]), [0, 1, 3]);
  });
  it('counts a scare quote against precision unless it is to be ignored', () => {
    const door = { start: text.lastIndexOf('door'), end: text.lastIndexOf('door') + 4, speaker: null };
    assert.deepEqual(joint([...gold, door]), [3, 4, 3]);
    assert.equal(scoreQuotations([{ text, gold, found: [...gold, door], ignore: [door] }]).joint.found, 3);
  });
  it('knows a speaker by a shared word, and nobody from somebody', () => {
    assert.deepEqual(joint([{ ...gold[0]!, speaker: at('Hill') }, { ...gold[1]!, speaker: null }]), [1, 2, 3]);
    assert.ok(shareWord('Dr. Mary Hill', 'Hill’s'));
    assert.ok(!shareWord('the spokesman', 'a spokesman'));
    assert.ok(sameSpeaker(text, null, null));
    assert.ok(!sameSpeaker(text, null, null, 'Hill'));
  });
  it('leaves short ones out on both sides', () => {
    const figures = scoreQuotations([ofWords({ text, gold, found: gold }, 5)]).joint;
    assert.deepEqual([figures.right, figures.found, figures.gold], [1, 1, 1]);
  });
});

describe('evaluation: clusters', () => {
  const clusters = (words: string): string[][] => words.split(' ').map((word) => [...word]);
  const key = clusters('a bc def');
  /** Cases TC-A of the reference CoNLL scorer's own tests: recall, precision and F1 of MUC and B-cubed, F1 of CEAF. */
  const cases: readonly (readonly [string, readonly number[], readonly number[], number | null])[] = [
    ['a bc def', [1, 1, 1], [1, 1, 1], 1],
    ['a de', [1 / 3, 1, 0.5], [7 / 18, 1, 14 / 25], 0.72],
    ['a bcx defy z', [1, 3 / 5, 0.75], [1, (4 + 7 / 12) / 9, 110 / 163], 0.75918],
    ['a bcx dy z', [1 / 3, 1 / 3, 1 / 3], [5 / 9, 17 / 42, 0.46825], 0.62857],
    ['a b c d e f', [0, 0, 0], [0.5, 1, 2 / 3], null],
    ['abcdef', [1, 3 / 5, 0.75], [1, 7 / 18, 0.56], null],
    ['axycdez', [1 / 3, 1 / 6, 2 / 9], [17 / 36, 6 / 49, 0.19447], null],
  ];
  for (const [found, byLinks, byMentions, byClusters] of cases) {
    it(`agrees with the reference scorer on ${found}`, () => {
      const system = clusters(found), links = muc(key, system), mentions = bCubed(key, system);
      [links.recall, links.precision, links.f1].forEach((figure, i) => near(figure, byLinks[i]!));
      [mentions.recall, mentions.precision, mentions.f1].forEach((figure, i) => near(figure, byMentions[i]!));
      if (byClusters !== null) near(ceaf(key, system).f1, byClusters);
    });
  }
  it('takes the mean of the three', () => near(conll(key, clusters('a de')).mean.f1, (0.5 + 14 / 25 + 0.72) / 3));
  it('assigns as well as trying every order does', () => {
    const weights = Array.from({ length: 5 }, (_, i) => Array.from({ length: 5 }, (_, j) => ((i * 7 + j * 13) % 11) / 11));
    let best = 0;
    const tryAll = (order: number[], rest: number[]): void => {
      if (rest.length === 0) best = Math.max(best, order.reduce((sum, column, row) => sum + weights[row]![column]!, 0));
      for (const column of rest) tryAll([...order, column], rest.filter((other) => other !== column));
    };
    tryAll([], [0, 1, 2, 3, 4]);
    near(bestAssignment(weights), best);
    assert.equal(bestAssignment([]), 0);
  });
});

describe('evaluation: events and triples', () => {
  const topic: Topic = {
    id: 't', docs: [{ id: 'a', text: 'x'.repeat(90), sentences: [{ start: 0, end: 50, gold: true }, { start: 51, end: 90, gold: false }] }, { id: 'b', text: 'y'.repeat(50) }],
    clusters: [{ mentions: [{ doc: 'a', start: 5, end: 9 }, { doc: 'b', start: 5, end: 9 }] }, { mentions: [{ doc: 'a', start: 20, end: 25 }] }],
  };
  it('lets a trigger that overlaps stand for the gold one', () => {
    const figures = scoreEvents([{ topic, found: [[{ doc: 'a', start: 5, end: 7 }, { doc: 'b', start: 3, end: 9 }], [{ doc: 'a', start: 20, end: 25 }]] }]);
    assert.equal(figures.clusters.f1, 1);
    assert.equal(figures.triggers.f1, 1);
  });
  it('counts nothing where nobody looked', () => {
    const found = [...topic.clusters.map(({ mentions }) => mentions), [{ doc: 'a', start: 60, end: 65 }]];
    assert.equal(scoreEvents([{ topic, found }]).triggers.found, 3);
  });
  it('finds nothing in nothing', () => assert.equal(scoreEvents([{ topic, found: [] }]).clusters.f1, 0));
  it('wants who and whom, and not the other way round', () => {
    const gold = { source: [{ start: 0, end: 5 }], target: [{ start: 10, end: 15 }], category: 'REQUEST' };
    assert.deepEqual(scoreTriples([{ gold, found: gold }]), { whoAndWhom: 1, category: 1 });
    assert.deepEqual(scoreTriples([{ gold, found: { source: gold.target, target: gold.source, category: 'REQUEST' } }]), { whoAndWhom: 0, category: 1 });
    assert.equal(scoreTriples([{ gold: { ...gold, target: [] }, found: gold }]).whoAndWhom, 0);
  });
});
