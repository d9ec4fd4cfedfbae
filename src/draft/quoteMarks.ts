/** A quote that has been opened and not yet closed, within a plain text. */
export interface OpenMark {
  /** Index of the mark and after it. */
  readonly at: number;
  readonly after: number;
  readonly mark: string;
  /** Marks that close it; the first is the one to insert. */
  readonly closers: readonly string[];
}

/** Marks with what stands between them; indices into the plain text. */
export interface MarkPair extends OpenMark {
  /** Index of the closing mark and after it; both the end of the quote when it is never closed. */
  readonly closeAt: number;
  readonly closeAfter: number;
  readonly closed: boolean;
  /** Whether it stands in another quote. */
  readonly nested: boolean;
}

export interface QuotePairs {
  /** Ascending by `at`. Those left open end with the text or before the mark that makes plain they were forgotten. */
  readonly pairs: readonly MarkPair[];
  /** What is open at the end of the text, outermost first. */
  readonly open: readonly OpenMark[];
}

/** Closing marks by opening mark. The first is the usual one; `“` also opens German-style and is closed by a straight mark in haste. */
const closersOf: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '"'], '„': ['“', '”', '"'], '‟': ['”'], '”': ['”'], '"': ['"', '”'],
  '«': ['»'], '»': ['«', '»'], '‹': ['›'], '›': ['‹', '›'],
  '‘': ['’', "'"], '‚': ['‘', '’'], "'": ["'", '’'],
  '``': ["''", '"'], '`': ["'"],
  '「': ['」'], '『': ['』'],
};

/** The mark to insert at the end of a quote that begins with `mark`. */
export function closingMarkOf(mark: string): string {
  return closersOf[mark]?.[0] ?? mark;
}

const singles = new Set(["'", '‘', '‚', '`', '‹', '›']);
/** Whether a mark is single, as an apostrophe is. */
export function isSingleMark(mark: string): boolean {
  return singles.has(mark);
}

