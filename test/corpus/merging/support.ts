import type { StoredEventMention } from '../../../src/corpus/merging';
import type { EventDate, Participant } from '../../../src/language/types';

const participant = (canonical: string, i: number): Participant => ({ start: i, end: i + canonical.length, text: canonical, name: /^\p{Lu}/u.test(canonical) && !canonical.endsWith('ian') ? 0 : null, canonical });
const list = (names: string | undefined): Participant[] => (names ? names.split(', ').map(participant) : []);
const dated = (value: string | undefined): EventDate | null => (value === undefined ? null : { value, certainty: 'stated', expression: null });

export interface Told {
  readonly article?: string;
  readonly index?: number;
  readonly lemma?: string;
  readonly type?: StoredEventMention['type'];
  readonly modality?: StoredEventMention['modality'];
  readonly who?: string;
  readonly whom?: string;
  readonly where?: string;
  readonly date?: string;
  readonly published?: string;
  readonly title?: string;
  readonly salience?: 'main' | 'minor';
  readonly context?: readonly string[];
}

/** A report as merging gets it, from the few fields a test is about. */
export function told(of: Told): StoredEventMention {
  const lemma = of.lemma ?? 'attack', index = of.index ?? 0, title = of.title ?? `${of.who ?? ''} ${lemma} ${of.whom ?? ''}`.trim();
  return {
    start: index * 100, end: index * 100 + 50, text: '', trigger: { start: index * 100, end: index * 100 + lemma.length, text: lemma }, lemma, type: of.type ?? 'assault', modality: of.modality ?? 'fact',
    who: list(of.who), whom: list(of.whom), where: of.where ? participant(of.where, 0) : null, date: dated(of.date), title, salience: of.salience ?? 'main', articleId: of.article ?? 'a', index,
    ...(of.published === undefined ? {} : { published: of.published }), ...(of.context === undefined ? {} : { context: of.context }),
  };
}
