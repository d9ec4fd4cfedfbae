import { Known } from './gazetteer';
import { Shape } from './shape';
import { lowerText, type NameSpan } from './spans';
import type { View } from './view';
import { addressing, afterSubject, locatives, seats } from './words';

/**
 * Whether a seat of government stands for its government: it is the subject of a verb, owns a stance, or is addressed.
 * A preposition of place before it, or a comma and a country after it, make it the city.
 */
export function isMetonym(view: View, span: NameSpan): boolean {
  const { first, end } = span;
  if (!seats.has(lowerText(view, end - 1))) return false;
  const before = first > 0 ? lowerText(view, first - 1) : '', next = end < view.tokens.count ? end : -1;
  if (locatives.has(before)) return false;
  if (next >= 0 && view.tokens.flags[next]! & 4) return false;
  if (next >= 0 && view.shape[next] === Shape.possessive) return true;
  if (next >= 0 && view.tokens.text.charCodeAt(view.tokens.starts[next]!) === 44 && !addressing.has(before)) return false;
  if (next >= 0 && (isVerb(view, next) || governing.has(lowerText(view, next)))) return true;
  return addressing.has(before);
}

const governing = new Set(['official', 'officials', 'government', 'authorities', 'regime', 'announcing', 'saying', 'insisting', 'denying', 'refusing', 'demanding', 'warning', 'claiming']);

/** A finite verb by list or by its ending; enough after a name. */
function isVerb(view: View, i: number): boolean {
  if (view.shape[i] !== Shape.lower) return false;
  if (view.known[i]! & Known.saying) return true;
  const word = lowerText(view, i);
  return afterSubject.has(word) || (word.length > 4 && word.endsWith('ed'));
}
