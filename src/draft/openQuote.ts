import { plainOf } from './plain';
import { hasTexMarks } from './quotes';
import { closingMarkOf, isSingleMark, pairQuotes } from './quoteMarks';
import type { DraftText } from './text';

/** The quote in which the cursor stands, as far as it is typed. Offsets are those of the draft. */
export interface OpenQuote {
  /** Where the opening mark begins. */
  readonly markStart: number;
  /** The opening mark or command as it is typed: `“`, `"`, `\enquote{`. */
  readonly mark: string;
  /** What ends the quote: the mark that is there, else the one that belongs to the opening mark. */
  readonly closingMark: string;
  /** After the opening mark and the blank that belongs to it (`« `). */
  readonly contentStart: number;
  /** What stands between `contentStart` and the cursor, exactly. */
  readonly typed: string;
  /** Where the closing mark stands if there is one on the line, else the cursor. Never before the cursor. */
  readonly contentEnd: number;
  readonly hasClosing: boolean;
}

/** A quote longer than this without a closing mark was forgotten, not typed. Characters; single marks are mistaken sooner. */
const FORGOTTEN = 500, FORGOTTEN_SINGLE = 120;

/**
 * The innermost quote that is open at the cursor, undefined in ordinary prose, in code and the like. Looks at what
 * stands before the cursor (so it does not matter how the mark was typed) and after it on the same line.
 * @param offset the cursor
 */
export function openQuoteAt(draft: DraftText, offset: number): OpenQuote | undefined {
  const block = draft.blockAt(offset);
  if (!block || !draft.isProse(offset)) return undefined;
  const command = block.quotes.findLast((quote) => quote.start <= offset && offset <= quote.end);
  const before = plainOf(draft.text, block, { start: command?.start ?? block.start, end: offset });
  const tex = hasTexMarks(draft.languageId);
  const open = pairQuotes(before.text, { tex, typing: true }).open.at(-1);
  if (!open) {
    if (!command) return undefined;
    return {
      markStart: command.outerStart, mark: command.opening, closingMark: command.closing, contentStart: command.start,
      typed: draft.text.slice(command.start, offset), contentEnd: command.closed ? command.end : offset, hasClosing: command.closed,
    };
  }
  const markStart = before.toSource(open.at);
  let contentStart = before.toSource(open.after - 1) + 1;
  while (contentStart < offset && '«»‹›'.includes(open.mark) && /[\s\u00a0\u202f]/.test(draft.text[contentStart]!)) contentStart++;
  // AsciiDoc's curved marks are a straight one and a grave accent.
  const curved = draft.languageId === 'asciidoc' && /["']/.test(open.mark) && contentStart < offset && draft.text[contentStart] === '`';
  if (curved) contentStart++;
  const mark = curved ? `${open.mark}\`` : open.mark, closers = curved ? [`\`${open.mark}`] : open.closers;
  const typed = draft.text.slice(contentStart, offset);
  const closing = closingOnLine(draft, offset, closers, typed === '');
  const limit = isSingleMark(open.mark) ? FORGOTTEN_SINGLE : FORGOTTEN;
  if (!closing && (typed.length > limit || (isSingleMark(open.mark) && /[.!?]\s/.test(typed)))) return undefined;
  return {
    markStart, mark, contentStart, typed,
    closingMark: closing?.mark ?? (curved ? closers[0]! : closingMarkOf(mark)),
    contentEnd: closing?.at ?? offset, hasClosing: closing !== undefined,
  };
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** The mark after the cursor that closes the quote, on the same line and before another quote opens. */
function closingOnLine(draft: DraftText, offset: number, closers: readonly string[], empty: boolean): { at: number; mark: string } | undefined {
  const { text } = draft;
  for (let i = offset; i < text.length && text[i] !== '\n' && text[i] !== '\r'; i++) {
    const mark = closers.find((closer) => text.startsWith(closer, i));
    const next = text[i + (mark?.length ?? 1)] ?? '', before = text[i - 1] ?? '';
    if (mark === undefined) {
      if ('“„«"'.includes(text[i]!)) return undefined;
      continue;
    }
    if (i === offset && empty) return { at: i, mark };
    if (mark === '"' && /[\s(]/.test(before) && wordCharacter.test(next)) return undefined;
    if ((mark === "'" || mark === '’') && wordCharacter.test(next)) continue;
    return { at: i, mark };
  }
  return undefined;
}
