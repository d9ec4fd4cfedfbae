import type { Span } from '../../language/types';
import { align, type Alignment, type Numbers } from './align';
import { ASSEMBLED, ENOUGH, leastHeld, LONG, PHRASE, RUN, SHARE_OF_LONG, SHORTEST_ALTERED, shareOfTelling, wordsUnchanged } from './enough';
import { judge } from './judge';
import { isTelling, readQuote, type PatternItem, type QuotePattern } from './pattern';
import { hasPhrases, stretches } from './stretches';
import { wordsOf, type ComparedWords } from './words';

/** How the words of a quote stand to a source, best first. */
export type QuoteStatus = 'exact' | 'typographic' | 'altered lawfully' | 'misquoted' | 'not found';

/** A place where quote and source differ. Offsets of the quote and of the source's text; a side that has no words there is null. */
export interface Difference {
  /** `joined`: words from two places stand side by side; `source` is what lies between, null when the second comes first. */
  readonly kind: 'changed' | 'added' | 'dropped' | 'joined';
  readonly quote: Span | null;
  readonly source: Span | null;
  /** Where in the quote it is, or where what was dropped belongs: after a word, or 0. */
  readonly at: number;
}

/** A quote found in one source text. */
export interface Comparison {
  readonly status: Exclude<QuoteStatus, 'not found'>;
  /** The words of the source that the quote covers. */
  readonly source: Span;
  /** Empty unless misquoted. */
  readonly differences: readonly Difference[];
  /** Stretches of the source that ellipses and brackets of the quote stand for. */
  readonly skipped: readonly Span[];
  /** Stretches of the source, in the order of the quote, whose words it has, one for each part between ellipses. */
  readonly parts: readonly Span[];
  /** Words of the quote that the source has, words changed, added or dropped, and all words of the quote. */
  readonly same: number;
  readonly edits: number;
  readonly words: number;
  /** Every place where the words stand just so, when there are several; the first is `source`. */
  readonly places: readonly Span[];
  /** The quote is made of places that are not one utterance. */
  readonly assembled: boolean;
  /** How quote and source were laid side by side. */
  readonly reading: Reading;
}

/** An alignment with what was aligned. */
export interface Reading {
  readonly items: readonly PatternItem[];
  readonly source: ComparedWords;
  readonly alignment: Alignment;
}

/** Cells of an alignment beyond which only the neighbourhood of the quote's rarer words is looked at. */
const MOST_CELLS = 600_000;
/** Words to either side of such a place. */
const REACH = 400;
const MOST_PLACES = 40;

/** A source text made ready to be compared with many quotes. */
export function sourceOf(text: string): ComparedWords {
  return wordsOf(text);
}

/**
 * Compares a quote (its words, without marks) with a source.
 * @returns undefined when the source does not have the quote, not even with a third of its words changed
 */
export function compareQuote(quote: string | QuotePattern, source: ComparedWords): Comparison | undefined {
  const pattern = typeof quote === 'string' ? readQuote(quote) : quote;
  const reading = readFrom(pattern, source);
  return reading && judge(pattern, reading, placesOf(reading));
}

/** The best reading of a quote out of a source; undefined when it does not stand there. */
export function readFrom(pattern: QuotePattern, source: ComparedWords): Reading | undefined {
  const { items, literal } = pattern;
  if (literal.length === 0 || source.count === 0) return undefined;
  const numbers = { items: pattern.numbers.items, words: Int32Array.from(source.keys, (key) => pattern.numbers.of.get(key) ?? -1) }, held = pattern.telling.length < ENOUGH ? Infinity : countTelling(pattern, numbers, source);
  if (held < leastHeld(pattern)) return undefined;
  const plain = bestPlain(literal, source, numbers);
  if (plain && (plain.edits === 0 || !pattern.noted)) {
    if (plain.edits === 0 || isFound(items, plain)) return better(pattern, { items: literal, source, alignment: plain });
  }
  const alignment = pattern.noted ? best(items, source) : undefined;
  if (alignment && isFound(items, alignment)) return better(pattern, { items, source, alignment });
  if (pattern.words < ASSEMBLED || held < shareOfTelling(pattern, 0.75) || (!pattern.noted && !hasPhrases(items, numbers, 2))) return undefined;
  const moved = best(items, source, true);
  return moved && moved.moves > 0 && isFound(items, moved) ? { items, source, alignment: moved } : undefined;
}

/** The same with words from elsewhere in the source, where that explains many differences. */
function better(pattern: QuotePattern, reading: Reading): Reading {
  const { items, source, alignment } = reading;
  if (pattern.words < ASSEMBLED || alignment.edits < 4) return reading;
  const moved = best(items, source, true);
  return moved && moved.moves > 0 && moved.edits + 3 * moved.moves < alignment.edits && isFound(items, moved) ? { ...reading, alignment: moved } : reading;
}

/** How many of the telling words the source has, in any order. */
function countTelling({ telling, noted }: QuotePattern, { words }: Numbers, source: ComparedWords): number {
  const wanted = new Set(telling);
  // The numbers are those of the literal reading.
  for (let i = 0; i < words.length; i++) if (noted || words[i]! >= 0) wanted.delete(source.keys[i]!);
  return telling.length - wanted.size;
}

/** The best alignment of words alone; undefined when they stand nowhere. */
function bestPlain(items: readonly PatternItem[], source: ComparedWords, numbers: Numbers): Alignment | undefined {
  const where = stretches(numbers.items, numbers.words);
  if (items.length * where.reduce((sum, [from, to]) => sum + to - from, 0) > MOST_CELLS) return best(items, source);
  let found: Alignment | undefined;
  for (const [from, to] of where) {
    const alignment = align(items, source, { from, to, numbers });
    if (!found || alignment.cost < found.cost) found = alignment;
  }
  return found;
}

