import type { Block } from '../text';
import { asciidocInline } from './asciidocInline';
import { BlockBuilder } from './builder';
import { indentEnd, linesOf, type Line } from './lines';

/** Delimiters of blocks without prose, by their character; a block ends with the line that began it. */
const opaque = /^(?:\/{4,}|-{4,}|\.{4,}|\+{4,}|```.*)$/;
/** Delimiters of blocks with prose in them. */
const transparent = /^(?:={4,}|\*{4,}|--|[|!,:]={3,})$/;
const listMarker = /^(?:[*-]{1,5}|\.{1,5}|\d{1,9}\.)[ \t]+/;
const opaqueStyle = /^\[(?:source|listing|literal|stem|latexmath|asciimath|pass|ditaa|plantuml|graphviz|comment)\b/;

/** AsciiDoc, less listings, literal and passthrough blocks, comments, macros, attributes and the document header. */
export function scanAsciidoc(text: string): readonly Block[] {
  const builder = new BlockBuilder();
  let fence: string | undefined, quoteFence: string | undefined;
  /** What a line in brackets says of the block that follows. */
  let style: 'quote' | 'opaque' | undefined;
  /** Lines are passed over until a blank one. */
  let skipping = false, table = false;
  const depth = (): number => (quoteFence !== undefined ? 1 : 0) + (style === 'quote' ? 1 : 0);
  const inline = (start: number, line: Line): void => asciidocInline(text, start, line.next, builder, (from, to) => noteBlocks(text, from, to));
  for (const line of linesOf(text)) {
    const content = text.slice(line.start, line.end).trimEnd(), indent = indentEnd(text, line);
    if (fence !== undefined) {
      if (content === fence) fence = undefined;
      continue;
    }
    if (content === '') {
      builder.end();
      if (skipping || style === 'quote') style = undefined;
      skipping = false;
      continue;
    }
    if (skipping) continue;
    if (opaque.test(content)) {
      builder.end();
      fence = content.startsWith('```') ? '```' : content;
      style = undefined;
    } else if (/^_{4,}$/.test(content)) {
      builder.end();
      quoteFence = quoteFence === undefined ? content : undefined;
      style = undefined;
    } else if (transparent.test(content)) {
      builder.end();
      if (/[|!,:]=/.test(content)) table = !table;
    } else if (content.startsWith('//')) continue;
    else if (!builder.isOpen && /^:!?[\w-]+!?:(?:\s|$)/.test(content)) continue;
    else if (/^\[.*\]$/.test(content) && !builder.isOpen) style = /^\[(?:quote|verse|blockquote)\b/.test(content) ? 'quote' : opaqueStyle.test(content) ? 'opaque' : style;
    else if (/^\w+::[^\s[]*\[.*\]$/.test(content)) builder.end();
    else if (/^(?:={1,6}|#{1,6})[ \t]+\S/.test(content)) {
      builder.begin('heading');
      inline(line.start + /^(?:=+|#+)[ \t]+/.exec(content)![0].length, line);
      builder.end();
      // Author and revision stand under the document's title.
      if (/^[=#][ \t]/.test(content) && builder.count === 1) skipping = true;
    } else if (/^\.[^\s.]/.test(content) && !builder.isOpen) {
      builder.begin('heading');
      inline(line.start + 1, line);
      builder.end();
    } else if (style === 'opaque') skipping = true;
    else if (table) cells(text, line, builder, inline);
    else if (content === '+') builder.end();
    else {
      const marker = listMarker.exec(text.slice(indent, line.end));
      if (!marker && !builder.isOpen && indent > line.start) {
        skipping = true; // a literal paragraph
        continue;
      }
      if (marker || !builder.isOpen) builder.begin('paragraph', depth());
      inline(indent + (marker?.[0].length ?? 0), line);
    }
  }
  return builder.finish();
}

/** The cells of a table's line, each a block. */
function cells(text: string, line: Line, builder: BlockBuilder, inline: (start: number, line: Line) => void): void {
  for (let from = line.start; from < line.end;) {
    const bar = text.indexOf('|', from), end = bar < 0 || bar >= line.end ? line.end : bar;
    let start = from;
    while (start < end && /\s/.test(text[start]!)) start++;
    if (start < end) {
      builder.begin('cell');
      inline(start, { start, end, next: end });
      builder.end();
    }
    from = end + 1;
  }
}

function noteBlocks(text: string, from: number, to: number): readonly Block[] {
  const builder = new BlockBuilder();
  asciidocInline(text, from, to, builder, () => []);
  return builder.finish();
}
