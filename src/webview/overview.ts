import { scaleUtc } from 'd3-scale';
import type { TimelineDensity } from '../server/protocol';
import { drawStill, svgElement } from './draw';
import type { Shape } from './scene';
import { DAY, whenOf, type Window } from './time';

const HEIGHT = 30;

/** How all events spread over time, with the window that is looked at. A second way to move it, by mouse; the keys do the same. */
export class Overview {
  readonly svg = svgElement({ class: 'overview', 'aria-hidden': 'true' });
  private at: (pixel: number) => number = () => 0;

  /** @param look called with the moment that is to be in the middle */
  constructor(look: (middle: number) => void) {
    const follow = (event: PointerEvent): void => { if (event.buttons === 1) look(this.at(event.offsetX)); };
    this.svg.addEventListener('pointerdown', (event) => { this.svg.setPointerCapture(event.pointerId); follow(event); });
    this.svg.addEventListener('pointermove', follow);
  }

  draw(density: readonly TimelineDensity[], base: Window, window: Window, left: number, width: number): void {
    const scale = scaleUtc().domain(base).range([left, width]).clamp(true);
    this.at = (pixel) => Number(scale.invert(pixel));
    const bars = density.flatMap(({ count, ...days }) => {
      const when = whenOf(days);
      // Stretches that are drawn over months would hide them.
      return when && when.to - when.from < 32 * DAY ? [{ from: scale(when.from), to: scale(when.to), count }] : [];
    });
    const most = Math.max(1, ...bars.map(({ count }) => count));
    const shapes = bars.map(({ from, to, count }): Shape => {
      const height = Math.max(2, Math.sqrt(count / most) * (HEIGHT - 8));
      return { kind: 'rect', look: 'bar', x: from, y: HEIGHT - height, width: Math.max(2, to - from - 1), height };
    });
    shapes.push({ kind: 'rect', look: 'looked', x: scale(window[0]), y: 1, width: Math.max(4, scale(window[1]) - scale(window[0])), height: HEIGHT - 2, r: 2 });
    drawStill(this.svg, { width, height: HEIGHT, groups: [{ key: 'overview', shapes }] });
  }
}
