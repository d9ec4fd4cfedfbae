import type { TimelineEvent } from '../server/protocol';
import type { Shape } from './scene';
import { isDay, type When } from './time';
import { say, sourcesInWords } from './words';

/** Pixels from the middle of a mark to its edge, by how many sources report it. */
export const radius = (sources: number): number => Math.min(9, 4 + 1.9 * Math.sqrt(Math.max(0, sources - 1)));

/** Pixels of the arrow that stands for "by". */
const ARROW = 22;
const NARROWEST_SPAN = 12;

/** What a mark takes of the axis, pixels, for a scale. */
export function extentOfMark(event: TimelineEvent, when: When, scale: (ms: number) => number): { readonly from: number; readonly to: number } {
  const r = radius(event.reportedBy.length);
  if (when.open) return { from: scale(when.to) - ARROW - r, to: scale(when.to) };
  const from = scale(when.from), to = scale(when.to), middle = (from + to) / 2;
  if (isDay(when)) return { from: middle - r, to: middle + r };
  return to - from < NARROWEST_SPAN ? { from: middle - NARROWEST_SPAN / 2, to: middle + NARROWEST_SPAN / 2 } : { from, to };
}

/** The looks of an event: whether it is a plain fact, how its date is known, whether the sources disagree. */
export function looksOf(event: TimelineEvent): string {
  return ['event', event.fact ? 'fact' : 'nofact', ...(event.reason === '' ? [] : ['unsure']), ...(event.disagreements.length > 0 ? ['disputed'] : [])].join(' ');
}

/** The sign for "unequal" at the upper right of a mark whose sources disagree, since colour alone would not do. */
const unequal = (x: number, y: number): Shape => ({ kind: 'path', look: 'unequal', d: `M${x} ${y - 2}h7M${x} ${y + 1}h7M${x + 1.5} ${y + 3.5}l4 -8` });

/** A mark at its extent around a line: a disc for a day, a bar for the days that come into question, an arrow for "by". */
export function shapesOfMark(event: TimelineEvent, when: When, extent: { readonly from: number; readonly to: number }, y: number): Shape[] {
  const disputed = event.disagreements.length > 0 ? [unequal(extent.to - 2, y - 7)] : [];
  return [...outline(event, when, extent, y), ...disputed];
}

function outline(event: TimelineEvent, when: When, { from, to }: { readonly from: number; readonly to: number }, y: number): Shape[] {
  const r = radius(event.reportedBy.length), look = looksOf(event);
  if (when.open) {
    const tip = to - ARROW - r;
    return [
      { kind: 'path', look: 'event arrow', d: `M${to - r * 2} ${y}H${tip + 2}M${tip + 7} ${y - 4}L${tip + 2} ${y}L${tip + 7} ${y + 4}` },
      { kind: 'circle', look, x: to - r, y, r },
    ];
  }
  if (isDay(when)) return [{ kind: 'circle', look, x: (from + to) / 2, y, r }];
  return [{ kind: 'rect', look: `${look} span`, x: from, y: y - r, width: to - from, height: 2 * r, r: Math.min(r, 4) }];
}

/** When it happened, with why that is not certain. */
export const dateOf = ({ date, reason }: TimelineEvent): string => (reason === '' ? date : date === '' ? reason : `${date} (${reason})`);

/** Everything that a mark shows, in words. */
export function labelOf(event: TimelineEvent): string {
  const parts = [event.title, dateOf(event), sourcesInWords(event.reportedBy.length)];
  if (event.disagreements.length > 0) parts.push(say('sources disagree'));
  return parts.join(', ');
}
