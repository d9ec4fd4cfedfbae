import { wordHash } from './hash';
import { openers } from './words';

/** What a small word does between and before names; a bit set. */
export const Part = {
  /** May stand between two capitals of one name. */
  connector: 1,
  /** May do so in a run of capitals. */
  runConnector: 2,
  /** Stands before places. */
  locative: 4,
  the: 8,
  /** Opens a sentence with a capital and belongs to no name. */
  opener: 16,
  dayOrMonth: 32,
} as const;

/** By hash, as words that differ in case or marks are one here. */
const parts = new Map<number, number>();

function add(part: number, words: Iterable<string>): void {
  for (const word of words) {
    const hash = wordHash(word, 0, word.length);
    parts.set(hash, (parts.get(hash) ?? 0) | part);
  }
}

add(Part.connector, 'of the and for de da do dos del della di du la le el al van von der den bin ibn on in to at y e und et'.split(' '));
add(Part.runConnector, 'of for de del di da do dos du van von der bin ibn al'.split(' '));
add(Part.locative, 'in at near from to'.split(' '));
add(Part.the, ['the']);
add(Part.opener, openers);
add(Part.dayOrMonth, 'monday tuesday wednesday thursday friday saturday sunday january february july september october november december'.split(' '));

/** Bits of {@link Part} of the word with a hash; 0 for nearly all. */
export const partOf = (hash: number): number => parts.get(hash) ?? 0;
