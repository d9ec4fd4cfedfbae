import type { Span } from '../language/types';

/** What a block of prose is in the draft. */
export type BlockKind = 'paragraph' | 'heading' | 'cell' | 'attribution';

/** What stands in a line of prose without being prose. */
export type InlineKind = 'character' | 'code' | 'math' | 'citation' | 'note' | 'image' | 'link' | 'target' | 'other';

/** Something in a block that is no prose but takes the place of words. */
export interface Inline extends Span {
  readonly kind: InlineKind;
  /** Where a link goes, as it is written; only for `link`, whose span then covers its words too. */
  readonly url?: string;
  /** What a reader sees in its place (`…` for `\ldots`); absent when it is no part of the words. */
  readonly reads?: string;
}

/** A quote that the draft's notation states by a command (`\enquote{…}`, `#quote[…]`), not by marks. */
export interface MarkedQuote extends Span {
  /** The quote with its command. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly opening: string;
  readonly closing: string;
  readonly closed: boolean;
}

/** A paragraph, heading, table cell or the like: the unit a sentence or an inline quote never leaves. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** How many block quotations it stands in; 0 outside. */
  readonly quoteDepth: number;
  /** The stretches of prose, ascending and disjoint; line breaks are in them, markup is not. */
  readonly prose: readonly Span[];
  /** Ascending by start. Links overlap prose, the other kinds do not. */
  readonly inlines: readonly Inline[];
  /** Ascending by start. */
  readonly quotes: readonly MarkedQuote[];
  /** Label of the footnote the block defines. */
  readonly note?: string;
}

/** A part of a draft that is scanned on its own, when it is first asked for. */
export interface Chunk extends Span {
  /** Its blocks, with offsets in the draft. Never throws. */
  blocks(): readonly Block[];
}

/** A draft with its prose told apart from everything else. Made by `proseOf`; scanned as far as it is asked. */
export class DraftText {
  private all: readonly Block[] | undefined;

  /**
   * @param chunks ascending and disjoint; what is between them is no prose
   */
  constructor(readonly text: string, readonly languageId: string, private readonly chunks: readonly Chunk[]) {}

  /** Every block, ascending. Scans the whole draft on first use. */
  get blocks(): readonly Block[] {
    return this.all ??= this.chunks.flatMap((chunk) => chunk.blocks());
  }

  /** Scans the draft part by part, for who lets others work in between; afterwards {@link blocks} costs nothing. */
  *scans(): Generator<() => void> {
    if (!this.all) for (const chunk of this.chunks) yield () => void chunk.blocks();
  }

  /** Every stretch of prose, ascending and disjoint. Scans the whole draft on first use. */
  get prose(): readonly Span[] {
    return this.blocks.flatMap((block) => block.prose);
  }

  /** The block that contains or ends at an offset, undefined where there is none. Scans only the part around it. */
  blockAt(offset: number): Block | undefined {
    let found: Block | undefined;
    for (let i = this.chunkIndex(offset); i < this.chunks.length; i++) {
      const chunk = this.chunks[i]!;
      if (chunk.start > offset) break;
      for (const block of chunk.blocks()) {
        if (block.start > offset) break;
        if (block.end >= offset) found = block;
      }
    }
    return found;
  }

  /** The blocks that begin before an offset, nearest first, back to `characters` before it. Scans only those. */
  blocksBefore(offset: number, characters: number): Block[] {
    const found: Block[] = [];
    for (let i = Math.min(this.chunkIndex(offset), this.chunks.length - 1); i >= 0; i--) {
      const chunk = this.chunks[i]!;
      if (chunk.start >= offset) continue;
      const blocks = chunk.blocks();
      for (let b = blocks.length - 1; b >= 0; b--) if (blocks[b]!.start < offset) found.push(blocks[b]!);
      if (chunk.start < offset - characters) break;
    }
    return found;
  }

  /** Whether the character at an offset, or the one before it, is prose. */
  isProse(offset: number): boolean {
    return this.blockAt(offset)?.prose.some((span) => span.start <= offset && offset <= span.end) ?? false;
  }

  /** First chunk that ends at or after the offset. */
  private chunkIndex(offset: number): number {
    let low = 0, high = this.chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.chunks[middle]!.end < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A chunk that calls a scanner once, when it is first asked. */
export function lazyChunk(start: number, end: number, scan: () => readonly Block[]): Chunk {
  let blocks: readonly Block[] | undefined;
  return { start, end, blocks: () => blocks ??= scan() };
}

/** The same block with every offset moved. */
export function shiftBlock(block: Block, by: number): Block {
  if (by === 0) return block;
  const move = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  return {
    ...move(block),
    prose: block.prose.map(move),
    inlines: block.inlines.map(move),
    quotes: block.quotes.map((quote) => ({ ...move(quote), outerStart: quote.outerStart + by, outerEnd: quote.outerEnd + by })),
  };
}
