import { select } from 'd3-selection';
import type { Group, Mark, Scene, Shape } from './scene';

/** What marks do. */
export interface MarkActions {
  choose(mark: Mark): void;
  enter(mark: Mark): void;
}

const attributesOf = (shape: Shape): Readonly<Record<string, string | number>> => {
  switch (shape.kind) {
    case 'rect': return { x: shape.x, y: shape.y, width: Math.max(0, shape.width), height: shape.height, rx: shape.r ?? 0 };
    case 'circle': return { cx: shape.x, cy: shape.y, r: shape.r };
    case 'path': return { d: shape.d };
    case 'text': return { x: shape.x, y: shape.y, 'text-anchor': shape.anchor ?? 'start', ...(shape.turned ? { transform: `rotate(-55 ${shape.x} ${shape.y})` } : {}) };
  }
};

function fill(parent: SVGGElement, shapes: readonly Shape[], title: string | undefined): void {
  const made = shapes.map((shape) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', shape.kind);
    node.setAttribute('class', shape.look);
    for (const [name, value] of Object.entries(attributesOf(shape))) node.setAttribute(name, String(value));
    if (shape.kind === 'text') node.textContent = shape.text;
    return node;
  });
  if (title !== undefined) {
    const words = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    words.textContent = title;
    parent.replaceChildren(words, ...made);
  } else parent.replaceChildren(...made);
}

/**
 * Draws a scene into an SVG element. What was there under the same key stays the same element, so that it keeps the keyboard. Marks are
 * buttons; only the one of `focusKey` (else the first) can be reached by Tab, the others by the arrow keys.
 */
export function draw(svg: SVGSVGElement, scene: Scene, focusKey: string | undefined, actions: MarkActions): void {
  svg.setAttribute('width', String(scene.width));
  svg.setAttribute('height', String(scene.height));
  const reachable = (scene.groups.find(({ key, mark }) => mark && key === focusKey) ?? scene.groups.find(({ mark }) => mark))?.key;
  select(svg).selectAll<SVGGElement, Group>(':scope > g').data(scene.groups as Group[], (group) => group.key).join('g').order().each(function ({ key, look, mark, shapes, x, y }) {
    const chosen = look?.split(' ').includes('chosen') ?? false;
    this.setAttribute('class', `${mark ? 'mark ' : ''}${look ?? ''}`);
    if (x || y) this.setAttribute('transform', `translate(${x ?? 0} ${y ?? 0})`);
    fill(this, shapes, mark?.label);
    if (!mark) {
      this.setAttribute('aria-hidden', 'true');
      return;
    }
    this.dataset['key'] = key;
    this.setAttribute('role', 'button');
    this.setAttribute('aria-label', mark.label);
    this.setAttribute('aria-pressed', String(chosen));
    this.setAttribute('tabindex', key === reachable ? '0' : '-1');
    this.onclick = () => actions.choose(mark);
    this.ondblclick = () => actions.enter(mark);
  });
}

/** Draws a scene in which nothing can be selected. */
export function drawStill(svg: SVGSVGElement, scene: Scene): void {
  draw(svg, { ...scene, groups: scene.groups.map(({ mark: _mark, ...group }) => group) }, undefined, { choose: () => undefined, enter: () => undefined });
}

/** An empty SVG element. */
export function svgElement(attributes: Readonly<Record<string, string>>): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  return svg;
}
