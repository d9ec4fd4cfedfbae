import type { CorpusStore, Passage } from '../corpus/store/store';
import type { DraftText } from '../draft/text';
import type { Span } from '../language/types';
import { relateDates } from '../corpus/merging/dates';
import { corpusEventsOf } from './verification/corpusEvents';
import type { DraftVerifier } from './verification/verifyDraft';

/** What the sources report of an event that a draft speaks of. */
export interface EventInDraft {
  /** The clause of the draft. */
  readonly span: Span;
  /** One for each source, earliest published first; those whose date agrees with the draft's before others. */
  readonly passages: readonly Passage[];
}

/** The event that the words at an offset report, as the sources report it; undefined where there is none, or none that is surely the same. */
export async function eventAt(store: CorpusStore, { paragraphs, memo }: Pick<DraftVerifier, 'paragraphs' | 'memo'>, draft: DraftText, offset: number): Promise<EventInDraft | undefined> {
  const block = draft.blockAt(offset);
  if (!block) return undefined;
  const at = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const around = paragraphs.eventsOf(draft, block).filter((event) => at(event) || (event.date !== null && at(event.date)));
  // The word that tells it, or its date, before a clause that only surrounds the place; the shorter clause first.
  const told = (event: (typeof around)[number]): number => (at(event.trigger) || (event.date && at(event.date)) ? 0 : 1);
  for (const event of around.sort((a, b) => told(a) - told(b) || a.end - a.start - (b.end - b.start))) {
    const found = (await corpusEventsOf(store, memo, event.mention)).filter(({ sure }) => sure);
    if (found.length === 0) continue;
    const agrees = ({ event: { date } }: (typeof found)[number]): number => (['equal', 'compatible'].includes(relateDates(event.mention.date, date)) ? 0 : 1);
    return { span: event, passages: found.sort((a, b) => agrees(a) - agrees(b)).flatMap(({ sources }) => sources.map(({ passage }) => passage)) };
  }
  return undefined;
}
