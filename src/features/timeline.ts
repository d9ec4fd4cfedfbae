import { periodOf } from '../corpus/merging';
import type { ArticleRecord, CorpusStore, EventQuery, EventRecord } from '../corpus/store/store';
import { dateInWords, dateUnknown } from './dateWords';
import { inLanguage } from './phrases';
import { english, type Say } from './say';

/** Which events the timeline shows. */
export type TimelineQuery = Omit<EventQuery, 'page' | 'order'>;

/** A slice of them. */
export interface Slice {
  /** ISO days, inclusive: only events that may have happened in between. Without them undated events come too, last. */
  readonly from?: string;
  readonly to?: string;
  readonly offset: number;
  /** At most {@link LARGEST_SLICE} are answered. */
  readonly limit: number;
}

/** An event as it stands on a time axis. */
export interface TimelineEntry {
  readonly event: EventRecord;
  /**
   * The days it can have happened on, ISO, inclusive; `start` is null when it is only known to lie by `end`. Null when
   * nothing is known.
   */
  readonly days: { readonly start: string | null; readonly end: string } | null;
  /** Its date in words, with the precision that is known; empty when nothing is. */
  readonly date: string;
  /** Why the date is what it is, or is not known, in words; empty when it is stated. */
  readonly reason: string;
  /** Who reports it, earliest published first. */
  readonly articles: readonly ArticleRecord[];
}

/** How many events lie in a stretch of time; days ISO, inclusive. */
export interface Density {
  readonly start: string;
  readonly end: string;
  readonly count: number;
}

export interface TimelineSlice {
  /** Events of the query, whatever the slice. */
  readonly total: number;
  /** Newest first, undated last. */
  readonly entries: readonly TimelineEntry[];
}

/** Events that one slice holds at most, so that no answer is too large to be sent. */
export const LARGEST_SLICE = 2_000;

/** A slice of the events of a filter, each with the days it covers and the articles that report it. */
export async function timelineSlice(store: CorpusStore, shown: TimelineQuery, { from, to, offset, limit }: Slice, say: Say = english): Promise<TimelineSlice> {
  const query = { ...shown, ...(from === undefined ? {} : { from: later(from, shown.from) }), ...(to === undefined ? {} : { to: earlier(to, shown.to) }) };
  const [total, events] = await Promise.all([
    store.countEvents(query),
    store.events({ ...query, order: 'newest', page: { offset, limit: Math.min(limit, LARGEST_SLICE) } }),
  ]);
  const articles = await store.eventArticles(events.map(({ id }) => id));
  return { total, entries: events.map((event) => entryOf(event, articles.get(event.id) ?? [], say)) };
}

/** How the dated events of a filter spread over time, by month where it is known; in order. */
export async function timelineDensity(store: CorpusStore, shown: TimelineQuery): Promise<readonly Density[]> {
  const headings = await store.eventHeadings(shown);
  return headings
    .flatMap(({ heading, count }) => {
      const period = periodOf(heading);
      return period ? [{ start: period.start, end: period.end, count }] : [];
    })
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.end < b.end ? -1 : 1));
}

const later = (day: string, other = day): string => (day > other ? day : other);
const earlier = (day: string, other = day): string => (day < other ? day : other);

function entryOf(event: EventRecord, articles: readonly ArticleRecord[], say: Say): TimelineEntry {
  const { date, interval, modality } = event, words = dateInWords(date?.value, say);
  if (interval) return { event, articles, days: interval, date: words, reason: date?.certainty === 'stated' ? '' : inLanguage(date?.reason ?? '', say) };
  const dated = dateInWords(date?.value) !== dateUnknown, first = firstReport(articles);
  if (first && modality === 'fact' && !dated) {
    return { event, articles, days: { start: null, end: first.end }, date: say('by {0}', dateInWords(first.value, say)), reason: say('no source says when; first reported then') };
  }
  return { event, articles, days: null, date: dated ? words : '', reason: reasonOf(event, { dated, published: first !== undefined }, say) };
}

/** The publication date of the first report, if any is stated. What is reported as done was done by then. */
function firstReport(articles: readonly ArticleRecord[]): { readonly value: string; readonly end: string } | undefined {
  const reports = articles.flatMap(({ metadata: { published } }) => {
    const period = published ? periodOf(published.value) : null;
    return published && period ? [{ value: published.value, end: period.end }] : [];
  });
  return reports.sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0))[0];
}

/** Why nothing is known of the days of an event. */
function reasonOf({ modality }: EventRecord, { dated, published }: { readonly dated: boolean; readonly published: boolean }, say: Say): string {
  if (dated) return published ? say('no source says which year') : say('no source says which year, and none says when it was published');
  switch (modality) {
    case 'planned': return say('it lies ahead, and no source says when');
    case 'denied': return say('it is denied, and no source gives a date');
    case 'feared': return say('it is feared, and no source gives a date');
    default: return say('no source says when it happened, or when it was published');
  }
}
