/**
 * A picture as plain data, in pixels from its upper left corner: drawn in the tab by `draw`, written to a file by `svgText`. `look` names
 * what a shape is (several names, separated by spaces); the style sheet of the tab and the palette of files say how that looks.
 */
export type Shape =
  | { readonly kind: 'rect'; readonly look: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly r?: number }
  | { readonly kind: 'circle'; readonly look: string; readonly x: number; readonly y: number; readonly r: number }
  | { readonly kind: 'path'; readonly look: string; readonly d: string }
  | { readonly kind: 'text'; readonly look: string; readonly x: number; readonly y: number; readonly text: string; readonly anchor?: 'start' | 'middle' | 'end'; readonly turned?: true };

/** Something that can be selected: an event, or several that are drawn as one. */
export interface Mark {
  /** The events it stands for, at least one. */
  readonly ids: readonly string[];
  /** All that its look says, in words. */
  readonly label: string;
  /** Its line, from 0, counted from above over the whole picture; marks of one lane have one line. */
  readonly line: number;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
}

/** Shapes that belong together. */
export interface Group {
  /** Tells it from all others of its scene, and is the same for the same thing in the next one. */
  readonly key: string;
  readonly look?: string;
  readonly mark?: Mark;
  readonly shapes: readonly Shape[];
  readonly x?: number;
  readonly y?: number;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly Group[];
}

/** The width of a text in pixels, as it will be drawn. */
export type Measure = (text: string) => number;

/** The text, cut with an ellipsis where it is wider than the room; empty when not even that fits. */
export function fitText(text: string, room: number, measure: Measure): string {
  if (measure(text) <= room) return text;
  let low = 0, high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(`${text.slice(0, middle).trimEnd()}…`) <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${text.slice(0, low).trimEnd().replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Scenes below each other as one. */
export function stack(scenes: readonly Scene[], gap = 0): Scene {
  let y = 0;
  const groups: Group[] = [];
  for (const [i, scene] of scenes.entries()) {
    for (const group of scene.groups) groups.push({ ...group, key: `${i}:${group.key}`, y: (group.y ?? 0) + y });
    y += scene.height + gap;
  }
  return { width: Math.max(0, ...scenes.map(({ width }) => width)), height: Math.max(0, y - gap), groups };
}

/** The same with room around it. */
export function padded(scene: Scene, margin: number): Scene {
  return {
    width: scene.width + 2 * margin, height: scene.height + 2 * margin,
    groups: scene.groups.map((group) => ({ ...group, x: (group.x ?? 0) + margin, y: (group.y ?? 0) + margin })),
  };
}
