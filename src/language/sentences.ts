import type { Span } from './types';
import { TokenFlag, TokenKind, type Tokens, tokenText } from './tokens';

/** A sentence as a stretch of the text and of its tokens. */
export interface Sentence extends Span {
  /** First token, and the token after the last. */
  readonly firstToken: number;
  readonly endToken: number;
  /** Number of the paragraph it stands in, from 0. A paragraph ends at a line break. */
  readonly paragraph: number;
}

/** Words whose full stop does not end a sentence when a capital follows. Lower case, without the stop. */
const abbreviations = new Set((
  'mr mrs ms dr prof rev hon gen lt col maj sgt capt cmdr adm gov sen rep pres st ste mt ft jr sr messrs supt ' +
  'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
  'no nos vol vs etc inc corp ltd co bros dept univ assn ave blvd rd approx fig al eg ie cf viz pp ' +
  'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo'
).split(' '));

/** Of these, the ones that may also close a sentence when what follows looks like a new one. */
const mayEnd = new Set('inc corp ltd co bros etc jr sr'.split(' '));

const starters = new Set('The A An He She It They We I You In On At But And For With After Before When While If As This That These Those His Her Its Their There Some Many Most One Two According However Meanwhile'.split(' '));

/**
 * Sentences in order. A line break ends a sentence, so that headlines without a full stop stand alone.
 * A closing quotation mark or bracket after the full stop belongs to the sentence.
 */
export function splitSentences(tokens: Tokens): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0, paragraph = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (i > 0 && tokens.flags[i]! & TokenFlag.afterBreak) {
      if (i > first) sentences.push(sentence(tokens, first, i, paragraph));
      first = i;
      paragraph++;
    }
    if (!endsSentence(tokens, i)) continue;
    let end = i + 1;
    while (end < tokens.count && isCloser(tokens, end)) end++;
    if (continues(tokens, i, end)) continue;
    sentences.push(sentence(tokens, first, end, paragraph));
    first = end;
    i = end - 1;
  }
  if (tokens.count > first) sentences.push(sentence(tokens, first, tokens.count, paragraph));
  return sentences;
}

const sentence = ({ starts, ends }: Tokens, firstToken: number, endToken: number, paragraph: number): Sentence => ({ start: starts[firstToken]!, end: ends[endToken - 1]!, firstToken, endToken, paragraph });

function endsSentence(tokens: Tokens, i: number): boolean {
  const start = tokens.starts[i]!, code = tokens.text.charCodeAt(start);
  if (tokens.kinds[i] === TokenKind.punctuation) return code === 46 || code === 33 || code === 63 || code === 0x2026;
  // An initialism carries its own full stop: `the U.S.`
  return tokens.kinds[i] === TokenKind.word && tokens.text.charCodeAt(tokens.ends[i]! - 1) === 46;
}

/** `…`, or the last of three full stops. */
function isEllipsis(tokens: Tokens, i: number): boolean {
  const code = tokens.text.charCodeAt(tokens.starts[i]!);
  return code === 0x2026 || (code === 46 && i >= 2 && tokens.text.startsWith('...', tokens.starts[i]! - 2));
}

/** A closing mark that clings to what stands before it. */
function isCloser(tokens: Tokens, i: number): boolean {
  if (tokens.flags[i]! & TokenFlag.afterSpace) return false;
  const code = tokens.text.charCodeAt(tokens.starts[i]!);
  if (tokens.kinds[i] === TokenKind.quote) return true;
  return code === 41 || code === 93 || code === 46 || code === 33 || code === 63 || code === 0x2026;
}

/** Whether the text after a possible end goes on with the same sentence. */
function continues(tokens: Tokens, stop: number, next: number): boolean {
  if (next >= tokens.count || tokens.flags[next]! & TokenFlag.afterBreak) return false;
  if (!(tokens.flags[next]! & TokenFlag.afterSpace)) return true;
  let n = next;
  while (n < tokens.count && (tokens.kinds[n] === TokenKind.quote || '([{'.includes(tokens.text[tokens.starts[n]!]!)) && n < next + 3) n++;
  if (n >= tokens.count) return false;
  const capital = (tokens.flags[n]! & TokenFlag.capital) !== 0 || tokens.kinds[n] === TokenKind.number;
  if (!capital) return tokens.kinds[n] !== TokenKind.symbol && tokens.kinds[n] !== TokenKind.punctuation;
  const mark = tokens.text.charCodeAt(tokens.starts[stop]!);
  if (tokens.kinds[stop] === TokenKind.word) return !starters.has(tokenText(tokens, n));
  // An ellipsis inside a sentence often stands before a name: `including… Foreign Minister Wang`.
  if (isEllipsis(tokens, stop)) return next === stop + 1 && !starters.has(tokenText(tokens, n));
  if (mark !== 46 || next > stop + 1 || stop === 0) return false;
  const before = tokenText(tokens, stop - 1), lower = before.toLowerCase();
  if (tokens.kinds[stop - 1] !== TokenKind.word) return false;
  if (/^\p{Lu}$/u.test(before)) return true; // an initial: `John F. Kennedy`
  if (!abbreviations.has(lower)) return false;
  if (tokens.kinds[n] === TokenKind.number) return true;
  return !(mayEnd.has(lower) && starters.has(tokenText(tokens, n)));
}
