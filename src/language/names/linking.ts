import { Known, type Gazetteer } from './gazetteer';
import { formOf } from './forms';
import { lowerText, type NameSpan } from './spans';
import type { View } from './view';
import { royalTitles, sameplaces } from './words';

/** A name under construction: its mentions in order, and the words of its forms. */
export interface Entity {
  readonly kind: NameSpan['kind'];
  readonly mentions: number[];
  /** Folded words of the fullest form. */
  words: readonly string[];
}

/** What linking says of each mention: which entity, and whether another reading was possible. */
export interface Linked {
  readonly entities: readonly Entity[];
  readonly entityOf: Int32Array;
  readonly certain: Uint8Array;
}

const small = new Set(['of', 'the', 'and', 'for', 'on', 'in', 'to', 'de', 'la', 'des', 'du', '&', 'at', 'a']);
const placeLabel = new Map(sameplaces.flatMap((group) => group.map((form) => [form, group[0]!] as const)));

/** Initials of an organisation's words, with and without the small ones. */
function acronyms(text: string): string[] {
  const words = text.split(/[\s-]+/).filter((w) => /^[\p{L}&]/u.test(w));
  const initials = (some: readonly string[]): string => some.map((w) => w.charAt(0).toLowerCase()).join('');
  return [initials(words.filter((w) => !small.has(w.toLowerCase()))), initials(words)];
}

const isAcronym = (text: string): boolean => /^(?:\p{Lu}[\p{Lu}\d&-]{1,7}|(?:\p{Lu}\.){2,6})s?$/u.test(text);
const acronymKey = (text: string): string => text.replace(/[.s]/g, (c) => (c === '.' ? '' : c)).toLowerCase();

/** By kind and word, the entities that bear it. */
type Bearers = Readonly<Record<NameSpan['kind'], Map<string, number[]>>>;
const bearersByKind = (): Bearers => ({ person: new Map(), organisation: new Map(), place: new Map() });

/** How many bearers of one word are weighed against each other: the ones named last. */
const rivals = 8;

/** Links the mentions of one article, in time linear in their number. */
export function link(view: View, spans: readonly NameSpan[], gazetteer: Gazetteer): Linked {
  const entityOf = new Int32Array(spans.length).fill(-1), certain = new Uint8Array(spans.length).fill(1);
  const entities: Entity[] = [], exact = new Map<string, number>(), byWord = bearersByKind(), byAcronym = new Map<string, number>();
  const forms = spans.map((span) => formOf(view, span)), words = forms.map((form) => form.words);
  const create = (i: number, key: string): number => {
    const id = entities.length, { kind } = spans[i]!;
    entities.push({ kind, mentions: [], words: words[i]! });
    exact.set(key, id);
    if (words[i]!.length > 1 || kind === 'person') {
      for (const w of new Set(words[i]!)) {
        const known = byWord[kind].get(w);
        if (known) known.push(id); else byWord[kind].set(w, [id]);
      }
    }
    return id;
  };
  const keyOf = (i: number): string => {
    const { joined } = forms[i]!;
    return spans[i]!.kind + (spans[i]!.kind === 'place' ? placeLabel.get(joined) ?? joined : joined);
  };
  // Full forms first, so that a short form before its full form (a headline, an acronym before its expansion) finds it.
  for (let i = 0; i < spans.length; i++) {
    if (words[i]!.length < 2) continue;
    const key = keyOf(i);
    let id = exact.get(key) ?? -1;
    if (id < 0) id = sameLongName(spans[i]!.kind, words[i]!, entities, byWord, gazetteer);
    if (id < 0) id = create(i, key); else exact.set(key, id);
    entityOf[i] = id;
    if (spans[i]!.kind === 'organisation') for (const a of acronyms(forms[i]!.text)) if (a.length > 1 && !byAcronym.has(a)) byAcronym.set(a, id);
  }
  const recent = bearersByKind();
  const see = (id: number): void => {
    const { kind, words: of } = entities[id]!;
    if (of.length < 2) return;
    for (const w of of) {
      const ids = recent[kind].get(w);
      if (!ids) recent[kind].set(w, [id]);
      else if (ids[0] !== id) recent[kind].set(w, [id, ...ids.filter((other) => other !== id)].slice(0, rivals));
    }
  };
  for (let i = 0; i < spans.length; i++) {
    if (entityOf[i]! < 0) {
      const key = keyOf(i), { text } = forms[i]!;
      let id = -1;
      if (spans[i]!.kind !== 'person' && isAcronym(text)) id = byAcronym.get(acronymKey(text)) ?? -1;
      if (id < 0 && words[i]!.length === 1 && spans[i]!.kind !== 'place') {
        const royal = spans[i]!.first > 0 && royalTitles.has(lowerText(view, spans[i]!.first - 1));
        const found = shortForm(spans[i]!, words[i]![0]!, royal, entities, recent[spans[i]!.kind].get(words[i]![0]!) ?? [], byWord[spans[i]!.kind].get(words[i]![0]!) ?? [], gazetteer);
        id = found.id;
        if (!found.certain) certain[i] = 0;
      }
      if (id < 0) id = exact.get(key) ?? create(i, key);
      entityOf[i] = id;
    }
    see(entityOf[i]!);
    entities[entityOf[i]!]!.mentions.push(i);
  }
  return compact(entities, entityOf, certain);
}

