import { verbForms } from '../lexicon/inflection';
import type { Participant } from '../types';
import type { FoundEvent } from './found';
import type { Scene } from './participants';
import { predicate } from './predicate';
import { undergoing } from './verbal';
import { singleSpaced } from '../lists';

/** Plain verbs for nouns of happening, so that `the assault on Israel` is told as `attacks Israel`. */
const verbOfNoun: Record<string, string> = {
  attack: 'attack', assault: 'attack', onslaught: 'attack', raid: 'raid', strike: 'strike', airstrike: 'strike', airstrikes: 'strike', invasion: 'invade', bombing: 'bomb', shelling: 'shell', killing: 'kill', murder: 'murder', assassination: 'assassinate',
  visit: 'visit', meeting: 'meet', summit: 'meet', talks: 'meet', arrest: 'arrest', abduction: 'abduct', kidnapping: 'kidnap', condemnation: 'condemn', criticism: 'criticise', rejection: 'reject', support: 'support', occupation: 'occupy', capture: 'capture', release: 'release', rescue: 'rescue', expulsion: 'expel',
};

/** Nouns that can stand as a line of their own: `Brics summit in Johannesburg`. */
const gatherings = new Set(['summit', 'meeting', 'conference', 'congress', 'forum', 'talks', 'drill', 'exercises']);

/** A line in the present tense: who does what to whom, and where. Empty when the sentence gives too little for one. */
export function titleOf(s: Scene, event: FoundEvent): string {
  const line = event.form === 'verb' ? verbalTitle(s, event) : nominalTitle(s, event);
  const clean = singleSpaced(line.replace(/["“”„«»‹›]|\([^()]*\)/g, '')).replace(/ ([,’'])/g, '$1').trim();
  return clean === '' ? '' : clean[0]!.toUpperCase() + clean.slice(1);
}

function joinNames(list: readonly Participant[]): string {
  const names = [...new Set(list.map((x) => x.canonical.replace(/^(?:the|The) (?=\p{Ll})/u, '')))];
  return names.length < 2 ? names[0] ?? '' : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]!}`;
}

const isPlural = (list: readonly Participant[]): boolean => new Set(list.map((x) => x.canonical)).size > 1 || (list[0]?.name === null && pluralHead(list[0].canonical));
const pluralHead = (text: string): boolean => /(?:[^s]s|men|people|police|children)$/i.test(text.split(/ (?:of|in|for|from) /)[0]!) && !/’s$|'s$/.test(text);

function conjugate(event: FoundEvent, lemma: string): string {
  const [verb, ...particle] = lemma.split(' '), plural = isPlural(event.who), rest = particle.length ? ' ' + particle.join(' ') : '';
  if (event.modality === 'planned') return `to ${verb!}${rest}`;
  if (event.modality === 'feared') return `may ${verb!}${rest}`;
  if (event.modality === 'denied') return `${plural ? 'do' : 'does'} not ${verb!}${rest}`;
  return (plural ? verb! : verbForms(verb!).third) + rest;
}

function verbalTitle(s: Scene, event: FoundEvent): string {
  const group = s.chunks[event.chunk]!;
  if (event.passive && event.who.length > 0 && event.whom.length > 0) return `${joinNames(event.who)} ${conjugate(event, event.sense.lemma)} ${joinNames(event.whom)}${placeAfter(event, '')}`;
  if (event.passive) return event.whom.length === 0 ? '' : ending(s, event, `${joinNames(event.whom)} ${passiveForm(event)} ${predicate(s, event.chunk + 1, group.end, reported(event))}`);
  const subject = event.sense.family.id === 'die' ? event.whom : event.who;
  if (subject.length === 0) return '';
  const lemma = s.reading.marks.words[event.trigger]!.verb?.lemma ?? firstWord(event.sense.lemma);
  return ending(s, event, `${joinNames(subject)} ${conjugate({ ...event, who: subject }, lemma)} ${predicate(s, event.chunk + 1, group.end, reported(event))}`);
}

/** Whether the clause after the verb is what the event is about: `announces that`, `demands that`. */
const reported = ({ sense }: FoundEvent): boolean => sense.family.id === 'announce' || ['agree', 'request', 'threaten', 'accuse', 'reject'].includes(sense.family.type);

/** Adds what the clause holds elsewhere: the fronted `from the deal`, the place when the line was cut before it. */
function ending(s: Scene, event: FoundEvent, line: string): string {
  const phrase = event.fronted?.phrases[0];
  if (phrase === undefined) return line + placeAfter(event, line);
  return `${line.trim()} ${event.fronted!.preposition} ${predicate(s, phrase, s.chunks[phrase]!.first, false)}`;
}

/** The particle of a phrasal verb stands in the text after it. */
const firstWord = (lemma: string): string => lemma.split(' ')[0]!;

function passiveForm(event: FoundEvent): string {
  const participle = verbForms(firstWord(event.sense.lemma)).participle[0]!;
  if (event.modality === 'planned') return `to be ${participle}`;
  if (event.modality === 'feared') return `may be ${participle}`;
  return event.modality === 'denied' ? `not ${participle}` : participle;
}

function placeAfter(event: FoundEvent, line: string): string {
  const place = event.where?.canonical;
  if (!place || event.whom.some((x) => x.canonical === place) || event.who.some((x) => x.canonical === place) || line.includes(place) || line.includes(event.where!.text)) return '';
  return ` in ${place}`;
}

function nominalTitle(s: Scene, event: FoundEvent): string {
  const { carrier, who, whom, sense } = event;
  const subject = who.length > 0 ? who : carrier && undergoing.has(carrier.lemma) ? whom : [];
  if (carrier && subject.length > 0) return ending(s, event, `${joinNames(subject)} ${conjugate({ ...event, who: subject }, carrier.lemma)} ${predicate(s, carrier.chunk + 1, s.chunks[carrier.chunk]!.end, false)}`);
  const verb = verbOfNoun[sense.lemma];
  if (verb && who.length > 0 && (whom.length > 0 || (verb === 'meet' && who.length > 1))) return `${joinNames(who)} ${conjugate(event, verb)} ${verb === 'meet' && whom.length > 0 && who.length === 1 ? 'with ' : ''}${joinNames(whom)}${placeAfter(event, '')}`;
  if (sense.lemma === 'call' && who.length > 0 && s.reading.marks.lower[s.chunks[event.chunk]!.end] === 'for') return `${joinNames(who)} ${conjugate(event, 'call')} ${predicate(s, event.chunk + 1, s.chunks[event.chunk]!.end, false)}`;
  return predicate(s, event.chunk, s.chunks[event.chunk]!.first, false).replace(/^(?:the|a|an|its|their|his|her) /i, '');
}

/** Whether the line of a noun reads as a whole: a sentence, or a gathering with a name. */
export function standsAlone(s: Scene, event: FoundEvent): boolean {
  const { carrier, who, whom, sense } = event;
  if (carrier && carrier.lemma !== 'receive' && (who.length > 0 || undergoing.has(carrier.lemma))) return true;
  const verb = verbOfNoun[sense.lemma];
  if (verb && who.length > 0 && (whom.length > 0 || (verb === 'meet' && who.length > 1))) return true;
  const head = s.chunks[event.chunk]!;
  if (gatherings.has(sense.lemma)) return s.reading.tags.subarray(head.first, head.end).includes(1);
  return sense.lemma === 'call' && who.length > 0 && s.reading.marks.lower[head.end] === 'for';
}
