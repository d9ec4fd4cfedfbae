import type { EventFilter, SourceLabel, TimelineDensity, TimelineEvent, TimelinePage, TimelineParams } from '../server/protocol';
import { isoDay, type Window } from './time';

/** Events in one request, and in all: beyond that only those of the time that is looked at are asked for. */
const PAGE = 2_000, MOST = 20_000;

/** The events of a filter, as far as they are here. */
export class TimelineModel {
  /** Newest first, undated last. */
  events: readonly TimelineEvent[] = [];
  articles: ReadonlyMap<number, SourceLabel> = new Map();
  density: readonly TimelineDensity[] = [];
  /** Events of the filter. */
  total = 0;
  loading = false;
  /** False before the first answer. */
  loaded = false;
  private turn = 0;
  private shown: Pick<TimelineParams, 'filter' | 'words'> = { filter: {}, words: '' };

  /**
   * @param ask asks for a page
   * @param changed called whenever there is more to draw
   */
  constructor(private readonly ask: (params: TimelineParams) => Promise<TimelinePage>, private readonly changed: () => void) {}

  /** False when there are more events than are kept here at once. */
  get complete(): boolean {
    return this.total <= MOST;
  }

  /** Asks for the events of a filter, or anew. What is here stays until the answer is. */
  load(filter: EventFilter, words: string): Promise<void> {
    this.shown = { filter, words };
    return this.fetch({});
  }

  /** Asks for the events of a time, where not all are here. */
  async look([from, to]: Window): Promise<void> {
    if (!this.complete) await this.fetch({ from: isoDay(from), to: isoDay(to) });
  }

  private async fetch(days: { readonly from?: string; readonly to?: string }): Promise<void> {
    const turn = ++this.turn, anew = this.events.length === 0;
    const events: TimelineEvent[] = [], articles = new Map<number, SourceLabel>(), seen = new Set<string>();
    this.loading = true;
    this.changed();
    for (let offset = 0; offset < MOST; offset += PAGE) {
      const page = await this.ask({ ...this.shown, ...days, offset, limit: PAGE });
      if (turn !== this.turn) return;
      // The index may change between two pages, and an event come twice.
      for (const event of page.events) if (!seen.has(event.id)) events.push((seen.add(event.id), event));
      for (const { id, source } of page.articles) articles.set(id, source);
      if (offset === 0) this.density = page.density;
      if (offset === 0 && days.from === undefined) this.total = page.total;
      this.loaded = true;
      const last = page.events.length < PAGE;
      if (anew || last || offset + PAGE >= MOST) {
        this.events = [...events];
        this.articles = new Map(articles);
      }
      if (last) break;
      if (anew) this.changed();
    }
    this.loading = false;
    this.changed();
  }
}
