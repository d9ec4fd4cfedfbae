import type { EventDate, TimeExpression } from '../types';
import type { Group } from './chunks';
import type { Scene } from './participants';
import { Tag } from './tags';
import { wordSet } from '../lists';

/** The calendar expression of a time chunk, or null: durations and repeated times date nothing. */
function expressionAt(s: Scene, k: number): TimeExpression | null {
  const { first, end } = s.chunks[k]!;
  for (let i = first; i < end; i++) {
    const index = s.reading.marks.date[i]!;
    if (index < 0) continue;
    const date = s.evidence.dates[index]!;
    if ((date.type === 'DATE' || date.type === 'TIME') && /^[\dX]{4}/.test(date.value)) return date;
  }
  return null;
}

function toDate(date: TimeExpression): EventDate {
  const expression = { start: date.start, end: date.end, text: date.text };
  return { value: date.value, certainty: date.certainty, expression, ...(date.reason === undefined ? {} : { reason: date.reason }) };
}

const isClauseEnd = (kind: string): boolean => kind === 'stop' || kind === 'that' || kind === 'relative' || kind === 'subordinator' || kind === 'dash';

/** A time after the chunk, before the next clause. */
export function timeAfter(s: Scene, k: number, acrossComma = false): EventDate | null {
  const verb = s.chunks[k]!.kind === 'group';
  for (let j = k + 1, n = 0; j < s.chunks.length && n < 24; j++, n++) {
    const item = s.chunks[j]!;
    if (isClauseEnd(item.kind) || (item.kind === 'group' && (item.finite || item.infinitive))) return null;
    if (item.kind === 'comma' && !(acrossComma || s.chunks[j + 1]?.kind === 'time')) return null;
    if (item.kind === 'time') { const found = expressionAt(s, j); if (found) return verb && belongsToNoun(s, k, j) ? null : toDate(found); }
  }
  return null;
}

/** Kinds of happening that a time after them dates rather than the verb before. */
const dated = new Set(['assault', 'protest', 'coerce']);

/** Whether the time at chunk `j` dates a noun of happening between it and the verb at `k`: `denied a role in the attack on Monday`. The verb's own object does not count unless something is said of it. */
function belongsToNoun(s: Scene, k: number, j: number): boolean {
  for (let i = j - 1; i > k; i--) {
    const item = s.chunks[i]!;
    if (item.kind !== 'phrase') { if (item.kind === 'preposition' || item.kind === 'adverb') continue; return false; }
    const noun = s.reading.tags[item.head] === Tag.noun ? s.reading.marks.words[item.head]!.noun : null;
    if (!noun || noun.family.sort !== 'event' || !dated.has(noun.family.type)) continue;
    let first = i;
    while (first > k && s.chunks[first - 1]!.kind !== 'preposition' && s.chunks[first - 1]!.kind !== 'group') first--;
    return s.chunks[first - 1]?.kind === 'preposition' || i < j - 1;
  }
  return false;
}

/** The time of a noun of happening: after it, in its phrase (`the 2015 deal`), as its possessor (`Monday’s attack`), or of the verb it is the subject of (`the war began in May`). */
export function dateOfNoun(s: Scene, k: number, ofSubject: (chunk: number) => EventDate | null): EventDate | null {
  const after = timeAfter(s, k);
  if (after) return after;
  const inside = expressionAt(s, k) ?? (s.chunks[k - 2]?.kind === 'time' && s.reading.tags[s.chunks[k - 1]!.first] === Tag.possessive ? expressionAt(s, k - 2) : null);
  if (inside) return toDate(inside);
  return ofSubject(k);
}

const goingOn = wordSet('begin start break_out happen occur take erupt unfold end');

/** Times of the verbs that say no more of their subject than that it happens, by the subject's chunk. */
export function timesOfSubjects(s: Scene, dates: (chunk: number) => EventDate | null): Map<number, EventDate> {
  const times = new Map<number, EventDate>();
  for (let verb = 0; verb < s.chunks.length; verb++) {
    const group = s.chunks[verb]!, subject = s.subjects[verb];
    if (!subject || group.kind !== 'group' || !goingOn.has(group.sense?.lemma ?? '')) continue;
    const date = dates(verb);
    if (date) for (const k of subject) if (!times.has(k)) times.set(k, date);
  }
  return times;
}

