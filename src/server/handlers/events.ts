import { eventSources, findEvents } from '../../features/listEvents';
import type { ServerContext } from '../context';
import { toEventItem, toEventSourceItem } from '../convert';
import type { EventItem, EventSourceItem, EventSourcesParams, FindEventsParams } from '../protocol';

/** Events for a pick, newest first. */
export async function onFindEvents({ session }: ServerContext, { words, limit }: FindEventsParams): Promise<EventItem[]> {
  return session.store ? (await findEvents(session.store, words, limit)).map(toEventItem) : [];
}

/** The passages that report an event. */
export async function onEventSources({ session }: ServerContext, params: EventSourcesParams): Promise<EventSourceItem[]> {
  return session.store ? (await eventSources(session.store, params.id)).map(toEventSourceItem) : [];
}
