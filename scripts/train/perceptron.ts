/**
 * An averaged structured perceptron (Collins 2002) over the stretches of the tagger: the best path by the present weights is
 * compared with the annotated one, and where they differ the weights move. The average over all steps is what is kept.
 */
import { featuresOf, maxFeatures } from '../../src/language/names/templates';
import type { Gazetteer } from '../../src/language/names/gazetteer';
import { bestPath, eachStretch, label, labelCount, Type, workspace } from '../../src/language/names/tagger';
import { viewOf } from '../../src/language/names/view';
import { prepare } from '../../src/language/document';
import type { Annotated } from './data';
import { shuffle } from './random';

const L = labelCount;

interface Stretch { readonly from: number; readonly tokens: number; readonly free: boolean; readonly weight: number }

/** Features and labels of all stretches, flat. */
export interface Corpus {
  readonly stretches: Stretch[];
  /** By token: where its features begin. One more than tokens. */
  readonly offsets: Uint32Array;
  /** Numbers of features, each below `count`. */
  readonly features: Uint32Array;
  readonly gold: Uint8Array;
  /** Hash of each feature by its number. */
  readonly hashes: Uint32Array;
}

/** Label of each token of a document: BILOU, 0 where none. A name that begins or ends inside a token is left out. */
function labelsOf(doc: Annotated, starts: Uint32Array, ends: Uint32Array, count: number): Uint8Array {
  const labels = new Uint8Array(count);
  let token = 0;
  for (const { start, end, type } of doc.entities) {
    while (token < count && ends[token]! <= start) token++;
    let last = token;
    while (last < count && ends[last]! < end) last++;
    if (token >= count || last >= count || starts[token] !== start || ends[last] !== end) continue;
    if (last === token) labels[token] = label(type, 'unit');
    else {
      labels[token] = label(type, 'begin');
      labels.fill(label(type, 'inside'), token + 1, last);
      labels[last] = label(type, 'last');
    }
  }
  return labels;
}

/** Reads documents into features. Features that occur in fewer than `least` tokens are left out. */
export function corpusOf(docs: readonly { doc: Annotated; weight: number }[], gazetteer: Gazetteer, least: number): Corpus {
  const index = new Map<number, number>(), counts: number[] = [];
  const raw: number[] = [], offsets: number[] = [0], gold: number[] = [], stretches: Stretch[] = [];
  const buffer = new Int32Array(maxFeatures);
  for (const { doc, weight } of docs) {
    const view = viewOf(prepare(doc.text), gazetteer);
    const labels = labelsOf(doc, view.tokens.starts, view.tokens.ends, view.tokens.count);
    for (let i = 0; i < labels.length; i++) if (labels[i] && !view.candidate[i]) dropName(labels, i);
    eachStretch(view, (from, to, first, end) => {
      for (let i = from; i < to; i++) {
        const n = featuresOf(view, i, first, end, buffer);
        for (let f = 0; f < n; f++) {
          let id = index.get(buffer[f]!);
          if (id === undefined) { id = index.size; index.set(buffer[f]!, id); counts.push(0); }
          counts[id]!++;
          raw.push(id);
        }
        offsets.push(raw.length);
        gold.push(labels[i]!);
      }
      repair(gold, gold.length - (to - from));
      stretches.push({ from: gold.length - (to - from), tokens: to - from, free: !doc.other, weight });
    });
  }
  const renumbered = new Int32Array(index.size).fill(-1);
  const hashes: number[] = [];
  for (const [hash, id] of index) if (counts[id]! >= least) { renumbered[id] = hashes.length; hashes.push(hash); }
  const kept: number[] = [], keptOffsets = new Uint32Array(offsets.length);
  for (let t = 0; t + 1 < offsets.length; t++) {
    for (let k = offsets[t]!; k < offsets[t + 1]!; k++) { const id = renumbered[raw[k]!]!; if (id >= 0) kept.push(id); }
    keptOffsets[t + 1] = kept.length;
  }
  return { stretches, offsets: keptOffsets, features: Uint32Array.from(kept), gold: Uint8Array.from(gold), hashes: Uint32Array.from(hashes) };
}

/** Removes the label of the whole name that covers token `i`. */
function dropName(labels: Uint8Array, i: number): void {
  const part = (l: number): number => (l - 1) % 4;
  let first = i, last = i;
  while (first > 0 && labels[first] && part(labels[first]!) !== 0 && part(labels[first]!) !== 3) first--;
  while (last + 1 < labels.length && labels[last] && part(labels[last]!) !== 2 && part(labels[last]!) !== 3) last++;
  labels.fill(0, first, last + 1);
}

