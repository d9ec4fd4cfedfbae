/** One line of a text; `end` is before its line break, `next` after it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** The lines of a text in order; LF, CRLF and CR end a line. An empty text has none. */
export function* linesOf(text: string, from = 0, to = text.length): Generator<Line> {
  let start = from;
  while (start < to) {
    let end = start;
    while (end < to && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    let next = Math.min(end + 1, to);
    if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 && next < to) next++;
    yield { start, end, next };
    start = next;
  }
}

/** Offset of the first character of a line that is neither space nor tab; its end when there is none. */
export function indentEnd(text: string, line: Line): number {
  let i = line.start;
  while (i < line.end && isBlankCode(text.charCodeAt(i))) i++;
  return i;
}

/** Space or tab. */
export function isBlankCode(code: number): boolean {
  return code === 32 || code === 9;
}

export function isBlankLine(text: string, line: Line): boolean {
  return indentEnd(text, line) === line.end;
}

/** How many times a character stands in a row from an offset. */
export function runLength(text: string, from: number, to: number): number {
  const code = text.charCodeAt(from);
  let i = from;
  while (i < to && text.charCodeAt(i) === code) i++;
  return i - from;
}
