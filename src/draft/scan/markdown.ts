import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type Block, type Chunk, type Inline, lazyChunk, shiftBlock } from '../text';
import { BlockBuilder } from './builder';
import { markdownChunks } from './markdownChunks';
import { maskMarkdown } from './markdownMask';
import { scanPlainText } from './plainText';

/** Parts already scanned, by their characters, the longest unused first: what a new version leaves unchanged is not scanned again. */
export type ScannedParts = Map<string, readonly Block[]>;

/**
 * The parts of a Markdown or Quarto draft, scanned as they are asked for.
 * @param parts what is known of earlier versions; used, filled, and emptied of what has long not been used
 */
export function markdownDraft(text: string, parts: ScannedParts = new Map()): Chunk[] {
  const chunks = markdownChunks(text);
  const limit = 2 * chunks.length + 64;
  return chunks.map(({ start, end }) => lazyChunk(start, end, () => {
    const part = text.slice(start, end);
    const blocks = parts.get(part) ?? scanMarkdown(part);
    parts.delete(part);
    parts.set(part, blocks);
    for (const oldest of parts.keys()) {
      if (parts.size <= limit) break;
      parts.delete(oldest);
    }
    return blocks.map((block) => shiftBlock(block, start));
  }));
}

const micromarkExtensions = [gfm()];
// Their second pass over addresses makes nodes without positions; what it would add is masked or harmless.
const treeExtensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** Blocks of one part of a Markdown text. Never throws: what the parser cannot take is read as plain text. */
export function scanMarkdown(text: string): readonly Block[] {
  if (isOverloaded(text)) return scanPlainText(text);
  const masked = maskMarkdown(text);
  let root: Nodes;
  try {
    root = fromMarkdown(masked.text, { extensions: micromarkExtensions, mdastExtensions: treeExtensions });
  } catch {
    return scanPlainText(text);
  }
  return new Walker(text, masked.masks).walk(root);
}

/** Marks that the parser pairs with one another, in one paragraph; its cost grows with their square, and prose has a few dozen. */
const MOST_MARKS = 1500;
/** Characters of one line: the parser takes seconds for some that are longer, and nobody writes them. */
const LONGEST_LINE = 50_000;

function isOverloaded(text: string): boolean {
  let marks = 0, lineStart = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 42 || c === 95 || c === 91 || c === 126) marks++; // * _ [ ~
    else if (c === 10) {
      lineStart = i + 1;
      if (text.charCodeAt(i + 1) === 10) marks = 0;
    }
    if (marks > MOST_MARKS || i - lineStart > LONGEST_LINE) return true;
  }
  return false;
}

interface Step {
  readonly node: Nodes;
  readonly quoteDepth: number;
  readonly note: string | undefined;
  /** Set when the children have been walked and the block is to be ended. */
  readonly ends?: boolean;
}

class Walker {
  private readonly builder = new BlockBuilder();
  private nextMask = 0;

  constructor(private readonly text: string, private readonly masks: readonly Inline[]) {}

  walk(root: Nodes): readonly Block[] {
    // A stack of our own: block quotations can be nested deeper than calls can.
    const stack: Step[] = [{ node: root, quoteDepth: 0, note: undefined }];
    for (let step = stack.pop(); step; step = stack.pop()) {
      if (step.ends) this.endBlock(step.node);
      else this.visit(step, stack);
    }
    return this.builder.finish();
  }

  private visit(step: Step, stack: Step[]): void {
    const { node } = step;
    const [start, end] = offsetsOf(node);
    switch (node.type) {
      case 'paragraph':
      case 'heading':
      case 'tableCell':
        this.builder.begin(node.type === 'tableCell' ? 'cell' : node.type, step.quoteDepth, step.note);
        stack.push({ ...step, ends: true });
        pushChildren(node, step, stack);
        return;
      case 'text':
        this.prose(start, end, step.quoteDepth > 0);
        return;
      case 'blockquote':
        pushChildren(node, { ...step, quoteDepth: step.quoteDepth + 1 }, stack);
        return;
      case 'footnoteDefinition':
        pushChildren(node, { ...step, note: node.label ?? node.identifier }, stack);
        return;
      case 'inlineCode':
        this.builder.inline('code', start, end);
        return;
      case 'image':
      case 'imageReference':
        this.builder.inline('image', start, end);
        return;
      case 'footnoteReference':
        this.builder.inline('note', start, end);
        return;
      case 'link': {
        this.builder.inline('link', start, end, node.url);
        // An address that stands for itself is no prose.
        if (this.text[start] === '[') pushChildren(node, step, stack);
        return;
      }
      case 'break':
        this.builder.reads(start, end, ' ');
        return;
      case 'code':
      case 'html':
      case 'definition':
      case 'thematicBreak':
        return;
      default:
        if ('children' in node) pushChildren(node, step, stack);
    }
  }

  /** Adds a stretch of text without what is masked in it and without the marks that begin its lines. */
  private prose(start: number, end: number, quoted: boolean): void {
    let from = start;
    while (this.nextMask < this.masks.length && this.masks[this.nextMask]!.end <= start) this.nextMask++;
    for (let mask = this.masks[this.nextMask]; mask && mask.start < end; mask = this.masks[this.nextMask]) {
      this.lines(from, mask.start, quoted);
      this.builder.inline(mask.kind, mask.start, mask.end);
      from = mask.end;
      this.nextMask++;
    }
    this.lines(from, end, quoted);
  }

  private lines(start: number, end: number, quoted: boolean): void {
    for (let from = start; from < end;) {
      const lineBreak = this.text.indexOf('\n', from);
      const to = lineBreak < 0 || lineBreak >= end ? end : lineBreak + 1;
      this.builder.prose(from, to);
      from = to;
      if (to < end) while (from < end && (this.text[from] === ' ' || this.text[from] === '\t' || (quoted && this.text[from] === '>'))) from++;
    }
  }

  /** Ends a block after the blanks that follow it, so that a cursor behind a space is still in it. */
  private endBlock(node: Nodes): void {
    let from = offsetsOf(node)[1], to = from;
    while (this.isBlank(from - 1)) from--;
    while (this.isBlank(to)) to++;
    if (node.type === 'paragraph' && (to === this.text.length || this.text[to] === '\n' || this.text[to] === '\r')) this.builder.prose(from, to);
    this.builder.end();
  }

  private isBlank(i: number): boolean {
    return this.text[i] === ' ' || this.text[i] === '\t';
  }
}

function pushChildren(node: Nodes, step: Step, stack: Step[]): void {
  const children = (node as Parents).children;
  for (let i = children.length - 1; i >= 0; i--) stack.push({ node: children[i]!, quoteDepth: step.quoteDepth, note: step.note });
}

function offsetsOf(node: Nodes): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
