import { TokenFlag, TokenKind, tokenise, tokenText, type Tokens } from '../language/tokens';
import type { TextSpan } from '../language/types';
import { plainOf } from './plain';
import type { DraftText } from './text';

/** Lower-case words that stand inside names. */
const particles = new Set('of the and for on in at to de da do dos das del della di du des la le les el al bin bint ibn abu van von der den ter ten zu y e und'.split(' '));
/** Capitalised words that open sentences far more often than names; alone they name nobody. */
const openers = new Set((
  'a an the this that these those he she it they we i you his her its their our my your who what when where why how which whose ' +
  'and but or nor so yet if as at by for from in into of off on onto out over to up with without after before since until while during ' +
  'not no yes there here then now also both each every some many most more few all any one two three other another such only even just still ' +
  'is was are were be been has have had do does did will would can could may might must should'
).split(' '));
/** Words on either side of the cursor that a phrase may have; so there are at most 49 phrases. */
const REACH = 6;

/**
 * What may be a name under the cursor, longest first, with exact ranges: `the foreign minister Wang Yi` gives `Wang Yi`,
 * then `Wang` with the cursor on it. Possessive endings are left out; a line break may stand inside. Empty in what is no
 * prose, on a space and on a word that can be no name.
 */
export function phrasesAt(draft: DraftText, offset: number): TextSpan[] {
  const block = draft.blockAt(offset);
  if (!block || !draft.isProse(offset)) return [];
  const plain = plainOf(draft.text, block), tokens = tokenise(plain.text), at = plain.toPlain(offset);
  const here = tokenAt(tokens, at);
  if (here < 0) return [];
  const [first, last] = runAround(tokens, here);
  const found: TextSpan[] = [], seen = new Set<string>();
  const add = (start: number, end: number): void => {
    const from = plain.toSource(start), to = plain.toSource(end - 1) + 1, text = plain.text.slice(start, end);
    if (seen.has(`${from} ${to}`)) return;
    seen.add(`${from} ${to}`);
    found.push({ start: from, end: to, text });
  };
  for (let length = last - first + 1; length > 0; length--) {
    for (let from = Math.max(first, here - length + 1); from <= here && from + length - 1 <= last; from++) {
      const to = from + length - 1;
      if (mayBegin(tokens, from, length) && isCapital(tokens, to)) add(tokens.starts[from]!, tokens.ends[to]!);
    }
  }
  addPart(tokens, here, at, add);
  return found;
}

/** The word token at an offset, or the one that ends there; -1 when there is none. A possessive ending belongs to the word before. */
function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0, high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.ends[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  const touching = low < tokens.count && tokens.starts[low]! <= offset ? low : low > 0 && tokens.ends[low - 1] === offset ? low - 1 : -1;
  if (touching < 0) return -1;
  const word = isPossessive(tokens, touching) ? touching - 1 : touching;
  const before = word - 1;
  if (tokens.kinds[word] !== TokenKind.word) return before >= 0 && tokens.ends[before] === offset && tokens.kinds[before] === TokenKind.word ? before : -1;
  return word;
}

function isPossessive(tokens: Tokens, i: number): boolean {
  const length = tokens.ends[i]! - tokens.starts[i]!;
  return length === 2 && i > 0 && tokens.ends[i - 1] === tokens.starts[i] && /^['’‘]s$/i.test(tokenText(tokens, i));
}

function isCapital(tokens: Tokens, i: number): boolean {
  if (tokens.kinds[i] !== TokenKind.word || isPossessive(tokens, i)) return false;
  return (tokens.flags[i]! & TokenFlag.capital) !== 0 || /\p{Lu}/u.test(tokenText(tokens, i));
}

function isParticle(tokens: Tokens, i: number): boolean {
  const text = tokenText(tokens, i);
  return tokens.kinds[i] === TokenKind.word ? particles.has(text) : text === '&';
}

/** Whether a phrase may begin with this token: no article or pronoun alone, no particle. */
function mayBegin(tokens: Tokens, i: number, length: number): boolean {
  if (!isCapital(tokens, i)) return particlesThatBegin.has(tokenText(tokens, i)) && length > 1;
  return length > 1 || !openers.has(tokenText(tokens, i).toLowerCase());
}

/** Lower-case words with which a person's name may begin: `al Qaeda`, `van Gogh`, `bin Laden`. */
const particlesThatBegin = new Set('al bin bint ibn abu van von de da del della di du la le el ter ten zu'.split(' '));

/** First and last token of the run of capitalised words, with the particles between them, around a token. */
function runAround(tokens: Tokens, here: number): [number, number] {
  let first = here, last = here;
  for (let steps = 0; steps < REACH && first > 0 && joins(tokens, first - 1, first); steps++) first--;
  for (let steps = 0; steps < REACH && last + 1 < tokens.count && joins(tokens, last, last + 1); steps++) last++;
  return [first, last];
}

/** Whether two neighbouring tokens can stand in one name. */
function joins(tokens: Tokens, left: number, right: number): boolean {
  const member = (i: number): boolean => isCapital(tokens, i) || isParticle(tokens, i) || isInitialStop(tokens, i);
  return member(left) && member(right);
}

/** The full stop after an initial or a title: `John F. Kennedy`, `Gen. Milley`. */
function isInitialStop(tokens: Tokens, i: number): boolean {
  if (tokens.text[tokens.starts[i]!] !== '.' || i === 0 || tokens.ends[i - 1] !== tokens.starts[i] || !isCapital(tokens, i - 1)) return false;
  return /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Adm|Gov|Sen|Rep|Rev|Hon|St|Jr|Sr)$/u.test(tokenText(tokens, i - 1));
}

/** Adds the part of a hyphenated word under the cursor: `Israel` in `anti-Israel`. */
function addPart(tokens: Tokens, here: number, at: number, add: (start: number, end: number) => void): void {
  const start = tokens.starts[here]!, text = tokenText(tokens, here);
  const left = text.lastIndexOf('-', Math.max(0, at - start - 1)), right = text.indexOf('-', Math.max(0, at - start));
  if (left < 0 && right < 0) return;
  const from = left + 1, to = right < 0 ? text.length : right;
  if (to > from && /^\p{Lu}/u.test(text.slice(from, to))) add(start + from, start + to);
}
