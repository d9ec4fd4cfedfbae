import type { Vocabulary } from '../vocabulary';
import type { Weights } from './tagger';
import { afterFeatures, aroundFeatures, beforeFeatures, edgeAfter, edgeBefore, maxFeatures, ownCase, ownCases, ownFeatures } from './templates';
import type { View } from './view';

const lanes = 0x00ff00ff;

/** Numbers in a sum of rows: eight with two sums of 16 bits in each, then how many rows were added. */
const width = 9;

/**
 * Rows of weights added up. Two sums share a 32 bit number: each is below 2^16, since a token has at most
 * {@link maxFeatures} features of at most 255.
 */
class Sums {
  private sums = new Int32Array(1024 * width);
  private count = 0;

  /** Adds up the rows of features and keeps the sum; its number. */
  keep({ rows, row }: Weights, features: Int32Array, n: number): number {
    if ((this.count + 1) * width > this.sums.length) { const larger = new Int32Array(this.sums.length * 2); larger.set(this.sums); this.sums = larger; }
    const { sums } = this, at = this.count * width;
    for (let k = 0; k < n; k++) {
      const r = row(features[k]!);
      if (r < 0) continue;
      for (let word = 0; word < 4; word++) {
        const w = rows[r + word]!;
        sums[at + 2 * word] = (sums[at + 2 * word]! + (w & lanes)) | 0;
        sums[at + 2 * word + 1] = (sums[at + 2 * word + 1]! + ((w >>> 8) & lanes)) | 0;
      }
      sums[at + 8]!++;
    }
    return this.count++;
  }

  get all(): Int32Array { return this.sums; }
}

/** What is kept of the words of one vocabulary: by word, and for the word itself by case, the number of a sum and one more; 0 for none. */
interface Kept {
  readonly vocabulary: Vocabulary;
  readonly sums: Sums;
  own: Int32Array;
  before: Int32Array;
  after: Int32Array;
  /** Numbers of the sums at a sentence's edges. */
  readonly first: number;
  readonly last: number;
}

/** Adds up what the weights say of each label of a token; what one word adds by itself is kept for the next time. */
class Scorer {
  private readonly features = new Int32Array(maxFeatures);
  private kept: Kept | null = null;

  constructor(private readonly weights: Weights) {}

  /** Makes ready for a text. */
  begin({ words: { vocabulary } }: View): void {
    const { weights, features } = this;
    if (this.kept?.vocabulary !== vocabulary) {
      const sums = new Sums();
      this.kept = {
        vocabulary, sums, own: new Int32Array(0), before: new Int32Array(0), after: new Int32Array(0),
        first: sums.keep(weights, features, edgeBefore(features, 0)), last: sums.keep(weights, features, edgeAfter(features, 0)),
      };
    }
    const { kept } = this, { size } = vocabulary;
    if (kept.before.length >= size) return;
    const { own, before, after } = kept;
    kept.own = new Int32Array(2 * size * ownCases); kept.own.set(own);
    kept.before = new Int32Array(2 * size); kept.before.set(before);
    kept.after = new Int32Array(2 * size); kept.after.set(after);
  }

  /** Writes the score of each label of token `i` of the sentence `[first, end)` to `scores` from `at` on. */
  score(view: View, i: number, first: number, end: number, scores: Float64Array, at: number): void {
    const { features, weights, kept } = this, { ids } = view.words, { rows, row } = weights;
    if (!kept) return;
    const { own: owns, before: befores, after: afters, sums } = kept;
    const place = ids[i]! * ownCases + ownCase(view, i);
    let own = owns[place]! - 1, before = kept.first, after = kept.last;
    if (own < 0) own = (owns[place] = sums.keep(weights, features, ownFeatures(view, i, features)) + 1) - 1;
    if (i > first) {
      before = befores[ids[i - 1]!]! - 1;
      if (before < 0) before = (befores[ids[i - 1]!] = sums.keep(weights, features, beforeFeatures(view, i - 1, features, 0)) + 1) - 1;
    }
    if (i + 1 < end) {
      after = afters[ids[i + 1]!]! - 1;
      if (after < 0) after = (afters[ids[i + 1]!] = sums.keep(weights, features, afterFeatures(view, i + 1, features, 0)) + 1) - 1;
    }
    const x = own * width, y = before * width, z = after * width, all = sums.all;
    let a = all[x]! + all[y]! + all[z]! | 0, b = all[x + 1]! + all[y + 1]! + all[z + 1]! | 0;
    let c = all[x + 2]! + all[y + 2]! + all[z + 2]! | 0, d = all[x + 3]! + all[y + 3]! + all[z + 3]! | 0;
    let e = all[x + 4]! + all[y + 4]! + all[z + 4]! | 0, f = all[x + 5]! + all[y + 5]! + all[z + 5]! | 0;
    let g = all[x + 6]! + all[y + 6]! + all[z + 6]! | 0, h = all[x + 7]! + all[y + 7]! + all[z + 7]! | 0;
    let found = all[x + 8]! + all[y + 8]! + all[z + 8]!;
    for (let k = 0, n = aroundFeatures(view, i, first, end, features, 0); k < n; k++) {
      const r = row(features[k]!);
      if (r < 0) continue;
      const w0 = rows[r]!, w1 = rows[r + 1]!, w2 = rows[r + 2]!, w3 = rows[r + 3]!;
      a = (a + (w0 & lanes)) | 0; b = (b + ((w0 >>> 8) & lanes)) | 0;
      c = (c + (w1 & lanes)) | 0; d = (d + ((w1 >>> 8) & lanes)) | 0;
      e = (e + (w2 & lanes)) | 0; f = (f + ((w2 >>> 8) & lanes)) | 0;
      g = (g + (w3 & lanes)) | 0; h = (h + ((w3 >>> 8) & lanes)) | 0;
      found++;
    }
    const base = 128 * found;
    scores[at] = 0;
    putPair(scores, at + 1, a, b, base);
    putPair(scores, at + 5, c, d, base);
    putPair(scores, at + 9, e, f, base);
    putPair(scores, at + 13, g, h, base);
  }
}

/** The four sums of one word, in their order. */
function putPair(scores: Float64Array, at: number, even: number, odd: number, base: number): void {
  scores[at] = (even & 0xffff) - base;
  scores[at + 1] = (odd & 0xffff) - base;
  scores[at + 2] = (even >>> 16) - base;
  scores[at + 3] = (odd >>> 16) - base;
}

const scorers = new WeakMap<Weights, Scorer>();

/** The scorer of a set of weights, the same at each call. */
export function scorerOf(weights: Weights): Scorer {
  let scorer = scorers.get(weights);
  if (!scorer) scorers.set(weights, (scorer = new Scorer(weights)));
  return scorer;
}
