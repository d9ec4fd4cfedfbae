import type { NameKind } from '../types';
import { Known } from './gazetteer';
import { formOf, wordsOf } from './forms';
import { familyName } from './linking';
import type { Gazetteer } from './gazetteer';
import { hasCapital } from './shape';
import { exactText, spanOf, type NameSpan } from './spans';
import { isMonth } from './tidy';
import { Elsewhere, Line, type View } from './view';
import { seats } from './words';

/**
 * Makes one article agree with itself: a name that is of one kind in most of its mentions is of that kind in all, and a name
 * that was found once is found wherever it stands.
 */
export function agree(view: View, spans: readonly NameSpan[], taken: Uint8Array, gazetteer: Gazetteer): NameSpan[] {
  const settled = settle(view, spans);
  const found = missed(view, settled, taken, gazetteer);
  return found.length === 0 ? settled : [...settled, ...found].sort((a, b) => a.first - b.first);
}

/** One kind for one string, by majority of three quarters. A word alone follows the full names it is part of. */
function settle(view: View, spans: readonly NameSpan[]): NameSpan[] {
  const votes = new Map<string, Record<NameKind, number>>();
  const split = spans.map((span) => formOf(view, span).words), keys = spans.map((span) => formOf(view, span).joined);
  const vote = (key: string, kind: NameKind, by: number): void => {
    const counted = votes.get(key) ?? { person: 0, organisation: 0, place: 0 };
    counted[kind] += by;
    votes.set(key, counted);
  };
  spans.forEach(({ kind, first, end }, i) => {
    vote(keys[i]!, kind, view.line[first] === Line.capitals ? 0.5 : 1);
    if (kind === 'person') {
      const words = split[i]!;
      // A full name says more than a word alone, unless the word is an organisation's name as well: `Henry Ford`, `Ford`.
      if (words.length > 1) vote(words[words.length - 1]!, 'person', view.known[end - 1]! & (Known.organisation | Known.club | Known.country | Known.city) ? 1 : 4);
    }
  });
  const fullNames = new Set(spans.flatMap(({ kind }, i) => (kind === 'person' && split[i]!.length > 1 ? split[i]! : [])));
  return spans.map((span, i) => {
    // `Washington said`: with no person of that name in the text it is the seat of government.
    if (span.kind === 'person' && seats.has(keys[i]!) && !fullNames.has(keys[i]!) && !(span.first > 0 && view.known[span.first - 1]! & Known.title)) return spanOf(view, span.first, span.end, 'place');
    const { person, organisation, place } = votes.get(keys[i]!)!, total = person + organisation + place;
    const kind = person * 4 >= total * 3 ? 'person' : organisation * 4 >= total * 3 ? 'organisation' : place * 4 >= total * 3 ? 'place' : span.kind;
    return kind === span.kind ? span : spanOf(view, span.first, span.end, kind);
  });
}

/** Mentions of a name's full form, or of a person's family name, that were not taken for names. */
function missed(view: View, spans: readonly NameSpan[], taken: Uint8Array, gazetteer: Gazetteer): NameSpan[] {
  const kinds = new Map<number, { kind: NameKind; length: number }[]>();
  const remember = (first: number, length: number, kind: NameKind): void => {
    const known = kinds.get(view.word[first]!) ?? [];
    if (known.length < 6 && !known.some((k) => k.length === length && k.kind === kind)) known.push({ kind, length });
    kinds.set(view.word[first]!, known);
  };
  const forms = new Map<string, NameKind>();
  for (const span of spans) {
    const form = formOf(view, span);
    forms.set(form.text, span.kind);
    remember(span.first, span.end - span.first, span.kind);
    if (span.kind === 'person' && span.end - span.first > 1) {
      const family = familyName(form.words, gazetteer);
      for (const i of [span.first, span.end - 1]) {
        const word = exactText(view, i);
        if (wordsOf(word)[0] === family && !forms.has(word)) { forms.set(word, 'person'); remember(i, 1, 'person'); }
      }
    }
  }
  const out: NameSpan[] = [];
  for (const { firstToken, endToken } of view.sentences) {
    for (let i = firstToken; i < endToken; i++) {
      if (taken[i] || !hasCapital(view.shape[i]!)) continue;
      const known = kinds.get(view.word[i]!), found = known && known.find(({ length }) => fits(view, i, i + length, endToken, taken, forms));
      if (!found) continue;
      const kind = forms.get(view.tokens.text.slice(view.tokens.starts[i], view.tokens.ends[i + found.length - 1]))!;
      out.push(spanOf(view, i, i + found.length, kind));
      i += found.length - 1;
    }
  }
  return out;
}

/** Whether the same characters stand there, free, and not as an everyday word or a piece of something longer. */
function fits(view: View, from: number, to: number, limit: number, taken: Uint8Array, forms: ReadonlyMap<string, NameKind>): boolean {
  if (to > limit || (to < limit && hasCapital(view.shape[to]!))) return false;
  for (let i = from; i < to; i++) if (taken[i]) return false;
  if (!forms.has(view.tokens.text.slice(view.tokens.starts[from], view.tokens.ends[to - 1]))) return false;
  if (to === from + 1 && isMonth(view, from)) return false;
  if (from > 0 && hasCapital(view.shape[from - 1]!) && !view.first[from - 1] && view.tokens.flags[from]! & 8 && !(view.known[from - 1]! & (Known.title | Known.demonym))) return false;
  const common = to - from === 1 && (view.known[from]! & (Known.common | Known.calendar) || view.elsewhere.get(view.word[from]!) & Elsewhere.lowerCase);
  return !common || !view.first[from];
}
