import { Can, countryOf } from '../lexicon/words';
import type { Participant } from '../types';
import type { Phrase } from './chunks';
import { start, type Clauses } from './clauses';
import type { EventEvidence } from './index';
import type { SubjectMemory } from './memory';
import { TokenFlag } from '../tokens';
import { Tag } from './tags';
import { singleSpaced } from '../lists';

/** A sentence with what the article's names say of it. */
export interface Scene extends Clauses {
  readonly evidence: EventEvidence;
  /** Whether the sentence has a finite verb; a headline may have none. */
  readonly hasFinite: boolean;
  /** Whether the sentence has a time expression at all. */
  readonly hasTime: boolean;
  /** Knows whom a pronoun that opens a sentence stands for, as far as the sentences before say. */
  readonly memory: SubjectMemory;
}

export const phraseAt = (s: Scene, k: number): Phrase => s.chunks[k] as Phrase;

/** How much a phrase looks like somebody who acts or is acted upon: 3 a name, 2 people and bodies, 1 a country's adjective or a name within, 0 a thing. */
export function agency(s: Scene, k: number): number {
  const phrase = phraseAt(s, k), { tags, marks } = s.reading;
  if (tags[phrase.head] === Tag.name) return 3;
  if (tags[phrase.head] === Tag.pronoun) return 0;
  if (marks.lower[phrase.head] === 'state' && marks.lower[phrase.end] === 'of') return 0;
  if (marks.words[phrase.head]!.can & (Can.actor | Can.demonym)) return 2;
  return innerActor(s, k) ? 1 : 0;
}

/** A name or a country's adjective that stands before the head, possessor included: the `Senegalese` of `a Senegalese peace plan`. Null when none does. */
export function innerActor(s: Scene, k: number): Participant | null {
  const { tags, marks } = s.reading, phrase = phraseAt(s, k), from = s.chunks[start(s, k)]!.first;
  for (let i = from; i < phrase.end; i++) {
    if (i === phrase.head) continue;
    if (marks.mention[i]! >= 0) return ofMention(s, marks.mention[i]!);
    if (tags[i] === Tag.name) { let end = i + 1; while (end < phrase.end && tags[end] === Tag.name) end++; return ofTokens(s, i, end); }
    if (marks.words[i]!.can & Can.demonym) return ofTokens(s, i, i + 1);
  }
  return null;
}

function ofMention(s: Scene, index: number): Participant {
  const { start: from, end, text, name } = s.evidence.mentions[index]!;
  return { start: from, end, text, name, canonical: s.evidence.names[name]?.canonical ?? text };
}

function ofTokens(s: Scene, first: number, end: number): Participant {
  const { tokens, text } = s.reading.document;
  const from = tokens.starts[first]!, to = tokens.ends[end - 1]!;
  const words = text.slice(from, to);
  return { start: from, end: to, text: words, name: null, canonical: first + 1 === end ? words : singleSpaced(words) };
}

/** Nouns that count or gather what `of` names: `thousands of workers`. */
const gatherers = /^(?:group|groups|thousands|tens|hundreds|dozens|scores|millions|part|parts|number|numbers|series|majority|members|most|some|many|all|patch|wave|band|crowd|team|pair|couple|half|third|quarter|bulk|rest|head|chief|leader|leaders|people|residents|citizens|president|minister|government|supporters|officials|inspectors|deployment|sides|side|forces|city|town|state|village|province|body|remains|wife|son|daughter|chairman|director|capital)$/;

/** End token of a phrase with what `of` adds to it, where the head needs it: `the president of Armenia`. */
function endWithOf(s: Scene, k: number, depth = 0): number {
  const phrase = phraseAt(s, k), { marks } = s.reading;
  const next = s.chunks[k + 1];
  if (phrase.possessor || next?.kind !== 'preposition' || s.chunks[k + 2]?.kind !== 'phrase') return phrase.head + 1;
  const preposition = marks.lower[next.first];
  const gathers = preposition === 'of' && gatherers.test(marks.lower[phrase.head]!);
  if (!gathers && !(preposition === 'for' && agency(s, k) === 0 && agency(s, k + 2) >= 2 && innerActor(s, k + 2))) return phrase.head + 1;
  let j = k + 2;
  while (phraseAt(s, j).possessor && s.chunks[j + 2]?.kind === 'phrase' && j < k + 8) j += 2;
  return gathers && depth < 3 ? endWithOf(s, j, depth + 1) : phraseAt(s, j).head + 1;
}

