import type { EventDate, Participant } from '../types';
import type { Group } from './chunks';
import type { FoundEvent } from './found';
import { lookUp, type Family, type Sense } from '../lexicon/words';
import { ownedBy, phraseListAfter, start } from './clauses';
import { modalityOfGroup } from './modality';
import { agency, participantOf, phraseAt, type Scene } from './participants';
import { agentOf, complements, isGeneric, isGroup, subjectsOf, whereOf, whomOf, type Complements, type Oblique } from './roles';
import { Tag } from './tags';
import { senseWithObject } from './wording';
import { dateOfGroup, timeOfCircumstance } from './time';
import { wordSet } from '../lists';

/** Verbs whose infinitive or clause says what is asked, threatened or agreed: whom they concern may stand there. */
const reachesInto = new Set(['request', 'urge', 'demand', 'order', 'threaten', 'warn', 'vow', 'promise', 'offer', 'agree', 'refuse', 'accuse', 'try', 'fail', 'plan', 'intend', 'say', 'report', 'reject', 'accept', 'allow', 'continue', 'start', 'rule', 'mobilise', 'announce', 'shoot', 'advise', 'issue']);

/** Events whose trigger is a verb, in order. */
export function verbalEvents(s: Scene): FoundEvent[] {
  const drafts: FoundEvent[] = [], dates: (EventDate | null | undefined)[] = [], after: (FoundEvent | undefined)[] = new Array<undefined>(s.chunks.length);
  for (let k = s.chunks.length - 1; k >= 0; k--) {
    const item = s.chunks[k]!;
    if (item.kind !== 'group' || item.sense === null || prepares(s, k)) continue;
    const draft = readVerbal(s, k, item, after);
    after[k] = draft;
  }
  for (let k = 0; k < s.chunks.length; k++) {
    const draft = after[k];
    if (!draft) continue;
    const date = s.hasTime ? dateOfGroup(s, k, dates) : null;
    dates[k] = date;
    draft.date = date;
    drafts.push(draft);
  }
  if (s.hasTime) for (const draft of drafts) if (draft.date === null && (draft.level === 'main' || draft.level === 'reported')) draft.date = timeOfCircumstance(s, draft.chunk, dates);
  return drafts;
}

function readVerbal(s: Scene, k: number, group: Group, after: readonly (FoundEvent | undefined)[]): FoundEvent {
  let found = complements(s, k, !group.passive || group.sense?.family.type === 'aid');
  const sense = inClause(s, found, dismisses(s, k, group, found) ? dismissal : senseWithObject(s, group.sense!, (group.passive ? s.subjects[k] : found.direct)?.at(-1)));
  const fronted = frontedOblique(s, k);
  if (fronted) found = { ...found, obliques: [...found.obliques, fronted] };
  const subject = subjectsOf(s, k), id = sense.family.id;
  let who = group.passive ? agentOf(s, found) : subject;
  const kind = carriedKind(s, found, sense);
  let whom = group.passive ? subject : without(whomOf(s, found, kind), who);
  const weak = kind.type === 'protest' && found.direct.length === 0 && !found.obliques.some((o) => o.preposition === 'against');
  if ((whom.length === 0 || weak) && !group.passive && (reachesInto.has(kind.id) || reachesInto.has(id) || kind.type === 'protest') && !(kind.type === 'agree' && (subject.length > 1 || severalIn(subject)))) {
    const deeper = without(inner(s, found, after, id === 'threaten' || id === 'vow'), who);
    if (deeper.length > 0) whom = deeper;
  }
  if (whom.length === 0 && !group.passive && isGroup(s.chunks[k + 1]) && (s.chunks[k + 1] as Group).form === Tag.gerund) whom = without(after[k + 1]?.whom ?? [], who);
  if (whom.length === 0 && !group.passive) whom = without(ofModifier(s, found, kind), who);
  if (id === 'die') { whom = who; who = []; }
  return {
    chunk: k, trigger: group.main, sense, modality: modalityOfGroup(s, k), who, whom, where: whereOf(s, found), date: null,
    form: 'verb', passive: group.passive, carrier: null, fronted, endChunk: found.end, asserted: (group.finite || (group.infinitive && prepares(s, k - 1)) || headlinePassive(s, k, group) || absolute(s, k, group)) && !conditional(s, k), level: levelOf(s, k),
  };
}

/** Whom the verb concerns by way of a participle that says more of its object: `crimes committed by`, `lines leading to`, `a curfew imposed in`. */
function ofModifier(s: Scene, found: Complements, kind: Family): readonly Participant[] {
  const item = s.chunks[found.end];
  if (!isGroup(item) || item.finite || item.infinitive || s.chunks[found.end - 1]?.kind !== 'phrase') return [];
  const more = complements(s, found.end, !item.passive), agent = item.passive ? agentOf(s, more) : [];
  return agent.length > 0 ? agent : whomOf(s, item.passive ? { ...more, direct: [] } : more, kind);
}

const demand = lookUp('demanded').verb!;

