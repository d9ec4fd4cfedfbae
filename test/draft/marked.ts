import { proseOf } from '../../src/draft/prose';
import type { DraftText } from '../../src/draft/text';

/** A draft written with `|` where the cursor stands (the first one). */
export function draftAt(marked: string, languageId = 'markdown'): { draft: DraftText; offset: number } {
  const offset = marked.indexOf('|');
  return { draft: proseOf(marked.slice(0, offset) + marked.slice(offset + 1), languageId), offset };
}

/** The prose of a draft, stretch by stretch, blocks told apart by ` / `. */
export function proseText(text: string, languageId = 'markdown'): string {
  const draft = proseOf(text, languageId);
  return draft.blocks.filter((block) => block.prose.length > 0).map((block) => block.prose.map((span) => text.slice(span.start, span.end)).join('·')).join(' / ');
}
