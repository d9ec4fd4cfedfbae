import type { Span } from '../../language/types';
import type { Alignment, Step } from './align';
import type { Comparison, Difference, Reading } from './compare';
import type { PatternItem, QuotePattern } from './pattern';
import { plainCase, wordsOf, type ComparedWords } from './words';

/**
 * Says how a quote stands to the source that it was read from.
 * @param joins places where parts were put together that are not one utterance, found by who knows the source's quotations
 */
export function judge(pattern: QuotePattern, reading: Reading, places: readonly Span[], joins: readonly Difference[] = [], spliced = false): Comparison {
  const { items, source, alignment } = reading;
  const { steps, first, end, same, edits, moves } = alignment;
  const span: Span = { start: source.starts[first] ?? 0, end: source.ends[Math.max(first, end - 1)] ?? 0 };
  const stretch = (from: number, to: number): Span => ({ start: source.starts[from]!, end: source.ends[to - 1]! });
  const skipped = steps.flatMap((step) => (step.op === 'skipped' ? [stretch(step.from, step.to)] : []));
  const base = {
    source: places[0] ?? span, skipped, parts: partsOf(items, source, steps), same, edits, words: items.filter(({ kind }) => kind === 'word').length,
    places, assembled: moves > 0 || joins.length > 0, reading,
  };
  const quote = pattern.text;
  const differences = [
    ...(edits > 0 || moves > 0 ? differencesOf(items, source, steps) : []), ...joins, ...hiddenSense(quote, items, source, steps),
    ...steps.flatMap((step) => (step.op === 'same' ? casing(quote, items[step.item]!, source, step.word) : [])),
  ].sort((a, b) => a.at - b.at);
  if (differences.length > 0) return { ...base, status: 'misquoted', differences };
  if (spliced || items.some((item) => item.kind !== 'word' || item.bracketed)) return { ...base, status: 'altered lawfully', differences: [] };
  const said = bare(quote), exactly = (places.length > 0 ? places : [span]).filter((place) => bare(source.text.slice(place.start, place.end)) === said);
  if (exactly.length > 0) return { ...base, source: exactly[0]!, places: exactly, status: 'exact', differences: [] };
  const marks = markDifferences(quote, items, source, steps);
  return marks.length > 0 ? { ...base, status: 'misquoted', differences: marks } : { ...base, status: 'typographic', differences: [] };
}

/** The text between its first and last word, on one line. */
function bare(text: string): string {
  const { count, starts, ends } = wordsOf(text);
  return count === 0 ? '' : text.slice(starts[0], ends[count - 1]).replace(/\s+/g, ' ');
}

