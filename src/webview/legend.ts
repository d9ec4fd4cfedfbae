import type { Measure, Scene, Shape } from './scene';
import { say } from './words';

type Sample = readonly [draw: (x: number, y: number) => readonly Shape[], words: string];

const event = 'event fact';
const samples = (picture: 'events' | 'coverage'): readonly Sample[] => (picture === 'coverage' ? [
  [(x, y) => [{ kind: 'circle', look: 'reported', x, y, r: 6 }], say('reported, by others too')],
  [(x, y) => [{ kind: 'circle', look: 'alone', x, y, r: 6 }], say('reported by this source alone')],
] : [
  [(x, y) => [{ kind: 'circle', look: event, x, y, r: 4 }], say('on this day; larger: more sources')],
  [(x, y) => [{ kind: 'rect', look: `${event} span`, x: x - 11, y: y - 4, width: 22, height: 8, r: 4 }], say('some day of this time')],
  [(x, y) => [{ kind: 'path', look: 'event arrow', d: `M${x + 2} ${y}H${x - 10}M${x - 5} ${y - 4}L${x - 10} ${y}L${x - 5} ${y + 4}` }, { kind: 'circle', look: `${event} unsure`, x: x + 6, y, r: 4 }], say('by this day')],
  [(x, y) => [{ kind: 'circle', look: `${event} unsure`, x, y, r: 5 }], say('date inferred')],
  [(x, y) => [{ kind: 'circle', look: 'event nofact', x, y, r: 5 }], say('planned, denied or feared')],
  [(x, y) => [{ kind: 'circle', look: `${event} disputed`, x: x - 3, y, r: 5 }, { kind: 'path', look: 'unequal', d: `M${x + 3} ${y - 6}h7M${x + 3} ${y - 3}h7M${x + 4.5} ${y - 0.5}l4 -8` }], say('sources disagree')],
  [(x, y) => [{ kind: 'rect', look: 'cluster', x: x - 11, y: y - 8, width: 22, height: 16, r: 8 }, { kind: 'text', look: 'number', x, y: y + 4, text: '12', anchor: 'middle' }], say('that many close together')],
]);

const LINE = 22, SAMPLE = 34;

/** What the looks of a picture mean. */
export function legendScene(picture: 'events' | 'coverage', width: number, measure: Measure): Scene {
  let x = 8, y = LINE / 2;
  const shapes: Shape[] = [];
  for (const [draw, words] of samples(picture)) {
    const needs = SAMPLE + measure(words) + 18;
    if (x > 8 && x + needs > width) { x = 8; y += LINE; }
    shapes.push(...draw(x + SAMPLE / 2 - 4, y), { kind: 'text', look: 'note', x: x + SAMPLE, y: y + 4, text: words });
    x += needs;
  }
  return { width, height: y + LINE / 2, groups: [{ key: 'legend', shapes }] };
}
