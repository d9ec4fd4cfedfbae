import type { EventDate, EventMention, EventType, Modality } from '../../../language/types';

type PackedParticipant = readonly [start: number, length: number, canonical: string, name?: number];
type PackedDate = readonly [value: string, certainty: EventDate['certainty'], reason?: string | 0, start?: number, length?: number];
/** Stands for a name that is none of the article's. */
const UNLISTED = -1;

type Packed = readonly [
  start: number, length: number, triggerStart: number, triggerLength: number, lemma: string, type: EventType, modality: Modality | 0,
  title: string, minor: 0 | 1 | 2, who: readonly PackedParticipant[], whom: readonly PackedParticipant[], where: PackedParticipant | 0, date: PackedDate | 0,
];

/**
 * An event mention as its row keeps it: JSON without keys and without what stands in the article's text.
 * @param nameOf what stands for a name of the text among the article's names; null when it is none of them
 */
export function packReport(mention: EventMention, nameOf: (name: number) => number | null): string {
  const { trigger, date, start } = mention;
  const packParticipant = ({ start: from, end, canonical, name }: EventMention['who'][number]): PackedParticipant => (name === null ? [from, end - from, canonical] : [from, end - from, canonical, nameOf(name) ?? UNLISTED]);
  const packed: Packed = [
    start, mention.end - start, trigger.start, trigger.end - trigger.start, mention.lemma, mention.type, mention.modality === 'fact' ? 0 : mention.modality,
    mention.title, mention.salience === undefined ? 0 : mention.salience === 'main' ? 1 : 2,
    mention.who.map(packParticipant), mention.whom.map(packParticipant), mention.where ? packParticipant(mention.where) : 0,
    date ? packDate(date) : 0,
  ];
  return JSON.stringify(packed);
}

function packDate({ value, certainty, reason, expression }: EventDate): PackedDate {
  if (expression) return [value, certainty, reason ?? 0, expression.start, expression.end - expression.start];
  return reason === undefined ? [value, certainty] : [value, certainty, reason];
}

/** The event mention of a row; its names are numbers of the article's names, negative for none of them. @param source the article's text; without it every `text` is empty */
export function unpackReport(data: string, source = ''): EventMention {
  const [start, length, triggerStart, triggerLength, lemma, type, modality, title, minor, who, whom, where, date] = JSON.parse(data) as Packed;
  const span = (from: number, size: number) => ({ start: from, end: from + size, text: source.slice(from, from + size) });
  const participant = ([from, size, canonical, name]: PackedParticipant) => ({ ...span(from, size), canonical, name: name ?? null });
  return {
    ...span(start, length), trigger: span(triggerStart, triggerLength), lemma, type, modality: modality === 0 ? 'fact' : modality, title,
    ...(minor === 0 ? {} : { salience: minor === 1 ? ('main' as const) : ('minor' as const) }),
    who: who.map(participant), whom: whom.map(participant), where: where === 0 ? null : participant(where),
    date: date === 0 ? null : {
      value: date[0], certainty: date[1], ...(date[2] ? { reason: date[2] } : {}),
      expression: date[3] === undefined || date[4] === undefined ? null : span(date[3], date[4]),
    },
  };
}
