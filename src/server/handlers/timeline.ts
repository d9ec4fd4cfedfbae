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
import { shortened } from '../views/words';

/** Characters that are drawn of an event's line, of a name and of a passage. */
const TITLE = 300, NAME = 160, PASSAGE = 1_200;
const name = (text: string): string => shortened(text, NAME);

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
    id, title: shortened(eventLine(event, t), TITLE), type, typeName: eventTypeName(type, t), fact: modality === 'fact', start: days?.start ?? null, end: days?.end ?? null,
    date, reason, who: who.map(name), whom: whom.map(name), where: name(where ?? ''), reportedBy: articles.map((article) => article.id), disagreements: disagreementLines(event, t).map((line) => t('Sources disagree {0}', shortened(line, TITLE))),
  };
}

function toPassage({ passage, sentence, date }: EventSource): TimelinePassage {
  return {
    article: { id: passage.article.id, source: toSourceLabel(passage.article) }, location: toLocation(passage),
    text: shortened(sentence.text, PASSAGE), date: date ? dateInWords(date.value, t) : '',
  };
}
