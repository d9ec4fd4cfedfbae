import { t } from '@vscode/l10n';
import { digits } from '../digits';
import type { CorpusStore } from '../../corpus/store/store';
import { dateInWords } from '../../features/dateWords';
import { type EventFilter, readRange } from '../../features/eventFilter';
import { eventTypeName } from '../../features/eventWords';
import { countEvents, eventNames, eventPeriods, eventTypes, isUndated, listEvents, type EventGroup, type EventPeriodCount } from '../../features/listEvents';
import type { EventFilter as FilterParams, EventsOptions, Row, RowsAnswer } from '../protocol';
import { allOf, nothing, type ViewContext } from './context';
import { belowEvent, eventIcons, eventRows, type EventType } from './eventRows';
import { nameData, nameIcons } from './nameRows';
import { rowId, stepsOf } from './rowId';
import { eventsInWords, spokenOf } from './words';

/** Months stand under their year when there are more of them. */
const MONTHS_IN_SIGHT = 24;
/** Groups stand open as long as they hold so few events together. */
const OPEN_EVENTS = 120;

/** The filter as features know it. */
export function filterOf({ words, name, type, article, range }: FilterParams): EventFilter {
  return {
    ...(words === undefined ? {} : { words }), ...(name === undefined ? {} : { name: name.id }), ...(type === undefined ? {} : { type: type as EventType }),
    ...(article === undefined ? {} : { article: article.id }), ...(range === undefined ? {} : { range }),
  };
}

/** Rows of the events view. */
export async function eventsView(context: ViewContext, options: EventsOptions, of: string | undefined): Promise<RowsAnswer> {
  const { store, page } = context, filter = filterOf(options.filter), step = stepsOf(of).at(-1);
  if (!step || of === undefined) return firstLevel(context, options, filter);
  switch (step.kind) {
    case 'year': return allOf(await periodRows(store, options, filter, of, step.key), page);
    case 'period': return eventsOf(context, options, filter, of, { period: step.key });
    case 'type': return eventsOf(context, options, filter, of, { type: step.key as EventType });
    case 'name': case 'about': return eventsOf(context, options, filter, of, { name: Number(step.key) });
    case 'event': return allOf(await belowEvent(store, of, step.key), page);
    default: return nothing;
  }
}

async function eventsOf({ store, page }: ViewContext, { order }: EventsOptions, filter: EventFilter, of: string, group: EventGroup): Promise<RowsAnswer> {
  const [events, total] = await Promise.all([listEvents(store, filter, group, order, page), countEvents(store, filter, group)]);
  return { rows: await eventRows(store, of, events, group.period ?? ''), total };
}

async function firstLevel({ store, page }: ViewContext, options: EventsOptions, filter: EventFilter): Promise<RowsAnswer> {
  const message = await messageOf(store, options.filter, filter);
  const first = await aboutRows(store, options.first ?? [], filter);
  if (options.grouping === 'name') {
    const { names, more } = await eventNames(store, filter, page);
    const rows = names.map(({ name, count }): Row => groupRow('name', name.id, name.canonical, count, 'closed', nameIcons[name.kind], nameData(name)));
    return { rows: page.offset === 0 ? [...first, ...rows] : rows, total: page.offset + rows.length + (more ? 1 : 0), ...(message ? { message } : {}) };
  }
  if (options.grouping === 'type') {
    const types = await eventTypes(store, filter);
    return allOf([...first, ...types.map(({ type, count }) => groupRow('type', type, eventTypeName(type, t), count, 'closed', eventIcons[type]))], page, message);
  }
  return allOf([...first, ...(await periodRows(store, options, filter, undefined))], page, message);
}

/** Whether the months are so many that they stand under their years. */
export function standsUnderYears(periods: readonly EventPeriodCount[]): boolean {
  return periods.length > MONTHS_IN_SIGHT;
}

/** Rows of months and years; those of one year below it, and all on the first level where they are few. */
async function periodRows(store: CorpusStore, { order }: EventsOptions, filter: EventFilter, parent: string | undefined, year?: string): Promise<Row[]> {
  const periods = await eventPeriods(store, filter, order, t);
  const yearOf = ({ key }: EventPeriodCount): string | undefined => (isUndated(key) || key.includes('/') ? undefined : key.slice(0, 4));
  let shown = 0;
  const row = (period: EventPeriodCount): Row => {
    shown += period.count;
    return groupRow('period', period.key, period.label, period.count, shown <= OPEN_EVENTS || period.count === shown ? 'open' : 'closed', undefined, undefined, parent);
  };
  if (year !== undefined) return periods.filter((period) => yearOf(period) === year).map(row);
  if (!standsUnderYears(periods)) return periods.map(row);
  const rows: Row[] = [], years = new Map<string, number>();
  for (const period of periods) years.set(yearOf(period) ?? '', (years.get(yearOf(period) ?? '') ?? 0) + period.count);
  for (const period of periods) {
    const own = yearOf(period);
    if (own === undefined) rows.push(row(period));
    else if (years.has(own)) {
      rows.push(groupRow('year', own, own, years.get(own)!, rows.length === 0 ? 'open' : 'closed'));
      years.delete(own);
    }
  }
  return rows;
}

/** Events about the names under the cursor stand before all others. */
async function aboutRows(store: CorpusStore, names: readonly number[], filter: EventFilter): Promise<Row[]> {
  const rows: Row[] = [];
  for (const id of names) {
    const name = await store.name(id), count = name ? await countEvents(store, filter, { name: id }) : 0;
    if (name && count > 0) rows.push(groupRow('about', id, t('About {0}', name.canonical), count, rows.length === 0 ? 'open' : 'closed', 'target', nameData(name)));
  }
  return rows;
}

function groupRow(kind: string, key: string | number, label: string, count: number, children: 'open' | 'closed', icon?: string, data?: Row['data'], parent?: string): Row {
  return {
    id: rowId(parent, kind, key), kind: `group${data ? ' name' : ''}`, label, description: digits(count), spoken: spokenOf(label, eventsInWords(count)),
    children, ...(icon === undefined ? {} : { icon }), ...(data ? { data } : {}),
  };
}

/** What is filtered and how much is left, in words; undefined when nothing is filtered, or nothing is left: the view has words of its own for that. */
async function messageOf(store: CorpusStore, { words, name, type, article, range }: FilterParams, filter: EventFilter): Promise<string | undefined> {
  const days = range === undefined ? undefined : readRange(range);
  const parts = [
    words && `“${words}”`, name?.label, type && eventTypeName(type as EventType, t), article?.label,
    days && (days.from && days.to ? t('{0} to {1}', dateInWords(days.from, t), dateInWords(days.to, t)) : days.from ? t('from {0}', dateInWords(days.from, t)) : t('until {0}', dateInWords(days.to, t))),
  ].filter(Boolean).join(', ');
  if (parts === '') return undefined;
  const count = await countEvents(store, filter, {});
  return count === 0 ? undefined : count === 1 ? t('1 event matches {0}', parts) : t('{0} events match {1}', count, parts);
}
