import { scorerOf } from './scorer';
import { maxFeatures } from './templates';
import type { View } from './view';

/**
 * Labels: 0 outside, then for each type begin, inside, last, unit (BILOU). The fourth type, "other", stands for names of
 * works, wars, languages and peoples: it keeps them from being taken for one of the three, and is dropped after tagging.
 */
export const typeCount = 4, labelCount = 1 + 4 * typeCount;
/** Numbers in a row of weights: one for each label but "outside". */
export const rowWidth = labelCount - 1;
/** A row as 32 bit words, four numbers in each. */
export const wordsPerRow = rowWidth / 4;
export const Type = { person: 0, organisation: 1, place: 2, other: 3 } as const;
export const label = (type: number, part: 'begin' | 'inside' | 'last' | 'unit'): number =>
  1 + type * 4 + { begin: 0, inside: 1, last: 2, unit: 3 }[part];

/** A stretch of tokens that the tagger takes for a name. */
export interface TaggedSpan {
  readonly first: number;
  readonly end: number;
  readonly type: number;
}

/** Weights: by feature hash one row of {@link rowWidth} numbers, and one number for each pair of neighbours. */
export interface Weights {
  /** Four numbers to a word, each 128 higher than the weight, so that none is negative; keys may stand between the rows. */
  readonly rows: Int32Array;
  /** Where in `rows` the row of a feature hash begins; -1 when it has none. */
  row(feature: number): number;
  /** `[from * labelCount + to]`; the row after the last is the start of a stretch. */
  readonly transitions: Float64Array;
}

/** Labels that may follow a label; index {@link labelCount} is the start of a stretch. */
export const followers: readonly (readonly number[])[] = Array.from({ length: labelCount + 1 }, (_, from) => {
  const open = from > 0 && from < labelCount && (from - 1) % 4 < 2;
  return Array.from({ length: labelCount }, (_, to) => to).filter((to) => {
    const continues = to > 0 && ((to - 1) % 4 === 1 || (to - 1) % 4 === 2);
    return open ? continues && Math.floor((to - 1) / 4) === Math.floor((from - 1) / 4) : !continues;
  });
});

/** Labels a stretch may end with: nothing is left open. */
export const mayEnd = (last: number): boolean => last === 0 || (last - 1) % 4 >= 2;

/** Best path through a stretch of `length` tokens by Viterbi's algorithm; `scores` holds a row of labels for each token. */
export function bestPath(scores: Float64Array, length: number, transitions: Float64Array, path: Uint8Array, work: { best: Float64Array; back: Uint8Array }): void {
  const L = labelCount, { best, back } = work;
  for (let t = 0; t < length; t++) {
    for (let to = 0; to < L; to++) best[t * L + to] = -Infinity;
    const froms = t === 0 ? 1 : L;
    for (let f = 0; f < froms; f++) {
      const from = t === 0 ? L : f;
      const base = t === 0 ? 0 : best[(t - 1) * L + f]!;
      if (base === -Infinity) continue;
      const next = followers[from]!;
      for (let k = 0; k < next.length; k++) {
        const to = next[k]!, value = base + transitions[from * L + to]!;
        if (value > best[t * L + to]!) { best[t * L + to] = value; back[t * L + to] = f; }
      }
    }
    for (let to = 0; to < L; to++) best[t * L + to]! += scores[t * L + to]!;
  }
  let last = 0, value = -Infinity;
  for (let to = 0; to < L; to++) if (mayEnd(to) && best[(length - 1) * L + to]! > value) { value = best[(length - 1) * L + to]!; last = to; }
  for (let t = length - 1; t >= 0; t--) { path[t] = last; last = back[t * L + last]!; }
}

/** Longest stretch decoded at once; a longer one (a megabyte of capitals) is cut, so that memory stays bounded. */
const longestStretch = 256;

/** Buffers for one walk over a text. */
export const workspace = (): { scores: Float64Array; best: Float64Array; back: Uint8Array; path: Uint8Array; features: Int32Array } => ({
  scores: new Float64Array(longestStretch * labelCount), best: new Float64Array(longestStretch * labelCount),
  back: new Uint8Array(longestStretch * labelCount), path: new Uint8Array(longestStretch), features: new Int32Array(maxFeatures),
});

/** Calls back for each stretch of candidate tokens, sentence by sentence. */
export function eachStretch(view: View, visit: (from: number, to: number, first: number, end: number) => void): void {
  for (const { firstToken, endToken } of view.sentences) {
    for (let i = firstToken; i < endToken; i++) {
      if (!view.candidate[i]) continue;
      let to = i + 1;
      while (to < endToken && to - i < longestStretch && view.candidate[to]) to++;
      visit(i, to, firstToken, endToken);
      i = to - 1;
    }
  }
}

/** Buffers of all walks but training's: the tagger never waits, so no two walks overlap. */
let shared: ReturnType<typeof workspace> | undefined;

/** Names as the weights see them, in order, disjoint. */
export function tag(view: View, weights: Weights): TaggedSpan[] {
  const spans: TaggedSpan[] = [], work = (shared ??= workspace()), { scores, path } = work, scorer = scorerOf(weights);
  scorer.begin(view);
  eachStretch(view, (from, to, first, end) => {
    for (let i = from; i < to; i++) scorer.score(view, i, first, end, scores, (i - from) * labelCount);
    bestPath(scores, to - from, weights.transitions, path, work);
    readPath(path, to - from, from, spans);
  });
  return spans;
}

/** Appends the spans that a path of labels stands for. */
export function readPath(path: Uint8Array, length: number, offset: number, spans: TaggedSpan[]): void {
  let first = 0;
  for (let t = 0; t < length; t++) {
    const l = path[t]!;
    if (l === 0) continue;
    const part = (l - 1) % 4, type = (l - 1) >> 2;
    if (part === 0) first = t;
    else if (part === 2) spans.push({ first: offset + first, end: offset + t + 1, type });
    else if (part === 3) spans.push({ first: offset + t, end: offset + t + 1, type });
  }
}
