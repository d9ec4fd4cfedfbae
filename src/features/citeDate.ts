import { periodOf } from '../corpus/merging';
import { type Cancellation, neverCancelled } from '../corpus/ports';
import type { CorpusStore, EventQuery, EventRecord, EventSource } from '../corpus/store/store';
import type { DraftDate } from '../draft/dates';
import { eventSources } from './listEvents';

/** What a hover on a date answers: what the sources say happened then. */
export interface DateCard {
  readonly date: DraftDate;
  /** Those that most sources report first. */
  readonly events: readonly DatedEvent[];
  /** How many more there are. */
  readonly more: number;
}

export interface DatedEvent {
  readonly event: EventRecord;
  /** The first report. */
  readonly source: EventSource;
}

const SHOWN = 4;
/** Events that are looked at; more on one date are a matter for the list. */
const MOST = 200;

/**
 * The events of a date. A year, a month or a week has those that lie within it; a day of a month without a year
 * (`XXXX-10-07`) has those of that day in every year that the sources speak of. Undefined when nothing is reported.
 */
export async function citeDate(store: CorpusStore, date: DraftDate, token: Cancellation = neverCancelled): Promise<DateCard | undefined> {
  const found = await eventsOn(store, date.value, token);
  if (token.isCancellationRequested || found.length === 0) return undefined;
  const ranked = found.sort((a, b) => b.articles - a.articles);
  const events: DatedEvent[] = [];
  for (const event of ranked.slice(0, SHOWN)) {
    const [source] = await eventSources(store, event.id);
    if (token.isCancellationRequested) return undefined;
    if (source) events.push({ event, source });
  }
  return { date, events, more: ranked.length - events.length };
}

async function eventsOn(store: CorpusStore, value: string, token: Cancellation): Promise<EventRecord[]> {
  const period = periodOf(value);
  const page = { order: 'newest', page: { offset: 0, limit: MOST } } as const satisfies EventQuery;
  if (period) {
    const { start, end } = period;
    return (await store.events({ ...page, from: start, to: end })).filter(({ interval }) => interval !== null && interval.start >= start && interval.end <= end);
  }
  const day = /^XXXX-(\d\d)-(\d\d)/.exec(value);
  if (!day) return [];
  const found: EventRecord[] = [];
  for (const { heading } of await store.eventHeadings({})) {
    if (token.isCancellationRequested) return [];
    if (found.length > MOST || !heading.endsWith(`-${day[1]}`)) continue;
    const on = `${heading}-${day[2]}`;
    if (periodOf(on)) found.push(...(await store.events({ ...page, from: on, to: on })).filter(({ interval }) => interval?.start === on && interval.end === on));
  }
  return found;
}
