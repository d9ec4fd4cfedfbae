import { ASSEMBLED, ENOUGH, leastHeld } from './enough';
import type { QuotePattern } from './pattern';
import { scanNumbers } from './scan';
import { hasPhrases, holdsAll, stretches } from './stretches';

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
  const found = scanNumbers(text, numbers);
  if (telling.length >= ENOUGH) {
    // A word with letters in brackets is none of the literal ones, and counts as one that is there.
    const wanted = new Set(telling.flatMap((key) => numbers.of.get(key) ?? [])), most = telling.length - leastHeld(pattern);
    for (let i = 0; i < found.length && wanted.size > most; i++) wanted.delete(found[i]!);
    if (wanted.size > most) return false;
  }
  // An ellipsis goes over any distance.
  return noted || stretches(numbers.items, found).length > 0 || (words >= ASSEMBLED && hasPhrases(items, { items: numbers.items, words: found }, 1));
}
