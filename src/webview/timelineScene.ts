import { ticksOf } from './axis';
import { extentOfMark, labelOf, shapesOfMark } from './eventMark';
import type { Lane } from './lanes';
import { pack, type Packable, type Placed } from './pack';
import { fitText, type Group, type Measure, type Scene, type Shape } from './scene';
import { type When, whenOf, type Window, windowWords } from './time';
import { digits, eventsInWords, say } from './words';

export interface TimelineLayout {
  readonly window: Window;
  readonly width: number;
  readonly measure: Measure;
  /** The event that is selected. */
  readonly selected?: string | undefined;
}

/** Pixels for the line that tells of what lies beyond the edges. */
const BEYOND = 10;
const ROW = 22, PADDING = 5, HEADER = 18, MOST_ROWS = 5, CLOSE = 28, LONGEST_LABEL = 280;
/** From this width on, the names of lanes stand beside them; in a narrower tab above them. */
const WIDE = 620;

/** Pixels at the left that the names of lanes take. */
export const gutterOf = (width: number): number => (width >= WIDE ? Math.min(200, Math.round(width * 0.21)) : 0);

const scaleOf = ({ window, width }: TimelineLayout): ((ms: number) => number) => {
  const left = gutterOf(width), pixels = (width - left) / (window[1] - window[0]);
  return (ms) => left + (ms - window[0]) * pixels;
};

export const AXIS_HEIGHT = 34;

/** The time axis above the lanes. */
export function axisScene(layout: TimelineLayout): Scene {
  const scale = scaleOf(layout), { width } = layout, gutter = gutterOf(width);
  const shapes = ticksOf(layout.window, width - gutter).flatMap(({ at, label, context }): Shape[] => {
    const x = scale(at);
    const texts: Shape[] = [{ kind: 'text', look: 'tick', x: x + 4, y: 29, text: label }];
    if (context !== '') texts.push({ kind: 'text', look: 'context', x: x + 4, y: 13, text: context });
    return [{ kind: 'path', look: 'grid', d: `M${x} ${context === '' ? 18 : 3}V${AXIS_HEIGHT}` }, ...(x + layout.measure(label) + 4 > width ? [] : texts)];
  });
  return { width, height: AXIS_HEIGHT, groups: [{ key: 'axis', shapes: [...shapes, { kind: 'path', look: 'rule', d: `M0 ${AXIS_HEIGHT - 0.5}H${width}` }] }] };
}

/** The lanes with the events of the window. */
export function lanesScene(lanes: readonly Lane[], layout: TimelineLayout): Scene {
  const scale = scaleOf(layout), { window, width } = layout, gutter = gutterOf(width);
  const groups: Group[] = [];
  let y = 0;
  for (const [line, lane] of lanes.entries()) {
    const { placed, rows, items, earlier, later } = placeLane(lane, layout, scale);
    const top = y + (gutter > 0 ? PADDING : HEADER), height = Math.max(1, rows) * ROW + (rows > 0 && earlier + later > 0 ? BEYOND : 0);
    groups.push({ key: `lane ${lane.key}`, look: 'lane', shapes: laneShapes(lane, { y, top, height, gutter, width, earlier, later, measure: layout.measure }) });
    const titles: Shape[] = [];
    for (const each of placed) {
      const middle = top + each.row * ROW + ROW / 2, title = titleShape(each, items, middle, layout);
      if (title) titles.push(title);
      groups.push(markGroup(each, lane, items, line, middle, layout, title ? layout.measure(title.text) : 0));
    }
    // Titles may be cut, and stand beside their marks: what a mark says to a screen reader is its own label.
    groups.push({ key: `titles ${lane.key}`, look: 'beside', shapes: titles });
    y = top + height + PADDING;
    groups.push({ key: `rule ${lane.key}`, shapes: [{ kind: 'path', look: 'rule', d: `M0 ${y - 0.5}H${width}` }] });
  }
  const grid = ticksOf(window, width - gutter).map(({ at }): Shape => ({ kind: 'path', look: 'grid', d: `M${scale(at)} 0V${y}` }));
  return { width, height: y, groups: [{ key: 'grid', shapes: grid }, ...groups] };
}

interface Item { readonly event: Lane['events'][number]; readonly when: When; readonly extent: { readonly from: number; readonly to: number } }

