import { ENOUGH, leastHeld } from './enough';
import type { QuotePattern } from './pattern';
import { scanNumbers } from './scan';
import { hasPhrases, holdsAll, stretches } from './stretches';

/** Words of a quote from which on it may be put together from phrases of several places, or of several articles. */
export const ASSEMBLED = 8;

/** False when a text surely does not have a quote word for word: its words do not stand together anywhere. */
export function mayHaveAll({ numbers, noted }: QuotePattern, text: string): boolean {
  return noted || holdsAll(numbers.items, scanNumbers(text, numbers));
}

/**
 * False when a text surely does not have a quote, nor a phrase of a long one: it has too few of its telling words, or too few of its words together.
 * Far cheaper than comparing, since no words are made.
 */
export function mayHave(pattern: QuotePattern, text: string): boolean {
  const { items, numbers, telling, noted, words } = pattern;
  // What stands in brackets may be a part of a word, and an ellipsis goes over any distance.
  if (noted) return true;
  const found = scanNumbers(text, numbers);
  if (telling.length >= ENOUGH) {
    const wanted = new Set(telling.map((key) => numbers.of.get(key)));
    for (let i = 0; i < found.length && wanted.size > telling.length - leastHeld(pattern); i++) if (found[i]! >= 0) wanted.delete(found[i]!);
    if (wanted.size > telling.length - leastHeld(pattern)) return false;
  }
  return stretches(numbers.items, found).length > 0 || (words >= ASSEMBLED && hasPhrases(items, { items: numbers.items, words: found }, 1));
}
