import { ASSEMBLED, ENOUGH, leastHeld, PHRASE, RUN, wordsUnchanged } from './enough';
import { isTelling, type QuotePattern } from './pattern';

/**
 * Words that the word index and a comparison take for the same: plain letters, and more of them than initials have (`U.S.` is one word for one, two for the other).
 */
const PLAIN = /^[a-z]{5,30}$/;

/** Which items of a quote an article surely lacks. Undefined where that says nothing: nothing is known, or the quote has ellipses or brackets, which stand for any words. */
export function lackedItems({ items, noted }: QuotePattern, lacks: readonly string[] | undefined): readonly boolean[] | undefined {
  if (noted || !lacks || lacks.length === 0) return undefined;
  const lacked = new Set(lacks), which = items.map((item) => item.kind === 'word' && PLAIN.test(item.key) && lacked.has(item.key));
  return which.includes(true) ? which : undefined;
}

/**
 * False when an article that lacks such items surely does not have a quote, nor a phrase of a long one, as a comparison would find (`isFound`): told without reading it.
 * An article that has all of the words somewhere may have it.
 */
export function mayStand(pattern: QuotePattern, lacked: readonly boolean[]): boolean {
  const { items, words, telling } = pattern;
  if (telling.length >= ENOUGH) {
    const gone = new Set(items.flatMap((item, i) => (item.kind === 'word' && lacked[i] ? [item.key] : [])));
    if (telling.filter((key) => !gone.has(key)).length < leastHeld(pattern)) return false;
  }
  if (words - countLacked(lacked) >= wordsUnchanged(words).least) return true;
  let run = 0, told = 0;
  for (const [i, item] of items.entries()) {
    run = lacked[i] ? 0 : run + 1;
    told = run === 0 ? 0 : told + (isTelling(item) ? 1 : 0);
    if (run >= RUN || (words >= ASSEMBLED && run >= PHRASE.words && told >= PHRASE.telling)) return true;
  }
  return false;
}

/** The least that a quote's distance from an article can be which lacks such items: words altered, less those that are the same (the order of misquotes). */
export function leastDistance({ words }: QuotePattern, lacked: readonly boolean[]): number {
  const count = countLacked(lacked);
  return count - (words - count);
}

function countLacked(lacked: readonly boolean[]): number {
  return lacked.filter(Boolean).length;
}
