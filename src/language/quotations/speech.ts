import { TokenFlag, TokenKind } from '../tokens';
import type { Attribution } from './attribution';
import { type Folded, isCapital, isStretch, isWord, type ItemRange, stretchAt } from './fold';
import type { Quoted } from './marks';
import { isNickname } from './phrases';
import { Word } from './words';
import { wordSet } from '../lists';

/**
 * Whether quoted words are somebody's, and not a title, a term or a word the writer keeps at arm's length. A sum of
 * reasons for and against, weighed by hand: the tie to a reporting clause, length, how the words are spelt and what
 * stands around them.
 */
export function isSpeech(f: Folded, sentence: ItemRange, a: Attribution): boolean {
  const stretch = stretchAt(f, a.item)!;
  const words = shapeOf(f, stretch);
  if (words.count === 0 || isNickname(f, a.item)) return false;
  if (stretch.style === 'single' && a.weight < 60 && !(a.bare && words.count >= 4)) return false;
  return score(f, sentence, a, words) > 0;
}

interface Shape {
  readonly count: number;
  /** Every word but articles, prepositions and conjunctions begins with a capital. */
  readonly titleCase: boolean;
  /** Somebody speaks of himself or to somebody: `I`, `we`, `you`. */
  readonly person: boolean;
}

const people = wordSet("i i'm i’m i've i’ve i'll i’ll i'd i’d we we're we’re we've we’ve we'll we’ll you you're you’re my me our us your");
const small = wordSet('a an the of in on for and to with at by or from vs de la le el der die das');

/** Tokens of a quoted stretch that are looked at: longer ones are speech whatever their shape. */
const LOOK = 30;

function shapeOf(f: Folded, stretch: Quoted): Shape {
  const { tokens } = f;
  let count = 0, titleCase = true, person = false, capitals = 0;
  for (let i = stretch.firstToken; i < stretch.endToken && i < stretch.firstToken + LOOK; i++) {
    if (tokens.kinds[i] === TokenKind.number) count++;
    if (tokens.kinds[i] !== TokenKind.word || tokens.starts[i]! < stretch.start) continue;
    const word = tokens.text.slice(tokens.starts[i], tokens.ends[i]).toLowerCase();
    if (word === "'s" || word === '’s') continue;
    count++;
    if (people.has(word)) person = true;
    if (tokens.flags[i]! & TokenFlag.capital) capitals++;
    else if (!small.has(word)) titleCase = false;
  }
  return { count, titleCase: titleCase && capitals > 0, person };
}

/** Words before a quoted stretch that say it is a term, a name or a work. */
const labels = new Set(`word words term terms phrase phrases name named titled entitled called nicknamed dubbed so-called known film movie book novel song album show series
  program programme episode sitcom drama play musical poem essay memoir bestseller headline headlined slogan motto magazine hashtag labeled labelled marked self-described self-styled
  aka starring comedy documentary single track painting game podcast section chapter category`.split(/\s+/));

function score(f: Folded, sentence: ItemRange, a: Attribution, shape: Shape): number {
  const before = f.lower[a.item - 1] ?? '', introduced = before === ',' || before === ':';
  // The reporting verb stands right before the words: `called “…”`, `shouted, “…”`.
  const adjacent = a.clause !== null && a.clause.order !== 'owner' && a.clause.cue === (introduced ? a.item - 2 : a.item - 1);
  const said = adjacent && f.cues[a.clause!.cue]?.class === 'say';
  let sum = -0.5;
  if (a.bare || a.weight >= 90) sum += 3;
  else if (a.weight >= 60) sum += 2;
  else if (a.weight >= 20) sum += 1;
  if (shape.count >= 6) sum += 3;
  else if (shape.count >= 3) sum += 1;
  if (shape.person) sum += 1;
  const titled = shape.titleCase && shape.count < 10 && !(introduced && a.weight >= 85) && !(a.bare && shape.count === 1);
  if (titled && (said || a.weight >= 90)) sum -= 1;
  else if (titled) sum -= shape.count === 1 ? 1.5 : 2.5;
  if (labels.has(before) && !adjacent || labels.has(f.lower[a.item - 2] ?? '') && (before === 'as' || before === ',' || before === 'of')) sum -= 2;
  if (shape.count <= 5 && modifies(f, sentence, a.item)) sum -= 1;
  return sum;
}

/** The quoted words stand inside a noun phrase: a determiner or an adjective before, a noun after (`the “fresh” fruit`). */
function modifies(f: Folded, sentence: ItemRange, item: number): boolean {
  if (item <= sentence.from || item + 1 >= sentence.to || !isWord(f, item - 1) || !isWord(f, item + 1) || isStretch(f, item + 1)) return false;
  const after = f.classes[item + 1]!;
  return (f.classes[item - 1]! & Word.determiner) !== 0 && after === 0 && !isCapital(f, item + 1);
}