/** What kind of happening a verb with its object tells: that of the noun it carries (`staged a strike`), else its own. */
function carriedKind(s: Scene, found: Complements, sense: Sense): Family {
  const k = found.direct.at(-1);
  if (k === undefined || !carriers.has(sense.lemma)) return sense.family;
  const noun = nounSense(s, k);
  return noun && noun.family.sort === 'event' ? noun.family : sense.family;
}

/** `Norlandish and Sudrian officials`: one phrase, several parties. */
export const severalIn = (list: readonly Participant[]): boolean => list.some((x) => / and /.test(x.text));

/** Carriers whose subject it is done to: `faces charges`. */
export const undergoing = new Set(['face', 'suffer', 'receive', 'undergo']);

/** Verbs that say little themselves: the noun they carry is the happening. */
export const carriers = new Set('launch hold stage carry carry_out conduct mount make have give take pay wage do commit open issue sign reach start begin lead impose declare face announce attend host deliver end resume continue suffer receive undergo inflict perform file play complete reiterate repeat renew'.split(' '));

const request = lookUp('appeal').noun!.family, protest = lookUp('walkout').noun!.family;

const ofTheBody = wordSet('heart panic asthma'), ofWork = wordSet('hunger general rail train transport worker workers teacher teachers wildcat open-ended nationwide');

/** The sense of a noun of happening among its words: `a call for restraint` is no talk on the telephone, `a hunger strike` no attack, `a press release` sets nobody free. */
export function nounSense(s: Scene, k: number): Sense | null {
  const phrase = phraseAt(s, k), { lower, words } = s.reading.marks, sense = words[phrase.head]!.noun;
  if (!sense || s.reading.tags[phrase.head] !== Tag.noun) return null;
  const before = lower[phrase.head - 1];
  if (sense.lemma === 'call' && lower[phrase.end] === 'for') return { lemma: 'call', family: request };
  if (sense.lemma === 'strike' && ofWork.has(before ?? '')) return { lemma: 'strike', family: protest };
  if (ofTheBody.has(before ?? '') && sense.lemma === 'attack') return null;
  return sense.lemma === 'release' && before === 'press' ? null : sense;
}

/** `the deal, from which Norland withdrew`: what stands before the relative pronoun belongs after the verb. */
function frontedOblique(s: Scene, k: number): Oblique | null {
  const subject = s.subjects[k]?.[0];
  const j = (subject === undefined ? k : s.chunks[subject]!.first <= s.chunks[k]!.first ? subject : k) - 1;
  if (s.chunks[j]?.kind !== 'relative' || s.chunks[j - 1]?.kind !== 'preposition') return null;
  let p = s.chunks[j - 2]?.kind === 'comma' ? j - 3 : j - 2;
  while (s.chunks[p - 1]?.kind === 'preposition' && s.chunks[p - 2]?.kind === 'phrase' && agency(s, p) >= 3) p -= 2;
  return s.chunks[p]?.kind === 'phrase' ? { preposition: s.reading.marks.lower[s.chunks[j - 1]!.first]!, phrases: [p] } : null;
}

/** `is set to`, `are prepared to`: an announcement of what the infinitive after it tells. */
function prepares(s: Scene, k: number): boolean {
  const item = s.chunks[k], next = s.chunks[k + 1];
  return isGroup(item) && item.passive && item.finite && isGroup(next) && next.infinitive && /^(?:set|prepare|expect|schedule|determine|force|oblige|poise|tip|plan)$/.test(item.sense?.lemma ?? '');
}

/** `with Norland announcing`: a clause of its own without a finite verb. */
function absolute(s: Scene, k: number, group: Group): boolean {
  return group.form === Tag.gerund && s.chunks[k - 1]?.kind === 'phrase' && s.chunks[k - 2]?.kind === 'preposition' && s.reading.marks.lower[s.chunks[k - 2]!.first] === 'with';
}

/** `Driver arrested in Port Ellen`: the auxiliary is left out, and nothing else in the sentence is finite. */
function headlinePassive(s: Scene, k: number, group: Group): boolean {
  return group.passive && !group.infinitive && (s.subjects[k]?.length ?? 0) > 0 && !s.hasFinite;
}

const dismissal: Sense = { lemma: 'fire', family: lookUp('dismissal').noun!.family };

/** To fire somebody is no shot; `fired at`, `fired on` and `fired missiles` are. */
function dismisses(s: Scene, k: number, group: Group, found: Complements): boolean {
  if (group.sense!.lemma !== 'fire' || found.obliques.some((o) => o.preposition === 'at' || o.preposition === 'on' || o.preposition === 'upon')) return false;
  const objects = group.passive ? s.subjects[k] ?? [] : found.direct;
  return objects.length > 0 ? objects.some((x) => agency(s, x) >= 2) : group.passive;
}

