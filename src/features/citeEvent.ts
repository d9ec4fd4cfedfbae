import type { ArticleId, CorpusStore, EventId, EventRecord, EventSource } from '../corpus/store/store';
import { dateInWords } from './dateWords';
import { eventSources } from './listEvents';

/** Sources that a sentence names; more of them would hide it. */
const MOST_CITED = 5;

/** An event as a sentence, and the reports that it is cited by. */
export interface EventSentence {
  /** Without its full stop: `Hamas attacks Israel on 7 October 2023`. */
  readonly words: string;
  /** One of each article, earliest published first, the first few; only that of the article which was asked for. */
  readonly sources: readonly EventSource[];
}

/** The event as a sentence for a draft; undefined when it is gone. */
export async function citeEvent(store: CorpusStore, id: EventId, article?: ArticleId): Promise<EventSentence | undefined> {
  const event = await store.event(id), all = event ? await eventSources(store, id) : [];
  const wanted = all.filter(({ passage }) => passage.article.id === article), sources = wanted.length > 0 ? wanted : all.slice(0, MOST_CITED);
  return event && sources.length > 0 ? { words: `${event.title.replace(/(?<![.\s])[.\s]+$/, '')}${when(event)}`, sources } : undefined;
}

/** When it happened, as far as it is known. */
function when({ date }: EventRecord): string {
  if (!date) return '';
  const words = dateInWords(date.value);
  if (/^\d{4}-\d\d-\d\d(?:T.*)?$|^XXXX-\d\d-\d\d$/.test(date.value)) return ` on ${words}`;
  return /^\d{4}(?:-\d\d)?$/.test(date.value) ? ` in ${words}` : ` (${words})`;
}