/** Drops entities that no mention points to. */
function compact(entities: readonly Entity[], entityOf: Int32Array, certain: Uint8Array): Linked {
  const order = entities.map((e, id) => ({ e, id })).filter(({ e }) => e.mentions.length > 0).sort((a, b) => a.e.mentions[0]! - b.e.mentions[0]!);
  const renumbered = new Map(order.map(({ id }, at) => [id, at]));
  return { entities: order.map(({ e }) => e), entityOf: entityOf.map((id) => renumbered.get(id) ?? -1), certain };
}

/** An entity whose full name is another form of these words: a middle name more or less, an initial, an organisation's longer form. */
function sameLongName(kind: NameSpan['kind'], words: readonly string[], entities: readonly Entity[], byWord: Bearers, gazetteer: Gazetteer): number {
  const last = words[words.length - 1]!, first = words[0]!;
  for (const id of (byWord[kind].get(last) ?? []).slice(-8)) {
    const other = entities[id]!.words;
    if (other.length < 2) continue;
    if (kind === 'person') {
      if (other[other.length - 1] !== last) continue;
      const otherFirst = other[0]!;
      if (isSuffix(other, words) || isSuffix(words, other)) return id;
      if (otherFirst === first || ((first.length === 1 || otherFirst.length === 1) && otherFirst.charAt(0) === first.charAt(0))) return id;
    } else if (kind === 'organisation' && (longerInFront(other, words, gazetteer) || longerInFront(words, other, gazetteer))) return id;
  }
  if (kind !== 'organisation') return -1;
  for (const id of (byWord[kind].get(first) ?? []).slice(-8)) {
    const other = entities[id]!.words;
    if (other.length > 1 && (longerAtEnd(other, words, gazetteer) || longerAtEnd(words, other, gazetteer))) return id;
  }
  return -1;
}

/** `Bin Laden` of `Osama bin Laden`, `López Obrador` of `Andrés Manuel López Obrador`. */
const isSuffix = (long: readonly string[], short: readonly string[]): boolean =>
  long.length > short.length && short.length > 1 && short.every((w, i) => w === long[long.length - short.length + i]);

/** `U.S. State Department` is the `State Department`; a party of a province is not the party. */
const longerInFront = (long: readonly string[], short: readonly string[], gazetteer: Gazetteer): boolean =>
  long.length === short.length + 1 && short.every((w, i) => w === long[i + 1]) && (gazetteer.word(long[0]!) & (Known.country | Known.demonym)) !== 0;

/** `Tarrow Chemicals Group` is `Tarrow Chemicals`. */
const longerAtEnd = (long: readonly string[], short: readonly string[], gazetteer: Gazetteer): boolean =>
  long.length === short.length + 1 && short.every((w, i) => w === long[i]) && (gazetteer.word(long[short.length]!) & (Known.organisationHead | Known.companyEnding)) !== 0;

/**
 * The entity that one word stands for: the one named last before it whose name has that word where it is used alone; where
 * none stands before it, the first that follows. A family name goes before a given name.
 */
function shortForm(span: NameSpan, word: string, royal: boolean, entities: readonly Entity[], before: readonly number[], all: readonly number[], gazetteer: Gazetteer): { id: number; certain: boolean } {
  const bits = gazetteer.word(word);
  const fit = (id: number): number => {
    const { words } = entities[id]!;
    if (words.length < 2) return 0;
    const ends = words[0] === word || words[words.length - 1] === word;
    if (royal) return words[0] === word ? 3 : 0;
    if (span.kind === 'person') return familyName(words, gazetteer) === word ? 3 : ends ? 2 : 1;
    if (words[0] === word) return 2;
    return words[words.length - 1] === word && !(bits & Known.common && !(bits & Known.organisationHead)) ? 1 : 0;
  };
  const pool = before.some((id) => fit(id) > 0) ? before : all.slice(0, rivals);
  let best = -1, bestFit = 0;
  for (const id of pool) {
    const f = fit(id);
    if (f > bestFit) { best = id; bestFit = f; }
  }
  // Certain only where nobody else in the text bears the word in the same way, not even further on.
  const rival = (id: number): boolean => id !== best && fit(id) === bestFit;
  return { id: best, certain: best < 0 || !(pool.some(rival) || all.slice(0, rivals).some(rival)) };
}

/** The family name: the last word, or the first where the language puts it there (`Wang Yi`, `Kim Jong-un`). */
export function familyName(words: readonly string[], gazetteer: Gazetteer): string {
  const first = words[0]!, last = words[words.length - 1]!;
  const leads = (gazetteer.word(first) & Known.leadingSurname) !== 0;
  const western = (gazetteer.word(last) & Known.surname) !== 0 && !(gazetteer.word(last) & Known.leadingSurname) && !(gazetteer.word(last) & Known.firstName);
  if (leads && words.length <= 3 && !western) return first;
  return last;
}
