import type { NoiseSpan } from './article';

/** One line of a text without its line break; `[start, end)` in UTF-16 code units. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** The line without white space at its ends; empty for a blank line and for one beyond the length limit. */
  readonly trimmed: string;
  /** Where `trimmed` begins. */
  readonly textStart: number;
}

/** Lines longer than this are body text without a look: no marker and no byline is that long. */
export const lineLimit = 2000;

/** The lines of a text from an offset on (line ends: LF, CRLF, CR). */
export function* linesOf(text: string, from = 0): Generator<Line> {
  let start = from, feed = -1, carriage = -1;
  while (start < text.length) {
    // Each is looked for again only when it is passed, so that a text without one is walked once.
    if (feed < start) feed = next(text, '\n', start);
    if (carriage < start) carriage = next(text, '\r', start);
    const end = Math.min(feed, carriage);
    yield lineAt(text, start, end);
    start = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
}

/** Where a character stands next; the text's length when it does not. */
function next(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at < 0 ? text.length : at;
}

function lineAt(text: string, start: number, end: number): Line {
  if (end - start > lineLimit) return { start, end, trimmed: '', textStart: start };
  const line = text.slice(start, end), left = line.trimStart();
  return { start, end, trimmed: left.trimEnd(), textStart: start + line.length - left.length };
}

/** Puts spans in order and makes them disjoint: where two overlap, the one that begins earlier (then the longer) keeps the text. */
export function mergeNoise(spans: readonly NoiseSpan[]): NoiseSpan[] {
  const merged: NoiseSpan[] = [];
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(span.start, end);
    if (start >= span.end) continue;
    merged.push({ start, end: span.end, kind: span.kind });
    end = span.end;
  }
  return merged;
}
