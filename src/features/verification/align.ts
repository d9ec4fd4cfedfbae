import type { PatternItem } from './pattern';
import type { ComparedWords } from './words';

/** One step of an alignment: indices into the pattern's items and the source's words. */
export type Step =
  | { readonly op: 'same' | 'changed'; readonly item: number; readonly word: number }
  /** A word of the quote that the source has not. */
  | { readonly op: 'added'; readonly item: number }
  /** A word of the source that the quote has not, and does not say that it left out. */
  | { readonly op: 'dropped'; readonly word: number }
  /** Words of the source `[from, to)` for which an ellipsis or a bracket stands. */
  | { readonly op: 'skipped'; readonly item: number; readonly from: number; readonly to: number }
  /** The quote leaves the source before word `from` and goes on at word `to`, before or after it, without saying so. */
  | { readonly op: 'moved'; readonly from: number; readonly to: number };

export interface Alignment {
  readonly steps: readonly Step[];
  /** What the steps cost together ({@link COST}). */
  readonly cost: number;
  /** Words changed, added and dropped. */
  readonly edits: number;
  /** Words of the quote that the source has, in order. */
  readonly same: number;
  /** Times the quote goes on elsewhere without saying so. */
  readonly moves: number;
  /** Source words `[first, end)` that the quote covers. */
  readonly first: number;
  readonly end: number;
}

const negated = /n't$|not$/;

/** Whether a word of the quote is the word of the source. A word with letters in brackets also stands for one with the same beginning or end. */
export function fits(item: Extract<PatternItem, { kind: 'word' }>, key: string): boolean {
  if (item.key === key) return true;
  const stem = item.bracketed?.stem;
  if (stem === undefined || stem.length < 3 || key.length > stem.length + 4 || negated.test(key) !== negated.test(item.key)) return false;
  return key.startsWith(stem) || key.endsWith(stem);
}

// Where a cell came from. A bracket that stands for k words is PASS + k.
const SAME = 1, CHANGED = 2, ADDED = 3, DROPPED = 4, SKIP = 5, PASS = 6, JUMP = 255;

/**
 * What steps cost. A change costs less than an edit on either side and more than one, so that a shifted word is not read as two changes; a move
 * costs as much as a few words left out; a word that is the same decides between readings that cost as much otherwise.
 */
export const COST = { same: -1, edit: 128, changed: 192, move: 576 } as const;

export interface AlignOptions {
  /** First word of the stretch of the source, and the word after its last. */
  readonly from?: number;
  readonly to?: number;
  /** Whether the quote may go on elsewhere in the stretch, at a cost. */
  readonly moves?: boolean;
  /** Numbers of the whole source, where they are known. */
  readonly numbers?: Numbers;
}

/** Numbers that are equal where keys are equal; negative for what is no word of the quote. Comparing numbers is faster than comparing strings. */
export interface Numbers {
  readonly items: Int32Array;
  readonly words: Int32Array;
}

/**
 * The best way to read a quote out of a stretch of a source: fewest words changed, added or dropped, where an ellipsis leaves out any number of
 * words and a bracket a few, for nothing. Begins and ends anywhere in the stretch. Semi-global alignment after Sellers (1980); time and memory
 * grow with items times words, so callers give a window.
 */