const negation = /^(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|hardly|.+n't)$/;
const number = /^-?[\d.,]+%?$/;
/** Longer stretches are left out for their length, not for a word in them. */
const SHORT_SKIP = 4;

/** Places where an ellipsis or a bracket of a few words takes a negation away, puts one in, or puts another number. */
function hiddenSense(quote: string, items: readonly PatternItem[], source: ComparedWords, steps: readonly Step[]): Difference[] {
  const found: Difference[] = [];
  items.forEach((item, index) => {
    if (item.kind === 'word') return;
    const step = steps.find((each) => each.op === 'skipped' && each.item === index);
    const skipped = step?.op === 'skipped' ? source.keys.slice(step.from, step.to) : [];
    const put = item.kind === 'bracket' ? wordsOf(quote, item.start, item.end).keys : [];
    const hides = skipped.length <= SHORT_SKIP && skipped.some((key) => negation.test(key)) && !put.some((key) => negation.test(key));
    const adds = item.kind === 'bracket' && put.some((key) => negation.test(key)) && skipped.length > 0 && !skipped.some((key) => negation.test(key));
    const numbers = skipped.filter((key) => number.test(key)), other = put.filter((key) => number.test(key));
    const counts = numbers.length > 0 && other.length > 0 && numbers.join(' ') !== other.join(' ');
    if ((hides || adds || counts) && step?.op === 'skipped') {
      found.push({ kind: 'changed', quote: { start: item.start, end: item.end }, source: { start: source.starts[step.from]!, end: source.ends[step.to - 1]! }, at: item.start });
    }
  });
  return found;
}

/** A capital that makes another word of it (`US`, `us`); the first letter of a word is where sentences and house styles differ. */
function casing(quote: string, item: PatternItem, source: ComparedWords, word: number): Difference[] {
  if (item.kind !== 'word' || item.bracketed) return [];
  const said = plainCase(quote.slice(item.start, item.end)), stands = plainCase(source.text.slice(source.starts[word], source.ends[word]));
  if (said.slice(1) === stands.slice(1)) return [];
  // Whole words in capitals are a headline's or a broadcaster's typography, but not where the word is as short as `US`.
  const shouted = (text: string): boolean => text === text.toUpperCase();
  if (said.length > 3 && shouted(said) !== shouted(stands)) return [];
  return [{ kind: 'changed', quote: { start: item.start, end: item.end }, source: { start: source.starts[word]!, end: source.ends[word]! }, at: item.start }];
}

/** A question or an exclamation that the quote made or unmade. */
function markDifferences(quote: string, items: readonly PatternItem[], source: ComparedWords, steps: readonly Step[]): Difference[] {
  const found: Difference[] = [];
  for (let i = 0; i + 1 < steps.length; i++) {
    const step = steps[i]!, next = steps[i + 1]!;
    if (step.op !== 'same' || next.op !== 'same') continue;
    const a = items[step.item]!, b = items[next.item]!;
    const said = /[?!]/.exec(quote.slice(a.end, b.start))?.[0], stands = /[?!]/.exec(source.text.slice(source.ends[step.word], source.starts[next.word]))?.[0];
    if (said !== stands) found.push({ kind: 'changed', quote: { start: a.start, end: b.end }, source: { start: source.starts[step.word]!, end: source.ends[next.word]! }, at: a.start });
  }
  return found;
}

function partsOf(items: readonly PatternItem[], source: ComparedWords, steps: readonly Step[]): Span[] {
  const parts: Span[] = [];
  let start: number | undefined, end = 0;
  const close = (): void => {
    if (start !== undefined) parts.push({ start: source.starts[start]!, end: source.ends[end]! });
    start = undefined;
  };
  for (const step of steps) {
    if (step.op === 'moved' || (step.op === 'skipped' && items[step.item]!.kind === 'gap')) close();
    else if (step.op === 'same' || step.op === 'changed') { start ??= step.word; end = step.word; }
  }
  close();
  return parts;
}

/** Neighbouring changes are one difference, as a reader sees them. */
function differencesOf(items: readonly PatternItem[], source: ComparedWords, steps: Alignment['steps']): Difference[] {
  const found: Difference[] = [];
  let at = 0;
  const over = (spans: readonly Span[]): Span | null => (spans.length > 0 ? { start: spans[0]!.start, end: spans.at(-1)!.end } : null);
  for (let i = 0; i < steps.length; ) {
    let j = i;
    const quoted: Span[] = [], stands: Span[] = [];
    for (; j < steps.length; j++) {
      const step = steps[j]!;
      if (step.op === 'same' || step.op === 'skipped' || step.op === 'moved') break;
      if (step.op !== 'dropped') { const { start, end } = items[step.item]!; quoted.push({ start, end }); }
      if (step.op !== 'added') stands.push({ start: source.starts[step.word]!, end: source.ends[step.word]! });
    }
    const quote = over(quoted), stand = over(stands);
    if (j > i) found.push({ kind: quote && stand ? 'changed' : quote ? 'added' : 'dropped', quote, source: stand, at: quote?.start ?? at });
    const stop = steps[j];
    at = quote?.end ?? at;
    if (stop?.op === 'same' || stop?.op === 'skipped') at = items[stop.item]!.end;
    if (stop?.op === 'moved') {
      const next = steps.slice(j).find((step) => step.op === 'same' || step.op === 'changed');
      const between = stop.to > stop.from ? { start: source.starts[stop.from]!, end: source.ends[stop.to - 1]! } : null;
      found.push({ kind: 'joined', quote: { start: at, end: next && 'item' in next ? items[next.item]!.start : at }, source: between, at });
    }
    i = j + 1;
  }
  return found;
}
