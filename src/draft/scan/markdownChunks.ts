import type { Span } from '../../language/types';
import { indentEnd, linesOf, runLength, type Line } from './lines';

/** A part is closed at the next blank line once it has this many characters, whatever the indentation after it. */
const LONG = 4096;
/** A part is closed at the next line once it has this many characters, so that no input makes the parser slow. */
const LONGEST = 8192;

/** What keeps a part open over blank lines. */
interface Enclosure {
  /** Whether the line is the last one of the enclosure. */
  ends(line: Line): boolean;
  /** A line at the margin ends it after a blank line, as it ends the list the enclosure stands in. */
  readonly indented: boolean;
}

/**
 * Cuts a Markdown text at blank lines into parts that mean the same alone as together: paragraphs, lists with their
 * indented continuation, code, comments. Front matter is left out. Ascending and disjoint.
 */
export function markdownChunks(text: string): Span[] {
  const chunks: Span[] = [];
  let start = frontMatterEnd(text), end = start, blank = true;
  let enclosure: Enclosure | undefined;
  const cut = (at: number): void => {
    if (end > start) chunks.push({ start, end });
    start = end = at;
    enclosure = undefined;
  };
  for (const line of linesOf(text, start)) {
    const content = indentEnd(text, line);
    if (content === line.end) {
      blank = true;
      continue;
    }
    const atMargin = content === line.start, length = line.start - start;
    if (enclosure === undefined ? blank && (atMargin || length > LONG) : blank && atMargin && enclosure.indented) cut(line.start);
    if (length > LONGEST && enclosure === undefined) cut(line.start);
    if (enclosure === undefined) enclosure = enclosureAt(text, line, content);
    else if (enclosure.ends(line)) enclosure = undefined;
    blank = false;
    end = line.next;
  }
  cut(end);
  return chunks;
}

/** Offset after a YAML or TOML header; 0 when the text has none. */
export function frontMatterEnd(text: string): number {
  let fence = '';
  for (const line of linesOf(text)) {
    const content = text.slice(line.start, Math.min(line.end, line.start + 8)).trimEnd();
    if (fence === '') {
      if (content !== '---' && content !== '+++') return 0;
      fence = content;
    } else if (content === fence || (fence === '---' && content === '...')) return line.next;
  }
  return 0;
}

const rawElements = /^<(script|pre|style|textarea)(?=[\s>]|$)/i;

/** The code fence, comment or raw element that a line opens; undefined when it opens none or ends what it opens. */
function enclosureAt(text: string, line: Line, content: number): Enclosure | undefined {
  const indent = content - line.start;
  if (indent > 3) return undefined;
  const mark = text[content]!;
  if (mark === '`' || mark === '~') {
    const length = runLength(text, content, line.end);
    if (length < 3 || (mark === '`' && text.slice(content + length, line.end).includes('`'))) return undefined;
    return { indented: indent > 0, ends: (other) => closesFence(text, other, mark, length) };
  }
  if (mark !== '<') return undefined;
  const head = text.slice(content, Math.min(line.end, content + 12));
  const raw = rawElements.exec(head);
  const terminator = head.startsWith('<!--') ? '-->' : head.startsWith('<?') ? '?>' : head.startsWith('<![CDATA[') ? ']]>' : raw ? `</${raw[1]!.toLowerCase()}>` : undefined;
  if (terminator === undefined) return undefined;
  const ends = (other: Line): boolean => text.slice(other.start, other.end).toLowerCase().includes(terminator);
  return ends(line) ? undefined : { indented: false, ends };
}

function closesFence(text: string, line: Line, mark: string, length: number): boolean {
  const content = indentEnd(text, line);
  if (content - line.start > 3 || text[content] !== mark) return false;
  const run = runLength(text, content, line.end);
  return run >= length && text.slice(content + run, line.end).trim() === '';
}
