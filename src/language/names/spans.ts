import type { NameKind } from '../types';
import type { Form } from './forms';
import { Known } from './gazetteer';
import { hasCapital, Shape } from './shape';
import { Type, type TaggedSpan } from './tagger';
import type { View } from './view';
import { hardTitles } from './words';

/** A name in the text as tokens `[first, end)` and as code units `[from, to)`. */
export interface NameSpan {
  readonly first: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly kind: NameKind;
  /** What `formOf` says of it; null until that is asked for. */
  form: Form | null;
}

const kinds: readonly (NameKind | undefined)[] = ['person', 'organisation', 'place', undefined];

/** Titles that a person's name keeps nothing of; a monarch's or saint's stays with the name where it is all there is. */
function trimPerson(view: View, first: number, end: number): number {
  let from = first;
  while (from < end - 1 && hasCapital(view.shape[from]!) && isTitle(view, from)) {
    from++;
    if (from < end - 1 && view.shape[from] === Shape.mark) from++;
  }
  return from;
}

function isTitle(view: View, i: number): boolean {
  const known = view.known[i]!, word = lowerText(view, i);
  return hardTitles.has(word) || word.startsWith('ex-') || ((known & Known.title) !== 0 && !(known & (Known.firstName | Known.leadingSurname)));
}

/** The tagger's spans as names: `other` dropped, titles and possessive endings cut off. */
export function namesOf(view: View, tagged: readonly TaggedSpan[]): NameSpan[] {
  const out: NameSpan[] = [];
  for (const { first, end, type } of tagged) {
    const kind = kinds[type];
    if (!kind) continue;
    let from = first, to = end;
    if (type === Type.person) from = trimPerson(view, from, to);
    if (to < view.tokens.count && to - from === 1 && view.shape[to] === Shape.possessive && view.phrasePlace[from] === 1 && view.phrasePlace[to] === 3 && view.phrase[from]! & Known.organisation) to++; // `Moody's`
    else while (to > from && view.shape[to - 1] === Shape.possessive && !(view.phrasePlace[to - 1] === 3 && view.phrase[to - 1]! & Known.organisation)) to--;
    while (to > from && !hasCapital(view.shape[from]!) && view.shape[from] !== Shape.number && view.shape[from] !== Shape.year) from++;
    if (to <= from) continue;
    if (isDemonymAlone(view, from, to)) continue;
    out.push(spanOf(view, from, to, kind));
  }
  return out;
}

/** `Iranian`, `Chinese`: a people or language, no name of a person, organisation or place. */
function isDemonymAlone(view: View, from: number, to: number): boolean {
  if (to - from !== 1) return false;
  const known = view.known[from]!;
  return (known & Known.demonym) !== 0 && !(known & (Known.country | Known.region | Known.surname | Known.firstName | Known.organisation | Known.club | Known.person));
}

/** Builds a span from tokens. */
export function spanOf(view: View, first: number, end: number, kind: NameKind): NameSpan {
  return { first, end, from: view.tokens.starts[first]!, to: view.tokens.ends[end - 1]!, kind, form: null };
}

/** The same stretch as a name of another kind. */
export const ofKind = ({ first, end, from, to, form }: NameSpan, kind: NameKind): NameSpan => ({ first, end, from, to, kind, form });

/** Characters of a span. */
export const textOf = (view: View, { first, end, from, to }: NameSpan): string => (end - first === 1 ? exactText(view, first) : view.tokens.text.slice(from, to));

/** The token that a span begins with. */
export const firstOf = ({ first }: NameSpan): number => first;

/** Text of one token, lower case. */
export const lowerText = (view: View, i: number): string => view.words.vocabulary.lower[view.words.ids[i]!] ?? '';

/** Text of one token, as written. */
export const exactText = (view: View, i: number): string => view.words.vocabulary.exact[view.words.ids[i]!] ?? '';
