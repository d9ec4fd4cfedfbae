import type { Coverage, CoverageRow } from './coverage';
import { labelOf } from './eventMark';
import { fitText, type Group, type Measure, type Scene, type Shape } from './scene';
import { digits, say } from './words';

const ROW = 24, COLUMN = 30, MIDDLE = ROW / 2;
/** Pixels for the name of a source, and how far it leans over the right edge of its column. */
const NAME_ROOM = 130, LEANING = 76;

export interface CoverageLayout {
  readonly width: number;
  readonly measure: Measure;
  readonly selected?: string | undefined;
}

/** How many sources have room beside the events. */
export const columnsIn = (width: number): number => Math.max(3, Math.floor((width * 0.55) / COLUMN));

interface Places { readonly title: number; readonly date: number; readonly cells: number }

/** Where title, date and cells begin. A narrow tab has no room for dates. */
function placesOf({ columns }: Coverage, width: number): Places {
  const cells = width - columns.length * COLUMN - (width > 480 ? LEANING : 34), date = cells > 420 ? 150 : 0;
  return { title: 8, date: cells - date, cells };
}

/** The names of the sources above their columns, with how many events each reports, and how many no other does. */
export function sourcesScene(coverage: Coverage, { width, measure }: CoverageLayout): Scene {
  const { cells } = placesOf(coverage, width), names = Math.min(NAME_ROOM, 12 + Math.max(0, ...coverage.columns.map(({ label }) => measure(label)))) * 0.82 + 14;
  const first = names + 18, height = first + 24, room = cells - 20;
  const shapes: Shape[] = [
    { kind: 'text', look: 'note', x: 8, y: first, text: fitText(say('Events it reports'), room, measure) },
    { kind: 'text', look: 'note', x: 8, y: first + 16, text: fitText(say('No other source reports'), room, measure) },
    { kind: 'path', look: 'rule', d: `M0 ${height - 0.5}H${width}` },
  ];
  for (const [i, { label, events, alone }] of coverage.columns.entries()) {
    const x = cells + i * COLUMN + COLUMN / 2;
    shapes.push(
      { kind: 'text', look: 'title', x: x + 4, y: names, text: fitText(label, Math.min(NAME_ROOM, (width - x - 8) * 1.7), measure), turned: true },
      { kind: 'text', look: 'count', x, y: first, text: digits(events), anchor: 'middle' },
      { kind: 'text', look: 'count', x, y: first + 16, text: digits(alone), anchor: 'middle' },
    );
  }
  return { width, height, groups: [{ key: 'sources', shapes }] };
}

/** A line for each of the events, with a mark under each source that reports it. */
export function coverageScene(coverage: Coverage, rows: readonly CoverageRow[], layout: CoverageLayout): Scene {
  const { width } = layout, { cells } = placesOf(coverage, width), height = rows.length * ROW;
  const grid = coverage.columns.map((_, i): Shape => ({ kind: 'path', look: 'grid', d: `M${cells + i * COLUMN + COLUMN / 2} 0V${height}` }));
  return { width, height, groups: [{ key: 'grid', shapes: grid }, ...rows.map((row, line) => rowGroup(coverage, row, line, layout)), { key: 'beside', look: 'beside', shapes: rows.flatMap((row, line) => besides(coverage, row, line, layout)) }] };
}

/** What is to be read in the line of an event: its title, its date, and how many sources that have no column report it. */
function besides(coverage: Coverage, { event, others }: CoverageRow, line: number, { width, measure, selected }: CoverageLayout): Shape[] {
  const { title, date, cells } = placesOf(coverage, width), base = line * ROW + 16;
  const shapes: Shape[] = [{ kind: 'text', look: event.id === selected ? 'title chosentitle' : 'title', x: title, y: base, text: fitText(event.title, date - title - 12, measure) }];
  if (date < cells) shapes.push({ kind: 'text', look: 'note', x: date, y: base, text: fitText(event.date, cells - date - 12, measure) });
  if (others > 0) shapes.push({ kind: 'text', look: 'note', x: width - 6, y: base, text: `+${digits(others)}`, anchor: 'end' });
  return shapes;
}

function rowGroup(coverage: Coverage, { event, columns, only }: CoverageRow, line: number, { width, selected }: CoverageLayout): Group {
  const { title, cells } = placesOf(coverage, width), y = line * ROW, chosen = event.id === selected;
  const shapes: Shape[] = [
    { kind: 'rect', look: chosen ? 'halo' : 'line', x: 0, y, width, height: ROW },
    ...columns.map((i): Shape => ({ kind: 'circle', look: only === undefined ? 'reported' : 'alone', x: cells + i * COLUMN + COLUMN / 2, y: y + MIDDLE, r: 6 })),
    { kind: 'path', look: 'rule', d: `M0 ${y + ROW - 0.5}H${width}` },
  ];
  const names = columns.map((i) => coverage.columns[i]!.label).join('; ');
  const label = only === undefined ? say('{0}; reported by {1}', labelOf(event), names) : say('{0}; rests on one source: {1}', labelOf(event), only);
  return { key: `row ${event.id}`, look: chosen ? 'chosen' : '', mark: { ids: [event.id], label, line, x: title, y: y + MIDDLE }, shapes };
}
