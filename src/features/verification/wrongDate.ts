import { relateDates } from '../../corpus/merging/dates';
import type { CorpusStore, EventSource } from '../../corpus/store/store';
import { turn } from '../../corpus/turns';
import { quotesInBlock } from '../../draft/quotes';
import type { DraftText } from '../../draft/text';
import type { EventDate, TextSpan } from '../../language/types';
import { corpusEventsOf } from './corpusEvents';
import type { Memo } from './memo';
import type { Paragraphs } from './paragraph';

/** A date in the draft that contradicts every source of the event it is given to. */
export interface WrongDate {
  /** The words that date the event in the draft. */
  readonly date: TextSpan;
  /** The event as the sources have it. */
  readonly title: string;
  /** What the sources say, ISO 8601 or TIMEX3; and those that say it. */
  readonly right: string;
  readonly sources: readonly EventSource[];
}

/**
 * Dates that contradict the sources. Conservative: the draft states the date itself, outside quotes, as a fact; the sources report exactly one
 * such event, and all that date it date it otherwise; and the two dates differ in one of day, month and year, as a slip does. Another year and
 * another month are another event.
 */
export async function wrongDates(store: CorpusStore, memo: Memo, paragraphs: Paragraphs, draft: DraftText): Promise<WrongDate[]> {
  const found: WrongDate[] = [];
  for (const block of draft.blocks) {
    if (block.kind !== 'paragraph' || block.quoteDepth > 0 || !/\d/.test(draft.text.slice(block.start, block.end))) continue;
    await turn();
    if (!paragraphs.hasDate(draft, block, isDay)) continue;
    const events = paragraphs.eventsOf(draft, block, ({ modality, salience, date }) => modality === 'fact' && salience !== 'minor' && statesDay(date));
    if (events.length === 0) continue;
    const quotes = quotesInBlock(draft, block);
    for (const { mention, trigger, date } of events) {
      if (!date || quotes.some((quote) => quote.outerStart < trigger.end && trigger.start < quote.outerEnd)) continue;
      const [only, ...more] = await corpusEventsOf(store, memo, mention);
      if (!only?.sure || more.length > 0) continue;
      const dated = only.sources.filter((source): source is EventSource & { readonly date: EventDate } => source.date !== null);
      const right = dated[0]?.date.value;
      if (right === undefined || !dated.every((source) => contradicts(mention.date!, source.date))) continue;
      found.push({ date, title: only.event.title, right, sources: dated });
    }
  }
  return found;
}

/** A day of a month that stands in the draft, with its year or without. */
const statesDay = (date: EventDate | null): boolean => date !== null && date.certainty !== 'inferred' && isDay(date);
const isDay = ({ value }: { readonly value: string }): boolean => /^(?:\d{4}|XXXX)-\d\d-\d\d/.test(value);

function contradicts(stated: EventDate, source: EventDate): boolean {
  const relation = relateDates(stated, source);
  return (relation === 'conflict' || relation === 'near') && isSlip(stated.value, source.value);
}

/** Whether two days differ in just one of year, month and day; what one of them leaves open does not count. */
export function isSlip(a: string, b: string): boolean {
  const day = /^(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T.*)?$/, one = day.exec(a), other = day.exec(b);
  if (!one || !other) return false;
  const parts = [1, 2, 3].filter((i) => one[i] !== 'XXXX' && other[i] !== 'XXXX');
  return parts.filter((i) => one[i] !== other[i]).length === 1 && parts.length >= 2;
}
