import type { Span, TextSpan } from '../language/types';
import { plainOf } from './plain';
import { keyEnd } from './scan/markdownMask';
import type { Block, DraftText, Inline } from './text';

/** The mark in a draft that points to a source. */
export interface DraftCitation extends Span {
  readonly form: 'key' | 'note' | 'inline' | 'link';
  /** Keys it names, with their spans without `@`; empty unless `form` is `key`. */
  readonly keys: readonly TextSpan[];
  /** For `note`: its label and where its words stand, undefined when it is defined nowhere. */
  readonly note?: { readonly label: string; readonly definition: Span | undefined };
  /** For `inline`: what stands for the outlet and for the date, `undefined` for `n.d.` */
  readonly source?: { readonly outlet: string; readonly date: string | undefined };
  /** For `link`: the target as it is written. */
  readonly url?: string;
}

/** The citations of a draft, ascending by start. */
export function citationsOf(draft: DraftText): DraftCitation[] {
  const notes = notesOf(draft);
  return draft.blocks.flatMap((block) => citationsInBlock(draft, block, notes));
}

/** The citation that contains an offset; undefined where there is none. */
export function citationAt(draft: DraftText, offset: number): DraftCitation | undefined {
  const block = draft.blockAt(offset);
  if (!block) return undefined;
  return citationsInBlock(draft, block, () => notesOf(draft)).find((citation) => citation.start <= offset && offset <= citation.end);
}

/**
 * Citations that belong to a quote: those right behind its closing mark, else those up to the end of its sentence.
 * In order; empty when the quote has none of its own.
 * @param next where the next quote of the block begins, undefined when it is the last
 */
