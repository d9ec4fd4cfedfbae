import { t } from '@vscode/l10n';
import type { EventSource } from '../../corpus/store/store';
import { dateInWords } from '../../features/dateWords';
import { queryOf } from '../../features/eventFilter';
import { disagreementLines, eventLine, eventTypeName } from '../../features/eventWords';
import { eventSources } from '../../features/listEvents';
import { timelineDensity, type TimelineEntry, timelineSlice } from '../../features/timeline';
import type { ServerContext } from '../context';
import { toLocation, toSourceLabel } from '../convert';
import type { TimelineEvent, TimelinePage, TimelineParams, TimelinePassage, TimelinePassagesParams } from '../protocol';
import { filterOf } from '../views/eventsView';
import { onOneLine } from '../views/words';

/** A page of the timeline; empty while there is no index. */
export async function onTimeline({ session: { store } }: ServerContext, { filter, words, ...slice }: TimelineParams): Promise<TimelinePage> {
  if (!store) return { total: 0, events: [], articles: [], density: [] };
  const query = queryOf({ ...filterOf(filter), words: `${filter.words ?? ''} ${words}` });
  const { total, entries } = await timelineSlice(store, query, slice, t);
  const articles = new Map(entries.flatMap((entry) => entry.articles.map((article) => [article.id, article] as const)));
  return {
    total,
    events: entries.map(toTimelineEvent),
    articles: [...articles.values()].map((article) => ({ id: article.id, source: toSourceLabel(article) })),
    density: slice.offset === 0 ? await timelineDensity(store, query) : [],
  };
}

/** The passages that report an event. */
export async function onTimelinePassages({ session: { store } }: ServerContext, { id }: TimelinePassagesParams): Promise<TimelinePassage[]> {
  return store ? (await eventSources(store, id)).map(toPassage) : [];
}

function toTimelineEvent({ event, days, date, reason, articles }: TimelineEntry): TimelineEvent {
  const { id, type, modality, who, whom, where } = event;
  return {
    id, title: eventLine(event, t), type, typeName: eventTypeName(type, t), fact: modality === 'fact', start: days?.start ?? null, end: days?.end ?? null,
    date, reason, who, whom, where: where ?? '', reportedBy: articles.map((article) => article.id), disagreements: disagreementLines(event, t).map((line) => t('Sources disagree {0}', line)),
  };
}

function toPassage({ passage, sentence, date }: EventSource): TimelinePassage {
  return {
    article: { id: passage.article.id, source: toSourceLabel(passage.article) }, location: toLocation(passage),
    text: onOneLine(sentence.text), date: date ? dateInWords(date.value, t) : '',
  };
}
