import type { MentionRecord, NameId, Page } from '../store';
import { bytes, int, type Database } from './database';
import { unpackMentions, type PackedMention } from './packedArticle';
import { passageOf, type Reading } from './reading';

interface Place {
  readonly article: number;
  readonly mention: PackedMention;
}

/**
 * Mentions of a name. A name has a row per article, ordered by its most telling mention there; round 0 takes the best
 * of each article, round 1 the second of those that have two, and so on. So a page costs what it holds, not what the
 * name has.
 */
export async function mentionsOf(reading: Reading, name: NameId, page: Page): Promise<MentionRecord[]> {
  const places = placesOf(reading, name, page);
  const articles = await reading.open(places.map((place) => place.article));
  return places.flatMap(({ article, mention }) => {
    const open = articles.get(article);
    return open
      ? [{ name, mention: passageOf(open, mention), sentence: passageOf(open, mention.sentence), speaks: mention.speaks }]
      : [];
  });
}

/** Names in no more articles than this are read as a whole, with one query. */
const FEW_ARTICLES = 300;

function placesOf({ database }: Reading, name: NameId, page: Page): Place[] {
  if (page.limit <= 0) return [];
  const articles = int(database.get('SELECT articles FROM name WHERE id = ?', name)?.['articles']);
  return articles <= FEW_ARTICLES ? placesOfFew(database, name, page) : placesOfMany(database, name, page);
}

function placesOfFew(database: Database, name: NameId, page: Page): Place[] {
  const rows = database
    .all('SELECT article, data FROM bearer WHERE name = ? ORDER BY rank', name)
    .map((row) => ({ article: int(row['article']), mentions: unpackMentions(bytes(row['data'])) }));
  const places: Place[] = [];
  for (let round = 0, found = true; found && places.length < page.offset + page.limit; round++) {
    found = false;
    for (const { article, mentions } of rows) {
      const mention = mentions[round];
      if (!mention) continue;
      found = true;
      places.push({ article, mention });
    }
  }
  return places.slice(page.offset, page.offset + page.limit);
}

function placesOfMany(database: Database, name: NameId, page: Page): Place[] {
  const places: Place[] = [];
  let skip = Math.max(0, page.offset);
  for (let round = 0; places.length < page.limit; round++) {
    const rows = database.all(
      'SELECT article, data FROM bearer WHERE name = ? AND mentions > ? ORDER BY rank LIMIT ? OFFSET ?',
      name, round, page.limit - places.length, skip,
    );
    for (const row of rows) {
      const mention = unpackMentions(bytes(row['data']))[round];
      if (mention) places.push({ article: int(row['article']), mention });
    }
    if (places.length >= page.limit) break;
    // The round is used up: what was to be skipped is fewer by its length.
    const length = int(database.get('SELECT count(*) AS n FROM bearer WHERE name = ? AND mentions > ?', name, round)?.['n']);
    if (length === 0) break;
    skip = Math.max(0, skip - length);
  }
  return places;
}
