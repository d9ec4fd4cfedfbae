import type { ArticleId, CorpusStore, EventId, EventRecord, EventSource } from '../corpus/store/store';
import { dateInWords } from './dateWords';

/** An event as a sentence, and the report that it is cited by: the earliest published unless another is wanted. */
export interface EventSentence {
  /** Without its full stop: `Hamas attacks Israel on 7 October 2023`. */
  readonly words: string;
  readonly source: EventSource;
}

/** The event as a sentence for a draft; undefined when it is gone. */
export async function citeEvent(store: CorpusStore, id: EventId, article?: ArticleId): Promise<EventSentence | undefined> {
  const event = await store.event(id), sources = event ? await store.eventSources(id) : [];
  const source = sources.find(({ passage }) => passage.article.id === article) ?? sources[0];
  return event && source && { words: `${event.title.replace(/(?<![.\s])[.\s]+$/, '')}${when(event)}`, source };
}

/** When it happened, as far as it is known. */
function when({ date }: EventRecord): string {
  if (!date) return '';
  const words = dateInWords(date.value);
  if (/^\d{4}-\d\d-\d\d(?:T.*)?$|^XXXX-\d\d-\d\d$/.test(date.value)) return ` on ${words}`;
  return /^\d{4}(?:-\d\d)?$/.test(date.value) ? ` in ${words}` : ` (${words})`;
}
