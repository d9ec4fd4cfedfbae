import { TokenFlag, TokenKind, type Tokens } from '../tokens';

/** A stretch between quotation marks. The marks are no part of `start`..`end`; white space inside them neither. */
export interface Quoted {
  readonly start: number;
  readonly end: number;
  /** First token (the opening mark) and the token after the last (the closing mark, where there is one). */
  readonly firstToken: number;
  readonly endToken: number;
  /** `double` for every kind of mark but the single ones, which British papers use and apostrophes look like. */
  readonly style: 'double' | 'single';
  /** False where the paragraph ends before a closing mark comes: the quotation goes on in the next, or the mark was forgotten. */
  readonly closed: boolean;
}

const STRAIGHT = 0x22, CURLY_OPEN = 0x201c, CURLY_CLOSE = 0x201d, LOW = 0x201e, REVERSED = 0x201f, ANGLE_OPEN = 0xab, ANGLE_CLOSE = 0xbb;
const SINGLE_STRAIGHT = 0x27, BACKTICK = 0x60, SINGLE_OPEN = 0x2018, SINGLE_CLOSE = 0x2019, SINGLE_LOW = 0x201a, ACUTE = 0xb4;
const SINGLE_ANGLE_OPEN = 0x2039, SINGLE_ANGLE_CLOSE = 0x203a;

/** One mark of double weight: two single ones side by side count as one. */
interface Mark {
  readonly token: number;
  readonly width: number;
  readonly code: number;
  /** White space, the paragraph's edge or opening punctuation stands before it, and something clings to its right. */
  readonly mayOpen: boolean;
  /** Something clings to its left, and white space, the paragraph's edge or punctuation stands after it. */
  readonly mayClose: boolean;
}

/**
 * Quoted stretches of the paragraph made of the tokens `from`..`to`, outermost ones only, in order. Each token is looked
 * at a fixed number of times, whatever the marks. A single mark that is never closed counts where the paragraph after it
 * opens with the same mark.
 */
export function quotedStretches(tokens: Tokens, from: number, to: number): Quoted[] {
  const marks = doubleMarks(tokens, from, to);
  const doubles = marks.length > 0 ? pairDoubles(tokens, marks, to) : [];
  return withSingles(tokens, from, to, doubles);
}

function codeAt(tokens: Tokens, i: number): number {
  return tokens.text.charCodeAt(tokens.starts[i]!);
}

function clings(tokens: Tokens, i: number): boolean {
  return (tokens.flags[i]! & (TokenFlag.afterSpace | TokenFlag.afterBreak)) === 0;
}

/** Punctuation after which a mark opens although no space stands between: `(“`, `—“`, `said:“`. */
const opensAfter = new Set([...'([{—–-―:/…'].map((c) => c.charCodeAt(0)));

function doubleMarks(tokens: Tokens, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  let straightOpen = false;
  for (let i = from; i < to; i++) {
    if (tokens.kinds[i] !== TokenKind.quote) continue;
    let code = codeAt(tokens, i), width = 1;
    if (isSingle(code)) {
      // `''` and ``` `` ```; the third of three is a single mark inside the double one.
      if (i + 1 >= to || !isSingle(codeAt(tokens, i + 1)) || !clings(tokens, i + 1)) continue;
      const second = codeAt(tokens, i + 1);
      const leads = i === from || !clings(tokens, i);
      if (!leads && i + 2 < to && isSingle(codeAt(tokens, i + 2)) && clings(tokens, i + 2)) continue;
      if (code === SINGLE_STRAIGHT && second === SINGLE_STRAIGHT) code = STRAIGHT;
      else if ((code === BACKTICK && second === BACKTICK) || (code === SINGLE_OPEN && second === SINGLE_OPEN)) code = CURLY_OPEN;
      else if ((code === SINGLE_CLOSE && second === SINGLE_CLOSE) || (code === ACUTE && second === ACUTE)) code = CURLY_CLOSE;
      else continue;
      width = 2;
    }
    const next = i + width;
    const leftFree = i === from || !clings(tokens, i) || opensAfter.has(codeAt(tokens, i - 1)) || tokens.kinds[i - 1] === TokenKind.quote;
    const rightClings = next < to && clings(tokens, next);
    const leftClings = i > from && clings(tokens, i);
    const rightFree = next >= to || !clings(tokens, next) || tokens.kinds[next] !== TokenKind.word;
    if (code === STRAIGHT && leftClings && tokens.kinds[i - 1] === TokenKind.number && isInch(tokens, i, from, straightOpen)) continue;
    if (code === STRAIGHT) straightOpen = !straightOpen;
    marks.push({ token: i, width, code, mayOpen: leftFree && rightClings, mayClose: leftClings && rightFree });
    i = next - 1;
  }
  return marks;
}

