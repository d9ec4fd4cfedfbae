import { disagreementsOf } from '../merging/disagreements';
import type { StoredEventMention } from '../merging';
import type { CorpusStore, EventRecord, EventSource } from '../store/store';

/** Events that the writer says are one, as one: the first lends title, date and place in lists. */
export interface MergedEvents {
  readonly record: EventRecord;
  /** Earliest published first. */
  readonly sources: readonly EventSource[];
}

/** Makes two events or more one. */
export async function mergeCorrected(store: Pick<CorpusStore, 'eventSources'>, events: readonly EventRecord[]): Promise<MergedEvents> {
  const first = events[0]!, sources: EventSource[] = [];
  for (const { id } of events) sources.push(...await store.eventSources(id));
  const published = ({ passage }: EventSource): string => passage.article.metadata.published?.value ?? '~';
  // Sorting is stable: reports of one day stay in the order of the events.
  sources.sort((a, b) => (published(a) < published(b) ? -1 : published(a) > published(b) ? 1 : 0));
  const told = disagreementsOf(events.map(mentionOf)).map(({ words }) => words);
  return {
    sources,
    record: {
      ...first,
      who: distinct(events.flatMap(({ who }) => who)), whom: distinct(events.flatMap(({ whom }) => whom)),
      where: first.where ?? events.find(({ where }) => where !== null)?.where ?? null,
      articles: new Set(sources.map(({ passage }) => passage.article.id)).size,
      disagreements: distinct([...events.flatMap(({ disagreements }) => disagreements), ...told]),
    },
  };
}

/** An event as one report among several, as far as they can disagree. */
function mentionOf({ title, type, modality, date, where }: EventRecord, i: number): StoredEventMention {
  const nothing = { start: 0, end: 0, text: '' };
  return {
    ...nothing, trigger: nothing, lemma: '', title, type, modality, date, who: [], whom: [], articleId: i, index: 0,
    where: where === null ? null : { ...nothing, canonical: where, name: 0 },
  };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
