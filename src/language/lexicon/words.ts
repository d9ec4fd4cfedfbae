import type { EventType } from '../types';
import { actorNouns, demonyms } from './actors';
import { conflictFamilies } from './familiesConflict';
import { diplomacyFamilies } from './familiesDiplomacy';
import { generalFamilies, sayingFamilies } from './familiesGeneral';
import { adjectives, functionWords, particles, timeWords } from './functionWords';
import { guessBase, verbForms, withS } from './inflection';
import { nounsToo, plainVerbs, stateVerbs } from './plainVerbs';

/** What a word can be; a bit set. */
export const Can = {
  base: 1, third: 2, past: 4, participle: 8, gerund: 16, noun: 32, adjective: 64, adverb: 128,
  determiner: 256, possessive: 512, pronoun: 1024, preposition: 2048, conjunction: 4096, subordinator: 8192,
  relative: 16384, be: 32768, have: 65536, do: 131072, modal: 262144, negation: 524288, time: 1 << 20, actor: 1 << 21, demonym: 1 << 22, particle: 1 << 23,
} as const;
export const anyVerb = Can.base | Can.third | Can.past | Can.participle | Can.gerund;
const closed = Can.determiner | Can.possessive | Can.pronoun | Can.preposition | Can.conjunction | Can.subordinator | Can.relative | Can.be | Can.have | Can.do | Can.modal | Can.negation;

/** A group of words that can report the same happening. */
export interface Family {
  readonly id: string;
  readonly type: EventType;
  /** `say`: reporting, thinking, wishing. `state`: how things are. `event`: something happens. */
  readonly sort: 'event' | 'say' | 'state';
}

/** One reading of a word as a verb or as a noun of happening. */
export interface Sense {
  readonly lemma: string;
  readonly family: Family;
}

export interface Word {
  readonly can: number;
  readonly verb: Sense | null;
  readonly noun: Sense | null;
}

interface Draft { can: number; verb: Sense | null; noun: Sense | null }

const words = new Map<string, Draft>();
const phrasal = new Map<string, Sense>();
/** Verbs that have a sense with a particle: most have none. */
const phrasalVerbs = new Set<string>();
const countries = new Map<string, string>();

function at(form: string): Draft {
  let draft = words.get(form);
  if (!draft) words.set(form, (draft = { can: 0, verb: null, noun: null }));
  return draft;
}

function addVerb(lemma: string, family: Family): void {
  if (lemma.includes('_')) {
    phrasal.set(lemma, { lemma: lemma.replaceAll('_', ' '), family });
    const base = lemma.slice(0, lemma.indexOf('_'));
    phrasalVerbs.add(base);
    at(lemma.slice(lemma.indexOf('_') + 1).split('_')[0]!).can |= Can.particle;
    if (!at(base).verb) addVerb(base, { id: base, type: 'other', sort: 'event' });
    return;
  }
  const sense = { lemma, family }, forms = verbForms(lemma);
  const put = (form: string, bit: number): void => { const d = at(form); d.can |= bit; d.verb ??= sense; };
  put(lemma, Can.base); put(forms.third, Can.third); put(forms.gerund, Can.gerund);
  for (const form of forms.past) put(form, Can.past);
  for (const form of forms.participle) put(form, Can.participle);
}

function addNoun(lemma: string, family: Family): void {
  for (const form of lemma.endsWith('s') && !lemma.endsWith('ss') && !lemma.endsWith('sis') ? [lemma] : [lemma, withS(lemma)]) {
    const d = at(form); d.can |= Can.noun; d.noun ??= { lemma, family };
  }
}

const list = (text: string): string[] => text.trim().split(/\s+/);

function addFamilies(table: string, sort: Family['sort']): void {
  for (const line of table.trim().split('\n')) {
    const [id, type, verbs, nouns] = line.split('|') as [string, EventType, string, string];
    const family = { id, type, sort };
    if (verbs !== '-') for (const verb of list(verbs)) addVerb(verb, family);
    if (nouns !== '-') for (const noun of list(nouns)) addNoun(noun, family);
  }
}

