import type { EventDate, EventMention } from '../../../language/types';
import { hash48 } from '../../fold';
import { periodOf, type MergedEvent } from '../../merging';
import { DataReader, DataWriter } from './dataBlob';
import { headingCodeOf } from './headings';
import { dayOf, tieOf } from './rank';
import { packDate, packModality, typeNumber, unpackDate, unpackModality } from './report';

/** The columns of an event: code, type, heading, first and last possible day, and what keeps events of one day in order. */
export type EventRow = readonly [code: number, type: number, heading: number, first: number | null, last: number | null, tie: number];

/** What an event says besides its columns. */
export interface EventData extends Pick<MergedEvent, 'title' | 'modality' | 'date' | 'who' | 'whom' | 'where'> {
  readonly disagreements: readonly string[];
  readonly articles: number;
}

/** @param path file of the first report's article */
export function eventRow({ id, type, date, mentions }: MergedEvent, path: string, ordinal: number): EventRow {
  const { start, index } = mentions[0]!, period = date ? periodOf(date.value) : null;
  return [
    // Two events may read alike: the place of the first report keeps their codes apart.
    hash48(`${id} ${path}#${ordinal}:${start}`), typeNumber(type), headingCodeOf(date?.value), period ? dayOf(period.start) : null, period ? dayOf(period.end) : null,
    // Events of one day, or of none, stand together by article and in the order of its text.
    tieOf(path, ordinal) * 256 + index,
  ];
}

/** The date of an event; the expression stands in one of its sources. */
function dateOf(date: EventDate | null): EventDate | null {
  return date && { ...date, expression: null };
}

/** What an event says that one report makes alone. */
export function dataOfReport({ title, modality, date, who, whom, where }: EventMention): EventData {
  const names = (list: EventMention['who']): string[] => {
    const found = new Map(list.map((each) => [each.canonical.toLowerCase(), each.canonical]).reverse() as [string, string][]);
    return [...found.values()].reverse();
  };
  return { title, modality, date: dateOf(date), who: names(who), whom: names(whom), where: where?.canonical ?? null, disagreements: [], articles: 1 };
}

/**
 * What several reports say together, and which they are.
 * @param members numbers of the reports
 */
export function packEvent({ title, modality, date, who, whom, where, disagreements }: MergedEvent, members: readonly number[], articles: number): Uint8Array {
  const data = new DataWriter().put(articles).put(members.length);
  let last = 0;
  for (const member of [...members].sort((a, b) => a - b)) {
    data.put(member - last);
    last = member;
  }
  data.next().text(title);
  packModality(data, modality);
  packDate(data, dateOf(date), 0);
  for (const texts of [who, whom, where === null ? [] : [where], disagreements.map(({ words }) => words)]) {
    data.put(texts.length);
    for (const text of texts) data.text(text);
  }
  return data.bytes();
}

/** The numbers of an event's reports, ascending. */
export function membersOf(packed: Uint8Array): number[] {
  const data = new DataReader(packed);
  data.take();
  let last = 0;
  return Array.from({ length: data.take() }, () => (last += data.take()));
}

export function unpackEvent(packed: Uint8Array): EventData {
  const data = new DataReader(packed), articles = data.take();
  const title = data.at(1).text(), modality = unpackModality(data), date = unpackDate(data, 0, '');
  const [who, whom, where, disagreements] = [0, 0, 0, 0].map(() => Array.from({ length: data.take() }, () => data.text()));
  return { title, modality, date, who: who!, whom: whom!, where: where![0] ?? null, disagreements: disagreements!, articles };
}
