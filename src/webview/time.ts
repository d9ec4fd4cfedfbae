import type { TimelineEvent } from '../server/protocol';
import { locale } from './words';

/** Milliseconds. */
export const DAY = 86_400_000;
export const YEAR = 365.25 * DAY;

/** A stretch of time, milliseconds since 1970, UTC, half open. */
export type Window = readonly [from: number, to: number];

const midnight = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);

/** The ISO day of a moment, UTC. */
export const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** When an event may have happened; `open`: it is only known to lie before the end, and `from` equals `to`. */
export interface When {
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
}

/** Each event is asked about many times while the picture moves. */
const known = new WeakMap<object, When>();

/** When an event may have happened; undefined for an undated one. */
export function whenOf(event: Pick<TimelineEvent, 'start' | 'end'>): When | undefined {
  let when = known.get(event);
  if (!when && event.end !== null && (when = readWhen(event))) known.set(event, when);
  return when;
}

function readWhen({ start, end }: Pick<TimelineEvent, 'start' | 'end'>): When | undefined {
  if (end === null) return undefined;
  const to = midnight(end) + DAY, from = start === null ? to : midnight(start);
  return Number.isFinite(from) && Number.isFinite(to) ? { from, to, open: start === null } : undefined;
}

/** Whether only one day comes into question. */
export const isDay = ({ from, to, open }: When): boolean => !open && to - from <= DAY;

/** The time that all the given days span, with some room at both ends; a month around today for none. */
export function extentOf(spans: Iterable<{ readonly start: string | null; readonly end: string | null }>, now = Date.now()): Window {
  let from = Infinity, to = -Infinity;
  for (const span of spans) {
    const when = whenOf(span);
    if (!when) continue;
    from = Math.min(from, when.from);
    to = Math.max(to, when.to);
  }
  if (from > to) return [now - 15 * DAY, now + 15 * DAY];
  const room = Math.max(2 * DAY, (to - from) * 0.04);
  return [from - room, to + room];
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day in words, UTC: `7 Oct 2023`. */
export function dayWords(ms: number, parts: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }): string {
  const key = JSON.stringify(parts);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale(), { ...parts, timeZone: 'UTC' })));
  return format.format(ms);
}

/** First and last day of a window in words: `7 Oct 2023 – 9 Nov 2024`. */
export function windowWords([from, to]: Window): string {
  const first = dayWords(from), last = dayWords(Math.max(from, to - 1));
  return first === last ? first : `${first} – ${last}`;
}

/** Of the events, the share that may stand outside of the first look, at either end. */
const OUTLIERS = 0.05;

/** What to look at first: all, or, where few events of long ago would press the rest together, the time that most of them lie in. */
export function firstWindow(events: Iterable<Pick<TimelineEvent, 'start' | 'end'>>, all: Window): Window | undefined {
  const middles = [...events].flatMap((event) => {
    const when = whenOf(event);
    return when ? [(when.from + when.to) / 2] : [];
  }).sort((a, b) => a - b);
  const skip = Math.floor(middles.length * OUTLIERS);
  if (middles.length < 8) return undefined;
  const from = middles[skip]!, to = middles[middles.length - 1 - skip]!, room = Math.max(7 * DAY, (to - from) * 0.08);
  return all[1] - all[0] > 2.5 * (to - from + 2 * room) ? [from - room, to + room] : undefined;
}