/** The participant a phrase stands for; null for pronouns that nothing resolves. A role before a name is left out: `foreign minister Wang Yi` is `Wang Yi`. */
export function participantOf(s: Scene, k: number): Participant | null {
  const { tags, marks } = s.reading, phrase = phraseAt(s, k), { head } = phrase;
  if (tags[head] === Tag.pronoun) return null;
  const mention = marks.mention[head]!;
  if (mention >= 0) return ofMention(s, mention);
  let first = head;
  if (tags[head] === Tag.name) {
    while (first > phrase.first && (tags[first - 1] === Tag.name || startsCapital(s, first - 1))) first--;
    return ofTokens(s, first, head + 1);
  }
  const person = titleBearer(s, k);
  if (person >= 0) return ofMention(s, person);
  const resolved = definiteBody(s, k);
  if (resolved >= 0) return ofMention(s, resolved);
  first = s.chunks[start(s, k)]!.first;
  while (first < head && (tags[first] === Tag.determiner || tags[first] === Tag.adverb)) first++;
  return ofTokens(s, roughly(s, first), endWithOf(s, k));
}

/** Where a number begins that is not said exactly: `more than 40 people`, `at least 12 people`. */
function roughly({ reading: { marks, first: sentence } }: Scene, first: number): number {
  if (first === sentence) return first;
  const word = marks.lower[first]!, before = marks.lower[first - 1]!;
  return word === 'than' ? (/^(?:more|less|fewer)$/.test(before) ? first - 1 : first) : /^(?:least|most)$/.test(word) && before === 'at' ? first - 1 : first;
}

/** Mention of the person in `Secretary of State Ann Lee`: the role's own `of` goes on into the name. -1 for none. */
function titleBearer(s: Scene, k: number): number {
  const { marks, tags } = s.reading, phrase = phraseAt(s, k), next = s.chunks[k + 1], of = s.chunks[k + 2];
  if (next?.kind !== 'preposition' || marks.lower[next.first] !== 'of' || of?.kind !== 'phrase' || !/^(?:secretary|minister|president|chief|head|director|minister|chancellor)$/.test(marks.lower[phrase.head]!)) return -1;
  const mention = marks.mention[of.head]!;
  if (mention < 0 || s.evidence.mentions[mention]!.kind !== 'person' || marks.mention[of.first] === mention || tags[of.first] === Tag.determiner) return -1;
  return mention;
}

/** Mention that `the group` or `the company` takes up: the last organisation named before it, not far. -1 for none. */
function definiteBody(s: Scene, k: number): number {
  const { marks } = s.reading, phrase = phraseAt(s, k);
  if (phrase.head !== phrase.first + 1 || marks.lower[phrase.first] !== 'the' || !/^(?:group|movement|organisation|organization|militia|company|firm|club|party|agency)$/.test(marks.lower[phrase.head]!)) return -1;
  for (let i = phrase.first - 1, n = 0; i >= 0 && n < 60; i--, n++) {
    const mention = marks.mention[i]!;
    if (mention >= 0 && s.evidence.mentions[mention]!.kind === 'organisation') return mention;
  }
  return -1;
}

const startsCapital = (s: Scene, i: number): boolean => (s.reading.document.tokens.flags[i]! & TokenFlag.capital) !== 0 && s.reading.tags[i] === Tag.adjective && !(s.reading.marks.words[i]!.can & Can.demonym);

/** Country behind an adjective or inhabitant, else the canonical words: what makes `Iranian` and `Iran` one. */
export function actorKey(participant: Participant): string {
  return participant.name === null ? countryOf(participant.canonical.toLowerCase()) ?? participant.canonical : participant.canonical;
}