const markCharacters = /["“”„‟«»‹›‘’‚'`「」『』]/g;
const wordCharacter = /[\p{L}\p{N}]/u;
const spaceOrOpener = /[\s([{<—–\-/\u00a0\ufffc]/;
/** Beginnings that writers cut off: `’tis`, `’em`, `’90s`. */
const elision = /^(?:\d|tis\b|twas\b|twere\b|twill\b|em\b|cause\b|til\b|till\b|bout\b|round\b|n['’‘ ]|n\b)/i;
/** How far ahead the mark that closes a straight or single quote is looked for, in characters. */
const LOOKAHEAD = 1500;

export interface PairOptions {
  /** Grave accents and pairs of straight single marks are quotation marks, as in LaTeX and plain text. */
  readonly tex?: boolean;
  /** The text ends at a cursor: an opening mark may be its last character, and a single one needs no partner yet. */
  readonly typing?: boolean;
}

/**
 * Pairs the quotation marks of one paragraph. An apostrophe, a possessive and the sign for inches or minutes open
 * nothing. Linear in the length of the text.
 */
export function pairQuotes(text: string, options: PairOptions = {}): QuotePairs {
  const pairs: MarkPair[] = [];
  let open: OpenMark[] = [];
  const finish = (from: number, closeAt: number, closeAfter: number, closed: boolean): void => {
    for (let i = open.length - 1; i >= from; i--) {
      const mark = open[i]!, own = closed && i === from;
      // A single mark that was never closed within a closed quote was an apostrophe.
      if (!own && isSingleMark(mark.mark)) continue;
      pairs.push({ ...mark, closeAt, closeAfter: own ? closeAfter : closeAt, closed: own, nested: i > 0 });
    }
    open = open.slice(0, from);
  };
  markCharacters.lastIndex = 0;
  for (let match = markCharacters.exec(text); match; match = markCharacters.exec(text)) {
    const at = match.index;
    let mark = match[0];
    if (options.tex && (mark === '`' || mark === "'") && text[at + 1] === mark) mark += mark;
    const after = at + mark.length;
    markCharacters.lastIndex = after;
    const closes = closable(text, at, after, mark, open, options);
    if (closes >= 0) {
      finish(closes, at, after, true);
      continue;
    }
    if (!opens(text, at, after, mark, open, options)) continue;
    const top = open[open.length - 1];
    // The same mark again opens a quote only because the one before was never closed.
    const same = open.findIndex((other) => other.mark === mark);
    if (top && same >= 0) finish(same, at, at, false);
    open.push({ at, after, mark, closers: closersOf[mark] ?? [mark] });
  }
  const left = open;
  if (open.length > 0) finish(0, text.length, text.length, false);
  return { pairs: pairs.sort((a, b) => a.at - b.at), open: left };
}

/** Index into `open` of the quote that a mark closes, -1 when it closes none. */
function closable(text: string, at: number, after: number, mark: string, open: readonly OpenMark[], options: PairOptions): number {
  for (let i = open.length - 1; i >= 0; i--) {
    const candidate = open[i]!;
    if (!candidate.closers.includes(mark)) continue;
    if (mark === '“' || mark === '”' || mark === '«' || mark === '»' || mark === '‹' || mark === '›' || mark === "''" || mark === '」' || mark === '』') {
      // `»` and `”` can open too: a quote that has only just begun is not closed by them.
      return i;
    }
    if (mark === '"') return closesHere(text, at, after, candidate) ? i : -1;
    return closesSingle(text, at, after, candidate, options) ? i : -1;
  }
  return -1;
}

const charAt = (text: string, i: number): string => text[i] ?? '';

function closesHere(text: string, at: number, after: number, open: OpenMark): boolean {
  const before = charAt(text, at - 1), next = charAt(text, after);
  if (open.after === at) return true;
  return !(/\s/.test(before) || before === '(') || !wordCharacter.test(next);
}

/** An apostrophe or a closing single mark: between letters it is an apostrophe, after `s` perhaps. */
function closesSingle(text: string, at: number, after: number, open: OpenMark, options: PairOptions): boolean {
  const before = charAt(text, at - 1), next = charAt(text, after);
  if (wordCharacter.test(next) || /\s/.test(before)) return false;
  const possessive = (before === 's' || before === 'S') && /^\s\p{Ll}/u.test(text.slice(after, after + 3));
  if (!possessive || options.typing) return true;
  return !laterSingle(text, after, open);
}

/** Whether another mark within reach can close the quote, before another one opens. */
function laterSingle(text: string, from: number, open: OpenMark): boolean {
  const to = Math.min(text.length, from + 200);
  for (let i = from; i < to; i++) {
    const c = text[i]!;
    if (c === '‘' || '“”"'.includes(c)) return false;
    if (c === "'" && /\s/.test(charAt(text, i - 1))) return false;
    if (open.closers.includes(c) && !/\s/.test(charAt(text, i - 1)) && !wordCharacter.test(charAt(text, i + 1))) return true;
  }
  return false;
}

/** Whether a mark that closes nothing opens a quote where it stands. */
function opens(text: string, at: number, after: number, mark: string, open: readonly OpenMark[], options: PairOptions): boolean {
  const before = charAt(text, at - 1), next = charAt(text, after), atEnd = after === text.length;
  const free = before === '' || spaceOrOpener.test(before) || isMark(before);
  if (atEnd ? !options.typing : /\s/.test(next) && !'«»‹›'.includes(mark)) return false;
  switch (mark) {
    case '“': case '„': case '‟': case '「': case '『': return true;
    case '«': case '‹': return free || !wordCharacter.test(before);
    case '»': case '›': case '”': return free && (atEnd ? open.length === 0 : !/\s/.test(next)) && wordOrMark(next, atEnd);
    case '"': return free || (':,;='.includes(before) && open.length === 0 && wordOrMark(next, atEnd));
    case '``': return options.tex === true;
    case '`': return options.tex === true && free;
    case '‘': case '‚': return !wordCharacter.test(before) && !(mark === '‚' && !free) && !elision.test(text.slice(after, after + 8)) && (options.typing === true || hasSinglePartner(text, after, mark));
    case "'": return free && wordOrMark(next, atEnd) && !elision.test(text.slice(after, after + 8)) && (options.typing ? open.length === 0 : hasSinglePartner(text, after, mark));
    default: return false;
  }
}

const isMark = (c: string): boolean => '"“„‟«»‹›‘‚\'「『'.includes(c);
const wordOrMark = (c: string, atEnd: boolean): boolean => atEnd || wordCharacter.test(c) || c === '[' || c === '…' || c === '.' || c === '$' || c === '£' || c === '€' || isMark(c);

/** Whether a mark that can close a single quote follows within reach. */
function hasSinglePartner(text: string, from: number, mark: string): boolean {
  const closers = closersOf[mark] ?? [], to = Math.min(text.length, from + LOOKAHEAD);
  for (let i = from + 1; i < to; i++) {
    const c = text[i]!;
    if (closers.includes(c) && !/\s/.test(charAt(text, i - 1)) && !wordCharacter.test(charAt(text, i + 1))) return true;
    // Two opening marks in a row and no closing one between: the first was an apostrophe.
    if (c === mark && mark !== '‚' && spaceOrOpener.test(charAt(text, i - 1))) return false;
  }
  return false;
}
