import { t } from '@vscode/l10n';
import type { CorpusStore, EventRecord } from '../../corpus/store/store';
import { dateInWords, dateWithin } from '../../features/dateWords';
import { disagreementLines, eventLine, eventTypeName, timeOfUndated, type UndatedEvent } from '../../features/eventWords';
import { inLanguage } from '../../features/phrases';
import { eventSources, isUndated } from '../../features/listEvents';
import type { Row } from '../protocol';
import { articleData, reportRow } from './passages';
import { rowId } from './rowId';
import { joined, shortened, sourcesInWords, spokenOf } from './words';

export type EventType = EventRecord['type'];

/** Characters of an event's line, so that its date and sources are seen. */
const LABEL = 46;

/** Codicon of a type of event. */
export const eventIcons: Readonly<Record<EventType, string>> = {
  agree: 'check', consult: 'comment-discussion', support: 'thumbsup', cooperate: 'link', aid: 'heart', retreat: 'arrow-left', request: 'question', accuse: 'megaphone',
  reject: 'circle-slash', threaten: 'warning', protest: 'organization', sanction: 'law', mobilize: 'rocket', coerce: 'lock', assault: 'flame', other: 'circle-small-filled',
};

/** Rows of events below another; `period` is the heading they stand under, empty where there is none. */
export async function eventRows(store: CorpusStore, parent: string | undefined, events: readonly EventRecord[], period: string): Promise<Row[]> {
  return Promise.all(events.map(async (event) => eventRow(parent, event, period, event.interval === null ? await timeOfUndated(store, event) : undefined)));
}

/** When it happened, under its heading, and how that is known. */
function timeOf({ date }: EventRecord, period: string, undated: UndatedEvent | undefined): { readonly short: string; readonly long: string; readonly reason: string } {
  const own = dateInWords(date?.value, t);
  if (!undated) return { short: period === '' ? own : dateWithin(date?.value, period, t), long: own, reason: date?.certainty === 'stated' ? '' : inLanguage(date?.reason ?? '', t) };
  const by = undated.by === undefined ? '' : t('by {0}', dateInWords(undated.by, t));
  const reason = undated.undated ? t('no source says when, and {0} states no publication date', undated.undated.passage.article.metadata.outlet?.value ?? t('the article')) : t('no source says when');
  return { short: joined(dateWithin(date?.value, isUndated(period) ? period : 'unknown', t), by), long: joined(own, by), reason };
}

function eventRow(parent: string | undefined, event: EventRecord, period: string, undated: UndatedEvent | undefined): Row {
  const { id, title, type, articles } = event, line = eventLine(event, t), sources = sourcesInWords(articles);
  const { short, long, reason } = timeOf(event, period, undated);
  const lines = disagreementLines(event, t), disagree = lines.length === 0 ? '' : t('sources disagree');
  const where = event.where ?? undefined;
  return {
    id: rowId(parent, 'event', id), kind: `event${disagree ? ' disputed' : ''}${undated ? ' undated' : ''}`,
    label: shortened(line, LABEL), description: joined(short, sources, disagree),
    tooltip: [line, joined(eventTypeName(type, t), long, where), reason, sources, ...lines.map((each) => t('Sources disagree {0}', each))].filter(Boolean).join('\n'),
    icon: eventIcons[type], ...(disagree ? { colour: 'list.warningForeground' } : {}),
    spoken: spokenOf(line, eventTypeName(type, t), long, sources, ...lines.map((each) => t('Sources disagree {0}', each))),
    children: 'closed', item: { kind: 'event', id },
    data: { id, title, type, who: event.who, whom: event.whom, where: event.where, date: long, disagreements: event.disagreements, from: event.interval?.start ?? null, to: event.interval?.end ?? null, ...(undated?.undated ? { undatedArticle: articleData(undated.undated.passage.article) } : {}) },
  };
}

/** Below an event: what its sources disagree on, why it has no date, then the passages that report it. */
export async function belowEvent(store: CorpusStore, parent: string, id: string): Promise<Row[]> {
  const event = await store.event(id);
  if (!event) return [];
  const rows = disagreementLines(event, t).map((line, i): Row => {
    const label = t('Sources disagree {0}', line);
    return { id: rowId(parent, 'disagreement', i), kind: 'disagreement', label, tooltip: label, icon: 'warning', colour: 'list.warningForeground', spoken: label };
  });
  if (event.interval === null) {
    const undated = await timeOfUndated(store, event), { reason } = timeOf(event, '', undated);
    const label = reason.charAt(0).toUpperCase() + reason.slice(1);
    rows.push({ id: rowId(parent, 'reason'), kind: `reason${undated.undated ? ' undated article' : ''}`, label, tooltip: label, icon: 'info', spoken: label, ...(undated.undated ? { data: articleData(undated.undated.passage.article) } : {}) });
  }
  return [...rows, ...(await eventSources(store, id)).map((source) => reportRow(parent, id, source, event.date?.value))];
}
