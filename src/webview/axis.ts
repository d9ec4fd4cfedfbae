import { scaleUtc } from 'd3-scale';
import { DAY, dayWords, type Window } from './time';

/** A mark of the time axis. */
export interface Tick {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly label: string;
  /** The year that months or days belong to, where it changes; else empty. */
  readonly context: string;
}

/** Pixels that a label needs. */
const ROOM = 84;

/** Round times of a window, none finer than a day, for an axis of that many pixels. */
export function ticksOf(window: Window, width: number): Tick[] {
  const times = scaleUtc().domain(window).ticks(Math.max(2, Math.floor(width / ROOM))).map(Number);
  const days = times.filter((time) => time % DAY === 0);
  const shown = days.length > 0 ? days : [Math.floor((window[0] + window[1]) / 2 / DAY) * DAY];
  const unit = shown.every((time) => isFirst(time, 'year')) ? 'year' : shown.every((time) => isFirst(time, 'month')) ? 'month' : 'day';
  let before = '';
  return shown.map((at) => {
    const year = dayWords(at, { year: 'numeric' }), context = unit === 'year' || year === before ? '' : year;
    before = year;
    return { at, label: unit === 'year' ? year : dayWords(at, unit === 'month' ? { month: 'short' } : { day: 'numeric', month: 'short' }), context };
  });
}

function isFirst(time: number, of: 'year' | 'month'): boolean {
  const date = new Date(time);
  return date.getUTCDate() === 1 && (of === 'month' || date.getUTCMonth() === 0);
}