function build(): void {
  addFamilies(sayingFamilies, 'say');
  for (const verb of list(stateVerbs)) addVerb(verb, { id: verb, type: 'other', sort: 'state' });
  addFamilies(conflictFamilies, 'event');
  addFamilies(diplomacyFamilies, 'event');
  addFamilies(generalFamilies, 'event');
  for (const verb of list(plainVerbs)) addVerb(verb, { id: verb, type: 'other', sort: 'event' });
  for (const noun of list(nounsToo)) for (const form of [noun, withS(noun)]) if (words.has(form)) at(form).can |= Can.noun;
  for (const [name, text] of Object.entries(functionWords)) for (const word of list(text)) at(word).can |= Can[name as keyof typeof functionWords];
  for (const word of list(particles)) at(word).can |= Can.particle;
  for (const word of list(timeWords)) at(word).can |= Can.time | Can.noun;
  for (const word of list(adjectives)) at(word).can |= Can.adjective;
  for (const noun of list(actorNouns)) for (const form of [noun, withS(noun)]) at(form).can |= Can.actor | Can.noun;
  for (const line of demonyms.split('|')) {
    const colon = line.indexOf(':');
    for (const word of list(line.slice(colon + 1))) { at(word).can |= Can.demonym | Can.adjective | Can.noun; countries.set(word, line.slice(0, colon)); }
  }
}

const unknown: Word = { can: Can.noun, verb: null, noun: null }, adverb: Word = { can: Can.adverb, verb: null, noun: null }, adjective: Word = { can: Can.adjective, verb: null, noun: null };
const guessed = { id: '', type: 'other', sort: 'event' } as const;
const adjectiveEnding = /(?:al|ous|ive|ful|less|able|ible|ic|ary|ish|-led|-old|-based|-backed|-long)$/;

/** What `word` (lower case) can be. Words that are in no list are judged by their ending; nouns when that says nothing. */
export function lookUp(word: string): Word {
  if (words.size === 0) build();
  const known = words.get(word);
  if (known) return known;
  const met = judged.get(word);
  if (met) return met;
  const judgement = judge(word);
  if (judged.size > judgedLimit) judged.clear();
  judged.set(word, judgement);
  return judgement;
}

/** Words judged by their ending, so that each is judged once; bounded. */
const judged = new Map<string, Word>();
const judgedLimit = 20_000;

function judge(word: string): Word {
  if (word.length > 4 && word.length < 30) {
    if (word.endsWith('ly')) return adverb;
    if (word.endsWith('ed') && !word.endsWith('eed')) return { can: Can.past | Can.participle, verb: guess(word), noun: null };
    if (word.endsWith('ing') && word.length > 5) return { can: Can.gerund, verb: guess(word), noun: null };
    if (adjectiveEnding.test(word)) return adjective;
  }
  return unknown;
}

function guess(word: string): Sense {
  const lemma = guessBase(word);
  const base = words.get(lemma)?.verb;
  return base ?? { lemma, family: { ...guessed, id: lemma } };
}

/** The sense of a verb with its particle (`gun down`), or null. */
export function phrasalSense(lemma: string, particle: string): Sense | null {
  return phrasalVerbs.has(lemma) ? phrasal.get(`${lemma}_${particle}`) ?? null : null;
}

/** The country an adjective or inhabitant belongs to (`iranian` gives `Iran`), or null. Lower case in. */
export function countryOf(word: string): string | null {
  if (words.size === 0) build();
  return countries.get(word) ?? null;
}

/** True for words of the closed classes, which never head a noun phrase. */
export const isClosed = (word: Word): boolean => (word.can & closed) !== 0;

/** The family of a lemma as events carry it (`attack`, `gun down`, `airstrike`); a family of its own for words of no list. */
export function familyOf(lemma: string): Family {
  if (words.size === 0) build();
  const known = phrasal.get(lemma.replaceAll(' ', '_')) ?? words.get(lemma);
  if (known && 'family' in known) return known.family;
  return known?.verb?.family ?? known?.noun?.family ?? { ...guessed, id: lemma };
}
