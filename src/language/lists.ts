/** Small helpers that the recognisers call for nearly every word, so that none of them starts a pattern where a look will do. */

/** A closed list of words, written with spaces between them; an underscore stands for a space inside one. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map((word) => word.replaceAll('_', ' ')));

/** The text with each run of white space made one space. */
export function singleSpaced(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 ? text.charCodeAt(i + 1) === 32 : code < 32 || (code >= 0x80 && (code < 0x2010 || code > 0x2027))) return text.replace(/\s+/g, ' ');
  }
  return text;
}