function placeLane(lane: Lane, { width, measure, selected }: TimelineLayout, scale: (ms: number) => number) {
  const gutter = gutterOf(width), items = new Map<string, Item>(), all: Packable[] = [];
  let earlier = 0, later = 0;
  for (const event of lane.events) {
    const when = whenOf(event)!, whole = extentOfMark(event, when, scale);
    if (whole.to < gutter) earlier++;
    else if (whole.from > width) later++;
    else {
      // What begins or ends beyond the edge is cut there, so that its label is seen.
      const extent = { from: Math.max(whole.from, gutter - 4), to: Math.min(whole.to, width + 4) };
      items.set(event.id, { event, when, extent });
      const label = lane.events.length > 2_000 && event.id !== selected ? 0 : Math.min(LONGEST_LABEL, measure(event.title));
      all.push({ id: event.id, ...extent, label });
    }
  }
  const options = { rows: MOST_ROWS, close: CLOSE, origin: scale(0), left: gutter, right: width }, apart = all.filter(({ id }) => id === selected), whole = pack(all, options);
  // What is selected stays where it is; only where it would be one of many it is drawn by itself, above the others.
  if (apart.length === 0 || whole.placed.some((each) => each.kind === 'one' && each.id === selected)) return { ...whole, items, earlier, later };
  const first = pack(apart, { ...options, rows: 1 }), rest = pack(all.filter(({ id }) => id !== selected), { ...options, rows: MOST_ROWS - 1 });
  const placed: Placed[] = [...first.placed, ...rest.placed.map((each) => ({ ...each, row: each.row + first.rows }))];
  return { placed, rows: first.rows + rest.rows, items, earlier, later };
}

function laneShapes(lane: Lane, at: { y: number; top: number; height: number; gutter: number; width: number; earlier: number; later: number; measure: Measure }): Shape[] {
  const { y, top, height, gutter, width, measure } = at, total = digits(lane.events.length), shapes: Shape[] = [];
  if (gutter > 0) {
    shapes.push({ kind: 'text', look: 'lanename', x: 8, y: top + 15, text: fitText(lane.label, gutter - 30 - measure(total), measure) }, { kind: 'text', look: 'count', x: gutter - 8, y: top + 15, text: total, anchor: 'end' });
    shapes.push({ kind: 'path', look: 'rule', d: `M${gutter + 0.5} ${y}V${top + height + PADDING}` });
  } else {
    shapes.push({ kind: 'text', look: 'lanename', x: 6, y: y + 14, text: `${fitText(lane.label, width - 30 - measure(total), measure)} ${total}` });
  }
  if (at.earlier > 0) shapes.push({ kind: 'text', look: 'beyond', x: gutter + 4, y: top + height + 2, text: say('← {0} earlier', digits(at.earlier)) });
  if (at.later > 0) shapes.push({ kind: 'text', look: 'beyond', x: width - 4, y: top + height + 2, text: say('{0} later →', digits(at.later)), anchor: 'end' });
  return shapes;
}

function markGroup(placed: Placed, lane: Lane, items: ReadonlyMap<string, Item>, line: number, y: number, { selected }: TimelineLayout, title: number): Group {
  const { from, to } = placed, x = (from + to) / 2;
  if (placed.kind === 'many') {
    const number = digits(placed.ids.length);
    const days = windowWords(boundsOf(placed.ids.map((id) => items.get(id)!.when)));
    return {
      key: `mark ${lane.key} ${placed.ids[0]!}`, look: 'many', mark: { ids: placed.ids, label: `${lane.label}, ${eventsInWords(placed.ids.length)}, ${days}`, line, x, y },
      shapes: [{ kind: 'rect', look: 'cluster', x: from, y: y - 9, width: to - from, height: 18, r: 9 }, { kind: 'text', look: 'number', x, y: y + 4, text: number, anchor: 'middle' }],
    };
  }
  const { event, when, extent } = items.get(placed.id)!, chosen = event.id === selected, words = title === 0 ? 0 : title + 10;
  const hit: Shape = { kind: 'rect', look: chosen ? 'halo' : 'hit', x: from - 4 - (placed.before ? words : 0), y: y - 11, width: to - from + 8 + words, height: 22, r: 6 };
  return {
    key: `mark ${lane.key} ${event.id}`, look: chosen ? 'chosen' : '', mark: { ids: [event.id], label: say('{0}; lane {1}', labelOf(event), lane.label), line, x, y },
    shapes: [hit, ...shapesOfMark(event, when, extent, y)],
  };
}

/** The title of an event beside its mark, as far as there is room. */
function titleShape(placed: Placed, items: ReadonlyMap<string, Item>, y: number, { measure }: TimelineLayout): Extract<Shape, { kind: 'text' }> | undefined {
  if (placed.kind === 'many' || placed.label === 0) return undefined;
  const { event } = items.get(placed.id)!, text = fitText(event.title, placed.label + 1, measure);
  return { kind: 'text', look: 'title', text, y: y + 4, ...(placed.before ? { x: placed.from - 5, anchor: 'end' } : { x: placed.to + 5 }) };
}

/** From the first to the last of the days that come into question. */
export function boundsOf(all: readonly When[]): Window {
  let from = Infinity, to = -Infinity;
  for (const when of all) {
    from = Math.min(from, when.open ? when.to - 1 : when.from);
    to = Math.max(to, when.to);
  }
  return [from, to];
}