const isSingle = (code: number): boolean =>
  code === SINGLE_STRAIGHT || code === BACKTICK || code === SINGLE_OPEN || code === SINGLE_CLOSE || code === ACUTE || code === SINGLE_LOW;

/** `6'2"`, or `a 12" ruler` where no straight mark is waiting for its partner. */
function isInch(tokens: Tokens, i: number, from: number, straightOpen: boolean): boolean {
  const feet = i - 2;
  if (feet > from && clings(tokens, i - 1) && isSingle(codeAt(tokens, feet)) && tokens.kinds[feet - 1] === TokenKind.number) return true;
  return !straightOpen;
}

/** Tokens within which a second opening mark is read as a quotation inside the first. */
const NESTING = 60;

/** What a mark is, read by its own shape and by what is open. */
function opens(mark: Mark, openCode: number): boolean {
  switch (mark.code) {
    case LOW: return true;
    case CURLY_OPEN: return openCode === LOW ? false : mark.mayOpen || !mark.mayClose;
    case REVERSED: return true;
    case CURLY_CLOSE: return openCode === 0 && mark.mayOpen && !mark.mayClose;
    case ANGLE_OPEN: return !(openCode === ANGLE_CLOSE);
    case ANGLE_CLOSE: return openCode === 0 && mark.mayOpen;
    default: return openCode === 0 ? mark.mayOpen || !mark.mayClose : mark.mayOpen && !mark.mayClose && openCode !== STRAIGHT;
  }
}

function pairDoubles(tokens: Tokens, marks: readonly Mark[], to: number): Quoted[] {
  const result: Quoted[] = [];
  // How many marks that can only close stand at or after each: tells a nested opening from one whose partner was forgotten.
  const closersAfter = new Uint32Array(marks.length + 1);
  for (let m = marks.length - 1; m >= 0; m--) closersAfter[m] = closersAfter[m + 1]! + (marks[m]!.mayOpen && !marks[m]!.mayClose ? 0 : 1);
  let open: Mark | null = null, depth = 0;
  const finish = (first: Mark, closing: Mark | null, endToken: number): void => {
    const inner = first.token + first.width, last = closing ? closing.token : endToken;
    if (inner >= last) return;
    result.push({
      start: tokens.starts[inner]!, end: tokens.ends[last - 1]!,
      firstToken: first.token, endToken: closing ? closing.token + closing.width : endToken,
      style: 'double', closed: closing !== null,
    });
  };
  for (let m = 0; m < marks.length; m++) {
    const mark = marks[m]!;
    if (!open) {
      if (opens(mark, 0)) { open = mark; depth = 1; }
      continue;
    }
    if (opens(mark, open.code)) {
      if (closersAfter[m]! >= 2 && mark.token - open.token <= NESTING) { depth++; continue; }
      // The first was never closed; it ends where the writer goes on in his own words, which `attribution` finds later.
      finish(open, null, mark.token);
      open = mark;
      depth = 1;
      continue;
    }
    if (open.code === STRAIGHT && mark.mayOpen && !mark.mayClose) {
      finish(open, null, mark.token);
      open = mark;
      depth = 1;
      continue;
    }
    if (--depth > 0) continue;
    finish(open, mark, mark.token);
    open = null;
  }
  if (open) finish(open, null, to);
  return result;
}

const elisions = new Set(['em', 'til', 'tis', 'twas', 'cause', 'n', 'bout', 'round', 'cuz', 'tween', 'neath', 'ere', 'nuff', 'cos', 's']);

