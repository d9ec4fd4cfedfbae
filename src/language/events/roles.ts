import type { Family } from '../lexicon/words';
import type { Participant } from '../types';
import type { Group } from './chunks';
import { ownedBy, phraseListAfter } from './clauses';
import { agency, innerActor, participantOf, phraseAt, type Scene } from './participants';
import { Tag } from './tags';
import { wordSet } from '../lists';

/** A prepositional phrase after a verb or noun. */
export interface Oblique {
  readonly preposition: string;
  /** Chunk numbers of the phrases, joined ones included. */
  readonly phrases: readonly number[];
}

/** What stands after a verb or a noun of happening, up to the end of its clause. */
export interface Complements {
  readonly direct: readonly number[];
  readonly obliques: readonly Oblique[];
  /** First chunk after them. */
  readonly end: number;
}

/** Collects objects and prepositional phrases after chunk `k`. */
export function complements(s: Scene, k: number, takesObject: boolean): Complements {
  const direct: number[] = [], obliques: Oblique[] = [];
  let j = k + 1;
  const verb = s.chunks[k]!;
  if (verb.kind === 'group' && verb.sense?.lemma.includes(' ') && s.chunks[j]?.kind === 'preposition') j++;
  for (let n = 0; j < s.chunks.length && n < 24; n++) {
    const item = s.chunks[j]!;
    if (item.kind === 'adverb' || item.kind === 'time') { j++; continue; }
    if (item.kind === 'phrase' && takesObject && obliques.length === 0 && direct.length < 3) {
      const list = phraseListAfter(s, ownedBy(s, j));
      direct.push(...list); j = list[list.length - 1]! + 1;
      continue;
    }
    if (item.kind === 'preposition') {
      let p = j + 1;
      while (s.chunks[p]?.kind === 'preposition') p++;
      if (s.chunks[p]?.kind !== 'phrase') break;
      const list = phraseListAfter(s, ownedBy(s, p));
      obliques.push({ preposition: s.reading.marks.lower[s.chunks[p - 1]!.first]!, phrases: list });
      j = list[list.length - 1]! + 1;
      continue;
    }
    break;
  }
  return { direct, obliques, end: j };
}

const strong = ['against', 'with', 'on', 'upon', 'at', 'to', 'toward', 'towards', 'between', 'from', 'of', 'into', 'off'];
const answeredTo = ['by', 'from', ...strong], movedTo = ['from', 'against', 'to', 'into', 'in', 'at'], weakest = ['for', 'over'];
const weak = ['for', 'in', 'inside', 'near', 'over', 'throughout', 'across', 'outside', 'about'];

/** `the two countries`, `their sides`: whoever was named before, so nobody further. */
const generic = wordSet('countries country sides side nations parties states people others members'), otherDeterminers = wordSet('the their its both two all other his her');
export const isGeneric = (s: Scene, k: number): boolean => generic.has(s.reading.marks.lower[phraseAt(s, k).head]!) && agency(s, k) < 3 && innerActor(s, k) === null && otherDeterminers.has(s.reading.marks.lower[phraseAt(s, k).first]!);

/** Families that answer somebody: `rejected a call by the council`. */
const answering = new Set(['reject', 'refuse', 'request', 'demand', 'accept', 'oppose', 'defy']);
/** Families whose object is one's own people: `withdrew its troops from`. */
const moving = new Set(['retreat', 'mobilise', 'send', 'patrol']);
/** What is done together has a place, which is nobody it is done to. */
const together = new Set(['consult', 'cooperate', 'mobilize', 'agree']);
/** Families that concern nobody else. */
const alone = new Set(['resign', 'surrender', 'die', 'retreat', 'slip', 'sink', 'vanish', 'recover', 'marry', 'divorce', 'explode', 'collapse', 'crash']);

const nobody: Participant[] = [], none: readonly number[] = [];

function participants(s: Scene, phrases: readonly number[]): Participant[] {
  if (phrases.length === 0) return nobody;
  const list: Participant[] = [];
  for (const k of phrases) { const one = participantOf(s, k); if (one) list.push(one); }
  return list;
}

/** Whom an event is done to, from what follows its verb or noun: people and bodies before things, prepositions of aim before those of place. */
export function whomOf(s: Scene, found: Complements, family: Family): Participant[] {
  const byToo = answering.has(family.id), own = moving.has(family.id);
  const actors = ableOf(s, found.direct);
  if (actors.length > 0 && !own) return participants(s, actors);
  if (own) {
    const towards = pick(s, found, movedTo);
    if (towards.length > 0) return towards;
    if (actors.length > 0) return participants(s, actors);
  }
  if (byToo) for (const k of found.direct) { const inside = innerActor(s, k); if (inside) return [inside]; }
  const aimed = pick(s, found, byToo ? answeredTo : strong);
  if (aimed.length > 0) return aimed;
  for (const k of found.direct) { const inner = innerActor(s, k); if (inner) return [inner]; }
  if (alone.has(family.id)) return [];
  return pick(s, found, together.has(family.type) ? weakest : weak);
}

