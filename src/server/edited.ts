/** A range of a text, in UTF-16 code units, half open. */
interface Range { readonly start: number; readonly end: number }

/**
 * Where ranges of a text stand after an edit of it: what the two texts have in common at their beginnings and at their ends is taken for untouched.
 * Undefined for a range that the edit touches or adjoins.
 */
export function edited(before: string, after: string): (range: Range) => Range | undefined {
  const most = Math.min(before.length, after.length);
  let head = 0, tail = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  const shift = after.length - before.length, from = before.length - tail;
  if (head === before.length && shift === 0) return (range) => range;
  return ({ start, end }) => (end < head ? { start, end } : start > from ? { start: start + shift, end: end + shift } : undefined);
}
