/** A mark to be placed: its extent and the width of its whole label, pixels. */
export interface Packable {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly label: number;
}

/** One mark with the pixels that its label may take (0: none), `before` the mark or after it; or several that are drawn as one. */
export type Placed =
  | { readonly kind: 'one'; readonly id: string; readonly row: number; readonly from: number; readonly to: number; readonly label: number; readonly before: boolean }
  | { readonly kind: 'many'; readonly ids: readonly string[]; readonly row: number; readonly from: number; readonly to: number };

export interface PackOptions {
  /** Rows at most; what finds no room in them becomes one more row of marks that stand for many. */
  readonly rows: number;
  /** Marks closer than this many pixels are close. */
  readonly close: number;
  /** The edges: a label that would go beyond the right one stands before its mark, if the left one allows. */
  readonly left: number;
  readonly right: number;
  /** Where a fixed moment lies, so that the same marks stay together while the picture moves. */
  readonly origin: number;
}

/** As many marks that are close are still drawn one by one. */
const FEW = 3;
/** Pixels between what stands in one row, and what a label needs to be worth showing. */
const GAP = 6, SHORTEST_LABEL = 44;
/** Pixels of a mark that stands for many, for the number in it. */
export const manyWidth = (count: number): number => 14 + 7 * String(count).length;

interface Entity { readonly ids: readonly string[]; from: number; to: number; label: number; /** Pixels that its label takes before it. */ before: number }

interface Row { end: number; labelEnd: number; readonly members: Entity[] }

const shortest = (rows: readonly Row[]): Row | undefined => rows.reduce<Row | undefined>((best, row) => (best && best.end <= row.end ? best : row), undefined);

/** Places marks in rows without overlap, so that marks that are close become one and labels get what room there is. In time linear in the marks. */
export function pack(items: readonly Packable[], options: PackOptions): { readonly placed: readonly Placed[]; readonly rows: number } {
  const rows: Row[] = [];
  const left: Entity[] = [];
  const startOf = ({ from, before }: Entity): number => from - before;
  const entities = gather(items, options).sort((a, b) => startOf(a) - startOf(b) || b.to - a.to || (a.ids[0]! < b.ids[0]! ? -1 : 1));
  for (const entity of entities) {
    let row =
      rows.find(({ labelEnd }) => labelEnd + GAP <= startOf(entity)) ??
      (rows.length < options.rows ? rows[rows.push({ end: -Infinity, labelEnd: -Infinity, members: [] }) - 1] : undefined) ??
      shortest(rows.filter(({ end }) => end + GAP <= startOf(entity)));
    if (!row && entity.before > 0) {
      Object.assign(entity, { before: 0, label: 0 });
      row = shortest(rows.filter(({ end }) => end + GAP <= entity.from));
    }
    if (!row) {
      left.push(entity);
      continue;
    }
    row.members.push(entity);
    row.end = entity.to;
    row.labelEnd = entity.to + (entity.label > 0 && entity.before === 0 ? GAP + entity.label : 0);
  }
  const placed = rows.flatMap(({ members }, row) => members.map((entity, i): Placed => {
    const { ids, from, to } = entity;
    if (ids.length > 1) return { kind: 'many', ids, row, from, to };
    if (entity.before > 0) return { kind: 'one', id: ids[0]!, row, from, to, label: entity.label, before: true };
    const next = members[i + 1], room = Math.min(next ? startOf(next) - GAP : Infinity, options.right) - to - GAP;
    return { kind: 'one', id: ids[0]!, row, from, to, label: room >= Math.min(entity.label, SHORTEST_LABEL) ? Math.min(entity.label, room) : 0, before: false };
  }));
  const merged = merge(left);
  return { placed: [...placed, ...merged.map(({ ids, from, to }): Placed => (ids.length > 1 ? { kind: 'many', ids, row: rows.length, from, to } : { kind: 'one', id: ids[0]!, row: rows.length, from, to, label: 0, before: false }))], rows: rows.length + (merged.length > 0 ? 1 : 0) };
}

/** Marks of like extent at one place become one when they are more than a few. */
function gather(items: readonly Packable[], { close, origin, left, right }: PackOptions): Entity[] {
  const places = new Map<number, Packable[]>();
  for (const item of items) {
    const key = Math.floor(((item.from + item.to) / 2 - origin) / close) * 4096 + Math.min(4095, Math.round((item.to - item.from) / close));
    const place = places.get(key);
    if (place) place.push(item);
    else places.set(key, [item]);
  }
  return [...places.values()].flatMap((place): Entity[] =>
    place.length > FEW ? [together(place.map(({ id }) => id), Math.min(...place.map(({ from }) => from)), Math.max(...place.map(({ to }) => to)))]
      : place.map(({ id, from, to, label }) => ({ ids: [id], from, to, label, before: to + GAP + label > right && from - GAP - label > left ? GAP + label : 0 })));
}

/** Where many are drawn as one: as wide as they are, and wide enough for their number. */
function together(ids: readonly string[], from: number, to: number): Entity {
  const width = Math.max(manyWidth(ids.length), to - from), middle = (from + to) / 2;
  return { ids, from: middle - width / 2, to: middle + width / 2, label: 0, before: 0 };
}

/** What found no room, those that overlap as one. */
function merge(left: readonly Entity[]): { readonly ids: readonly string[]; readonly from: number; readonly to: number }[] {
  const merged: Entity[] = [];
  for (const entity of left) {
    let next = entity;
    for (let last = merged.at(-1); last && last.to + GAP > next.from; last = merged.at(-1)) {
      merged.pop();
      next = together([...last.ids, ...next.ids], Math.min(last.from, next.from), Math.max(last.to, next.to));
    }
    merged.push(next);
  }
  return merged;
}
