import { quotesInBlock } from '../../draft/quotes';
import { sectionsNamed } from '../../draft/sections';
import type { Block, DraftText } from '../../draft/text';
import type { Span } from '../../language/types';
import type { IgnoreSettings } from './options';
import { wordsOf } from './words';

// `<!-- attest: ignore -->`, `% attest: ignore`, `// attest: ignore`, the same between `/*` and `*/`, `.. attest: ignore`, `[attest: ignore]`; with `-file`, `-start` or `-end`.
const comment = new RegExp([
  /<!--[ \t]*attest:[ \t]*(ignore(?:-file|-start|-end)?)\b[^\n>]{0,200}-->/, /\/\*[ \t]*attest:[ \t]*(ignore(?:-file|-start|-end)?)\b[^\n*]{0,200}\*\//,
  /\[[ \t]*attest:[ \t]*(ignore(?:-file|-start|-end)?)\b[^\n\]]{0,200}\]/, /(?:(?<![\\%])%+|(?<!:)\/\/|(?<=^|\n)[ \t]*\.\.)[ \t]*attest:[ \t]*(ignore(?:-file|-start|-end)?)\b[^\n]*/,
].map(({ source }) => source).join('|'), 'g');

/**
 * The stretches of a draft in which the writer wants no findings, ascending. By comments: the quote before an `ignore` that stands behind
 * words, the paragraph after (or around) one that has a line of its own, what is between `ignore-start` and `ignore-end` (or the end of
 * the draft), all of it for `ignore-file`. By settings: sections with the headings named. Empty when there are none.
 */
export function ignoredIn(draft: DraftText, { sections }: Pick<IgnoreSettings, 'sections'> = { sections: [] }): Span[] {
  const { text } = draft, found: Span[] = sectionsNamed(draft, sections);
  if (!text.includes('attest:')) return found;
  let open: number | undefined;
  for (const match of text.matchAll(comment)) {
    const kind = match[1] ?? match[2] ?? match[3] ?? match[4], start = match.index, end = start + match[0].length;
    if (kind === 'ignore-file') return [{ start: 0, end: text.length }];
    if (kind === 'ignore-start') open ??= start;
    else if (kind === 'ignore-end') {
      if (open !== undefined) found.push({ start: open, end });
      open = undefined;
    } else {
      const span = spanOf(draft, start, end);
      if (span) found.push(span);
    }
  }
  if (open !== undefined) found.push({ start: open, end: text.length });
  return found.sort((a, b) => a.start - b.start);
}

/** What one `ignore` silences. */
function spanOf(draft: DraftText, start: number, end: number): Span | undefined {
  const { text, blocks } = draft, line = text.lastIndexOf('\n', start - 1) + 1;
  const ahead = text.slice(line, start), around = blocks.find((each) => each.start < end && start <= each.end + 1 + trailing(text, each));
  if (around && /[^\s>*\-+]/.test(ahead) && around.start < start) return quoteBefore(draft, around, start) ?? { start: around.start, end: around.end };
  const block = blocks.find((each) => each.start < end && start < each.end) ?? blocks.find((each) => each.start >= end);
  return block && { start: block.start, end: block.end };
}

/** Blanks behind a block on its last line. */
function trailing(text: string, { end }: Block): number {
  return /^[ \t]*/.exec(text.slice(end, end + 200))![0].length;
}

/** The last quote of a block that ends before an offset. */
function quoteBefore(draft: DraftText, block: Block, offset: number): Span | undefined {
  const quote = quotesInBlock(draft, block).filter((each) => each.outerEnd <= offset).at(-1);
  return quote && { start: quote.outerStart, end: quote.outerEnd };
}

/** Whether the words of a quote are among those that the settings silence. */
export function quoteIgnorer({ quotes }: Pick<IgnoreSettings, 'quotes'>): (words: string) => boolean {
  const keys = (text: string): string => wordsOf(text).keys.join(' ');
  const silenced = new Set(quotes.map(keys));
  return silenced.size === 0 ? () => false : (words) => silenced.has(keys(words));
}

/** How a notation says that nothing is to be reported: `line` on a line of its own before a paragraph, `inline` behind a quote; undefined where it has no such comments. */
export function ignoreComments(languageId: string): { readonly line?: string; readonly inline?: string } {
  switch (languageId) {
    case 'markdown': case 'quarto': return { line: '<!-- attest: ignore -->', inline: '<!-- attest: ignore -->' };
    case 'latex': case 'tex': return { line: '% attest: ignore' };
    case 'typst': return { line: '// attest: ignore', inline: '/* attest: ignore */' };
    case 'asciidoc': return { line: '// attest: ignore' };
    case 'restructuredtext': return { line: '.. attest: ignore' };
    case 'plaintext': return { inline: '[attest: ignore]' };
    default: return {};
  }
}
