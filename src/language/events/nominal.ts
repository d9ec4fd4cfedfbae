import { lookUp, type Sense } from '../lexicon/words';
import type { EventDate, Participant } from '../types';
import { ownedBy, start } from './clauses';
import type { FoundEvent } from './found';
import { modalityOfGroup, modalityOfNoun } from './modality';
import { agency, innerActor, participantOf, phraseAt, type Scene } from './participants';
import { complements, isGroup, subjectsOf, whereOf, whomOf, type Complements } from './roles';
import { Tag } from './tags';
import { dateOfGroup, dateOfNoun, timesOfSubjects } from './time';
import { carriers, levelOf, nounSense, undergoing, without } from './verbal';

/** Families whose `of` names the one it is done to: `the killing of the general`. */
const ofIsWhom = new Set(['kill', 'arrest', 'abduct', 'capture', 'destroy', 'bomb', 'rescue', 'release', 'expel', 'evict', 'attack', 'wound', 'appoint', 'elect', 'fire', 'charge', 'convict', 'die', 'support', 'praise', 'criticise', 'rob', 'invade', 'foil', 'repress', 'ban', 'seize']);
const together = new Set(['meet', 'talk', 'agree', 'cooperate', 'fight', 'war', 'discuss', 'trade', 'marry', 'divorce', 'play', 'merge']);

/** Events whose trigger is a noun, in order; `verbs` are those already found at verbs. */
export function nominalEvents(s: Scene, verbs: readonly FoundEvent[]): FoundEvent[] {
  const byChunk: (FoundEvent | undefined)[] = [];
  for (const verb of verbs) byChunk[verb.chunk] = verb;
  const times = s.hasTime ? timesOfSubjects(s, (chunk) => byChunk[chunk]?.date ?? null) : null;
  const drafts: FoundEvent[] = [];
  for (let k = 0; k < s.chunks.length; k++) {
    const item = s.chunks[k]!;
    if (item.kind !== 'phrase') continue;
    for (let i = item.first; i < item.end; i++) {
      const word = i === item.head && s.reading.tags[i] === Tag.noun ? null : wordOfHappening(s, i);
      if (word) drafts.push(bare(k, i, word));
      if (i !== item.head || s.reading.tags[i] !== Tag.noun || item.possessor) continue;
      const sense = nounSense(s, k);
      if (sense) drafts.push(readNominal(s, k, sense, byChunk, times));
    }
  }
  return drafts;
}

const death = lookUp('death').noun!;

/** A word of happening before the head (`piracy attempt`), or `dead`; null for others. */
function wordOfHappening(s: Scene, i: number): Sense | null {
  const tag = s.reading.tags[i];
  if (tag === Tag.adjective) return s.reading.marks.lower[i] === 'dead' ? { lemma: 'die', family: death.family } : null;
  const sense = tag === Tag.noun ? s.reading.marks.words[i]!.noun : null;
  return sense && sense.family.sort === 'event' ? sense : null;
}

/** An event of which the text gives no more than the word. */
const bare = (chunk: number, trigger: number, sense: Sense): FoundEvent => ({
  chunk, trigger, sense, modality: 'fact', who: [], whom: [], where: null, date: null, form: 'noun', passive: false, carrier: null, fronted: null, endChunk: chunk + 1, asserted: false, level: 'main',
});

