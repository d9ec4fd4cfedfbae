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
  const sums = new Float64Array(postings.size), asked = words.map(({ word }) => word);
  for await (const slot of postings.slots()) {
    const [some, room] = postings.rooms(), lists = postings.lists(slot, asked), { first } = slot;
    let count = 0;
    for (const { word, weight } of words) {
      const read = readPositions(lists.get(word) ?? [], room);
      for (let i = 0; i < read; i++) {
        const position = room[i]!;
        if (sums[position] === 0) some[count++] = position;
        sums[position]! += weight;
      }
    }
    const gone = count === 0 ? undefined : slot.gone();
    for (let i = 0; i < count; i++) {
      const position = some[i]!, weight = sums[position]!;
      sums[position] = 0;
      if (weight < least || (gone && hasBit(gone, position))) continue;
      found.push({ id: first + position, weight });
      if (found.length >= limit * SPARE) keepBest();
    }
  }
  keepBest();
  return found;
}