/** With a clause after it many a verb only says: `announced that`, `concluded that`; when the clause says what must be, it demands. */
function inClause(s: Scene, found: Complements, sense: Sense): Sense {
  const { family } = sense, clause = (s.chunks[found.end]?.kind === 'that' && found.obliques.length === 0 && found.direct.every((x) => agency(s, x) >= 2)) || (found.direct.length === 0 && family.id === 'announce' && isGroup(s.chunks[found.end]));
  const saying = family.sort === 'say' || (clause && (family.type === 'other' || family.id === 'sign' || family.id === 'agree'));
  if (!saying) return sense;
  if (asksInClause(s, found)) return demand;
  return family.sort === 'say' || family.id === 'agree' || family.id === 'announce' ? sense : { lemma: sense.lemma, family: { ...family, sort: 'say' } };
}

/** Whether a saying is a demand: `said that Sudria must withdraw`. */
function asksInClause(s: Scene, found: Complements): boolean {
  for (let j = found.end, n = 0; j < s.chunks.length && n < 10; j++, n++) {
    const item = s.chunks[j]!;
    if (item.kind === 'stop' || item.kind === 'comma' || item.kind === 'relative') return false;
    if (isGroup(item) && item.finite) return item.modal === 'must';
  }
  return false;
}

/** Whom the complement clause or infinitive concerns; for a threat also who is to be moved by it (`unless the president resigns`). */
function inner(s: Scene, found: Complements, after: readonly (FoundEvent | undefined)[], condition: boolean): readonly Participant[] {
  let j = found.end;
  const that = s.chunks[j]?.kind === 'that' || (found.direct.length === 0 && s.chunks[j]?.kind === 'phrase') || (isGroup(s.chunks[j]) && (s.chunks[j] as Group).finite);
  if (s.chunks[j]?.kind === 'comma' && isGroup(s.chunks[j + 1]) && !(s.chunks[j + 1] as Group).finite) j++;
  else if (s.chunks[j]?.kind === 'comma') return condition ? conditionSubject(s, found.end) : [];
  for (let n = 0; n < 12 && j < s.chunks.length; n++, j++) {
    const item = s.chunks[j]!;
    if (item.kind === 'stop' || item.kind === 'relative' || (item.kind === 'subordinator' && !condition)) break;
    if (that && item.kind === 'phrase' && agency(s, j) >= 2 && !isGeneric(s, j)) return phraseListAfter(s, ownedBy(s, j)).map((x) => participantOf(s, x)).filter((x) => x !== null);
    if (!isGroup(item)) continue;
    const whom = after[j]?.whom ?? [];
    if (whom.length > 0) return whom;
    if (after[j]?.sense.family.sort !== 'say') break;
  }
  return condition ? conditionSubject(s, found.end) : [];
}

function conditionSubject(s: Scene, from: number): readonly Participant[] {
  for (let j = from, n = 0; j < s.chunks.length && n < 20; j++, n++) {
    const item = s.chunks[j]!;
    if (item.kind !== 'subordinator' || !/^(?:if|unless|until)$/.test(s.reading.marks.lower[item.first]!)) continue;
    const k = s.chunks[j + 1]?.kind === 'phrase' ? ownedBy(s, j + 1) : -1;
    const participant = k >= 0 && agency(s, k) >= 2 ? participantOf(s, k) : null;
    return participant ? [participant] : [];
  }
  return [];
}

/** Where the clause stands: on its own, in a saying, or hanging on another clause. */
export function levelOf(s: Scene, k: number): FoundEvent['level'] {
  let from = k;
  for (const subject of s.subjects[k] ?? []) from = Math.min(from, start(s, subject));
  if (from < k) for (let j = k - 1; j > from && j > k - 24; j--) { const kind = s.chunks[j]!.kind; if (kind === 'relative' || kind === 'subordinator') return 'subordinate'; }
  for (let j = from - 1, n = 0; j >= 0 && n < 8; j--, n++) {
    const { kind } = s.chunks[j]!;
    if (kind === 'adverb' || kind === 'time' || (kind === 'phrase' && from === k)) continue;
    if (kind === 'phrase') return 'gap';
    return kind === 'relative' || kind === 'subordinator' ? 'subordinate' : kind === 'that' || kind === 'group' ? 'reported' : 'main';
  }
  return 'main';
}

/** Whether the clause is a condition. */
function conditional(s: Scene, k: number): boolean {
  for (let j = k - 1, n = 0; j >= 0 && n < 12; j--, n++) {
    const item = s.chunks[j]!;
    if (item.kind === 'subordinator') return /^(?:if|unless|whether|though|although|lest|how|why)$/.test(s.reading.marks.lower[item.first]!) && !/^(?:though|although)$/.test(s.reading.marks.lower[item.first]!);
    if (item.kind === 'group' || item.kind === 'stop') return false;
  }
  return false;
}

/** `list` without those that also act. */
export function without(list: readonly Participant[], others: readonly Participant[]): Participant[] {
  if (list.length === 0) return [];
  return list.filter((x) => !others.some((o) => o.start === x.start || (o.name !== null && o.name === x.name)));
}
