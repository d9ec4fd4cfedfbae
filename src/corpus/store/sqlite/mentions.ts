import type { MentionRecord, NameId, NamePart, NameRecord, Page } from '../store';
import { int, type Database } from './database';
import { passageOf, type Reading } from './reading';

interface Place {
  readonly name: NameId;
  readonly article: number;
  /** Which of the name's mentions there, most telling first. */
  readonly round: number;
}

/** Rows of `bearer` that are asked for. */
interface Wanted {
  readonly sql: string;
  readonly values: readonly (number | string)[];
}

/**
 * Mentions of a name, or of parts of names together. A name has a row per article, ordered by its most telling mention there; round 0 takes the
 * best of each article, round 1 the second of those that have two, and so on. So a page costs what it holds, not what the name has.
 */
export async function mentionsOf(reading: Reading, name: NameId | readonly NamePart[], page: Page): Promise<MentionRecord[]> {
  const places = placesOf(reading.database, wantedOf(typeof name === 'number' ? [{ name }] : name), page);
  if (places.length === 0) return [];
  const articles = await reading.open(places.map((place) => place.article));
  return places.flatMap(({ name: bearer, article, round }) => {
    const open = articles.get(article), index = open?.names.indexOf(bearer) ?? -1, mention = index < 0 ? undefined : open?.data.mentionsOf(index)[round];
    return open && mention ? [{ name: bearer, mention: passageOf(open, mention), sentence: passageOf(open, mention.sentence), speaks: mention.speaks }] : [];
  });
}

/** Mentions of parts of names together, and the articles that hold any. */
export function countMentions(database: Database, parts: readonly NamePart[]): Pick<NameRecord, 'mentions' | 'articles'> {
  const { sql, values } = wantedOf(parts);
  const row = database.get(`SELECT sum(mentions) AS mentions, count(DISTINCT article) AS articles FROM bearer WHERE ${sql}`, ...values);
  return { mentions: int(row?.['mentions']), articles: int(row?.['articles']) };
}

function wantedOf(parts: readonly NamePart[]): Wanted {
  const values: (number | string)[] = [];
  const each = parts.map(({ name, within, without }) => {
    values.push(name, ...(within ? [JSON.stringify(within)] : []), ...(without ? [JSON.stringify(without)] : []));
    return `name = ?${within ? ' AND article IN (SELECT value FROM json_each(?))' : ''}${without ? ' AND article NOT IN (SELECT value FROM json_each(?))' : ''}`;
  });
  return { sql: each.length === 1 ? each[0]! : each.length === 0 ? 'FALSE' : `((${each.join(') OR (')}))`, values };
}

function placesOf(database: Database, { sql, values }: Wanted, page: Page): Place[] {
  const places: Place[] = [];
  let skip = Math.max(0, page.offset);
  for (let round = 0; places.length < page.limit; round++) {
    const rows = database.all(
      `SELECT name, article FROM bearer WHERE ${sql} AND mentions > ? ORDER BY rank, article, name LIMIT ? OFFSET ?`,
      ...values, round, page.limit - places.length, skip,
    );
    for (const row of rows) places.push({ name: int(row['name']), article: int(row['article']), round });
    if (places.length >= page.limit) break;
    // The round is used up: what was to be skipped is fewer by its length.
    const length = skip === 0 ? rows.length : int(database.get(`SELECT count(*) AS n FROM bearer WHERE ${sql} AND mentions > ?`, ...values, round)?.['n']);
    if (length === 0) break;
    skip = Math.max(0, skip - length);
  }
  return places;
}