/** Adds the stretches in single marks; double ones inside a single one give way to it. */
function withSingles(tokens: Tokens, from: number, to: number, doubles: readonly Quoted[]): Quoted[] {
  const result: Quoted[] = [];
  let opener = -1, doubtful = -1, next = 0;
  const take = (close: number): void => {
    while (result.length > 0 && result.at(-1)!.firstToken > opener) result.pop();
    result.push({
      start: tokens.starts[opener + 1]!, end: tokens.ends[close - 1]!, firstToken: opener, endToken: close + 1, style: 'single', closed: true,
    });
    opener = -1;
    doubtful = -1;
  };
  for (let i = from; i < to; i++) {
    const double = doubles[next];
    if (double && double.firstToken === i) {
      result.push(double);
      next++;
      i = double.endToken - 1;
      continue;
    }
    if (tokens.kinds[i] !== TokenKind.quote) continue;
    const code = codeAt(tokens, i);
    if (!isSingle(code) && code !== SINGLE_ANGLE_OPEN && code !== SINGLE_ANGLE_CLOSE) continue;
    if (mayOpenSingle(tokens, i, to, from, code)) {
      if (opener >= 0 && doubtful > opener) take(doubtful);
      if (opener < 0 || code !== SINGLE_STRAIGHT) { opener = i; doubtful = -1; }
    } else if (opener >= 0 && i > opener + 1 && mayCloseSingle(tokens, i, to, code)) {
      if (!isElision(tokens, i, to)) take(i);
      else if (doubtful < 0) doubtful = i;
    }
  }
  if (opener >= 0 && doubtful > opener) take(doubtful);
  if (opener >= 0 && opener + 1 < to && to < tokens.count && codeAt(tokens, to) === codeAt(tokens, opener)) {
    while (result.length > 0 && result.at(-1)!.firstToken > opener) result.pop();
    result.push({ start: tokens.starts[opener + 1]!, end: tokens.ends[to - 1]!, firstToken: opener, endToken: to, style: 'single', closed: false });
  }
  return result;
}

function mayCloseSingle(tokens: Tokens, i: number, to: number, code: number): boolean {
  if (!clings(tokens, i) || (code !== SINGLE_CLOSE && code !== SINGLE_STRAIGHT && code !== SINGLE_ANGLE_CLOSE && code !== SINGLE_OPEN)) return false;
  const next = i + 1;
  return next >= to || !clings(tokens, next) || tokens.kinds[next] === TokenKind.punctuation;
}

/** `workers’ rights`, `goin’ home`: a letter s or n before, a word after; closes a quotation only when no better mark follows. */
function isElision(tokens: Tokens, i: number, to: number): boolean {
  const before = tokens.text.charCodeAt(tokens.ends[i - 1]! - 1) | 32, next = i + 1;
  return tokens.kinds[i - 1] === TokenKind.word && (before === 115 || before === 110) && next < to && !clings(tokens, next) && tokens.kinds[next] === TokenKind.word;
}

function mayOpenSingle(tokens: Tokens, i: number, to: number, paragraph: number, code: number): boolean {
  if (code === SINGLE_CLOSE || code === ACUTE || code === SINGLE_ANGLE_CLOSE) return false;
  const next = i + 1;
  if (next >= to || !clings(tokens, next)) return false;
  if (i > paragraph && clings(tokens, i) && !opensAfter.has(codeAt(tokens, i - 1))) return false;
  if (tokens.kinds[next] === TokenKind.number) {
    const number = tokens.text.slice(tokens.starts[next], Math.min(tokens.ends[next]!, tokens.starts[next]! + 4));
    return !(code === SINGLE_STRAIGHT ? /^\d\ds?$/ : /^\d\ds$/).test(number);
  }
  if (tokens.kinds[next] !== TokenKind.word) return tokens.kinds[next] === TokenKind.punctuation && codeAt(tokens, next) === 0x2026;
  return !elisions.has(tokens.text.slice(tokens.starts[next], tokens.ends[next]).toLowerCase());
}