export function citationsBeside(draft: DraftText, quote: Span & { readonly outerEnd: number; readonly block: Block }, next: number | undefined): DraftCitation[] {
  const limit = Math.min(next ?? quote.block.end, quote.block.end);
  const plain = plainOf(draft.text, quote.block, { start: quote.outerEnd, end: limit });
  // The sentence that the quote stands in may go on for a while; the one after it is another matter.
  const stop = /[.!?][”"’')\]]*\s+(?!\s|\ufffc|\()/.exec(plain.text);
  const end = stop ? plain.toSource(stop.index + stop[0].length - 1) : limit;
  const beside = citationsInBlock(draft, quote.block, () => notesOf(draft)).filter((citation) => citation.start >= quote.outerEnd && citation.start < end);
  // Where some follow the closing mark at once, those further on are another statement's.
  let at = quote.outerEnd;
  const following = beside.filter((citation) => {
    if (draft.text.slice(at, citation.start).trim() !== '') return false;
    at = citation.end;
    return true;
  });
  return following.length > 0 ? following : beside;
}

/** Where the words of each note stand, by label. */
type Notes = ReadonlyMap<string, Span>;

function notesOf(draft: DraftText): Notes {
  const notes = new Map<string, Span>();
  for (const block of draft.blocks) {
    if (block.note === undefined) continue;
    const known = notes.get(block.note);
    notes.set(block.note, { start: known?.start ?? block.start, end: block.end });
  }
  return notes;
}

function citationsInBlock(draft: DraftText, block: Block, notes: Notes | (() => Notes)): DraftCitation[] {
  const found: DraftCitation[] = [];
  const lazyNotes = typeof notes === 'function' ? notes : () => notes;
  for (const inline of block.inlines) {
    const { start, end } = inline;
    if (inline.kind === 'citation') {
      const keys = keysIn(draft, inline);
      if (keys.length > 0) found.push({ start, end, form: 'key', keys });
    } else if (inline.kind === 'note') {
      const label = draft.text.slice(start, end).replace(/^\[[\^#]?|\]_?$/g, '');
      found.push({ start, end, form: 'note', keys: [], note: { label, definition: lazyNotes().get(label) } });
    } else if (inline.kind === 'link') found.push({ start, end, form: 'link', keys: [], url: inline.url ?? '' });
  }
  const links = found.filter((citation) => citation.form === 'link');
  let link = 0;
  for (const inline of parenthesesIn(draft, block)) {
    while (link < links.length && links[link]!.start < inline.start) link++;
    // A link within parentheses is the citation; the parentheses only hold it.
    if (!links[link] || links[link]!.start > inline.end) found.push(inline);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The keys of a citation in whichever notation: `[@a; -@b, p. 3]`, `@a`, `\autocite[3]{a,b}`, `#cite(<a>)`, `cite:[a,b]`, `` :cite:p:`a,b` ``. */
function keysIn(draft: DraftText, inline: Inline): TextSpan[] {
  const { text } = draft, raw = text.slice(inline.start, inline.end);
  if (raw.startsWith('\\')) return listed(text, lastGroup(raw, '{', '}'), inline.start);
  if (raw.startsWith('#cite') || raw.startsWith('#')) return listed(text, lastGroup(raw, '<', '>'), inline.start);
  if (/^cite(?:np|p|t)?:/.test(raw)) return listed(text, lastGroup(raw, '[', ']'), inline.start);
  if (raw.startsWith(':')) return listed(text, lastGroup(raw, '`', '`'), inline.start);
  const keys: TextSpan[] = [];
  for (let at = text.indexOf('@', inline.start); at >= 0 && at < inline.end; at = text.indexOf('@', at + 1)) {
    const end = keyEnd(text, at);
    if (end === at) continue;
    const braced = text[at + 1] === '{', start = braced ? at + 2 : at + 1, stop = braced ? end - 1 : end;
    if (stop > start && stop <= inline.end) keys.push({ start, end: stop, text: text.slice(start, stop) });
  }
  return keys;
}

function lastGroup(raw: string, open: string, close: string): [number, number] {
  const end = raw.lastIndexOf(close), start = end > 0 ? raw.lastIndexOf(open, end - 1) : -1;
  return start < 0 ? [0, 0] : [start + 1, end];
}

/** The members of a list with commas. */
function listed(text: string, [from, to]: [number, number], base: number): TextSpan[] {
  const keys: TextSpan[] = [];
  let start = base + from;
  for (const part of text.slice(base + from, base + to).split(',')) {
    const key = part.trim(), at = start + part.length - part.trimStart().length;
    if (key !== '') keys.push({ start: at, end: at + key.length, text: key });
    start += part.length + 1;
  }
  return keys;
}

const months = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const inlineDate = new RegExp(`^(?:n\\.\\s?d\\.|undated|\\d{4}-\\d\\d(?:-\\d\\d)?|(?:\\d{1,2}\\s)?(?:${months})\\.?(?:\\s\\d{1,2},)?\\s\\d{4}|\\d{4})$`, 'i');
const unknownDate = /^(?:n\.\s?d\.|undated)$/i;

/** Citations such as `(SCMP, n.d.)`, `(Example Herald, 12 April 2024)`, `(Herald, April 12, 2024)`. */
function parenthesesIn(draft: DraftText, block: Block): DraftCitation[] {
  const plain = plainOf(draft.text, block), found: DraftCitation[] = [];
  for (const match of plain.text.matchAll(/\(([^()\ufffc]{3,120})\)/g)) {
    const words = match[1]!.replace(/\s+/g, ' ').trim();
    for (let comma = words.indexOf(','); comma > 0; comma = words.indexOf(',', comma + 1)) {
      const outlet = words.slice(0, comma).trim(), date = words.slice(comma + 1).trim();
      if (!/\p{L}/u.test(outlet) || !inlineDate.test(date)) continue;
      found.push({
        start: plain.toSource(match.index), end: plain.toSource(match.index + match[0].length - 1) + 1, form: 'inline', keys: [],
        source: { outlet, date: unknownDate.test(date) ? undefined : date },
      });
      break;
    }
  }
  return found;
}

/**
 * The citation key being typed at the cursor, for completion after `[@`, `@` or `\autocite{`; undefined elsewhere.
 * `start` is after the mark, `typed` what stands between it and the cursor.
 */
export function openKeyAt(draft: DraftText, offset: number): { readonly start: number; readonly typed: string } | undefined {
  const line = draft.text.slice(Math.max(0, offset - 200), offset);
  const tex = draft.languageId === 'latex' || draft.languageId === 'tex';
  const match = tex
    ? /\\(?:[a-zA-Z]{0,20}cite[a-zA-Z]{0,20}\*?)(?:\[[^\]\n]*\]){0,2}\{(?:[^{}\n]*,)?([^{},\n]*)$/.exec(line)
    : /(?:^|[\s[;(-])@([\p{L}\p{N}_:.#$%&+?<>~/-]*)$/u.exec(line);
  if (!match || !draft.blockAt(offset)) return undefined;
  const typed = match[1]!.trimStart();
  return { start: offset - typed.length, typed };
}