/** Makes the labels from `from` on a path that the tagger can take: a name cut by a sentence end is dropped. */
function repair(gold: number[], from: number): void {
  let open = -1;
  for (let t = from; t < gold.length; t++) {
    const l = gold[t]!, part = (l - 1) % 4;
    const begins = l === 0 || part === 0 || part === 3;
    if (begins && open >= 0) { gold.fill(0, open, t); open = -1; }
    if (!begins && open < 0) gold[t] = 0;
    if (l !== 0 && part === 0) open = t;
    if (l !== 0 && part === 2) open = -1;
  }
  if (open >= 0) gold.fill(0, open);
}

export interface Trained { readonly hashes: Uint32Array; readonly rows: Float64Array; readonly transitions: Float64Array }

export interface Schedule {
  readonly passes: number;
  /** How often to train anew, in another order; the weights of all runs are added up, which evens out their accidents. */
  readonly runs: number;
  /** Share of features that a visit does not see, so that no weight leans on another. */
  readonly dropout: number;
}

/** Trains; the same corpus, schedule and random numbers give the same weights. */
export function train(corpus: Corpus, schedule: Schedule, random: () => number, log: (line: string) => void): Trained {
  const trained = trainOnce(corpus, schedule, random, log);
  for (let run = 1; run < schedule.runs; run++) {
    const { rows, transitions } = trainOnce(corpus, schedule, random, log);
    for (let i = 0; i < rows.length; i++) trained.rows[i]! += rows[i]!;
    for (let i = 0; i < transitions.length; i++) trained.transitions[i]! += transitions[i]!;
  }
  return trained;
}

function trainOnce(corpus: Corpus, { passes, dropout }: Schedule, random: () => number, log: (line: string) => void): Trained {
  const { offsets, features, gold, hashes } = corpus, F = hashes.length;
  const w = new Float32Array(F * L), sum = new Float64Array(F * L);
  const tw = new Float64Array((L + 1) * L), tsum = new Float64Array((L + 1) * L);
  const work = workspace(), { scores, path } = work, target = new Uint8Array(path.length), bound = new Float64Array(scores.length);
  let step = 1;
  const hidden = new Uint8Array(features.length);
  const move = (t: number, to: number, by: number): void => {
    for (let k = offsets[t]!; k < offsets[t + 1]!; k++) { if (hidden[k]) continue; const at = features[k]! * L + to; w[at]! += by; sum[at]! += by * step; }
  };
  const moveTransition = (from: number, to: number, by: number): void => { tw[from * L + to]! += by; tsum[from * L + to]! += by * step; };
  const order = corpus.stretches.map((_, i) => i);
  for (let pass = 0; pass < passes; pass++) {
    let wrong = 0;
    shuffle(order, random);
    for (const s of order) {
      const { from, tokens, free, weight } = corpus.stretches[s]!;
      scores.fill(0, 0, tokens * L);
      for (let t = 0; t < tokens; t++) {
        for (let k = offsets[from + t]!; k < offsets[from + t + 1]!; k++) {
          if (dropout > 0) { hidden[k] = random() < dropout ? 1 : 0; if (hidden[k]) continue; }
          for (let l = 0, at = features[k]! * L; l < L; l++, at++) scores[t * L + l]! += w[at]!;
        }
      }
      bestPath(scores, tokens, tw, path, work);
      if (free) {
        // "Other" is not annotated here: the best path that keeps every annotated name is what to move towards.
        for (let t = 0; t < tokens; t++) for (let l = 0; l < L; l++) {
          const allowed = gold[from + t] === 0 ? l === 0 || (l - 1) >> 2 === Type.other : l === gold[from + t];
          bound[t * L + l] = allowed ? scores[t * L + l]! : -Infinity;
        }
        bestPath(bound, tokens, tw, target, work);
      } else for (let t = 0; t < tokens; t++) target[t] = gold[from + t]!;
      let before = L, beforeTarget = L, differs = false;
      for (let t = 0; t < tokens; t++) {
        const is = path[t]!, should = target[t]!;
        if (is !== should) { differs = true; move(from + t, should, weight); move(from + t, is, -weight); }
        if (is !== should || before !== beforeTarget) { moveTransition(beforeTarget, should, weight); moveTransition(before, is, -weight); }
        before = is; beforeTarget = should;
      }
      if (differs) wrong++;
      step++;
    }
    log(`pass ${pass + 1}: ${wrong} of ${order.length} stretches wrong`);
  }
  const rows = new Float64Array(F * L);
  for (let i = 0; i < rows.length; i++) rows[i] = w[i]! - sum[i]! / step;
  return { hashes, rows, transitions: tw.map((v, i) => v - tsum[i]! / step) };
}
