import type { DraftText } from '../../draft/text';
import type { Span } from '../../language/types';

/** `<!-- attest: ignore -->`, `% attest: ignore`, `// attest: ignore`, `.. attest: ignore`; with `-file`, `-start` or `-end`. */
const comment = /<!--[ \t]*attest:[ \t]*(ignore(?:-file|-start|-end)?)\b[^\n>]{0,200}-->|(?<=^|\n)[ \t]*(?:%|\/\/|\.\.)[ \t]*attest:[ \t]*(ignore(?:-file|-start|-end)?)\b[^\n]*/g;

/**
 * The stretches of a draft in which the writer wants no findings, ascending: the paragraph after (or around) each `ignore`, what is
 * between `ignore-start` and `ignore-end` (or the end of the draft), all of it for `ignore-file`. Empty when there are none.
 */
export function ignoredIn(draft: DraftText): Span[] {
  const { text } = draft, found: Span[] = [];
  if (!text.includes('attest:')) return found;
  let open: number | undefined;
  for (const match of text.matchAll(comment)) {
    const kind = match[1] ?? match[2], start = match.index, end = start + match[0].length;
    if (kind === 'ignore-file') return [{ start: 0, end: text.length }];
    if (kind === 'ignore-start') open ??= start;
    else if (kind === 'ignore-end') {
      if (open !== undefined) found.push({ start: open, end });
      open = undefined;
    } else {
      const block = draft.blocks.find((each) => each.start < end && start < each.end) ?? draft.blocks.find((each) => each.start >= end);
      if (block) found.push({ start: block.start, end: block.end });
    }
  }
  if (open !== undefined) found.push({ start: open, end: text.length });
  return found.sort((a, b) => a.start - b.start);
}

/** What to put before a paragraph so that nothing is reported in it; undefined for notations without comments. */
export function ignoreComment(languageId: string): string | undefined {
  switch (languageId) {
    case 'markdown': case 'quarto': return '<!-- attest: ignore -->';
    case 'latex': case 'tex': return '% attest: ignore';
    case 'typst': case 'asciidoc': return '// attest: ignore';
    case 'restructuredtext': return '.. attest: ignore';
    default: return undefined;
  }
}
