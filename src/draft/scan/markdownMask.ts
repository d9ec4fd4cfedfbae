import type { Inline, InlineKind } from '../text';

/** Takes the place of what is masked: no parser gives it a meaning. */
const FILLER = '\ufffc';

/** A text in which what CommonMark does not know is replaced, length and line breaks kept, and what was replaced. */
export interface Masked {
  readonly text: string;
  /** Ascending and disjoint. */
  readonly masks: readonly Inline[];
}

/**
 * Hides what Pandoc and Quarto add to Markdown before CommonMark sees it: citations (`[@key, p. 3]`, `@key`), notes
 * (`[^1]`), math by Pandoc's rule (so that `$5 and $6` is money), shortcodes, attributes and the lines that open and
 * close divs. Syntax: Pandoc User's Guide, Quarto's shortcode documentation. Linear: no search is repeated over the
 * same characters.
 */
export function maskMarkdown(text: string): Masked {
  const masks: Inline[] = [];
  const add = (kind: InlineKind, start: number, end: number): number => {
    masks.push({ kind, start, end });
    return end;
  };
  const absent = new Set<string>();
  for (let i = 0; i < text.length;) {
    const c = text[i]!;
    if (c === '\\') i += 2;
    else if (c === '`') i = afterCode(text, i, absent);
    else if (c === '[') {
      const end = bracketEnd(text, i);
      if (end === undefined) i++;
      else if (text[i + 1] === '^' && !(text[end] === ':' && atLineStart(text, i))) i = add('note', i, end);
      else if (text[end] !== '(' && holdsCitation(text, i + 1, end - 1)) i = add('citation', i, end);
      else if (i > 0 && text[i - 1] === ']' && end > i + 2) i = add('target', i, end);
      else i++;
    } else if (c === '@') {
      const end = keyEnd(text, i);
      i = end === i ? i + 1 : add('citation', text[i - 1] === '-' && !isWordAt(text, i - 2) ? i - 1 : i, end);
    } else if (c === '$') {
      const end = mathEnd(text, i);
      i = end === undefined ? i + (text[i + 1] === '$' ? 2 : 1) : add('math', i, end);
    } else if (c === '{') {
      const end = attributeEnd(text, i);
      i = end === undefined ? i + 1 : add('other', i, end);
    } else if (c === ':' && text.startsWith(':::', i) && atLineStart(text, i)) {
      i = add('other', i, lineEnd(text, i));
    } else i++;
  }
  return { text: fill(text, masks), masks };
}

function fill(text: string, masks: readonly Inline[]): string {
  if (masks.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const mask of masks) {
    parts.push(text.slice(from, mask.start), text.slice(mask.start, mask.end).replace(/[^\r\n]/g, FILLER));
    from = mask.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** After a code span; after its opening backticks when nothing closes it. */
function afterCode(text: string, from: number, absent: Set<string>): number {
  let end = from;
  while (text[end] === '`') end++;
  const ticks = text.slice(from, end);
  // A length that was looked for in vain once is not there later either.
  if (absent.has(ticks)) return end;
  for (let at = text.indexOf(ticks, end); at >= 0;) {
    let close = at;
    while (text[close] === '`') close++;
    if (close - at === ticks.length) return close;
    at = text.indexOf(ticks, close);
  }
  absent.add(ticks);
  return end;
}

/** Offset after the bracket that closes the one at `from`, when no other opens before and no blank line comes between. */
function bracketEnd(text: string, from: number): number | undefined {
  for (let i = from + 1; i < text.length; i++) {
    const c = text[i]!;
    if (c === ']') return i + 1;
    if (c === '[' || (c === '\n' && text[i + 1] === '\n')) return undefined;
    if (c === '\\') i++;
  }
  return undefined;
}

function holdsCitation(text: string, from: number, to: number): boolean {
  for (let at = text.indexOf('@', from); at >= 0 && at < to; at = text.indexOf('@', at + 1)) if (keyEnd(text, at) > at) return true;
  return false;
}

/** Offset after a citation key whose `@` stands at `at`; `at` when there is none (an address, a lone sign). */
export function keyEnd(text: string, at: number): number {
  if (isWordAt(text, at - 1)) return at;
  if (text[at + 1] === '{') {
    for (let i = at + 2; i < text.length && text[i] !== '\n' && text[i] !== '{'; i++) if (text[i] === '}') return i + 1;
    return at;
  }
  let end = at + 1;
  for (let i = at + 1; i < text.length; i++) {
    if (isWordAt(text, i)) end = i + 1;
    // Inner punctuation belongs to a key, but never two marks in a row and never the last one.
    else if (!':.#$%&-+?<>~/'.includes(text[i]!) || end !== i) break;
  }
  return end === at + 1 ? at : end;
}

const word = /[\p{L}\p{N}_]/u;
function isWordAt(text: string, i: number): boolean {
  return i >= 0 && i < text.length && word.test(text[i]!);
}

/** Pandoc's rule: nothing blank after the opening sign nor before the closing one, no digit after it. */
function mathEnd(text: string, from: number): number | undefined {
  const sign = text[from + 1] === '$' ? '$$' : '$';
  const close = text.indexOf(sign, from + sign.length);
  if (close < 0 || close === from + sign.length) return undefined;
  const inner = text.slice(from + sign.length, close);
  if (/\n[ \t]*\r?\n/.test(inner)) return undefined;
  if (sign === '$' && (/^\s/.test(inner) || /\s/.test(inner[inner.length - 1]!) || /[0-9]/.test(text[close + 1] ?? ''))) return undefined;
  return close + sign.length;
}

/** Offset after a shortcode `{{< … >}}` or an attribute `{#id .class key=value}` on one line. */
function attributeEnd(text: string, from: number): number | undefined {
  if (text.startsWith('{{<', from)) {
    const end = text.indexOf('>}}', from);
    return end < 0 || text.slice(from, end).includes('{{<', 3) ? undefined : end + 3;
  }
  if (!/[#.=a-z-]/i.test(text[from + 1] ?? '')) return undefined;
  let assigns = '#.='.includes(text[from + 1]!);
  for (let i = from + 1; i < text.length; i++) {
    const c = text[i]!;
    if (c === '}') return assigns ? i + 1 : undefined;
    if (c === '{' || c === '\n') return undefined;
    if (c === '=') assigns = true;
  }
  return undefined;
}

function atLineStart(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && (text[i] === ' ' || text[i] === '\t' || text[i] === '>')) i--;
  return i < 0 || text[i] === '\n' || text[i] === '\r';
}

function lineEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && text[i] !== '\n' && text[i] !== '\r') i++;
  return i;
}
