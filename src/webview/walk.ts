import type { Mark } from './scene';

/** A way that the keyboard goes over the marks. */
export type Step = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** The mark that a step leads to from one; the same when there is none that way, the first mark when `from` is not there. */
export function stepFrom<T extends Mark>(marks: readonly T[], from: T | undefined, step: Step): T | undefined {
  if (!from) return marks[0];
  const beside = marks.filter(({ line }) => line === from.line).sort((a, b) => a.x - b.x || a.y - b.y);
  const at = beside.indexOf(from);
  switch (step) {
    case 'left': return beside[at - 1] ?? from;
    case 'right': return beside[at + 1] ?? from;
    case 'first': return beside[0];
    case 'last': return beside.at(-1);
    case 'up': return nearest(marks, from, -1);
    case 'down': return nearest(marks, from, 1);
  }
}

/** The mark that is nearest along the axis in the next line that has one. */
function nearest<T extends Mark>(marks: readonly T[], from: T, direction: 1 | -1): T {
  let line: number | undefined, best: T | undefined;
  for (const mark of marks) {
    if (Math.sign(mark.line - from.line) !== direction) continue;
    if (line === undefined || (mark.line - line) * direction < 0) { line = mark.line; best = undefined; }
    if (mark.line === line && (!best || Math.abs(mark.x - from.x) < Math.abs(best.x - from.x))) best = mark;
  }
  return best ?? from;
}
