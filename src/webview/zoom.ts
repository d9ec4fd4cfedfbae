import { select } from 'd3-selection';
import { zoom, type ZoomBehavior, zoomIdentity, type ZoomTransform } from 'd3-zoom';
import { DAY, type Window, YEAR } from './time';

/** Whether a wheel goes up or down rather than sideways. */
const upright = ({ deltaX, deltaY }: WheelEvent): boolean => Math.abs(deltaX) <= Math.abs(deltaY);

/** The window of time that is looked at: moved by wheel, drag, pinch, and by the methods. */
export class TimeZoom {
  private readonly behaviour: ZoomBehavior<HTMLElement, unknown>;
  private base: Window = [0, DAY];
  private left = 0;
  private width = 1;
  /** Undefined while all is looked at, whatever comes. */
  private chosen: Window | undefined;
  /** True while the element follows a change that was made here. */
  private quiet = false;
  /** False while the picture has no axis to move along. */
  enabled = true;

  /** @param moved called when the writer has moved the window; `settled` when a movement is over */
  constructor(private readonly target: HTMLElement, moved: () => void, settled: () => void) {
    this.behaviour = zoom<HTMLElement, unknown>()
      .filter((event: WheelEvent | MouseEvent) => this.enabled && !event.button && (event.type !== 'wheel' || (upright(event as WheelEvent) && event.clientX - target.getBoundingClientRect().left >= this.left)))
      .clickDistance(4)
      .on('zoom', ({ transform }: { transform: ZoomTransform }) => {
        if (this.quiet) return;
        this.chosen = this.windowOf(transform);
        moved();
      })
      .on('end', () => { if (!this.quiet) settled(); });
    select(target).call(this.behaviour).on('dblclick.zoom', null);
    // A sideways wheel moves along the axis.
    target.addEventListener('wheel', (event) => {
      if (!this.enabled || upright(event)) return;
      event.preventDefault();
      this.behaviour.translateBy(select(target), -event.deltaX / select(target).property('__zoom').k, 0);
    }, { passive: false });
  }

  /** What is looked at. */
  get window(): Window {
    return this.chosen ?? this.base;
  }

  /** The window to be kept; undefined while all is looked at. */
  get kept(): Window | undefined {
    return this.chosen;
  }

  /** Says what there is to look at, and on how many pixels: the axis goes from `left` to `width`. The window stays as it is. */
  fit(base: Window, left: number, width: number): void {
    const room = Math.max(0, 12 * YEAR - (base[1] - base[0])) / 2;
    Object.assign(this, { base, left, width: Math.max(left + 1, width) });
    this.behaviour.extent([[left, 0], [this.width, 1]]).scaleExtent([(base[1] - base[0]) / (base[1] - base[0] + 2 * room), (base[1] - base[0]) / DAY]);
    this.follow();
  }

  /** Looks at a window, else at all there is. */
  look(window: Window | undefined): void {
    this.chosen = window;
    this.follow();
  }

  /** Makes the window that many times shorter, around its middle. */
  scale(factor: number): void {
    this.behaviour.scaleBy(select(this.target), factor);
  }

  /** Moves the window by that share of itself. */
  pan(share: number): void {
    this.behaviour.translateBy(select(this.target), -share * (this.width - this.left) / (select(this.target).property('__zoom') as ZoomTransform).k, 0);
  }

  private windowOf({ k, x }: ZoomTransform): Window {
    const perPixel = (this.base[1] - this.base[0]) / (this.width - this.left);
    const at = (pixel: number): number => this.base[0] + ((pixel - x) / k - this.left) * perPixel;
    return [at(this.left), at(this.width)];
  }

  private follow(): void {
    const [from, to] = this.window, span = this.width - this.left, pixels = span / (this.base[1] - this.base[0]);
    const k = (this.base[1] - this.base[0]) / Math.max(1, to - from);
    const x = this.left - k * (this.left + (from - this.base[0]) * pixels);
    this.quiet = true;
    this.behaviour.transform(select(this.target), zoomIdentity.translate(x, 0).scale(k));
    this.quiet = false;
  }
}
