import type { EventDate } from '../types';
import { start } from './clauses';
import type { FoundEvent } from './found';
import type { Scene } from './participants';
import { isGroup } from './roles';

/** Families of what people come together for: what happens at it shares its time. */
const gathering = new Set(['meet', 'conference', 'talk']);
/** A sentence with more is a list. */
const mostOccasions = 4;
const within = /^(?:during|at)$/;

/**
 * Carries times between a gathering and what happens at it: `met in August on the sidelines of the summit` dates the summit,
 * and `during the summit` what is told next. Such a date is inferred. One for each text; sentences in order.
 */
export class Gatherings {
  private readonly known = new Map<string, EventDate>();

  /** The events of a sentence with the dates that follow. */
  date(s: Scene, events: readonly FoundEvent[]): readonly FoundEvent[] {
    if (!events.some(isGathering)) return events;
    const dated = events.map((event) => (event.date === null && isGathering(event) ? this.ofGathering(s, event, events) : event));
    for (const event of dated) if (event.date && isGathering(event)) this.known.set(event.sense.lemma, event.date);
    const occasions = dated.filter((e) => e.date !== null && isGathering(e) && isOccasion(s, start(s, e.chunk))).slice(0, mostOccasions);
    return occasions.length === 0 ? dated : dated.map((event) => (event.form === 'verb' && event.date === null ? ofOccasion(s, event, occasions) : event));
  }

  private ofGathering(s: Scene, event: FoundEvent, events: readonly FoundEvent[]): FoundEvent {
    const first = start(s, event.chunk), { lower } = s.reading.marks;
    if (isOccasion(s, first)) {
      for (let j = first - 1, n = 0; j >= 0 && n < 8; j--, n++) {
        const item = s.chunks[j]!;
        if (item.kind === 'stop' || item.kind === 'comma' || item.kind === 'subordinator') break;
        const verb = isGroup(item) ? verbAt(events, j) : undefined;
        if (verb) return verb.date ? { ...event, date: inferred(verb.date, `the time of what happens at the ${event.sense.lemma}`) } : event;
      }
    }
    const before = this.known.get(event.sense.lemma);
    return before && lower[s.chunks[first]!.first] === 'the' && event.who.length === 0 && event.whom.length === 0 ? { ...event, date: inferred(before, `the time of the ${event.sense.lemma} told of before`) } : event;
  }
}

const isGathering = ({ form, sense }: FoundEvent): boolean => form === 'noun' && gathering.has(sense.family.id);

/** The event of the verb at a chunk; events are in order of the trigger, so that halving finds it. */
function verbAt(events: readonly FoundEvent[], chunk: number): FoundEvent | undefined {
  let low = 0, high = events.length;
  while (low < high) { const middle = (low + high) >> 1; if (events[middle]!.chunk < chunk) low = middle + 1; else high = middle; }
  const found = events[low];
  return found?.chunk === chunk && found.form === 'verb' ? found : undefined;
}

/** Whether the phrase at chunk `first` is where something happens: `during the summit`, `on the sidelines of the summit`. */
function isOccasion(s: Scene, first: number): boolean {
  const { lower } = s.reading.marks, before = s.chunks[first - 1];
  if (before?.kind !== 'preposition') return false;
  if (within.test(lower[before.first]!)) return true;
  const margin = s.chunks[first - 2];
  return lower[before.first] === 'of' && margin?.kind === 'phrase' && /^(?:sidelines|margins|end|start|opening|beginning|close)$/.test(lower[margin.head]!);
}

/** A verb without a time, in the clause of a dated gathering at which it happens. */
function ofOccasion(s: Scene, event: FoundEvent, events: readonly FoundEvent[]): FoundEvent {
  for (const other of events) {
    if (!other.date) continue;
    const [from, to] = other.chunk < event.chunk ? [other.chunk, event.chunk] : [event.chunk, other.chunk];
    let apart = false;
    for (let j = from + 1; j < to && !apart; j++) { const kind = s.chunks[j]!.kind; if (kind === 'stop' || kind === 'that' || kind === 'relative' || kind === 'subordinator' || (kind === 'group' && j !== from)) apart = true; }
    if (!apart) return { ...event, date: inferred(other.date, `the time of the ${other.sense.lemma} at which it happens`) };
  }
  return event;
}

const inferred = (date: EventDate, reason: string): EventDate => ({ ...date, certainty: date.certainty === 'relative' ? 'relative' : 'inferred', reason });
