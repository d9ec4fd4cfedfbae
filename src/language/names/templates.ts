import { Known } from './gazetteer';
import { mix } from './hash';
import { hasCapital } from './shape';
import type { View } from './view';

/** More than a token can have. */
export const maxFeatures = 160;

const pieces = [2, 3, 4] as const;
const placeBits = Known.country | Known.city | Known.town | Known.region;
const telling = ~(Known.begins | Known.common);
const NONE = 7;

/**
 * Feature hashes of token `i` of the sentence `[first, end)`, written to `out`; returns how many. One hash is one binary
 * feature: a template number mixed with what the template looks at. The templates are those of Ratinov and Roth, "Design
 * Challenges and Misconceptions in Named Entity Recognition" (2009), with runs of capitals, what the gazetteer knows, and
 * what the rest of the article says of the word. They come in four groups: three look at one word wherever it stands, so that
 * a tagger can keep what they add up to; the fourth looks at several words or at the article.
 */
export function featuresOf(view: View, i: number, first: number, end: number, out: Int32Array): number {
  let n = ownFeatures(view, i, out);
  n = i > first ? beforeFeatures(view, i - 1, out, n) : edgeBefore(out, n);
  n = i + 1 < end ? afterFeatures(view, i + 1, out, n) : edgeAfter(out, n);
  return aroundFeatures(view, i, first, end, out, n);
}

/** Shape of a token and style of its line. */
const shapeIn = (view: View, i: number): number => view.shape[i]! + 32 * view.line[i]!;

/** How {@link ownFeatures} may differ for one word: by the line it stands in and by whether it is the first. */
export const ownCase = (view: View, i: number): number => view.line[i]! * 2 + view.first[i]!;
export const ownCases = 6;

/** What the word itself says. */
export function ownFeatures(view: View, i: number, out: Int32Array): number {
  const w = view.word[i]!, s = shapeIn(view, i), k = view.known[i]! & ~Known.begins, isFirst = view.first[i]!;
  let n = 0;
  out[n++] = 1;
  out[n++] = mix(2, w);
  out[n++] = mix(3, mix(w, s));
  out[n++] = mix(11, s * 2 + isFirst);
  if (hasCapital(view.shape[i]!)) n = affixes(view, i, out, n);
  for (let bits = k & telling; bits; bits &= bits - 1) {
    const bit = bits & -bits;
    out[n++] = mix(20, bit);
    out[n++] = mix(22, mix(bit, s * 2 + isFirst));
  }
  out[n++] = mix(23, k);
  out[n++] = mix(26, mix(k, s * 2 + isFirst));
  return n;
}

/** What the word before says by itself; `j` is that word. */
export function beforeFeatures(view: View, j: number, out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix(4, view.word[j]!);
  for (let bits = view.known[j]! & telling; bits; bits &= bits - 1) out[n++] = mix(19, bits & -bits);
  return n;
}

/** What the word after says by itself; `j` is that word. */
export function afterFeatures(view: View, j: number, out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix(5, view.word[j]!);
  for (let bits = view.known[j]! & telling; bits; bits &= bits - 1) out[n++] = mix(21, bits & -bits);
  return n;
}

/** The same where the sentence begins, and where it ends. */
export function edgeBefore(out: Int32Array, n: number): number { out[n] = mix(4, NONE + 1); return n + 1; }
export function edgeAfter(out: Int32Array, n: number): number { out[n] = mix(5, NONE + 2); return n + 1; }

