import type { Block } from '../text';
import { BlockBuilder } from './builder';
import { indentEnd, isBlankLine, linesOf, type Line } from './lines';
import { restructuredInline } from './restructuredTextInline';

const listMarker = /^(?:[-*+•]|(?:\d{1,9}|[a-zA-Z#])[.)]|\((?:\d{1,9}|[a-zA-Z])\))[ \t]+/;
/** Directives whose content is prose; the last four are quotations. */
const proseDirectives = /^(?:note|warning|tip|hint|important|caution|danger|attention|error|seealso|admonition|topic|sidebar|container|rubric|versionadded|versionchanged|epigraph|highlights|pull-quote|blockquote)$/;
const quoteDirectives = /^(?:epigraph|highlights|pull-quote|blockquote)$/;
const underline = /^([!-/:-@[-`{-~])\1{2,}$/;

/** What the lines at some indentation belong to. */
interface Level {
  readonly indent: number;
  readonly quoted: boolean;
}

/** reStructuredText, less literal blocks, comments, directives without prose, roles, targets and field lists. Syntax: docutils reference. */
export function scanRestructuredText(text: string): readonly Block[] {
  return new RstScanner(text).scan();
}

class RstScanner {
  private readonly builder = new BlockBuilder();
  private levels: Level[] = [{ indent: 0, quoted: false }];
  /** Lines indented more than this are passed over; undefined when none are. */
  private hiddenBeyond: number | undefined;
  /** The last paragraph ended with `::`: what is indented more than it is literal. */
  private literalNext: number | undefined;
  /** The paragraph being collected, and its lines' indentation. */
  private paragraph: { lines: Line[]; indent: number; kind: 'paragraph' | 'heading'; note: string | undefined } | undefined;

  constructor(private readonly text: string) {}

  scan(): readonly Block[] {
    for (const line of linesOf(this.text)) {
      if (isBlankLine(this.text, line)) this.end();
      else this.line(line);
    }
    this.end();
    return this.builder.finish();
  }

  private line(line: Line): void {
    const { text } = this, at = indentEnd(text, line), indent = at - line.start, content = text.slice(at, line.end).trimEnd();
    if (this.hiddenBeyond !== undefined) {
      if (indent > this.hiddenBeyond) return;
      this.hiddenBeyond = undefined;
    }
    if (underline.test(content)) {
      // A title stands above its underline, and perhaps below an overline.
      if (this.paragraph?.lines.length === 1) this.paragraph.kind = 'heading';
      this.end();
      return;
    }
    if (this.paragraph) {
      // Only the next item of a list may begin without a blank line before it.
      if (indent >= this.paragraph.indent || !listMarker.test(content)) { this.paragraph.lines.push({ ...line, start: at }); return; }
      this.end();
    }
    if (this.literalNext !== undefined) {
      const beyond = this.literalNext;
      this.literalNext = undefined;
      if (indent > beyond) { this.hiddenBeyond = beyond; return; }
    }
    this.enter(indent);
    this.begin(line, at, indent, content);
  }

  /** Finds the level of an indentation: a deeper one than any list or directive accounts for is a quotation. */
  private enter(indent: number): void {
    while (this.levels.length > 1 && this.levels.at(-1)!.indent > indent) this.levels.pop();
    const level = this.levels.at(-1)!;
    if (indent > level.indent) this.levels.push({ indent, quoted: true });
  }

  private begin(line: Line, at: number, indent: number, content: string): void {
    if (content.startsWith('..') && (content.length === 2 || /\s/.test(content[2]!))) { this.explicit(line, at, indent, content); return; }
    if (content.startsWith('__ ') || content.startsWith('>>> ')) { this.hiddenBeyond = indent; return; }
    if (/^:[^:\s][^:]{0,60}:(?:\s|$)/.test(content)) { this.hiddenBeyond = indent; return; }
    if (/^(?:\+[-=+]+\+|[= ]{3,})$/.test(content)) return;
    const marker = listMarker.exec(content)?.[0] ?? (content.startsWith('| ') ? '| ' : '');
    if (marker !== '') this.levels.push({ indent: indent + marker.length, quoted: this.levels.at(-1)!.quoted });
    this.paragraph = { lines: [{ ...line, start: at + marker.length }], indent: indent + marker.length, kind: 'paragraph', note: undefined };
  }

  /** A comment, a directive, a note or a target. */
  private explicit(line: Line, at: number, indent: number, content: string): void {
    const note = /^\.\.\s+\[(#?[\w.:+-]{0,60}|\*)\](?:\s+|$)/.exec(content);
    if (note) {
      this.levels.push({ indent: indent + 3, quoted: false });
      this.paragraph = { lines: [{ ...line, start: at + note[0].length }], indent: indent + 3, kind: 'paragraph', note: note[1]!.replace(/^#/, '') };
      return;
    }
    const directive = /^\.\.\s+([\w-]{1,60})::/.exec(content)?.[1];
    if (directive === undefined || !proseDirectives.test(directive)) { this.hiddenBeyond = indent; return; }
    this.levels.push({ indent: indent + 3, quoted: quoteDirectives.test(directive) });
  }

  private end(): void {
    const { paragraph } = this;
    this.paragraph = undefined;
    if (!paragraph) return;
    const last = paragraph.lines.at(-1)!;
    let end = last.next;
    const words = this.text.slice(last.start, last.end).trimEnd();
    if (words.endsWith('::')) {
      this.literalNext = this.levels.at(-1)!.indent;
      end = last.start + words.length - (words.length === 2 ? 2 : 1);
    }
    this.builder.begin(paragraph.kind, this.levels.at(-1)!.quoted ? 1 : 0, paragraph.note);
    if (/^(?:--|—|–)/.test(this.text.slice(paragraph.lines[0]!.start, paragraph.lines[0]!.start + 2)) && this.levels.at(-1)!.quoted) this.builder.begin('attribution', 1);
    for (const line of paragraph.lines) restructuredInline(this.text, line.start, Math.min(line.next, Math.max(end, line.start)), this.builder);
    this.builder.end();
  }
}
