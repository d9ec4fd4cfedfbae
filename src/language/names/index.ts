import type { TextDocument } from '../document';
import type { Name, NameMention, TextSpan } from '../types';
import { agree } from './agreement';
import { formOf } from './forms';
import type { Gazetteer } from './gazetteer';
import { link, type Entity, type Linked } from './linking';
import { isMetonym } from './metonyms';
import { model } from './model';
import { recall } from './recall';
import { addRoles } from './roles';
import { inOrder } from '../inOrder';
import { firstOf, namesOf, type NameSpan } from './spans';
import { tag, type TaggedSpan } from './tagger';
import { tidy } from './tidy';
import { viewOf, type View } from './view';
import { singleSpaced } from '../lists';

/** Names of a text and where they stand; `mentions[i].name` is an index into `names`. */
export interface NamesFound {
  readonly names: readonly Name[];
  readonly mentions: readonly NameMention[];
}

/** Finds persons, organisations and places and links the mentions of each. Finds nothing in an empty text. */
export function findNames(document: TextDocument): NamesFound {
  return findAllNames([document])[0]!;
}

/** The names of several texts, each by itself, in their order; step by step, as `analyseAll` goes. */
export function findAllNames(documents: readonly TextDocument[]): NamesFound[] {
  const { gazetteer, weights } = model(), views: View[] = [], tagged: TaggedSpan[][] = [], found: NameSpan[][] = [], linked: Linked[] = [], names: NamesFound[] = [];
  for (const document of documents) views.push(viewOf(document, gazetteer));
  for (const view of views) tagged.push(tag(view, weights));
  for (let i = 0; i < views.length; i++) found.push(spansOf(views[i]!, tagged[i]!, gazetteer));
  for (let i = 0; i < views.length; i++) linked.push(link(views[i]!, found[i]!, gazetteer));
  for (let i = 0; i < views.length; i++) names.push(together(views[i]!, found[i]!, linked[i]!));
  return names;
}

function together(view: View, spans: readonly NameSpan[], { entities, entityOf, certain }: Linked): NamesFound {
  const named = new Uint8Array(view.tokens.count), names: Name[] = [], mentions: NameMention[] = [];
  for (const { first, end, kind } of spans) if (kind !== 'person') named.fill(1, first, end);
  for (const entity of entities) names.push(nameOf(view, spans, entity, named));
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i]!, { from, to, kind } = span, mention = { start: from, end: to, text: formOf(view, span).text, kind, name: entityOf[i]!, certain: certain[i] === 1 };
    mentions.push(kind === 'place' && isMetonym(view, span) ? { ...mention, metonym: true } : mention);
  }
  return { names, mentions };
}

/** The names of a text, disjoint and in order: what the tagger sees, mended, completed, and in agreement with itself. */
function spansOf(view: View, tagged: readonly TaggedSpan[], gazetteer: Gazetteer): NameSpan[] {
  const spans = tidy(view, namesOf(view, tagged));
  const taken = new Uint8Array(view.tokens.count);
  for (const { first, end } of tagged) taken.fill(1, first, end);
  const more = recall(view, taken);
  return agree(view, more.length === 0 ? spans : inOrder(spans, more, firstOf), taken, gazetteer);
}

function nameOf(view: View, spans: readonly NameSpan[], { kind, mentions }: Entity, named: Uint8Array): Name {
  const counts = new Map<string, number>(), roles: TextSpan[] = [], aliases: string[] = [];
  for (const m of mentions) {
    const span = spans[m]!, text = singleSpaced(formOf(view, span).text);
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (kind === 'person') addRoles(view, span, named, roles);
  }
  let canonical = '', most = -1;
  for (const [text, count] of counts) {
    const weight = weightOf(text) + (kind === 'place' ? 100 * count : 0);
    if (weight > most) { most = weight; canonical = text; }
  }
  for (const text of counts.keys()) if (text !== canonical) aliases.push(text);
  return { canonical, kind, aliases, roles };
}

/** The fullest form: more words, then more letters (a place: the form used most), and capitals of a headline only where nothing else is there. */
function weightOf(form: string): number {
  let words = 1;
  for (let at = form.indexOf(' '); at >= 0; at = form.indexOf(' ', at + 1)) words++;
  const shouting = words > 1 && form === form.toUpperCase();
  return shouting ? form.length / 1000 : words * 1000 + form.length;
}
