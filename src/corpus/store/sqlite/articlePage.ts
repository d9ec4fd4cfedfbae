import type { ArticleRecord, Page } from '../store';
import type { Database } from './database';
import { ARTICLE_COLUMNS, articleOf } from './reading';

/** Articles that are passed over one by one; beyond them, days are counted, which an index does by itself. */
const DEEP = 1_000;

/** Articles by publication, latest first, those of one day by place; undated ones last. */
export function articlePage(database: Database, { offset, limit }: Page): ArticleRecord[] {
  const place = offset > DEEP ? placeOf(database, offset) : { day: undefined, skip: offset };
  if (!place) return [];
  return database.all(
    `SELECT ${ARTICLE_COLUMNS} FROM article JOIN file ON file.id = article.file ${place.day === undefined ? '' : 'WHERE article.day <= ?'}
     ORDER BY article.day DESC, file.path, article.ordinal LIMIT ? OFFSET ?`,
    ...(place.day === undefined ? [] : [place.day]), limit, place.skip,
  ).map(articleOf);
}

/** The day of an article of the list, and how many of that day stand before it; undefined beyond the end. */
function placeOf(database: Database, offset: number): { readonly day: number; readonly skip: number } | undefined {
  let skip = offset;
  for (const [day, count] of database.numbers('SELECT day, count(*) FROM article GROUP BY day ORDER BY day DESC')) {
    if (skip < count!) return { day: day!, skip };
    skip -= count!;
  }
  return undefined;
}
