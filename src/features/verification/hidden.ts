import { english, type Say } from '../say';

/** What a quote holds that a reader does not see, or takes for something else. */

const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Shown as nothing. Soft hyphens and joiners are left out: they have their place in text. */
const invisible = /[\u200b\u2060-\u2064\u180e\ufeff\u{e0000}-\u{e007f}]/u;
const word = /\p{L}+/gu;
const latin = /\p{Script=Latin}/u;
const alike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

/** What is hidden in the words of a quote, as a list for a sentence; empty for almost every quote. */
export function hiddenIn(words: string, say: Say = english): readonly string[] {
  const found: string[] = [];
  const turns = turning.exec(words)?.[0], blank = invisible.exec(words)?.[0];
  if (turns !== undefined) found.push(say('a character that turns the direction of the text ({0})', codeOf(turns)));
  if (blank !== undefined) found.push(say('a character that does not show ({0})', codeOf(blank)));
  for (const [letters] of words.matchAll(word)) {
    const letter = latin.test(letters) ? alike.exec(letters)?.[0] : undefined;
    if (letter === undefined) continue;
    found.push(say('a letter of another script among Latin ones ({0} in “{1}”)', codeOf(letter), letters.slice(0, 40)));
    break;
  }
  return found;
}

function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
