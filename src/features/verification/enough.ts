import type { QuotePattern } from './pattern';

/** Telling words from which on a quote is told by them. */
export const ENOUGH = 3;

/** A source has this share of a quote's telling words, in any order, where there are so many of them; otherwise an alignment is not worth its time. */
const LEAST = 0.4;

/** How many of the telling words a share of them is, two at least. */
export function shareOfTelling({ telling }: QuotePattern, share: number): number {
  return Math.max(2, Math.floor(telling.length * share));
}

/** Words of a quote from which on it may be put together from phrases of several places, or of several articles. */
export const ASSEMBLED = 8;

/** Words and telling words of a run that is a phrase. */
export const PHRASE = { words: 4, telling: 2 } as const;

/** How many of the telling words a source must have. */
export function leastHeld(pattern: QuotePattern): number {
  return shareOfTelling(pattern, LEAST);
}

/** Share of the words of a long quote that its source must have in order, and how long that is. */
export const SHARE_OF_LONG = 0.62, LONG = 10;
/** Words of a run that is enough by itself. */
export const RUN = 7;

/** Words of a quote below which none may be altered. */
export const SHORTEST_ALTERED = 4;

/** How many words of a quote may be altered, a fifth and one at least, and how many its source must have, where no run is enough by itself. */
export function wordsUnchanged(words: number): { readonly altered: number; readonly least: number } {
  const altered = words < SHORTEST_ALTERED ? 0 : Math.max(1, Math.round(words / 5));
  return { altered, least: words >= LONG ? Math.min(words - altered, Math.ceil(words * SHARE_OF_LONG)) : words - altered };
}
