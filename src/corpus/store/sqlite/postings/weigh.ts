import { hasBit, readPositions } from './positions';
import type { Postings } from './postings';

/** A word and what it is worth to hold it. */
export interface WeighedWord {
  readonly word: string;
  readonly weight: number;
}

export interface WeighedId {
  readonly id: number;
  /** Sum of the weights of the words that it holds. */
  readonly weight: number;
}

/** Finds are put in order when there are so many times more than are wanted. */
const SPARE = 4;

/** Ids that hold words of the greatest weight together, greatest first, of equal ones the lowest first; no more than the limit. */
export async function weigh(postings: Postings, words: readonly WeighedWord[], limit: number): Promise<WeighedId[]> {
  if (words.length === 0 || limit <= 0) return [];
  let found: WeighedId[] = [], least = 0;
  const keepBest = (): void => {
    found = found.sort((a, b) => b.weight - a.weight || a.id - b.id).slice(0, limit);
    if (found.length === limit) least = found.at(-1)!.weight;
  };
  const sums = new Float64Array(postings.size);
  let end = 0;
  for await (const { first, lists, gone } of postings.slots(words.map(({ word }) => word))) {
    const [room] = postings.rooms();
    sums.fill(0, 0, end);
    end = 0;
    for (const { word, weight } of words) {
      const data = lists.get(word);
      if (!data) continue;
      const count = readPositions(data, room);
      for (let i = 0; i < count; i++) sums[room[i]!]! += weight;
      end = Math.max(end, room[count - 1]! + 1);
    }
    for (let position = 0; position < end; position++) {
      const weight = sums[position]!;
      if (weight <= least || (gone && hasBit(gone, position))) continue;
      found.push({ id: first + position, weight });
      if (found.length >= limit * SPARE) keepBest();
    }
  }
  keepBest();
  return found;
}
