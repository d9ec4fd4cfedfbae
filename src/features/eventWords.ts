import type { CorpusStore, EventRecord, EventSource } from '../corpus/store/store';
import type { EventType } from '../language/types';
import { dateInWords } from './dateWords';
import { english, type Say } from './say';

/** An event as a person would write it down: `Hamas attacks Israel`, `Xi and Biden to meet in San Francisco (planned)`. */
export function eventLine({ title, modality }: Pick<EventRecord, 'title' | 'modality'>, say: Say = english): string {
  switch (modality) {
    case 'fact': return title;
    case 'planned': return say('{0} (planned)', title);
    case 'denied': return say('{0} (denied)', title);
    case 'feared': return say('{0} (feared)', title);
  }
}

/** A type of event in a word or two. */
export function eventTypeName(type: EventType, say: Say = english): string {
  switch (type) {
    case 'agree': return say('Agreements');
    case 'consult': return say('Meetings and talks');
    case 'support': return say('Support');
    case 'cooperate': return say('Cooperation');
    case 'aid': return say('Aid');
    case 'retreat': return say('Concessions and withdrawals');
    case 'request': return say('Requests');
    case 'accuse': return say('Accusations');
    case 'reject': return say('Refusals');
    case 'threaten': return say('Threats');
    case 'protest': return say('Protests');
    case 'sanction': return say('Sanctions');
    case 'mobilize': return say('Shows of force');
    case 'coerce': return say('Coercion');
    case 'assault': return say('Violence');
    case 'other': return say('Other events');
  }
}

/** What the sources of an event disagree on, a line each: `on the date: 7 October 2023 or 8 October 2023`. */
export function disagreementLines({ disagreements }: Pick<EventRecord, 'disagreements'>, say: Say = english): string[] {
  return disagreements.map((words) => {
    const [, about, versions = ''] = /^(date|number|place|who): (.*)$/s.exec(words) ?? [];
    const list = versions.split(' or ').map((version) => (about === 'date' ? dateInWords(version, say) : version)).join(say(' or '));
    switch (about) {
      case 'date': return say('on the date: {0}', list);
      case 'number': return say('on a number: {0}', list);
      case 'place': return say('on the place: {0}', list);
      case 'who': return say('on who it was: {0}', list);
      default: return words;
    }
  });
}

/** What is known of the time of an event that no source dates. */
export interface UndatedEvent {
  /** The latest it can have happened, by the earliest dated report; undefined when no report has a date, or it has not happened. */
  readonly by: string | undefined;
  /** The first report whose article states no date: with one, the event may be dated. */
  readonly undated: EventSource | undefined;
}

/** Looks the reports of an event up that has no date of its own. */
export async function timeOfUndated(store: CorpusStore, event: EventRecord): Promise<UndatedEvent> {
  const sources = await store.eventSources(event.id);
  const dates = sources.flatMap(({ passage }) => passage.article.metadata.published?.value ?? []).sort();
  return { by: event.modality === 'fact' ? dates[0] : undefined, undated: sources.find(({ passage }) => passage.article.metadata.published === undefined) };
}
