import type { QuotationRecord } from '../../corpus/store/store';
import type { Span } from '../../language/types';
import { align } from './align';
import { isFound, type Comparison, type Difference, type Reading } from './compare';
import { judge } from './judge';
import type { QuotePattern } from './pattern';
import { quotationAt, type Source, type Spoken } from './sources';

/** Paragraph ends between two parts beyond which an article's own words are two statements. */
const NEAR_PARAGRAPHS = 2;

/**
 * Judges a comparison again with the source's quotations known: words between two parts of one utterance (`“a,” X said, “b”`) may be left
 * out without a mark, and parts of different utterances may not be put together, ellipsis or not.
 */
export async function withUtterances(pattern: QuotePattern, source: Source, comparison: Comparison): Promise<Comparison> {
  const { alignment } = comparison.reading;
  const hasGaps = comparison.parts.length > 1;
  if (alignment.edits === 0 && alignment.moves === 0 && !hasGaps) return comparison;
  const spoken = await source.spoken();
  const closer = alignment.edits > 0 || alignment.moves > 0 ? readSpoken(spoken, comparison) : undefined;
  if (closer) return judgeSpoken(pattern, spoken, closer, comparison);
  if (!hasGaps || alignment.moves > 0) return comparison;
  const joins: Difference[] = [];
  for (let i = 1; i < comparison.parts.length; i++) {
    const before = comparison.parts[i - 1]!, after = comparison.parts[i]!;
    if (!oneUtterance(spoken.quotations, source.words.text, before, after)) joins.push(joinAt(comparison.reading, before, after));
  }
  return joins.length > 0 ? judge(pattern, comparison.reading, comparison.places, joins) : comparison;
}

/** The quote read out of the quotations alone, if that leaves fewer differences. */
function readSpoken({ words, quotations }: Spoken, comparison: Comparison): Reading | undefined {
  if (quotations.length < 2 || words.count === 0) return undefined;
  const { items } = comparison.reading, { edits, moves } = comparison.reading.alignment;
  const alignment = align(items, words);
  return alignment.edits < edits + 3 * moves && isFound(items, alignment) ? { items, source: words, alignment } : undefined;
}

function judgeSpoken(pattern: QuotePattern, spoken: Spoken, reading: Reading, comparison: Comparison): Comparison {
  const { quotations, owners, words } = spoken;
  const joins: Difference[] = [];
  let spliced = false, last = -1;
  for (const step of reading.alignment.steps) {
    if (step.op === 'skipped' || step.op === 'added' || step.op === 'moved') continue;
    if (last >= 0 && owners[last] !== owners[step.word]) {
      const before = wordSpan(words, last), after = wordSpan(words, step.word);
      const marked = step.op !== 'dropped' && reading.alignment.steps.some((each) => each.op === 'skipped' && each.from === last + 1 && each.to === step.word);
      const one = quotations[owners[last]!]!, other = quotations[owners[step.word]!]!;
      if (marked ? !oneUtterance(quotations, words.text, before, after) : one.utterance !== other.utterance) joins.push(joinAt(reading, before, after));
      else spliced = true;
    }
    last = step.word;
  }
  // Where the article's own words between two utterances were left out, its whole text tells better what is missing.
  if (joins.length > 0 && comparison.reading.alignment.moves === 0 && comparison.edits <= 3) return comparison;
  return judge(pattern, reading, [], joins, spliced);
}

function wordSpan(words: { readonly starts: readonly number[]; readonly ends: readonly number[] }, i: number): Span {
  return { start: words.starts[i]!, end: words.ends[i]! };
}

/**
 * Whether two stretches of an article may stand in one quote with an ellipsis between them: one utterance; or one speaker, nobody else
 * quoted between; or the article's own words within a few paragraphs.
 */
export function oneUtterance(quotations: readonly QuotationRecord[], text: string, before: Span, after: Span): boolean {
  if (after.start < before.start) return false;
  const one = quotationAt(quotations, before), other = quotationAt(quotations, after);
  const between = text.slice(before.end, after.start);
  if (!one && !other) return (between.match(/\n[ \t]*\r?\n|\r\n[ \t]*\r\n/g)?.length ?? 0) <= NEAR_PARAGRAPHS;
  if (!one || !other) return !/[\r\n]/.test(between);
  if (one === other || one.utterance === other.utterance) return true;
  const first = quotations.indexOf(one), last = quotations.indexOf(other);
  return quotations.slice(first, last + 1).every((quotation) => sameSpeaker(one, quotation));
}

/** Whether two quotations are by one speaker, as far as it is known. */
function sameSpeaker(a: QuotationRecord, b: QuotationRecord): boolean {
  if (!a.speaker || !b.speaker) return a === b;
  return a.speaker.name !== null && b.speaker.name !== null ? a.speaker.name === b.speaker.name : a.speaker.canonical.toLowerCase() === b.speaker.canonical.toLowerCase();
}

/** The place of the quote at which two stretches of the source meet. */
function joinAt({ items, source, alignment }: Reading, before: Span, after: Span): Difference {
  let start = 0, end = 0;
  for (const step of alignment.steps) {
    if (step.op !== 'same' && step.op !== 'changed') continue;
    const item = items[step.item]!;
    if (source.starts[step.word]! <= before.start || source.ends[step.word]! === before.end) start = item.end;
    if (source.starts[step.word] === after.start) { end = item.start; break; }
  }
  const between = after.start > before.end ? { start: before.end, end: after.start } : null;
  return { kind: 'joined', quote: { start, end: Math.max(start, end) }, source: between, at: start };
}
