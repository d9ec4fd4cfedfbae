import type { Span } from '../../../src/language/types';

/** Code units two spans share; negative or 0 when they share none. */
export const shared = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/**
 * Pairs the elements of two lists one to one, greedily by falling weight; of equal weights the earlier elements first.
 * Elements of weight 0 or less are never paired.
 */
export function pairUp<A, B>(as: readonly A[], bs: readonly B[], weight: (a: A, b: B) => number): [A, B][] {
  const candidates: { readonly weight: number; readonly i: number; readonly j: number }[] = [];
  as.forEach((a, i) => bs.forEach((b, j) => { const w = weight(a, b); if (w > 0) candidates.push({ weight: w, i, j }); }));
  candidates.sort((p, q) => q.weight - p.weight || p.i - q.i || p.j - q.j);
  const usedA = new Set<number>(), usedB = new Set<number>(), pairs: [A, B][] = [];
  for (const { i, j } of candidates) {
    if (usedA.has(i) || usedB.has(j)) continue;
    usedA.add(i); usedB.add(j);
    pairs.push([as[i]!, bs[j]!]);
  }
  return pairs;
}
