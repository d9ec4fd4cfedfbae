import type { Numbers } from './align';
import { PHRASE, RUN, wordsUnchanged } from './enough';
import { isTelling, type PatternItem } from './pattern';

/** Words of a source that a quote may be read out of, for each of its words: it has at least as many of them as it leaves out or changes. */
const WIDTH = 2;

/**
 * Where in a source a quote may stand: stretches `[from, to)` of its words that hold as many of the quote's words as it must have, or a run of them that is enough by itself,
 * with room on both sides. Only for quotes without ellipses and brackets. Empty when it stands nowhere.
 * @param wanted numbers of the quote's words
 * @param words numbers of the source's words, equal where the words are; negative for those that the quote has not
 */
export function stretches(wanted: Int32Array, words: Int32Array): (readonly [from: number, to: number])[] {
  const found: [number, number][] = [], count = wanted.length;
  const add = (from: number, to: number): void => {
    const start = Math.max(0, from - WIDTH * count), end = Math.min(words.length, to + WIDTH * count), last = found.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  };
  for (const [from, to] of windows(wanted, words, { width: Math.max(WIDTH * count, RUN), least: wordsUnchanged(count).least, run: RUN })) add(from, to);
  return found;
}

/** Words that may stand between the parts of a quotation: who says it. */
const BETWEEN = 12;

/** Whether all words of a quote stand together somewhere, no more than a sentence of the source's own between them. Only for quotes without ellipses and brackets. */
export function holdsAll(wanted: Int32Array, words: Int32Array): boolean {
  return !windows(wanted, words, { width: wanted.length + BETWEEN, least: wanted.length, run: Infinity }).next().done;
}

/** Stretches of so many words of a source that end with each of them, in order, where they hold so many words of a quote, or end with such a run of them. */
function *windows(wanted: Int32Array, words: Int32Array, { width, least, run: enough }: { readonly width: number; readonly least: number; readonly run: number }): Generator<readonly [from: number, to: number], void> {
  const room = new Int32Array(wanted.length);
  for (const number of wanted) room[number]!++;
  let held = 0, run = 0;
  for (let to = 0; to < words.length; to++) {
    const number = words[to]!, left = to - width;
    // A word counts as often as the quote has it.
    if (number >= 0 && room[number]!-- > 0) held++;
    if (left >= 0) {
      const gone = words[left]!;
      if (gone >= 0 && ++room[gone]! > 0) held--;
    }
    run = number >= 0 ? run + 1 : 0;
    if (held >= least || run >= enough) yield [Math.max(0, left + 1), to + 1];
  }
}

/** Whether so many phrases of a quote, one or two, that share no word stand in a source just so. Only for quotes without ellipses and brackets. */
export function hasPhrases(items: readonly PatternItem[], numbers: Numbers, wanted: 1 | 2): boolean {
  const count = items.length, at = new Map<number, number[]>(), telling = new Int32Array(count + 1);
  items.forEach((item, i) => {
    telling[i + 1] = telling[i]! + (isTelling(item) ? 1 : 0);
    const number = numbers.items[i]!, others = at.get(number);
    if (others) others.push(i);
    else at.set(number, [i]);
  });
  // Lengths of the runs that end at the last word of the source, by the item they end with.
  let before = new Int32Array(count), now = new Int32Array(count), firstEnd = Infinity, lastStart = -1;
  for (const [from, to] of runs(numbers.words, PHRASE.words)) {
    before.fill(0);
    for (let word = from; word < to; word++) {
      now.fill(0);
      for (const i of at.get(numbers.words[word]!)!) {
        const length = now[i] = (i > 0 ? before[i - 1]! : 0) + 1;
        let start = i + 1 - PHRASE.words;
        while (start > i - length && start >= 0 && telling[i + 1]! - telling[start]! < PHRASE.telling) start--;
        if (start <= i - length || start < 0) continue;
        if (wanted === 1) return true;
        firstEnd = Math.min(firstEnd, i + 1);
        lastStart = Math.max(lastStart, start);
      }
      if (lastStart >= firstEnd) return true;
      [before, now] = [now, before];
    }
  }
  return false;
}

/** Stretches of a source that only hold words of a quote, and so many of them at the least. */
function *runs(words: Int32Array, least: number): Generator<readonly [from: number, to: number], void> {
  for (let from = 0, at = 0; at <= words.length; at++) {
    if (at < words.length && words[at]! >= 0) continue;
    if (at - from >= least) yield [from, at];
    from = at + 1;
  }
}