function best(items: readonly PatternItem[], source: ComparedWords, moves = false): Alignment | undefined {
  if (!items.some(({ kind }) => kind === 'word')) return undefined;
  if (items.length * source.count <= MOST_CELLS) return align(items, source, { moves });
  let found: Alignment | undefined;
  for (const [from, to] of neighbourhoods(items, source)) {
    const alignment = align(items, source, { from, to, moves });
    if (!found || alignment.same - alignment.edits > found.same - found.edits) found = alignment;
  }
  return found;
}

/** Stretches of a long source that hold several of the quote's telling words, most first; of all its words when none is telling. */
function neighbourhoods(items: readonly PatternItem[], source: ComparedWords): (readonly [number, number])[] {
  const some = items.some(isTelling);
  const wanted = new Set(items.flatMap((item) => (item.kind === 'word' && (!some || isTelling(item)) ? [item.key] : [])));
  const blocks = new Map<number, Set<string>>();
  source.keys.forEach((key, i) => {
    if (!wanted.has(key)) return;
    const block = Math.floor(i / REACH);
    for (const near of [block - 1, block]) {
      const seen = blocks.get(near);
      if (seen) seen.add(key);
      else blocks.set(near, new Set([key]));
    }
  });
  return [...blocks].sort((a, b) => b[1].size - a[1].size || a[0] - b[0]).slice(0, 4)
    .map(([block]) => [Math.max(0, (block - 1) * REACH), Math.min(source.count, (block + 3) * REACH)] as const);
}

/** Whether so much of the quote stands in the source that it was taken from there. */
export function isFound(items: readonly PatternItem[], { steps, same, edits, moves }: Alignment): boolean {
  const words = items.filter(({ kind }) => kind === 'word').length;
  if (edits === 0 && moves === 0) return true;
  if (words < SHORTEST_ALTERED || same < 3) return false;
  const telling = (op: string): number => steps.filter((step) => step.op === op && 'item' in step && isTelling(items[step.item]!)).length;
  const told = telling('same'), lost = telling('changed') + telling('added');
  const runs = runsOf(steps, items);
  // A quote put together from several places is one only where each of them is a phrase of its own.
  if (moves > 0 && (moves > 2 || piecesOf(steps).some((piece) => !isPhrase(piece, items)))) return false;
  if (withinFifth(words, edits, steps, items, moves) ? told >= 1 && same >= 3 : words >= LONG && told >= 3 && same / words >= SHARE_OF_LONG && same >= edits && told >= lost) return true;
  return runs.some((run) => run.words >= RUN && run.telling >= 3);
}

/** Whether no more than a fifth of the words is altered, at least one; a word that has changed its place counts once. */
function withinFifth(words: number, edits: number, steps: Alignment['steps'], items: readonly PatternItem[], moves: number): boolean {
  const added = steps.filter((step) => step.op === 'added' || step.op === 'changed').length, dropped = steps.filter((step) => step.op === 'dropped').length;
  const shifted = items.length === words ? Math.min(added, dropped) : 0;
  return moves === 0 && edits - shifted <= wordsUnchanged(words).altered;
}

/** Whether a misquote shares so little with its source that only a quotation of nearly the same words can be it. */
export function isWeak({ status, reading: { items, alignment } }: Comparison): boolean {
  if (status !== 'misquoted' || alignment.edits === 0) return false;
  return items.length < 10 && alignment.steps.filter((step) => step.op === 'same' && isTelling(items[step.item]!)).length < 2;
}

function isPhrase(steps: Alignment['steps'], items: readonly PatternItem[]): boolean {
  return runsOf(steps, items).some(({ words, telling }) => words >= PHRASE.words && telling >= PHRASE.telling);
}

/** The steps between moves. */
function piecesOf(steps: Alignment['steps']): Alignment['steps'][] {
  const pieces: Alignment['steps'][] = [];
  let start = 0;
  steps.forEach((step, i) => {
    if (step.op !== 'moved') return;
    pieces.push(steps.slice(start, i));
    start = i + 1;
  });
  return [...pieces, steps.slice(start)];
}

/** A run of words that stand in the source as they stand in the quote. `from` and `to` are items, half open. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly words: number;
  readonly telling: number;
}

/** The runs of an alignment, in order. */
export function runsOf(steps: Alignment['steps'], items: readonly PatternItem[]): Run[] {
  const runs: Run[] = [];
  let from = -1, words = 0, telling = 0, to = 0;
  for (const step of steps) {
    if (step.op === 'same') {
      if (words === 0) from = step.item;
      words++;
      if (isTelling(items[step.item]!)) telling++;
      to = step.item + 1;
    } else if (words > 0) {
      runs.push({ from, to, words, telling });
      words = telling = 0;
    }
  }
  if (words > 0) runs.push({ from, to, words, telling });
  return runs;
}

/** Every place where a quote without ellipses stands just so. */
function placesOf({ items, source, alignment }: Reading): Span[] {
  if (alignment.edits > 0 || alignment.moves > 0 || items.some((item) => item.kind !== 'word' || item.bracketed)) return [];
  const keys = items.flatMap((item) => (item.kind === 'word' ? [item.key] : [])), places: Span[] = [];
  for (let at = source.keys.indexOf(keys[0]!); at >= 0 && places.length < MOST_PLACES; at = source.keys.indexOf(keys[0]!, at + 1)) {
    if (keys.every((key, i) => source.keys[at + i] === key)) places.push({ start: source.starts[at]!, end: source.ends[at + keys.length - 1]! });
  }
  return places;
}
