import type { TextDocument } from '../document';
import type { Name, NameMention } from '../types';
import { agree } from './agreement';
import { formOf } from './forms';
import type { Gazetteer } from './gazetteer';
import { link, type Linked } from './linking';
import { isMetonym } from './metonyms';
import { model } from './model';
import { recall } from './recall';
import { rolesOf } from './roles';
import { namesOf, type NameSpan } from './spans';
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
  const { gazetteer, weights } = model();
  const views = documents.map((document) => viewOf(document, gazetteer));
  const tagged = views.map((view) => tag(view, weights));
  const found = views.map((view, i) => spansOf(view, tagged[i]!, gazetteer));
  const linked = views.map((view, i) => link(view, found[i]!, gazetteer));
  return views.map((view, i) => together(view, found[i]!, linked[i]!));
}

function together(view: View, spans: readonly NameSpan[], linked: Linked): NamesFound {
  const named = new Uint8Array(view.tokens.count);
  for (const { first, end, kind } of spans) if (kind !== 'person') named.fill(1, first, end);
  return {
    names: linked.entities.map((_, id) => nameOf(view, spans, linked, id, named)),
    mentions: spans.map((span, i) => ({
      start: span.from, end: span.to, text: formOf(view, span).text, kind: span.kind, name: linked.entityOf[i]!, certain: linked.certain[i] === 1,
      ...(span.kind === 'place' && isMetonym(view, span) ? { metonym: true } : {}),
    })),
  };
}

/** The names of a text, disjoint and in order: what the tagger sees, mended, completed, and in agreement with itself. */
function spansOf(view: View, tagged: readonly TaggedSpan[], gazetteer: Gazetteer): NameSpan[] {
  const spans = tidy(view, namesOf(view, tagged));
  const taken = new Uint8Array(view.tokens.count);
  for (const { first, end } of tagged) taken.fill(1, first, end);
  const more = recall(view, taken);
  const all = more.length === 0 ? spans : [...spans, ...more].sort((a, b) => a.first - b.first);
  return agree(view, all, taken, gazetteer);
}

function nameOf(view: View, spans: readonly NameSpan[], { entities }: Linked, id: number, named: Uint8Array): Name {
  const { kind, mentions } = entities[id]!;
  const counts = new Map<string, number>();
  for (const m of mentions) {
    const form = singleSpaced(formOf(view, spans[m]!).text);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const forms = [...counts.keys()];
  const weight = (form: string): number => weightOf(form) + (kind === 'place' ? 100 * counts.get(form)! : 0);
  const canonical = forms.reduce((best, form) => (weight(form) > weight(best) ? form : best));
  return {
    canonical, kind, aliases: forms.filter((form) => form !== canonical),
    roles: kind === 'person' ? mentions.flatMap((m) => rolesOf(view, spans[m]!, named)) : [],
  };
}

/** The fullest form: more words, then more letters (a place: the form used most), and capitals of a headline only where nothing else is there. */
function weightOf(form: string): number {
  let words = 1;
  for (let at = form.indexOf(' '); at >= 0; at = form.indexOf(' ', at + 1)) words++;
  const shouting = words > 1 && form === form.toUpperCase();
  return shouting ? form.length / 1000 : words * 1000 + form.length;
}
