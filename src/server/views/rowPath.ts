import { headingOf } from '../../corpus/merging';
import type { CorpusStore } from '../../corpus/store/store';
import { eventPeriods } from '../../features/listEvents';
import type { RowPathParams } from '../protocol';
import { filterOf, standsUnderYears } from './eventsView';
import { rowId } from './rowId';

/** Ids of the rows from the first level down to an event or a name, itself last; empty when the view does not show it. */
export async function pathOfItem(store: CorpusStore, params: RowPathParams): Promise<readonly string[]> {
  const { item } = params;
  if (params.view === 'names' && item.kind === 'name') {
    const name = await store.name(Number(item.id));
    if (!name) return [];
    const kind = rowId(undefined, 'kind', name.kind);
    return [kind, rowId(kind, 'name', name.id)];
  }
  if (params.view === 'sources' && item.kind === 'article') return [rowId(undefined, 'article', item.id)];
  if (params.view !== 'events' || item.kind !== 'event') return [];
  const event = await store.event(String(item.id));
  if (!event) return [];
  const { grouping, filter, order } = params.options;
  if (grouping === 'type') return below([rowId(undefined, 'type', event.type)], event.id);
  if (grouping === 'name') return [];
  const heading = headingOf(event.date?.value), periods = await eventPeriods(store, filterOf(filter), order);
  if (!periods.some(({ key }) => key === heading)) return [];
  const year = standsUnderYears(periods) && /^\d{4}(?:-\d\d)?$/.test(heading) ? [rowId(undefined, 'year', heading.slice(0, 4))] : [];
  return below([...year, rowId(year[0], 'period', heading)], event.id);
}

function below(path: readonly string[], event: string): readonly string[] {
  return [...path, rowId(path.at(-1), 'event', event)];
}
