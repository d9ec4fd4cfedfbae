import assert from 'node:assert/strict';
import { prepare } from '../../../src/language/document';
import { model } from '../../../src/language/names/model';
import { scorerOf } from '../../../src/language/names/scorer';
import { eachStretch, labelCount, rowWidth } from '../../../src/language/names/tagger';
import { featuresOf, maxFeatures } from '../../../src/language/names/templates';
import { viewOf } from '../../../src/language/names/view';

const { weights, gazetteer } = model();

/** What the rows of a token's features add up to, one by one. */
function summed(features: Int32Array, n: number): number[] {
  const sums = new Array<number>(labelCount).fill(0);
  for (let k = 0; k < n; k++) {
    const row = weights.row(features[k]!);
    if (row < 0) continue;
    for (let j = 0; j < rowWidth; j++) sums[j + 1]! += ((weights.rows[row + (j >> 2)]! >>> (8 * (j & 3))) & 0xff) - 128;
  }
  return sums;
}

/** Checks each token that may be part of a name; returns how many there were. */
function holds(text: string): number {
  const view = viewOf(prepare(text), gazetteer), scorer = scorerOf(weights), features = new Int32Array(maxFeatures), scores = new Float64Array(labelCount);
  let tokens = 0;
  scorer.begin(view);
  eachStretch(view, (from, to, first, end) => {
    for (let i = from; i < to; i++, tokens++) {
      scorer.score(view, i, first, end, scores, 0);
      assert.deepEqual([...scores], summed(features, featuresOf(view, i, first, end, features)), view.words.vocabulary.exact[view.words.ids[i]!]);
    }
  });
  return tokens;
}

describe('scores of the name tagger', () => {
  const report = 'Mayor Petra Lindqvist of Oslo met Kenji Mori, of the Harbour Union, in Rotterdam. “Oslo waits,” Lindqvist said.\nOSLO HARBOUR UNION WINS\nThe Harbour Union Of Oslo Waits For Mori';

  it('are what the features add up to', () => assert.ok(holds(report) > 15));
  it('stay so when words return elsewhere, in other lines', () => assert.ok(holds(`Union members in Mori. ${report}\nMORI OSLO\n${report}`) > 30));
  it('are none where no name can be', () => assert.equal(holds('the rain went on and on'), 0));
});