/** Those of some phrases who can do something. */
function ableOf(s: Scene, phrases: readonly number[]): readonly number[] {
  if (phrases.length === 0) return phrases;
  const able: number[] = [];
  for (const k of phrases) if (agency(s, k) >= 2 && !isGeneric(s, k)) able.push(k);
  return able;
}

/** Who stands after the first of some prepositions that has anybody. */
function pick(s: Scene, { obliques }: Complements, prepositions: readonly string[]): Participant[] {
  if (obliques.length === 0) return nobody;
  for (const preposition of prepositions) for (const oblique of obliques) {
    if (oblique.preposition !== preposition) continue;
    const able = ableOf(s, oblique.phrases);
    if (able.length > 0) return participants(s, able);
    for (const k of oblique.phrases) { const inner = innerActor(s, k); if (inner) return [inner]; }
  }
  return nobody;
}

/** Who did it in the passive: the phrase after `by`. */
export function agentOf(s: Scene, found: Complements): Participant[] {
  const by = found.obliques.find((o) => o.preposition === 'by');
  return by ? participants(s, by.phrases.filter((k) => agency(s, k) >= 1 || phraseAt(s, k).end > 0)) : [];
}

const placePrepositions = new Set(['in', 'at', 'near', 'off', 'outside', 'inside', 'on', 'from', 'across', 'throughout', 'around']);

/** Where it happened: a named place after a preposition of place. Null when none is given. */
export function whereOf(s: Scene, found: Complements): Participant | null {
  for (const oblique of found.obliques) {
    if (!placePrepositions.has(oblique.preposition)) continue;
    for (const k of oblique.phrases) {
      const mention = s.reading.marks.mention[phraseAt(s, k).head]!;
      if (mention >= 0 && s.evidence.mentions[mention]!.kind === 'place') return participantOf(s, k);
    }
  }
  return null;
}

const pronouns = wordSet('it he she they'), owners = wordSet('its his her their'), personal = wordSet('he she his her');
const bodies = wordSet('forces troops army government soldiers fighters party group administration military organisation organization');

/** Participants of the subject of a verb; a pronoun in a reported clause is whoever reports: `Norland said it would attack`. */
export function subjectsOf(s: Scene, k: number): Participant[] {
  const phrases = s.subjects[k] ?? none;
  const own = participants(s, phrases);
  if (phrases.length !== 1) return own;
  const phrase = phraseAt(s, phrases[0]!), { tags, marks } = s.reading;
  const word = marks.lower[phrase.first]!;
  const pronoun = tags[phrase.head] === Tag.pronoun && pronouns.has(word);
  const owned = owners.has(word) && bodies.has(marks.lower[phrase.head]!);
  return pronoun || owned ? reporter(s, phrases[0]!, personal.has(word)) ?? s.memory.recall(word) ?? own : own;
}

/** Somebody who can be `he` or `she`: a person by name, or one by role. */
function isPerson(s: Scene, k: number): boolean {
  const { head } = phraseAt(s, k), mention = s.reading.marks.mention[head]!;
  if (mention >= 0) return s.evidence.mentions[mention]!.kind === 'person';
  return agency(s, k) >= 2 && /(?:man|woman|er|or|ist|president|king|queen|chief|judge|suspect|official|captain|general|victim|student|boy|girl|mother|wife|deputy)$/.test(s.reading.marks.lower[head]!);
}

/** Subject of the verb whose clause the pronoun at chunk `k` stands in; with `person` only somebody who can be `he`. */
function reporter(s: Scene, k: number, person: boolean): Participant[] | null {
  for (let j = k - 1, n = 0; j >= 0 && n < 20; j--, n++) {
    const item = s.chunks[j]!;
    if (item.kind === 'stop') return null;
    if (!isGroup(item) || item.passive) continue;
    const before: number[] = [];
    for (const x of s.subjects[j] ?? none) if (x < k && (!person || isPerson(s, x))) before.push(x);
    const subject = participants(s, before);
    if (subject.length > 0) return subject;
  }
  return null;
}

export const isGroup = (item: { kind: string } | undefined): item is Group => item?.kind === 'group';
