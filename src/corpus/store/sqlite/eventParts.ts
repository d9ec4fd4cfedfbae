import { int, type Database, type Row } from './database';
import type { Condition, Period } from './eventConditions';
import { daysOf } from './headings';
import { SHORT_EVENT } from './schema';

/** A condition on a row of `event`, whole. */
export interface Part {
  readonly where: string;
  readonly values: readonly (string | number)[];
}

/**
 * A condition in parts that share no event. A period would lead an index by first days through all events before its end: so it is split into the events that
 * begin in it, and those that begin before and reach into it, which are looked up among those of the month before and the few long ones.
 * @returns the later ones first; one part where few events can meet the condition or there is no period
 */
export function partsOf({ sql, values, period, few }: Condition): readonly Part[] {
  if (!period) return [{ where: `TRUE${sql}`, values }];
  const { from, to } = period, end = to === undefined ? [] : [to];
  if (few) return [{ where: `TRUE${sql}${from === undefined ? '' : ' AND last >= ?'}${to === undefined ? '' : ' AND first <= ?'}`, values: [...values, ...(from === undefined ? [] : [from]), ...end] }];
  const within = from === undefined ? 'first <= ?' : to === undefined ? 'first >= ?' : 'first BETWEEN ? AND ?';
  const inside: Part = { where: `${within}${sql}`, values: [...(from === undefined ? [] : [from]), ...end, ...values] };
  if (from === undefined) return [inside];
  const before = `SELECT id FROM event WHERE first BETWEEN ? AND ? AND last >= ? AND last - first <= ${SHORT_EVENT} UNION ALL SELECT id FROM event WHERE last - first > ${SHORT_EVENT} AND first < ? AND last >= ?`;
  return [inside, { where: `id IN (${before})${to === undefined ? '' : ' AND first <= ?'}${sql}`, values: [from - SHORT_EVENT, from - 1, from, from, from, ...end, ...values] }];
}

/** Ids of the events of parts that follow each other in an order: a stretch of all of them. */
export function idsInOrder(database: Database, parts: readonly Part[], order: 'newest' | 'oldest', offset: number, limit: number): number[] {
  const ids: number[] = [];
  let skip = offset;
  for (const { where, values } of order === 'newest' ? parts : [...parts].reverse()) {
    const rows = database.numbers(`SELECT id FROM event WHERE ${where} ORDER BY ${order === 'newest' ? 'first DESC, tie' : 'first, tie DESC'} LIMIT ? OFFSET ?`, ...values, limit - ids.length, skip);
    for (const [id] of rows) ids.push(id!);
    if (ids.length >= limit) break;
    // The part is used up: what was to be skipped is fewer by its length.
    skip = ids.length > 0 || skip === 0 ? 0 : skip - countOf(database, [{ where, values }]);
  }
  return ids;
}

/** How many events parts have together. */
export function countOf(database: Database, parts: readonly Part[]): number {
  return parts.reduce((sum, { where, values }) => sum + int(database.get(`SELECT count(*) AS n FROM event WHERE ${where}`, ...values)?.['n']), 0);
}

/**
 * What the tallies say of a period. A heading's days hold those of its events: so all or none of them have a day of most periods, and only those of headings that
 * lie in it in part are counted one by one.
 * @param tallies rows of heading, type and count
 * @param pause waits where others may have their turns
 * @returns rows of the same columns; those of events without a day are left out
 */
export async function talliesIn(database: Database, { from = -Infinity, to = Infinity }: Period, tallies: readonly Row[], pause: () => Promise<void> | undefined): Promise<Row[]> {
  const met: Row[] = [], inPart = new Map<number, Set<number>>();
  for (const row of tallies) {
    const heading = int(row['heading']), days = daysOf(heading);
    if (!days || days[1] < from || days[0] > to) continue;
    if (days[0] >= from && days[1] <= to) met.push(row);
    else if (!inPart.get(heading)?.add(int(row['type']))) inPart.set(heading, new Set([int(row['type'])]));
  }
  for (const [heading, types] of inPart) {
    await pause();
    const [first, last] = daysOf(heading)!;
    const rows = database.all(
      'SELECT heading, type, count(*) AS count FROM event WHERE first BETWEEN ? AND ? AND heading = ? AND last >= ? GROUP BY type',
      first, Math.min(last, to), heading, Math.max(from, first),
    );
    met.push(...rows.filter((row) => types.has(int(row['type']))));
  }
  return met;
}
