import { actorKeys, relateActors } from '../../corpus/merging/actors';
import { foldName } from '../../corpus/fold';
import type { CorpusStore, EventRecord, EventSource, NameId } from '../../corpus/store/store';
import type { EventMention, Participant } from '../../language/types';
import type { Memo } from './memo';

/** An event of the corpus with its reports. */
export interface CorpusEvent {
  readonly event: EventRecord;
  readonly sources: readonly EventSource[];
  /** False where nothing speaks against the event but the sources do not say whom it was done to, or where. */
  readonly sure: boolean;
}

/** Names whose events are looked through, and events of each. */
const MOST_NAMES = 4, MOST_EVENTS = 200;
/** Letters in which the words for one happening agree: `attacked`, `attack`. */
const STEM = 4;

const asParticipant = (canonical: string): Participant => ({ start: 0, end: 0, text: canonical, canonical, name: /\p{Lu}/u.test(canonical) ? 0 : null });
const keysOf = (names: readonly string[]): ReturnType<typeof actorKeys> => actorKeys(names.map(asParticipant));

/**
 * The events of the corpus that a sentence of a draft may report: of the same type and told by the same word, by the same, to nobody and
 * nowhere else. Dates do not count. Empty when the sentence does not name who did it and to whom or where.
 */
export async function corpusEventsOf(store: CorpusStore, memo: Memo, mention: EventMention): Promise<CorpusEvent[]> {
  const named = mention.who.filter(({ name }) => name !== null), others = [...mention.whom, ...(mention.where ? [mention.where] : [])].filter(({ name }) => name !== null);
  if (named.length === 0 || others.length === 0) return [];
  const ids = new Set<NameId>();
  for (const { canonical } of named) for (const { id } of await memo.of(`form ${canonical}`, () => store.namesByForm(canonical))) if (ids.size < MOST_NAMES) ids.add(id);
  const found = new Map<string, CorpusEvent>();
  for (const id of ids) {
    const events = await memo.of(`events ${id} ${mention.type}`, () => store.events({ name: id, types: [mention.type], order: 'newest', page: { offset: 0, limit: MOST_EVENTS } }));
    for (const event of events) {
      const parties = found.has(event.id) || event.modality !== mention.modality ? 'conflict' : relateEvents(mention, event);
      if (parties === 'conflict') continue;
      const sources = await memo.of(`reports ${event.id}`, () => store.eventSources(event.id));
      if (sources.some((source) => sameWord(mention, source))) found.set(event.id, { event, sources, sure: parties === 'match' });
    }
  }
  return [...found.values()];
}

function relateEvents(mention: EventMention, event: EventRecord): 'match' | 'unknown' | 'conflict' {
  if (relateActors(actorKeys(mention.who), keysOf(event.who)) !== 'match') return 'conflict';
  const to = mention.whom.length > 0 && event.whom.length > 0 ? relateActors(actorKeys(mention.whom), keysOf(event.whom)) : 'unknown';
  const at = !mention.where || !event.where ? 'unknown' : foldName(mention.where.canonical) === foldName(event.where) ? 'match' : 'conflict';
  if (to === 'conflict' || at === 'conflict') return 'conflict';
  return to === 'match' || (at === 'match' && to === 'unknown') ? 'match' : 'unknown';
}

function sameWord({ trigger, lemma }: EventMention, { passage, trigger: { start, end } }: EventSource): boolean {
  const stem = (word: string): string => word.toLowerCase().slice(0, STEM), other = stem(passage.text.slice(start - passage.start, end - passage.start));
  return other.length >= 3 && (other === stem(trigger.text) || other === stem(lemma));
}
