import { eventPeriods, eventSources, findEvents, listEvents } from '../../features/listEvents';
import type { ServerContext } from '../context';
import { toEventItem, toEventSourceItem } from '../convert';
import type { EventItem, EventPeriod, EventPeriodsParams, EventSourceItem, EventSourcesParams, EventsParams, FindEventsParams } from '../protocol';

export async function onEventPeriods({ session }: ServerContext, params: EventPeriodsParams): Promise<EventPeriod[]> {
  return session.store ? eventPeriods(session.store, params) : [];
}

export async function onEvents({ session }: ServerContext, params: EventsParams): Promise<EventItem[]> {
  return session.store ? (await listEvents(session.store, params)).map((event) => toEventItem(event, params.period)) : [];
}

export async function onEventSources({ session }: ServerContext, params: EventSourcesParams): Promise<EventSourceItem[]> {
  return session.store ? (await eventSources(session.store, params.id)).map(toEventSourceItem) : [];
}

export async function onFindEvents({ session }: ServerContext, { words, limit }: FindEventsParams): Promise<EventItem[]> {
  return session.store ? (await findEvents(session.store, words, limit)).map((event) => toEventItem(event, '')) : [];
}
