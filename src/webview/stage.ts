import { draw, drawStill, type MarkActions, svgElement } from './draw';
import { element } from './element';
import type { Group, Mark, Measure, Scene } from './scene';
import { say } from './words';
import { type Step, stepFrom } from './walk';

/** A mark with the key of its group. */
type KeyedMark = Mark & { readonly key: string };

/** Where the picture is drawn: a head that stays while the body scrolls, and the marks that the keyboard goes over. */
export class Stage {
  readonly plot: HTMLElement;
  private readonly head = svgElement({ class: 'head' });
  private readonly body = svgElement({ class: 'body', role: 'group' });
  private marks: readonly KeyedMark[] = [];
  private current: string | undefined;

  constructor(private readonly actions: MarkActions) {
    this.plot = element('div', { class: 'plot', tabindex: -1 });
    this.plot.append(this.head, this.body);
    this.plot.addEventListener('focusin', ({ target }) => {
      const key = target instanceof Element ? target.closest<SVGGElement>('g.mark')?.dataset['key'] : undefined;
      if (key !== undefined) this.setCurrent(key);
    });
  }

  get width(): number {
    return this.plot.clientWidth;
  }

  /** The mark that has the keyboard or had it last; undefined when it is not drawn. */
  get mark(): Mark | undefined {
    return this.marks.find(({ key }) => key === this.current);
  }

  draw(head: Scene, body: Scene, label: string): void {
    const hadFocus = this.body.contains(document.activeElement);
    this.marks = body.groups.flatMap(({ key, mark }: Group) => (mark ? [{ ...mark, key }] : []));
    this.body.setAttribute('aria-label', label);
    drawStill(this.head, head);
    draw(this.body, body, this.current, this.actions);
    // The mark that had the keyboard may be gone: the arrow keys must still work.
    if (hadFocus && !this.body.contains(document.activeElement)) (this.body.querySelector<SVGGElement>('g[tabindex="0"]') ?? this.plot).focus();
  }

  /** Gives the keyboard to the mark that a step leads to; to the chosen one, or the first, when none has it. */
  step(step: Step): void {
    const from = this.body.contains(document.activeElement) ? this.marks.find(({ key }) => key === this.current) : undefined;
    const chosen = this.body.querySelector<SVGGElement>('g.chosen')?.dataset['key'];
    this.focus((from ? stepFrom(this.marks, from, step) : (this.marks.find(({ key }) => key === chosen) ?? this.marks[0]))?.key);
  }

  /** Brings what is chosen into view. */
  reveal(): void {
    this.body.querySelector('g.chosen')?.scrollIntoView({ block: 'nearest' });
  }

  private focus(key: string | undefined): void {
    const node = [...this.body.querySelectorAll<SVGGElement>('g.mark')].find(({ dataset }) => dataset['key'] === key);
    node?.focus();
  }

  private setCurrent(key: string): void {
    this.current = key;
    for (const node of this.body.querySelectorAll<SVGGElement>('g.mark')) node.setAttribute('tabindex', node.dataset['key'] === key ? '0' : '-1');
  }
}

/** Widths of texts in a font, in pixels; asked for again, they are known. */
export function measureIn(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d')!, known = new Map<string, number>();
  context.font = font;
  return (text) => {
    let width = known.get(text);
    if (width === undefined) {
      if (known.size > 50_000) known.clear();
      known.set(text, (width = context.measureText(text).width));
    }
    return width;
  };
}

/** What a screen reader calls the picture. */
export const stageLabel = (picture: 'events' | 'coverage'): string => (picture === 'events' ? say('Events over time. Arrow keys go from event to event, + and - zoom, Enter opens the passage.') : say('Which source reports which events. Arrow keys go from event to event, Enter opens the passage.'));
