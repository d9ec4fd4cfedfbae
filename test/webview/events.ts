import type { TimelineEvent } from '../../src/server/protocol';

/** An event as the server tells of it, with what a test is about. */
export function event(id: string, more: Partial<TimelineEvent> = {}): TimelineEvent {
  return {
    id, title: `Event ${id}`, type: 'other', typeName: 'Other events', fact: true, start: null, end: null, date: 'date unknown', reason: '', who: [], whom: [], where: '',
    reportedBy: [1], disagreements: [], ...more,
  };
}

/** An event of one day. */
export const onDay = (id: string, day: string, more: Partial<TimelineEvent> = {}): TimelineEvent => event(id, { start: day, end: day, date: day, ...more });

/** A width that is as good as any: seven pixels for each character. */
export const measure = (text: string): number => 7 * text.length;
