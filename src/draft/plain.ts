import type { Span } from '../language/types';
import type { Block } from './text';

/** Stands for code, math, a citation or another thing within prose. */
export const OBJECT = '\ufffc';

/** The words of a stretch of a draft without its markup, and where each of them stands. */
export interface PlainText {
  readonly text: string;
  /** Offset in the draft of the character at `index`; `index` at the end gives the offset after the last character. */
  toSource(index: number): number;
  /** Index of the first plain character that stands at or after an offset of the draft. */
  toPlain(offset: number): number;
}

/**
 * The prose of a block as a reader sees it: markup is dropped, each thing that is no prose (a citation, code, math)
 * becomes one {@link OBJECT}. Line breaks stay as they are.
 * @param within only what lies in this span
 */
export function plainOf(source: string, block: Block, within: Span = block): PlainText {
  const parts: string[] = [], plainStarts: number[] = [], sourceStarts: number[] = [];
  let length = 0, next = 0, end = within.start;
  const push = (text: string, at: number, to: number): void => {
    parts.push(text);
    plainStarts.push(length);
    sourceStarts.push(at);
    length += text.length;
    end = Math.max(end, to);
  };
  const objectsBefore = (offset: number): void => {
    for (let inline = block.inlines[next]; inline && inline.start < offset; inline = block.inlines[++next]) {
      // A link's words are prose of their own; what stands for itself has none.
      if (inline.kind !== 'link' && inline.kind !== 'target' && inline.start >= within.start && inline.end <= within.end) push(inline.reads ?? OBJECT, inline.start, inline.end);
    }
  };
  for (const span of block.prose) {
    const from = Math.max(span.start, within.start), to = Math.min(span.end, within.end);
    if (to <= from) continue;
    objectsBefore(from);
    push(source.slice(from, to), from, to);
  }
  objectsBefore(within.end);
  const text = parts.join('');
  return {
    text,
    toSource: (index) => {
      if (index >= length) return end;
      const part = lastAtOrBefore(plainStarts, index);
      return part < 0 ? within.start : sourceStarts[part]! + index - plainStarts[part]!;
    },
    toPlain: (offset) => {
      const part = lastAtOrBefore(sourceStarts, offset);
      if (part < 0) return 0;
      return Math.min(plainStarts[part]! + offset - sourceStarts[part]!, plainStarts[part + 1] ?? length);
    },
  };
}

/** Index of the last value that is not greater than `value`; -1 when all are. `values` ascend. */
function lastAtOrBefore(values: readonly number[], value: number): number {
  let low = 0, high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
