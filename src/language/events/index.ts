import type { TextDocument } from '../document';
import { inOrder } from '../inOrder';
import type { NamesFound } from '../names';
import type { EventMention, Quotation, TimeExpression } from '../types';
import { chunk, type Chunk } from './chunks';
import { findSubjects } from './clauses';
import type { FoundEvent } from './found';
import { Gatherings } from './gatherings';
import { markTokens } from './marks';
import { SubjectMemory } from './memory';
import { nominalEvents } from './nominal';
import type { Scene } from './participants';
import { weightOf } from './principal';
import { mayBeMain, readsAsLine } from './salience';
import { tagSentence, type Reading } from './tagging';
import { Tag } from './tags';
import { titleOf } from './title';
import { verbalEvents } from './verbal';

/** What the other recognisers found in the same text. */
export interface EventEvidence extends NamesFound {
  readonly quotations: readonly Quotation[];
  readonly dates: readonly TimeExpression[];
}

/** An event with the sentence it was found in. */
export interface SceneEvent {
  readonly scene: Scene;
  readonly event: FoundEvent;
  /** True for a verb whose object is the happening: `launched airstrikes`. */
  readonly carries: boolean;
}

/** Finds events without finishing them, sentence by sentence, in order of the trigger. States (`be`, `have`) are left out. */
export function readEvents(document: TextDocument, evidence: EventEvidence): SceneEvent[] {
  const marks = markTokens(document, evidence), tags = new Uint8Array(document.tokens.count), found: SceneEvent[] = [];
  const memory = new SubjectMemory(evidence), gatherings = new Gatherings();
  const readings: Reading[] = [], cut: Chunk[][] = [], scenes: Scene[] = [];
  for (const sentence of document.sentences) readings.push(tagSentence(document, marks, tags, sentence));
  for (const reading of readings) cut.push(chunk(reading));
  for (let i = 0; i < readings.length; i++) {
    const reading = readings[i]!, chunks = cut[i]!;
    let hasPhrase = false, hasGroup = false, hasFinite = false, hasTime = false;
    for (const item of chunks) {
      if (item.kind === 'group') { hasGroup = true; hasFinite ||= item.finite; }
      else if (item.kind === 'phrase') { hasPhrase = true; hasTime ||= timeInside(tags, item); }
      else if (item.kind === 'time') hasTime = true;
    }
    if (hasPhrase || hasGroup) scenes.push({ reading, chunks, subjects: findSubjects(reading, chunks).subjects, evidence, hasFinite, hasTime, memory });
  }
  for (const scene of scenes) {
    const verbs = verbalEvents(scene);
    const events = gatherings.date(scene, inOrder(verbs, nominalEvents(scene, verbs), triggerOf));
    memory.note(scene);
    const carried: boolean[] = [];
    for (const { carrier } of events) if (carrier) carried[carrier.chunk] = true;
    for (const event of events) if (event.sense.family.sort !== 'state') found.push({ scene, event, carries: event.form === 'verb' && carried[event.chunk] === true });
  }
  return found;
}

function timeInside(tags: Uint8Array, { first, end }: { readonly first: number; readonly end: number }): boolean {
  for (let i = first; i < end; i++) if (tags[i] === Tag.time) return true;
  return false;
}

const triggerOf = ({ trigger }: FoundEvent): number => trigger;

/** Finds reported events with participants, place and time, in order of the trigger's `start`. */
export function findEvents(document: TextDocument, evidence: EventEvidence): EventMention[] {
  return finishAll(readEvents(document, evidence));
}

/** What {@link readEvents} found in a text, finished. */
export function finishAll(found: readonly SceneEvent[]): EventMention[] {
  const principal = principalsOf(found), mentions: EventMention[] = [];
  for (let i = 0; i < found.length; i++) {
    const { scene, event, carries } = found[i]!, mention = finish(scene, event, carries);
    mentions.push(principal[i] === 1 ? { ...mention, principal: true } : mention);
  }
  return mentions;
}

/** 1 for the event that a sentence reports above all; of equals, the first. Events of one sentence stand together. */
function principalsOf(found: readonly SceneEvent[]): Uint8Array {
  const principal = new Uint8Array(found.length);
  for (let i = 0; i < found.length;) {
    const { scene } = found[i]!;
    let best = i, most = -Infinity;
    for (; i < found.length && found[i]!.scene === scene; i++) {
      const weight = weightOf(found[i]!.event);
      if (weight > most) { best = i; most = weight; }
    }
    principal[best] = 1;
  }
  return principal;
}

/** Whether what is told without a past tense has a date after the day of publication. */
function liesAhead(s: Scene, { date, modality, chunk, carrier }: FoundEvent): boolean {
  const published = s.reading.document.context.published, verb = s.chunks[carrier?.chunk ?? chunk]!;
  if (modality !== 'fact' || !date || published === undefined || (verb.kind === 'group' && verb.past)) return false;
  return /^\d{4}(?:-\d\d){0,2}(?:T|$)/.test(date.value) && date.value.slice(0, published.length) > published.slice(0, date.value.length);
}

/** The title of what is not worth a line is the beginning of its clause, as it stands. */
const longestTitle = 100;

/** Gives an event its spans and its title. */
export function finish(s: Scene, found: FoundEvent, carries = false): EventMention {
  const draft = liesAhead(s, found) ? { ...found, modality: 'planned' as const } : found;
  const { document } = s.reading, { tokens, text } = document;
  const firstChunk = s.chunks[Math.min(draft.chunk, draft.carrier?.chunk ?? draft.chunk)]!, lastChunk = s.chunks[Math.max(draft.endChunk - 1, draft.chunk)]!;
  const triggerStart = tokens.starts[draft.trigger]!, triggerEnd = tokens.ends[draft.trigger]!, trigger = { start: triggerStart, end: triggerEnd, text: text.slice(triggerStart, triggerEnd) };
  // Participants and dates taken from elsewhere in the text are not part of the clause that reports the event.
  const clauseStart = tokens.starts[firstChunk.first]!, clauseEnd = Math.max(tokens.ends[lastChunk.end - 1]!, trigger.end);
  const first = tokens.starts[s.reading.first]!, last = tokens.ends[s.reading.end - 1]!;
  let from = clauseStart, to = clauseEnd;
  for (const { start, end } of draft.who) if (start >= first && end <= last) { from = Math.min(from, start); to = Math.max(to, end); }
  for (const { start, end } of draft.whom) if (start >= first && end <= last) { from = Math.min(from, start); to = Math.max(to, end); }
  const expression = draft.date?.expression;
  if (expression && expression.start >= first && expression.end <= last) { from = Math.min(from, expression.start); to = Math.max(to, expression.end); }
  const line = !carries && mayBeMain(s, draft) ? titleOf(s, draft) : '', main = line !== '' && readsAsLine(line, draft), clause = text.slice(from, to);
  return {
    start: from, end: to, text: clause, trigger, lemma: draft.sense.lemma, type: draft.sense.family.type, modality: draft.modality,
    who: draft.who, whom: draft.whom, where: draft.where, date: draft.date, title: main ? line : clause.slice(0, longestTitle), salience: main ? 'main' : 'minor',
  };
}
