let language = 'en';

/** From now on numbers are written as in a language (`de`); one that is none leaves them as they are. */
export function writeDigitsIn(tag: string): void {
  try {
    language = Intl.NumberFormat.supportedLocalesOf(tag)[0] ?? language;
  } catch {
    // The word is no language tag at all.
  }
}

/** A number as the writer reads it: `12,345`. */
export const digits = (n: number): string => n.toLocaleString(language);
