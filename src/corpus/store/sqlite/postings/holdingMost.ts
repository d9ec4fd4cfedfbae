import { hasBit, readPositions } from './positions';
import type { Postings, Slot, SpreadWord } from './postings';

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
  const least = telling.length - missing, words = postings.spread(telling), further = postings.spread(others), lacking = words.length - least;
  let found: Holder[] = [];
  if (lacking < 0) return found;
  // Whoever lacks no more words than that holds one of so many and one more, whichever they are: the rarest lead to the fewest.
  const leading = words.slice(0, lacking + 1), rest = words.slice(lacking + 1);
  for await (const slot of postings.slots()) {
    try {
      for (const holder of holdersIn(postings, slot, { leading, rest, further, least })) found.push(holder);
    } catch (error) {
      // Marks that are left would be taken for words of the next question.
      postings.marks().fill(0);
      throw error;
    }
    if (found.length > MOST_HOLDERS) found = best(found).slice(0, MOST_HOLDERS / 2);
  }
  return best(found);
}

/** Words that lead to what may hold enough, the rest of the telling ones, how many of these it must hold, and further words that count. */
interface Asked {
  readonly leading: readonly SpreadWord[];
  readonly rest: readonly SpreadWord[];
  readonly least: number;
  readonly further: readonly SpreadWord[];
}

function holdersIn(postings: Postings, { slot, first, gone }: Slot, { leading, rest, least, further }: Asked): Holder[] {
  const [some] = postings.rooms(), marks = postings.marks(), holders: Holder[] = [];
  let count = union(postings, slot, leading);
  const drop = (needed: number): void => {
    let kept = 0;
    for (let i = 0; i < count; i++) {
      if (marks[some[i]!]! >= needed) some[kept++] = some[i]!;
      else marks[some[i]!] = 0;
    }
    count = kept;
  };
  rest.forEach((word, i) => {
    if (count === 0) return;
    postings.eachHolding(slot, word, count, (at) => marks[some[at]!]!++);
    drop(least - (rest.length - 1 - i));
  });
  if (rest.length === 0) drop(least);
  if (count > 0) for (const word of further) postings.eachHolding(slot, word, count, (at) => marks[some[at]!]!++);
  const bits = count === 0 ? undefined : gone();
  for (let i = 0; i < count; i++) {
    const position = some[i]!;
    if (!bits || !hasBit(bits, position)) holders.push({ id: first + position, held: marks[position]! });
    marks[position] = 0;
  }
  return holders;
}

/** Puts what holds any of the words in the first room, in order, marks it as often as it holds one, and gives how many that is. */
function union(postings: Postings, slot: number, words: readonly SpreadWord[]): number {
  const [some, room] = postings.rooms(), marks = postings.marks();
  let count = 0;
  for (const { word } of words) {
    const read = readPositions(postings.list(slot, word), room), before = count;
    for (let i = 0; i < read; i++) if (marks[room[i]!]!++ === 0) some[count++] = room[i]!;
    if (before === 0 || count === before) continue;
    // Two stretches, each in order.
    room.set(some.subarray(0, before));
    for (let one = 0, other = before, to = 0; one < before; to++) some[to] = other < count && some[other]! < room[one]! ? some[other++]! : room[one++]!;
  }
  return count;
}

function best(found: readonly Holder[]): Holder[] {
  return [...found].sort((a, b) => b.held - a.held || a.id - b.id);
}
