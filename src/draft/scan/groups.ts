/** How far the end of a command's argument is looked for, in characters: what is longer is being typed. */
export const ARGUMENT = 2000;

/**
 * Offset after the bracket that closes the one at `from`; undefined when none does within reach or before a blank line.
 * A backslash hides the character after it.
 */
export function groupEnd(text: string, from: number, open: string, close: string, reach = ARGUMENT): number | undefined {
  let depth = 0;
  const to = Math.min(text.length, from + reach);
  for (let i = from; i < to; i++) {
    const c = text[i]!;
    if (c === '\\') i++;
    else if (c === open) depth++;
    else if (c === close && --depth === 0) return i + 1;
    else if (c === '\n' && isBlankAfter(text, i)) return undefined;
  }
  return undefined;
}

/** Whether the line after the line break at `at` is blank. */
export function isBlankAfter(text: string, at: number): boolean {
  let i = at + 1;
  while (i < text.length && (text[i] === ' ' || text[i] === '\t' || text[i] === '\r')) i++;
  return i < text.length && text[i] === '\n';
}

/** Offset of the end of the line that `from` stands in, its break left out. */
export function lineEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && text[i] !== '\n' && text[i] !== '\r') i++;
  return i;
}

/** Looks strings up from an offset on, and never twice over the same characters. */
export class Finder {
  private readonly known = new Map<string, number>();

  constructor(private readonly text: string) {}

  /** Offset of the string at or after `from`, -1 when there is none. Calls must come with ascending offsets. */
  find(what: string, from: number): number {
    const known = this.known.get(what);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const at = this.text.indexOf(what, from);
    this.known.set(what, at);
    return at;
  }
}

/** Offset after the math that begins with `sign` at `from`; undefined when no sign closes it before a blank line. */
export function mathEnd(text: string, from: number, sign: string): number | undefined {
  for (let i = from + sign.length; i < text.length; i++) {
    const c = text[i]!;
    if (text.startsWith(sign, i)) return i + sign.length;
    if (c === '\\') i++;
    else if (c === '\n' && isBlankAfter(text, i)) return undefined;
  }
  return undefined;
}
