import type { TimelineEvent } from '../server/protocol';
import { whenOf } from './time';
import { say } from './words';

/** What lanes stand for. */
export type LanesBy = 'name' | 'type';

/** A lane: a name or a type, with its dated events in the order they were given. */
export interface Lane {
  readonly key: string;
  readonly label: string;
  readonly events: readonly TimelineEvent[];
}

/** When so many names take part in several events, those that take part in one only have no lane of their own. */
const FEW = 3;

/** Who takes part, by name: `protesters` and `1,200 people` are no names. */
const namesOf = ({ who, whom }: TimelineEvent): readonly string[] => [...new Set([...who, ...whom])].filter((name) => /^[\p{Lu}\p{Lo}]/u.test(name));

/**
 * The lanes of the dated events, fullest first. By name an event stands in the lane of each name that takes part; those in none of the
 * `most` fullest lanes stand in a last one. `hidden` is how many names that one holds.
 */
export function lanesOf(events: Iterable<TimelineEvent>, by: LanesBy, most: number): { readonly lanes: readonly Lane[]; readonly hidden: number } {
  const dated = [...events].filter((event) => whenOf(event));
  const filled = new Map<string, TimelineEvent[]>();
  for (const event of dated) {
    for (const key of by === 'type' ? [event.type] : namesOf(event)) {
      const lane = filled.get(key);
      if (lane) lane.push(event);
      else filled.set(key, [event]);
    }
  }
  const full = [...filled].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  if (by === 'type') return { lanes: full.map(([key, list]) => ({ key: `type:${key}`, label: list[0]!.typeName, events: list })), hidden: 0 };
  const several = full.filter(([, list]) => list.length > 1), order = several.length >= FEW ? several : full;
  const shown = order.slice(0, most), names = new Set(shown.map(([key]) => key));
  const rest = dated.filter((event) => !namesOf(event).some((name) => names.has(name)));
  const lanes: Lane[] = shown.map(([key, list]) => ({ key: `name:${key}`, label: key, events: list }));
  if (rest.length > 0) lanes.push({ key: 'rest', label: lanes.length > 0 ? say('Others') : say('Nobody named'), events: rest });
  return { lanes, hidden: order.length - shown.length };
}
