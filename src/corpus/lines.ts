import type { LinePosition, LineRange } from './store/store';

/** Where the lines of a text begin, as an editor counts them: LF, CRLF and CR each end a line. */
export class LineIndex {
  #found: readonly number[] | undefined;

  constructor(private readonly text: string) {}

  /** Found when first asked for: most texts are read for their words. */
  get #starts(): readonly number[] {
    return this.#found ??= startsOf(this.text);
  }

  /** Number of lines; a text always has one. */
  get lines(): number {
    return this.#starts.length;
  }

  /** Line and character of an offset; offsets outside the text count as its ends. */
  position(offset: number): LinePosition {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (this.#starts[low] ?? 0) };
  }

  /** Line and character of both ends. */
  range(start: number, end: number): LineRange {
    return { start: this.position(start), end: this.position(end) };
  }
}

function startsOf(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