/** A time before the chunk in its clause: `China on Wednesday urged`, `In August, Xi met`. `August, when Xi met` counts. */
function timeBefore(s: Scene, k: number): EventDate | null {
  for (let j = k - 1, n = 0; j >= 0 && n < 24; j--, n++) {
    const item = s.chunks[j]!;
    if (item.kind === 'subordinator' && s.reading.marks.lower[item.first] === 'when') {
      const before = s.chunks[j - 1]?.kind === 'comma' ? j - 2 : j - 1;
      const found = s.chunks[before]?.kind === 'time' ? expressionAt(s, before) : null;
      return found ? toDate(found) : null;
    }
    if (isClauseEnd(item.kind) || (item.kind === 'group' && item.finite)) return null;
    if (item.kind === 'time') { const found = expressionAt(s, j); if (found) return toDate(found); }
  }
  return null;
}

/** The time of the verb group `k`: its own, else that of the verb it is joined to. Never that of the saying that reports it. */
export function dateOfGroup(s: Scene, k: number, known: readonly (EventDate | null | undefined)[]): EventDate | null {
  const group = s.chunks[k] as Group;
  if (group.infinitive) return timeAfter(s, k);
  return timeAfter(s, k) ?? timeOfWould(s, k, group) ?? (group.finite ? timeBefore(s, k) : null) ?? inherited(s, k, group, known);
}

/** `signalled it would … in August`: a past month after `would` is when it was said, as what is said lies ahead of it. */
function timeOfWould(s: Scene, k: number, group: Group): EventDate | null {
  if (!group.past) return null;
  for (let j = k + 1, n = 0; j < s.chunks.length && n < 4; j++, n++) {
    const item = s.chunks[j]!;
    if (item.kind !== 'group') { if (item.kind === 'that' || item.kind === 'phrase') continue; return null; }
    const date = item.modal === 'would' ? timeAfter(s, j) : null, published = s.reading.document.context.published;
    return date && published !== undefined && date.value.slice(0, published.length) < published.slice(0, date.value.length) ? date : null;
  }
  return null;
}

/** The time of a clause with `as`, `when` or `while` after the verb, which tells what went on then. Inferred. */
export function timeOfCircumstance(s: Scene, k: number, known: readonly (EventDate | null | undefined)[]): EventDate | null {
  if (!(s.chunks[k] as Group).finite) return null;
  let opened = false;
  for (let j = k + 1, n = 0; j < s.chunks.length && n < 24; j++, n++) {
    const item = s.chunks[j]!;
    if (item.kind === 'stop' || item.kind === 'that') return null;
    if (item.kind === 'subordinator') { if (opened || !/^(?:as|when|while)$/.test(s.reading.marks.lower[item.first]!)) return null; opened = true; }
    if (opened && item.kind === 'group' && item.finite) {
      const date = known[j] ?? null;
      return date ? { ...date, certainty: date.certainty === 'relative' ? 'relative' : 'inferred', reason: 'the time of what is told to have gone on meanwhile' } : null;
    }
  }
  return null;
}

/** `attacked Israel on 7 October and killed`, `struck a convoy on Monday, killing`: joined and participial verbs share the time. */
function inherited(s: Scene, k: number, group: Group, known: readonly (EventDate | null | undefined)[]): EventDate | null {
  let j = k - 1;
  while (j >= 0 && s.chunks[j]!.kind === 'adverb') j--;
  const link = s.chunks[j]?.kind;
  if (link !== 'conjunction' && !(link === 'comma' && !group.finite)) return null;
  for (let i = j - 1, n = 0; i >= 0 && n < 16; i--, n++) {
    const item = s.chunks[i]!;
    if (isClauseEnd(item.kind)) return null;
    if (item.kind === 'group') return item.modal === group.modal && item.sense?.family.sort !== 'say' ? known[i] ?? null : null;
  }
  return null;
}
