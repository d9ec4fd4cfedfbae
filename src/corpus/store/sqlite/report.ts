import type { EventDate, EventMention, EventType, Modality } from '../../../language/types';
import type { DataReader, DataWriter } from './dataBlob';
import { signed, unsigned } from './pack';

/** In the order of the numbers they are kept as; part of the format. */
export const EVENT_TYPES: readonly EventType[] = [
  'agree', 'consult', 'support', 'cooperate', 'aid', 'retreat', 'request', 'accuse', 'reject', 'threaten', 'protest', 'sanction', 'mobilize', 'coerce', 'assault', 'other',
];
const MODALITIES: readonly Modality[] = ['fact', 'planned', 'denied', 'feared'];
const CERTAINTIES: readonly EventDate['certainty'][] = ['stated', 'inferred', 'relative'];

export function typeNumber(type: EventType): number {
  return EVENT_TYPES.indexOf(type);
}

export function packModality(data: DataWriter, modality: Modality): void {
  data.put(MODALITIES.indexOf(modality));
}

export function unpackModality(data: DataReader): Modality {
  return MODALITIES[data.take()] ?? 'fact';
}

/** @param at offset from which the expression is counted */
export function packDate(data: DataWriter, date: EventDate | null, at: number): void {
  if (!date) { data.put(0); return; }
  const { value, certainty, reason, expression } = date;
  data.put(1 + CERTAINTIES.indexOf(certainty)).text(value).text(reason ?? '');
  if (expression) data.put(1 + unsigned(expression.start - at)).put(expression.end - expression.start);
  else data.put(0);
}

/** @param source the article's text; without it the expression's `text` is empty */
export function unpackDate(data: DataReader, at: number, source: string): EventDate | null {
  const certainty = CERTAINTIES[data.take() - 1];
  if (certainty === undefined) return null;
  const value = data.text(), reason = data.text(), from = data.take();
  const start = at + signed(from - 1), expression = from === 0 ? null : spanOf(start, data.take(), source);
  return { value, certainty, ...(reason === '' ? {} : { reason }), expression };
}

/**
 * Writes an event mention without what stands in the article's text.
 * @param indexOf index, among the names the article is kept with, of a name of the analysis; null when it is not kept
 */
export function packReport(data: DataWriter, mention: EventMention, indexOf: (name: number) => number | null): void {
  const { start, trigger, salience } = mention;
  const participant = ({ start: from, end, canonical, name }: EventMention['who'][number]): void => {
    const index = name === null ? null : indexOf(name);
    // A name without a row of its own is a name all the same.
    data.put(unsigned(from - start)).put(end - from).text(canonical).put(name === null ? 0 : index === null ? 1 : index + 2);
  };
  data.put(start).put(mention.end - start).put(unsigned(trigger.start - start)).put(trigger.end - trigger.start).text(mention.lemma);
  data.put(typeNumber(mention.type) * 3 + (salience === undefined ? 0 : salience === 'main' ? 1 : 2));
  packModality(data, mention.modality);
  data.text(mention.title).put(mention.who.length).put(mention.whom.length).put(mention.where ? 1 : 0);
  for (const each of [...mention.who, ...mention.whom, ...(mention.where ? [mention.where] : [])]) participant(each);
  packDate(data, mention.date, start);
}

/** The next event mention; `name` of its participants is an index among the names the article is kept with. @param source the article's text; without it every `text` is empty */
export function unpackReport(data: DataReader, source = ''): EventMention {
  const start = data.take(), end = start + data.take(), trigger = spanOf(start + signed(data.take()), data.take(), source), lemma = data.text();
  const sort = data.take(), modality = unpackModality(data), title = data.text(), counts = [data.take(), data.take(), data.take()];
  const [who, whom, where] = counts.map((count) => Array.from({ length: count }, (): EventMention['who'][number] => {
    const span = spanOf(start + signed(data.take()), data.take(), source), canonical = data.text(), name = data.take();
    return { ...span, canonical, name: name === 0 ? null : name === 1 ? -1 : name - 2 };
  }));
  const salience = sort % 3;
  return {
    ...spanOf(start, end - start, source), trigger, lemma, type: EVENT_TYPES[Math.floor(sort / 3)] ?? 'other', modality, title,
    ...(salience === 0 ? {} : { salience: salience === 1 ? ('main' as const) : ('minor' as const) }),
    who: who!, whom: whom!, where: where![0] ?? null, date: unpackDate(data, start, source),
  };
}

/** Passes over the next event mention. */
export function skipReport(data: DataReader): void {
  data.skip(8);
  const participants = data.take() + data.take() + data.take();
  data.skip(participants * 4);
  if (data.take() === 0) return;
  data.skip(2);
  if (data.take() > 0) data.skip(1);
}

function spanOf(start: number, length: number, source: string) {
  return { start, end: start + length, text: source.slice(start, start + length) };
}
