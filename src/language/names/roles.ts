import type { TextSpan } from '../types';
import { TokenKind } from '../tokens';
import { Known } from './gazetteer';
import { hasCapital, Shape } from './shape';
import { lowerText, type NameSpan } from './spans';
import type { View } from './view';
import { afterSubject, roleModifiers, roleNouns, roleStops } from './words';

/** Longest role, in words. */
const longest = 14;

/**
 * Adds to `roles` what the words around a mention say the person is: a role before the name, an apposition after it. `named` marks the
 * tokens of organisations and places, which a role may begin with: `Harbour Party chairwoman`.
 */
export function addRoles(view: View, span: NameSpan, named: Uint8Array, roles: TextSpan[]): void {
  const front = before(view, span, named), back = after(view, span);
  if (front) roles.push(front);
  if (back) roles.push(back);
}

function textSpan(view: View, first: number, end: number): TextSpan {
  const start = view.tokens.starts[first]!, stop = view.tokens.ends[end - 1]!;
  return { start, end: stop, text: view.tokens.text.slice(start, stop) };
}

const isRoleNoun = (view: View, i: number): boolean => {
  const word = lowerText(view, i);
  const hyphen = word.lastIndexOf('-');
  return roleNouns.has(word) || (hyphen >= 0 && roleNouns.has(word.slice(hyphen + 1))) || (hasCapital(view.shape[i]!) && (view.known[i]! & Known.title) !== 0 && word.length > 4);
};

/** `foreign ministry spokesman`, `Chinese Foreign Minister`, `Secretary of State` directly before the name. */
function before(view: View, { first }: NameSpan, named: Uint8Array): TextSpan | undefined {
  let head = first - 1;
  if (head < 0 || view.tokens.flags[first]! & 4) return undefined;
  let from: number;
  if (head >= 2 && lowerText(view, head - 1) === 'of' && isRoleNoun(view, head - 2) && hasCapital(view.shape[head - 2]!)) {
    from = head - 2;
  } else {
    if (!isRoleNoun(view, head)) return undefined;
    from = head;
  }
  head = first;
  while (from > 0 && first - from < longest && (named[from - 1] === 1 || belongs(view, from - 1)) && !(view.tokens.flags[from]! & 4)) from--;
  // A possessive before the role is its owner's, `China's foreign minister`: it is left out with what it follows.
  return textSpan(view, from, head);
}

/** Whether a word can stand inside a role before its noun. */
function belongs(view: View, i: number): boolean {
  if (view.tokens.kinds[i] !== TokenKind.word || view.shape[i] === Shape.possessive) return false;
  const word = lowerText(view, i);
  if (roleStops.has(word)) return false;
  if (roleModifiers.has(word) || roleNouns.has(word)) return true;
  if (view.shape[i] === Shape.hyphenLower || word.startsWith('vice-') || word.startsWith('ex-')) return true;
  return hasCapital(view.shape[i]!) && !view.first[i] ? (view.known[i]! & (Known.demonym | Known.title | Known.organisationHead | Known.organisation | Known.media | Known.country)) !== 0
    : (view.known[i]! & Known.demonym) !== 0;
}

/** The full stop of a title or an initial: `spokesman for Mrs. Marsh`. */
function abbreviates(view: View, i: number): boolean {
  return i > 0 && view.tokens.text.charCodeAt(view.tokens.starts[i]!) === 46 && !(view.tokens.flags[i]! & 8) && (view.shape[i - 1] === Shape.initial || ((view.known[i - 1]! & Known.title) !== 0 && view.tokens.ends[i - 1]! - view.tokens.starts[i - 1]! <= 4));
}

/** A comma in the line of what stands before it. */
const isComma = ({ tokens }: View, i: number): boolean => i < tokens.count && tokens.text.charCodeAt(tokens.starts[i]!) === 44 && !(tokens.flags[i]! & 4);

/** `, director general for the region at the Chinese foreign ministry,` after the name. */
function after(view: View, { end }: NameSpan): TextSpan | undefined {
  const { tokens } = view;
  if (!isComma(view, end)) return undefined;
  let from = end + 1;
  if (from < tokens.count && tokens.kinds[from] === TokenKind.number && isComma(view, from + 1)) from += 2; // an age
  let stop = from, noun = -1;
  while (stop < tokens.count && stop - from <= longest && !(tokens.flags[stop]! & 4)) {
    if ((tokens.kinds[stop] === TokenKind.punctuation && !abbreviates(view, stop)) || tokens.kinds[stop] === TokenKind.quote) break;
    if (noun < 0 && stop - from < 8 && isRoleNoun(view, stop)) noun = stop;
    if (noun < 0 && view.shape[stop] === Shape.lower && view.known[stop]! & Known.saying) return undefined;
    stop++;
  }
  if (noun < 0 || stop - from > longest) return undefined;
  if (stop < tokens.count && !(tokens.flags[stop]! & 4) && tokens.kinds[stop] !== TokenKind.punctuation) return undefined;
  const opening = lowerText(view, from);
  if (afterSubject.has(opening) || opening === 'who' || opening === 'which' || opening === 'whose' || opening === 'and' || opening === 'but' || opening === 'as') return undefined;
  // Articles are no part of a role.
  if (opening === 'a' || opening === 'an' || opening === 'the') from++;
  return from < stop ? textSpan(view, from, stop) : undefined;
}
