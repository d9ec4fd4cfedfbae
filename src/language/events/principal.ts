import { lookUp } from '../lexicon/words';
import type { EventMention, EventType, Participant } from '../types';
import type { FoundEvent } from './found';
import { severalIn } from './verbal';
import { wordSet } from '../lists';

/** What parties do together, so that each is whom it is done with. */
const together: ReadonlySet<EventType> = new Set<EventType>(['agree', 'consult', 'cooperate', 'support']);

/** To whom an event is done in the way PLOVER records it: for what two parties do together, both are also whom it is done with. */
export function recipients({ type, who, whom }: EventMention): readonly Participant[] {
  return whom.length === 0 && together.has(type) && (who.length > 1 || severalIn(who)) ? who : whom;
}

const goingOn = wordSet('continue start end happen');

/** `the riots continue`: the subject is the happening. */
function tellsOnlyThat(family: string, who: readonly Participant[]): boolean {
  if (!goingOn.has(family) || who.length === 0) return false;
  const { text } = who[0]!, head = text.slice(text.lastIndexOf(' ') + 1).toLowerCase();
  return lookUp(head).noun?.family.sort === 'event';
}

/** How much an event is what its sentence reports; 0 for what happens nowhere by itself. */
export function weightOf({ form, sense, asserted, who, carrier, modality, level }: FoundEvent): number {
  if (sense.family.sort !== 'event') return 0;
  const told = form === 'verb' ? asserted : asserted && carrier !== null;
  return 1 + (told ? 4 : 0) + (who.length > 0 ? 3 : 0) + (sense.family.type !== 'other' ? 1 : 0) + (modality === 'feared' ? -1 : 0) - (level === 'subordinate' || level === 'gap' ? 3 : level === 'reported' ? 1 : 0) - (sense.family.id === 'announce' ? 6 : 0) - (tellsOnlyThat(sense.family.id, who) ? 4 : 0);
}