function readNominal(s: Scene, k: number, sense: Sense, verbs: readonly (FoundEvent | undefined)[], times: ReadonlyMap<number, EventDate> | null): FoundEvent {
  const found = complements(s, k, false), carrier = start(s, k) === k ? carrierOf(s, k, sense) : null;
  let who = ownersOf(s, k, sense), whom: Participant[] = [];
  const between = namedBy(s, found, 'between');
  if (between.length > 0) who = between;
  const of = namedBy(s, found, 'of');
  if (ofIsWhom.has(sense.family.id) && of.length > 0) whom = of;
  if (who.length === 0) who = namedBy(s, found, 'by');
  if (carrier && undergoing.has(carrier.lemma)) whom = subjectsOf(s, carrier.chunk);
  else if (who.length === 0 && carrier) who = subjectsOf(s, carrier.chunk);
  if (who.length === 0 && sense.family.type === 'assault') who = namedBy(s, found, 'from');
  if (whom.length === 0) whom = without(whomOf(s, omit(found, sense.family.type === 'assault' ? agentsOfAssault : agents), sense.family), who);
  if (whom.length === 0 && asking.has(sense.family.type) && s.chunks[found.end]?.kind === 'that') whom = firstActor(s, found.end + 1);
  if (whom.length === 0 && carrier) whom = without(verbs[carrier.chunk]?.whom ?? [], who);
  if (who.length === 1 && together.has(sense.family.id) && of.length > 0 && carrier === null) whom = without(of, who);
  const date = !s.hasTime ? null : dateOfNoun(s, k, (chunk) => times?.get(chunk) ?? null) ?? (carrier ? verbs[carrier.chunk]?.date ?? dateOfGroup(s, carrier.chunk, []) : null);
  return {
    chunk: k, trigger: phraseAt(s, k).head, sense, modality: carrier ? modalityOfGroup(s, carrier.chunk) : modalityOfNoun(s, k), who, whom,
    where: whereOf(s, found), date, form: 'noun', passive: false, carrier, fronted: null, endChunk: found.end, asserted: carrier ? s.chunks[carrier.chunk]!.kind === 'group' && isFinite(s, carrier.chunk) : true, level: carrier ? levelOf(s, carrier.chunk) : 'main',
  };
}

const asking = new Set(['request', 'threaten', 'agree']);

/** Subject of a clause that starts at chunk `k`: `its demand that Sudria withdraw`. */
function firstActor(s: Scene, k: number): Participant[] {
  const owned = s.chunks[k]?.kind === 'phrase' ? ownedBy(s, k) : -1, found = owned >= 0 && agency(s, owned) >= 2 ? participantOf(s, owned) : null;
  return found ? [found] : [];
}

const isFinite = (s: Scene, k: number): boolean => { const item = s.chunks[k]; return isGroup(item) && item.finite; };

/** Prepositions after which stands who did it. */
const agents = ['by', 'between'], agentsOfAssault = ['by', 'between', 'from'];

const omit = (found: Complements, prepositions: readonly string[]): Complements => ({ ...found, direct: [], obliques: found.obliques.filter((o) => !prepositions.includes(o.preposition)) });

function namedBy(s: Scene, found: Complements, preposition: string): Participant[] {
  const named: Participant[] = [];
  for (const oblique of found.obliques) {
    if (oblique.preposition !== preposition) continue;
    for (const k of oblique.phrases) { const one = agency(s, k) >= 2 ? participantOf(s, k) : null; if (one) named.push(one); }
    break;
  }
  return named;
}

/** The possessor or the name or country before the noun: `Hamas’ attack`, `the Iranian attack`. */
function ownersOf(s: Scene, k: number, sense: Sense): Participant[] {
  const from = start(s, k);
  if (from !== k) {
    const owner = participantOf(s, k - 2);
    return owner ? [owner] : [];
  }
  const before = innerActor(s, k);
  return before && sense.family.id !== 'war' ? [before] : [];
}

/** The verb group that carries the noun as its object. */
function carrierOf(s: Scene, k: number, sense: Sense): FoundEvent['carrier'] {
  let j = start(s, k) - 1;
  while (j >= 0 && (s.chunks[j]!.kind === 'adverb' || s.chunks[j]!.kind === 'time')) j--;
  const item = s.chunks[j];
  if (!isGroup(item) || item.passive) return null;
  const lemma = item.sense?.lemma ?? (s.reading.tags[item.main] === Tag.have ? 'have' : '');
  if (lemma === 'have' && sense.family.type !== 'consult') return null;
  return carriers.has(lemma) ? { lemma, chunk: j } : null;
}
