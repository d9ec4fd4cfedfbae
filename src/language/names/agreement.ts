import type { NameKind } from '../types';
import { Known, type Gazetteer } from './gazetteer';
import { formOf, wordsOf } from './forms';
import { familyName } from './linking';
import { hasCapital } from './shape';
import { inOrder } from '../inOrder';
import { exactText, firstOf, ofKind, spanOf, type NameSpan } from './spans';
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
  return found.length === 0 ? settled : inOrder(settled, found, firstOf);
}

/** By form, how much speaks for each kind. */
type Votes = Map<string, Record<NameKind, number>>;

function vote(votes: Votes, form: string, kind: NameKind, by: number): void {
  let counted = votes.get(form);
  if (!counted) votes.set(form, (counted = { person: 0, organisation: 0, place: 0 }));
  counted[kind] += by;
}

/** One kind for one string, by majority of three quarters. A word alone follows the full names it is part of. */
function settle(view: View, spans: readonly NameSpan[]): NameSpan[] {
  const votes: Votes = new Map(), bearers = new Set<string>();
  for (const span of spans) {
    const { words, joined } = formOf(view, span), { kind, first, end } = span;
    vote(votes, joined, kind, view.line[first] === Line.capitals ? 0.5 : 1);
    if (kind !== 'person' || words.length < 2) continue;
    // A full name says more than a word alone, unless the word is an organisation's name as well: `Henry Ford`, `Ford`.
    vote(votes, words[words.length - 1]!, 'person', view.known[end - 1]! & (Known.organisation | Known.club | Known.country | Known.city) ? 1 : 4);
    for (const word of words) if (seats.has(word)) bearers.add(word);
  }
  const settled: NameSpan[] = [];
  for (const span of spans) {
    const kind = settledKind(view, span, votes, bearers);
    settled.push(kind === span.kind ? span : ofKind(span, kind));
  }
  return settled;
}

/** `bearers`: seats of government that are part of a person's full name in the text. */
function settledKind(view: View, span: NameSpan, votes: Votes, bearers: ReadonlySet<string>): NameKind {
  const { joined } = formOf(view, span);
  // `Washington said`: with no person of that name in the text it is the seat of government.
  if (span.kind === 'person' && seats.has(joined) && !bearers.has(joined) && !(span.first > 0 && view.known[span.first - 1]! & Known.title)) return 'place';
  const { person, organisation, place } = votes.get(joined)!, total = person + organisation + place;
  return person * 4 >= total * 3 ? 'person' : organisation * 4 >= total * 3 ? 'organisation' : place * 4 >= total * 3 ? 'place' : span.kind;
}

/** How many tokens a name has that begins with a word, and its kind. */
interface Shape { readonly kind: NameKind; readonly length: number }

/** By the hash of their first word, what is looked for; and the kind of each form. */
class Wanted {
  readonly forms = new Map<string, NameKind>();
  readonly shapes = new Map<number, Shape[]>();

  add(word: number, kind: NameKind, length: number): void {
    let known = this.shapes.get(word);
    if (!known) this.shapes.set(word, (known = []));
    if (known.length < 6 && !known.some((shape) => shape.length === length && shape.kind === kind)) known.push({ kind, length });
  }
}

/** Hashes of the words with a capital that are part of no name yet. */
function freeWords(view: View, taken: Uint8Array): Set<number> {
  const words = new Set<number>();
  for (const { firstToken, endToken } of view.sentences) {
    for (let i = firstToken; i < endToken; i++) if (!taken[i] && hasCapital(view.shape[i]!)) words.add(view.word[i]!);
  }
  return words;
}

/** Mentions of a name's full form, or of a person's family name, that were not taken for names. */
function missed(view: View, spans: readonly NameSpan[], taken: Uint8Array, gazetteer: Gazetteer): NameSpan[] {
  const free = freeWords(view, taken), wanted = new Wanted(), { forms, shapes } = wanted, out: NameSpan[] = [];
  for (const span of spans) {
    const { first, end, kind } = span, ownWord = free.has(view.word[first]!), form = formOf(view, span);
    if (ownWord) {
      forms.set(form.text, kind);
      wanted.add(view.word[first]!, kind, end - first);
    }
    if (kind !== 'person' || end - first < 2) continue;
    const lastWord = free.has(view.word[end - 1]!);
    if (!ownWord && !lastWord) continue;
    const family = familyName(form.words, gazetteer);
    if (ownWord) wantFamily(view, first, family, wanted);
    if (lastWord) wantFamily(view, end - 1, family, wanted);
  }
  if (shapes.size === 0) return out;
  for (const { firstToken, endToken } of view.sentences) {
    for (let i = firstToken; i < endToken; i++) {
      if (taken[i] || !hasCapital(view.shape[i]!)) continue;
      const length = lengthAt(view, i, endToken, taken, wanted);
      if (length === 0) continue;
      out.push(spanOf(view, i, i + length, forms.get(view.tokens.text.slice(view.tokens.starts[i], view.tokens.ends[i + length - 1]))!));
      i += length - 1;
    }
  }
  return out;
}

/** Looks for the word at `i` alone where it is the family name. */
function wantFamily(view: View, i: number, family: string, wanted: Wanted): void {
  const word = exactText(view, i);
  if (wordsOf(word)[0] !== family || wanted.forms.has(word)) return;
  wanted.forms.set(word, 'person');
  wanted.add(view.word[i]!, 'person', 1);
}

/** How many tokens the name has that stands at `i`; 0 where none does. */
function lengthAt(view: View, i: number, limit: number, taken: Uint8Array, { shapes, forms }: Wanted): number {
  const known = shapes.get(view.word[i]!);
  if (known) for (const { length } of known) if (fits(view, i, i + length, limit, taken, forms)) return length;
  return 0;
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