export function align(items: readonly PatternItem[], source: ComparedWords, { from = 0, to = source.count, moves = false, numbers: known }: AlignOptions = {}): Alignment {
  const width = to - from + 1, height = items.length + 1;
  const back = new Uint8Array(width * height), leaves = new Int32Array(height);
  let above = new Int32Array(width), row = new Int32Array(width);
  const numbers = known ? { items: known.items, words: known.words.subarray(from, to) } : numberWords(items, source, from, to);
  for (let i = 1; i < height; i++) {
    const item = items[i - 1]!, base = i * width;
    if (item.kind === 'word') {
      row[0] = above[0]! + COST.edit;
      back[base] = ADDED;
      const number = numbers.items[i - 1]!;
      for (let j = 1; j < width; j++) {
        let cost = above[j - 1]! + COST.same, op = SAME;
        if (number !== numbers.words[j - 1] && !(item.bracketed && fits(item, source.keys[from + j - 1]!))) { cost += COST.changed - COST.same; op = CHANGED; }
        const added = above[j]! + COST.edit, dropped = row[j - 1]! + COST.edit;
        if (added < cost) { cost = added; op = ADDED; }
        if (dropped < cost) { cost = dropped; op = DROPPED; }
        row[j] = cost;
        back[base + j] = op;
      }
    } else if (item.kind === 'gap') {
      row[0] = above[0]!;
      back[base] = PASS;
      for (let j = 1; j < width; j++) {
        const pass = above[j]!, skip = row[j - 1]!;
        row[j] = Math.min(pass, skip);
        back[base + j] = skip < pass ? SKIP : PASS;
      }
    } else {
      for (let j = 0; j < width; j++) {
        row[j] = above[j]!;
        back[base + j] = PASS;
        for (let k = 1; k <= item.reach && k <= j; k++) {
          if (above[j - k]! < row[j]!) { row[j] = above[j - k]!; back[base + j] = PASS + k; }
        }
      }
    }
    // An ellipsis may leave out anything as it is.
    if (moves && item.kind === 'word' && i < height - 1) {
      const least = lowest(row), limit = row[least]! + COST.move;
      leaves[i] = least;
      for (let j = 0; j < width; j++) if (row[j]! > limit) { row[j] = limit; back[base + j] = JUMP; }
    }
    [above, row] = [row, above];
  }
  const last = lowest(above);
  return trace(items, back, { leaves, width, last, from, cost: above[last]! });
}

function lowest(row: Int32Array): number {
  let best = 0;
  for (let j = 1; j < row.length; j++) if (row[j]! < row[best]!) best = j;
  return best;
}

/** Numbers the words of a quote and of a stretch of a source. */
export function numberWords(items: readonly PatternItem[], source: ComparedWords, from = 0, to = source.count): Numbers {
  const numbers = new Map<string, number>();
  const ofItems = Int32Array.from(items, (item) => {
    if (item.kind !== 'word') return -2;
    const known = numbers.get(item.key) ?? numbers.size;
    numbers.set(item.key, known);
    return known;
  });
  const words = new Int32Array(to - from);
  for (let i = from; i < to; i++) words[i - from] = numbers.get(source.keys[i]!) ?? -1;
  return { items: ofItems, words };
}

/** Where an alignment ends and what leads there. */
interface End { readonly leaves: Int32Array; readonly width: number; readonly last: number; readonly from: number; readonly cost: number }

function trace(items: readonly PatternItem[], back: Uint8Array, { leaves, width, last, from, cost }: End): Alignment {
  const steps: Step[] = [];
  let i = items.length, j = last, edits = 0, same = 0, moves = 0, first = last, end = last;
  while (i > 0) {
    const op = back[i * width + j]!, item = i - 1, word = from + j - 1;
    if (op === JUMP) {
      const left = leaves[i]!;
      steps.push({ op: 'moved', from: from + left, to: from + j });
      moves++;
      j = left;
      end = Math.max(end, j);
      continue;
    }
    if (op === SAME || op === CHANGED) {
      steps.push({ op: op === SAME ? 'same' : 'changed', item, word });
      if (op === SAME) same++; else edits++;
      i--; j--;
    } else if (op === ADDED) { steps.push({ op: 'added', item }); edits++; i--; }
    else if (op === DROPPED) { steps.push({ op: 'dropped', word }); edits++; j--; }
    else {
      let start = j;
      if (items[item]!.kind === 'gap') while (start > 0 && back[i * width + start] === SKIP) start--;
      else start = j - (op - PASS);
      if (start < j) steps.push({ op: 'skipped', item, from: from + start, to: from + j });
      i--; j = start;
    }
    first = Math.min(first, j);
  }
  steps.reverse();
  return { steps, cost, edits, same, moves, first: from + first, end: from + end };
}
