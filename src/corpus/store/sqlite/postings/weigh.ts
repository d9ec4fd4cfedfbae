import { hasBit, readPositions } from './positions';
import type { Postings, Slot } from './postings';

/** A word and what it is worth to hold it. */
export interface WeighedWord {
  readonly word: string;
  readonly weight: number;
}

export interface WeighedId {
  readonly id: number;
  /** Sum of the weights of the words that it holds. */
  readonly weight: number;
  /** Which of the words it holds: bit 0 is the first. */
  readonly held: number;
}

/** Words that can be weighed: each has a bit of its own. */
export const MOST_WEIGHED = 32;

/** Finds are put in order when there are so many times more than are wanted. */
const SPARE = 4;

/** Ids that hold words of the greatest weight together, greatest first, of equal ones the lowest first; no more than the limit. Words beyond {@link MOST_WEIGHED} are passed over. */
export async function weigh(postings: Postings, words: readonly WeighedWord[], limit: number): Promise<WeighedId[]> {
  if (words.length === 0 || limit <= 0) return [];
  const weighed = words.slice(0, MOST_WEIGHED), best = new Best(limit);
  for await (const slot of postings.slots()) {
    try {
      weighSlot(postings, slot, weighed, best);
    } catch (error) {
      // Sums that are left would be taken for those of the next question.
      const { weights, held } = postings.sums();
      weights.fill(0);
      held.fill(0);
      throw error;
    }
  }
  return best.found();
}

function weighSlot(postings: Postings, slot: Slot, words: readonly WeighedWord[], best: Best): void {
  const [some, room] = postings.rooms(), { weights, held } = postings.sums(), lists = postings.lists(slot, words.map(({ word }) => word));
  let count = 0;
  words.forEach(({ word, weight }, number) => {
    const read = readPositions(lists.get(word) ?? [], room), bit = 1 << number;
    for (let i = 0; i < read; i++) {
      const position = room[i]!;
      if (held[position] === 0) some[count++] = position;
      weights[position]! += weight;
      held[position]! |= bit;
    }
  });
  const gone = count === 0 ? undefined : slot.gone();
  for (let i = 0; i < count; i++) {
    const position = some[i]!;
    if (weights[position]! >= best.least && !(gone && hasBit(gone, position))) best.add({ id: slot.first + position, weight: weights[position]!, held: held[position]! });
    weights[position] = held[position] = 0;
  }
}

/** Those of the greatest weight so far. */
class Best {
  #found: WeighedId[] = [];
  /** What weighs less is none of them. */
  least = 0;

  constructor(private readonly limit: number) {}

  add(each: WeighedId): void {
    if (this.#found.push(each) < this.limit * SPARE) return;
    this.#found = this.found();
    this.least = this.#found.at(-1)!.weight;
  }

  found(): WeighedId[] {
    return this.#found.sort((a, b) => b.weight - a.weight || a.id - b.id).slice(0, this.limit);
  }
}
