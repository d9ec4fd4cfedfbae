import { hasBit, keepHeld, readPositions } from './positions';
import type { Postings } from './postings';

/** Something that holds most of the words asked for. */
export interface Holder {
  readonly id: number;
  /** How many of the words it holds. */
  readonly held: number;
}

/** Those that hold fewer words are let go of when there are so many. */
const MOST_HOLDERS = 4_000;

/**
 * Ids that hold all but so many of the telling words, those that hold most of all words first, of equal ones the lowest first.
 * @param missing how many of the telling words may be missing
 */
export async function holdingMost(postings: Postings, telling: readonly string[], missing: number, others: readonly string[]): Promise<Holder[]> {
  const least = telling.length - missing, told = new Uint8Array(postings.size);
  let found: Holder[] = [], end = 0;
  for await (const slot of postings.slots(telling)) {
    const { first, lists, gone } = slot;
    // Where too many of the telling words are not at all, nothing holds enough of them.
    if (telling.filter((word) => lists.has(word)).length < least) continue;
    const [some, room] = postings.rooms();
    told.fill(0, 0, end);
    end = 0;
    for (const word of telling) {
      const data = lists.get(word);
      if (!data) continue;
      const held = readPositions(data, room);
      for (let i = 0; i < held; i++) told[room[i]!]!++;
      end = Math.max(end, room[held - 1]! + 1);
    }
    let count = 0;
    for (let position = 0; position < end; position++) if (told[position]! >= least && (!gone || !hasBit(gone, position))) some[count++] = position;
    if (count === 0) continue;
    const holding = Array.from(some.subarray(0, count), (position) => ({ position, held: told[position]! }));
    for (const data of postings.lists(slot, others).values()) {
      holding.forEach(({ position }, i) => (some[i] = position));
      const kept = keepHeld(some, count, data, room);
      for (let i = 0, j = 0; j < kept; i++) if (holding[i]!.position === some[j]) { holding[i]!.held++; j++; }
    }
    for (const { position, held } of holding) found.push({ id: first + position, held });
    if (found.length > MOST_HOLDERS) found = best(found).slice(0, MOST_HOLDERS / 2);
  }
  return best(found);
}

function best(found: readonly Holder[]): Holder[] {
  return [...found].sort((a, b) => b.held - a.held || a.id - b.id);
}