/** What several words together say, and the rest of the article. */
export function aroundFeatures(view: View, i: number, first: number, end: number, out: Int32Array, from: number): number {
  const { word, shape, known, phrase, phrasePlace, elsewhere } = view;
  let n = from;
  const hasBefore = i > first, hasAfter = i + 1 < end;
  const wordBefore = hasBefore ? word[i - 1]! : NONE + 1, wordAfter = hasAfter ? word[i + 1]! : NONE + 2;
  const shapeBefore = hasBefore ? shape[i - 1]! : 20, shapeAfter = hasAfter ? shape[i + 1]! : 20;
  const knownBefore = hasBefore ? known[i - 1]! & ~Known.begins : 0, knownAfter = hasAfter ? known[i + 1]! & ~Known.begins : 0;
  const w = word[i]!, s = shapeIn(view, i), k = known[i]! & ~Known.begins;
  const isFirst = view.first[i]!;
  out[n++] = mix(6, (i - 2 >= first ? word[i - 2]! : NONE + 1));
  out[n++] = mix(7, (i + 2 < end ? word[i + 2]! : NONE + 2));
  out[n++] = mix(8, mix(wordBefore, w));
  out[n++] = mix(9, mix(w, wordAfter));
  out[n++] = mix(10, mix(wordBefore, wordAfter));
  out[n++] = mix(12, s * 64 + shapeBefore);
  out[n++] = mix(13, s * 64 + shapeAfter);
  out[n++] = mix(14, (s * 64 + shapeBefore) * 64 + shapeAfter);
  out[n++] = mix(15, (s * 64 + shapeAfter) * 64 + (i + 2 < end ? shape[i + 2]! : 20));
  out[n++] = mix(16, (s * 64 + shapeBefore) * 64 + (i - 2 >= first ? shape[i - 2]! : 20));
  out[n++] = mix(24, mix(k, knownBefore));
  out[n++] = mix(25, mix(k, knownAfter));
  out[n++] = mix(27, mix(wordBefore, k & telling));
  out[n++] = mix(28, mix(wordAfter, k & telling));
  if (phrasePlace[i]) {
    for (let bits = phrase[i]!; bits; bits &= bits - 1) out[n++] = mix(30, (bits & -bits) * 4 + phrasePlace[i]!);
    out[n++] = mix(31, mix(phrase[i]!, phrasePlace[i]!));
  }
  if (phrasePlace[i + 1] === 1 && i + 1 < end) out[n++] = mix(32, phrase[i + 1]!);
  if (i > first && phrasePlace[i - 1] === 3) out[n++] = mix(33, phrase[i - 1]!);
  const here = elsewhere.get(w);
  for (let bits = here; bits; bits &= bits - 1) {
    const bit = bits & -bits;
    out[n++] = mix(34, bit);
    out[n++] = mix(35, mix(bit, k & telling));
  }
  out[n++] = mix(36, mix(here & 3, s * 2 + isFirst));
  if (view.sport.length > 0 && view.sport[0]) {
    const sport = view.sport[0]!;
    out[n++] = mix(37, sport * 4096 + s);
    if (k & placeBits) { out[n++] = mix(38, sport); out[n++] = mix(39, mix(sport, wordAfter)); out[n++] = mix(40, mix(sport, wordBefore)); }
  }
  if (hasCapital(shape[i]!)) n = runFeatures(view, i, first, end, out, n);
  else {
    out[n++] = mix(60, mix(w, knownBefore & telling));
    out[n++] = mix(61, mix(w, knownAfter & telling));
    out[n++] = mix(62, mix(wordBefore, mix(w, wordAfter)));
  }
  return n;
}

function affixes(view: View, i: number, out: Int32Array, from: number): number {
  const { text } = view.tokens, start = view.tokens.starts[i]!, end = view.tokens.ends[i]!;
  let n = from;
  for (const length of pieces) {
    if (end - start < length + 1) break;
    let front = 0, back = 0;
    for (let p = 0; p < length; p++) {
      front = front * 131 + (text.charCodeAt(start + p) | 32);
      back = back * 131 + (text.charCodeAt(end - 1 - p) | 32);
    }
    if (length > 2) out[n++] = mix(40 + length, front);
    out[n++] = mix(45 + length, back);
  }
  return n;
}

/** What the run of capitalised words says: its head, its first word, what stands around it. */
function runFeatures(view: View, i: number, first: number, end: number, out: Int32Array, from: number): number {
  const { word, known, shape } = view;
  const start = view.runStart[i]!, stop = view.runEnd[i]!;
  let n = from;
  const place = Math.min(3, i - start) * 4 + Math.min(3, stop - 1 - i);
  const head = word[stop - 1]!, headKnown = known[stop - 1]! & ~Known.begins, frontKnown = known[start]! & ~Known.begins;
  const before = start > first ? word[start - 1]! : NONE, after = stop < end ? word[stop]! : NONE + 1;
  const afterKnown = stop < end ? known[stop]! & telling : 0, beforeKnown = start > first ? known[start - 1]! & telling : 0;
  out[n++] = mix(63, place);
  if (stop - start > 1) {
    out[n++] = mix(64, head);
    out[n++] = mix(65, mix(headKnown, place));
    out[n++] = mix(66, mix(frontKnown, place));
    out[n++] = mix(67, mix(word[start]!, place));
  }
  out[n++] = mix(68, mix(before, place));
  out[n++] = mix(69, mix(after, place));
  out[n++] = mix(70, mix(afterKnown, place));
  out[n++] = mix(71, mix(beforeKnown, place));
  out[n++] = mix(72, mix(before, after));
  if (start - 2 >= first) out[n++] = mix(73, mix(word[start - 2]!, before));
  if (stop + 1 < end) out[n++] = mix(74, mix(after, word[stop + 1]!));
  out[n++] = mix(75, mix(afterKnown, shape[i]! * 16 + Math.min(4, stop - start)));
  return n;
}
