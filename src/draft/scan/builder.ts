import type { Span } from '../../language/types';
import type { Block, BlockKind, Inline, InlineKind, MarkedQuote } from '../text';

/** Collects blocks while a scanner walks a text from its beginning to its end. */
export class BlockBuilder {
  private readonly blocks: Block[] = [];
  private readonly others: Block[] = [];
  private current: { kind: BlockKind; quoteDepth: number; note: string | undefined; prose: { start: number; end: number }[]; inlines: Inline[]; quotes: MarkedQuote[] } | undefined;

  /** How many blocks have been ended with something in them. */
  get count(): number {
    return this.blocks.length;
  }

  /** Whether a block has been begun and not ended. */
  get isOpen(): boolean {
    return this.current !== undefined;
  }

  /** Begins a block; one that is open is ended. */
  begin(kind: BlockKind = 'paragraph', quoteDepth = 0, note?: string): void {
    this.end();
    this.current = { kind, quoteDepth, note, prose: [], inlines: [], quotes: [] };
  }

  /** Adds prose; what touches the stretch before it is joined with it. Begins a paragraph when none is open. */
  prose(start: number, end: number): void {
    if (end <= start) return;
    if (!this.current) this.begin();
    const prose = this.current!.prose, last = prose[prose.length - 1];
    if (last && last.end === start) last.end = end;
    else prose.push({ start, end });
  }

  /** Adds something that is no prose. */
  inline(kind: InlineKind, start: number, end: number, url?: string): void {
    if (end <= start) return;
    if (!this.current) this.begin();
    this.current!.inlines.push(url === undefined ? { kind, start, end } : { kind, start, end, url });
  }

  /** Adds a command or sign that reads as other characters. */
  reads(start: number, end: number, as: string): void {
    if (!this.current) this.begin();
    this.current!.inlines.push({ kind: 'character', start, end, reads: as });
  }

  /** Adds blocks of text that stands apart from the paragraph it is written in (a note's words). */
  apart(blocks: readonly Block[]): void {
    this.others.push(...blocks);
  }

  /** Ends the last block and gives all of them, ascending by start. */
  finish(): readonly Block[] {
    this.end();
    return this.others.length === 0 ? this.blocks : [...this.blocks, ...this.others].sort((a, b) => a.start - b.start);
  }

  quote(quote: MarkedQuote): void {
    if (!this.current) this.begin();
    this.current!.quotes.push(quote);
  }

  /** Ends the open block; one without anything in it is dropped. */
  end(): void {
    const block = this.current;
    this.current = undefined;
    if (!block) return;
    const parts: Span[] = [...block.prose, ...block.inlines];
    if (parts.length === 0) return;
    let start = Infinity, end = 0;
    for (const part of parts) {
      start = Math.min(start, part.start);
      end = Math.max(end, part.end);
    }
    const ascending = (a: Span, b: Span): number => a.start - b.start;
    this.blocks.push({
      start, end, kind: block.kind, quoteDepth: block.quoteDepth,
      prose: block.prose, inlines: block.inlines.sort(ascending), quotes: block.quotes.sort((a, b) => a.outerStart - b.outerStart),
      ...(block.note === undefined ? {} : { note: block.note }),
    });
  }
}
