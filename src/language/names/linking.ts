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
const noBearers: readonly number[] = [];

/** How many bearers of one word are weighed against each other: the ones named last. */
const rivals = 8;

/** Links the mentions of one article, in time linear in their number. */
export function link(view: View, spans: readonly NameSpan[], gazetteer: Gazetteer): Linked {
  return new Linker(view, spans, gazetteer).link();
}

/** The entities of one article while they are found. Use once. */
class Linker {
  private readonly entities: Entity[] = [];
  private readonly entityOf: Int32Array;
  private readonly certain: Uint8Array;
  /** By kind and form, the entity that bears just that. */
  private readonly exact: Readonly<Record<NameSpan['kind'], Map<string, number>>> = { person: new Map(), organisation: new Map(), place: new Map() };
  private readonly byWord = bearersByKind();
  private readonly byAcronym = new Map<string, number>();
  /** By word, who was named last, the latest first. */
  private readonly recent = bearersByKind();

  constructor(private readonly view: View, private readonly spans: readonly NameSpan[], private readonly gazetteer: Gazetteer) {
    this.entityOf = new Int32Array(spans.length).fill(-1);
    this.certain = new Uint8Array(spans.length).fill(1);
  }

  link(): Linked {
    const { spans, entities, entityOf } = this;
    // Full forms first, so that a short form before its full form (a headline, an acronym before its expansion) finds it.
    for (let i = 0; i < spans.length; i++) if (formOf(this.view, spans[i]!).words.length > 1) this.linkFull(i);
    for (let i = 0; i < spans.length; i++) {
      if (entityOf[i]! < 0) entityOf[i] = this.linkShort(i);
      this.see(entityOf[i]!);
      entities[entityOf[i]!]!.mentions.push(i);
    }
    return compact(entities, entityOf, this.certain);
  }

  private linkFull(i: number): void {
    const span = this.spans[i]!, { kind } = span, { text, words } = formOf(this.view, span), key = this.keyOf(span);
    let id = this.exact[kind].get(key) ?? -1;
    if (id < 0) {
      id = sameLongName(kind, words, this.entities, this.byWord, this.gazetteer);
      if (id < 0) id = this.create(span, key);
      else this.exact[kind].set(key, id);
    }
    this.entityOf[i] = id;
    if (kind === 'organisation') for (const a of acronyms(text)) if (a.length > 1 && !this.byAcronym.has(a)) this.byAcronym.set(a, id);
  }

  private linkShort(i: number): number {
    const span = this.spans[i]!, { kind } = span, { text, words } = formOf(this.view, span), key = this.keyOf(span);
    let id = -1;
    if (kind !== 'person' && isAcronym(text)) id = this.byAcronym.get(acronymKey(text)) ?? -1;
    if (id < 0 && words.length === 1 && kind !== 'place') {
      const word = words[0]!, all = this.byWord[kind].get(word);
      if (all) {
        const royal = span.first > 0 && royalTitles.has(lowerText(this.view, span.first - 1));
        const found = shortForm(kind, word, royal, this.entities, this.recent[kind].get(word) ?? noBearers, all, this.gazetteer);
        id = found.id;
        if (!found.certain) this.certain[i] = 0;
      }
    }
    return id < 0 ? this.exact[kind].get(key) ?? this.create(span, key) : id;
  }

  private keyOf(span: NameSpan): string {
    const { joined } = formOf(this.view, span);
    return span.kind === 'place' ? placeLabel.get(joined) ?? joined : joined;
  }

  private create(span: NameSpan, key: string): number {
    const { kind } = span, { words } = formOf(this.view, span), id = this.entities.length;
    this.entities.push({ kind, mentions: [], words });
    this.exact[kind].set(key, id);
    if (words.length < 2 && kind !== 'person') return id;
    for (let w = 0; w < words.length; w++) {
      const word = words[w]!, known = this.byWord[kind].get(word);
      if (!known) this.byWord[kind].set(word, [id]);
      else if (known[known.length - 1] !== id) known.push(id);
    }
    return id;
  }

  /** Takes note that an entity was named. */
  private see(id: number): void {
    const { kind, words } = this.entities[id]!;
    if (words.length < 2) return;
    for (const word of words) {
      const ids = this.recent[kind].get(word);
      if (!ids) this.recent[kind].set(word, [id]);
      else if (ids[0] !== id) toFront(ids, id);
    }
  }
}

/** Puts `id` first and keeps {@link rivals} at most. */
function toFront(ids: number[], id: number): void {
  let at = ids.indexOf(id);
  if (at < 0) {
    if (ids.length < rivals) ids.push(id);
    at = ids.length - 1;
  }
  for (; at > 0; at--) ids[at] = ids[at - 1]!;
  ids[0] = id;
}

/** Drops entities that no mention points to, and puts the others in order of their first mention. */
function compact(entities: readonly Entity[], entityOf: Int32Array, certain: Uint8Array): Linked {
  const number = new Int32Array(entities.length).fill(-1), kept: Entity[] = [];
  for (let i = 0; i < entityOf.length; i++) {
    const id = entityOf[i]!;
    if (number[id]! < 0) { number[id] = kept.length; kept.push(entities[id]!); }
    entityOf[i] = number[id]!;
  }
  return { entities: kept, entityOf, certain };
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
function shortForm(kind: NameSpan['kind'], word: string, royal: boolean, entities: readonly Entity[], before: readonly number[], all: readonly number[], gazetteer: Gazetteer): { id: number; certain: boolean } {
  let best = -1, bestFit = 0, rival = false;
  for (const id of before) {
    const f = fit(kind, word, royal, entities[id]!.words, gazetteer);
    if (f > bestFit) { best = id; bestFit = f; rival = false; } else if (f > 0 && f === bestFit) rival = true;
  }
  const named = best >= 0;
  for (let k = 0; k < all.length && k < rivals; k++) {
    const id = all[k]!, f = fit(kind, word, royal, entities[id]!.words, gazetteer);
    if (f > bestFit) { if (!named) { best = id; bestFit = f; rival = false; } } else if (f > 0 && f === bestFit && id !== best) rival = true;
  }
  // Certain only where nobody else in the text bears the word in the same way, not even further on.
  return { id: best, certain: !rival };
}

/** How well a full name goes with one of its words alone; 0 where it does not. */
function fit(kind: NameSpan['kind'], word: string, royal: boolean, words: readonly string[], gazetteer: Gazetteer): number {
  if (words.length < 2) return 0;
  const first = words[0] === word, last = words[words.length - 1] === word;
  if (royal) return first ? 3 : 0;
  if (kind === 'person') return familyName(words, gazetteer) === word ? 3 : first || last ? 2 : 1;
  if (first) return 2;
  if (!last) return 0;
  const bits = gazetteer.word(word);
  return !(bits & Known.common && !(bits & Known.organisationHead)) ? 1 : 0;
}

/** The family name: the last word, or the first where the language puts it there (`Wang Yi`, `Kim Jong-un`). */
export function familyName(words: readonly string[], gazetteer: Gazetteer): string {
  const first = words[0]!, last = words[words.length - 1]!;
  const leads = (gazetteer.word(first) & Known.leadingSurname) !== 0;
  const western = (gazetteer.word(last) & Known.surname) !== 0 && !(gazetteer.word(last) & Known.leadingSurname) && !(gazetteer.word(last) & Known.firstName);
  if (leads && words.length <= 3 && !western) return first;
  return last;
}
