import type { Span } from '../language/types';
import { plainOf } from './plain';
import type { Block, DraftText } from './text';

const latex = ['part', 'chapter', 'section', 'subsection', 'subsubsection', 'paragraph', 'subparagraph'];

/** Depth of a heading, 1 for the outermost, as its notation writes it; headings of notations that show none are all of one depth. */
function depthOf(draft: DraftText, block: Block): number {
  const line = draft.text.lastIndexOf('\n', block.start - 1) + 1;
  const before = draft.text.slice(line, block.start), after = draft.text.slice(block.end, block.end + 200);
  const marks = /^[ \t>]*(#+|=+)\s*$/.exec(before)?.[1];
  if (marks) return marks.length;
  const command = /\\([a-z]+)\*?\s*(?:\[[^\]]*\])?\{\s*$/.exec(before)?.[1];
  if (command) return Math.max(0, latex.indexOf(command)) + 1;
  // An underline: the order of the signs is that of Markdown, and the usual one of reStructuredText.
  const sign = /^[^\n]*\r?\n[ \t>]*([=\-~^"'`*+#.:_])\1*[ \t]*(?:\r?\n|$)/.exec(after)?.[1];
  return sign === undefined ? 1 : '=-~^"\'`*+#.:_'.indexOf(sign) + 1;
}

/** Where the sections with these headings stand, from the heading to the next one that is no deeper; capitals and blanks do not matter. Ascending; empty when there are none. */
export function sectionsNamed(draft: DraftText, headings: readonly string[]): Span[] {
  const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
  const wanted = new Set(headings.map(plain));
  if (wanted.size === 0) return [];
  const found: Span[] = [], blocks = draft.blocks.filter(({ kind }) => kind === 'heading');
  blocks.forEach((block, i) => {
    if (!wanted.has(plain(plainOf(draft.text, block).text))) return;
    const depth = depthOf(draft, block), next = blocks.slice(i + 1).find((other) => depthOf(draft, other) <= depth);
    found.push({ start: block.start, end: next?.start ?? draft.text.length });
  });
  return found;
}
