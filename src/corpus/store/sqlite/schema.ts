import { LISTING_CHANGES, listingTables } from './listingColumns';
import { articlePostings, listingPostings, quotationPostings, tablesOf } from './postings/tables';

/**
 * Raised with each change of the tables below or of what is written into them; an index of another version is built
 * again.
 */
export const SCHEMA_VERSION = 22;

/** Stands for an unknown publication day, in days since 1970: before all others. */
export const UNKNOWN_DAY = -1_000_000;

/** Days from first to last of an event beyond which it stands in `eventLong`. */
export const SHORT_EVENT = 31;

/**
 * Tables of the index.
 *
 * - `article.data` holds what one article says, compressed (articleData.ts): sentences, mentions, reports of events.
 *   Reports have no rows; their numbers are made of the article's (`reportIds.ts`).
 * - a name is a row with all its forms; `form` finds names by what they are called, `formTail` forms by their ending.
 * - quotations of an article have consecutive ids, so that an article finds its own by range. The copies of a
 *   quotation, and those that begin like it, stand together in `quotationCopy`.
 * - the words of articles, quotations and reports of events, which are stemmed, are in indices of our own (`postings/tables.ts`): folded words, each once, and
 *   tokens such as `@12`, so that a speaker, or who takes part, is one more word to intersect.
 * - an event bears the number of its first report. One with several has their numbers and what they say together in
 *   `data`, and `reportEvent` leads from the others to it. What is only mentioned in passing is no event.
 * - a report of an event has a listing (`listings.ts`), to which its words lead; `reportListing` tells which. The `listing…` tables have the narrow columns of
 *   many events in a row (`listingColumns.ts`), for lists that are counted and put in order; `listingChange` tells which of these rows are new to who has kept them.
 * - `reportNear` has, for each article, the reports that merging would join with its own (`nearReports.ts`): an article that has no row has none.
 * - `articleSketch` has what an article looks like to the reports of others (`packedSketch.ts`), if it has any itself: most are told apart without opening it.
 * - `eventLong` has the few events whose period is no day, week or month: the others that touch a period begin shortly before its end.
 * - `eventName` has who takes part in each event, so that counting by name is one walk through a narrow table; events
 *   of one name are found by its token.
 * - `meta` and `tally` hold running totals, so that counting does not read tables.
 */
export const TABLES = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE file (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, print INTEGER NOT NULL,
  size INTEGER NOT NULL, mtime REAL NOT NULL, hash NOT NULL, problems TEXT);
CREATE INDEX filePrint ON file (print);
CREATE INDEX fileProblems ON file (id) WHERE problems IS NOT NULL;

CREATE TABLE article (
  id INTEGER PRIMARY KEY, file INTEGER NOT NULL, ordinal INTEGER NOT NULL, kept INTEGER NOT NULL,
  day INTEGER NOT NULL, words INTEGER NOT NULL, outlet INTEGER NOT NULL, quotations INTEGER NOT NULL, quotationCount INTEGER NOT NULL,
  reportCount INTEGER NOT NULL, metadata BLOB NOT NULL, names BLOB NOT NULL, data BLOB NOT NULL);
CREATE INDEX articleFile ON article (file, ordinal);
CREATE INDEX articleDay ON article (day DESC);
CREATE TABLE body (article INTEGER PRIMARY KEY, text BLOB NOT NULL);
${tablesOf(articlePostings)}

CREATE TABLE name (
  id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, folded TEXT NOT NULL, level INTEGER NOT NULL, mentions INTEGER NOT NULL,
  articles INTEGER NOT NULL, forms BLOB NOT NULL);
CREATE INDEX nameLevel ON name (level DESC);
CREATE TABLE form (
  folded TEXT NOT NULL, slot INTEGER NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (folded, slot, name)) WITHOUT ROWID;
CREATE TABLE formTail (tail INTEGER NOT NULL, folded TEXT NOT NULL, PRIMARY KEY (tail, folded)) WITHOUT ROWID;
CREATE TABLE bearer (
  name INTEGER NOT NULL, rank INTEGER NOT NULL, article INTEGER NOT NULL, mentions INTEGER NOT NULL,
  PRIMARY KEY (name, rank, article)) WITHOUT ROWID;

CREATE TABLE quotation (
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL, rank INTEGER NOT NULL, copy INTEGER NOT NULL,
  speaker INTEGER, data BLOB NOT NULL);
CREATE INDEX quotationRank ON quotation (rank);
CREATE INDEX quotationSpeaker ON quotation (speaker, rank) WHERE speaker IS NOT NULL;
CREATE INDEX quotationCopy ON quotation (copy);
${tablesOf(quotationPostings)}

CREATE TABLE reportEvent (report INTEGER PRIMARY KEY, event INTEGER NOT NULL);
CREATE TABLE reportKey (
  key INTEGER NOT NULL, day INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (key, day, report)) WITHOUT ROWID;
CREATE TABLE reportNear (article INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE articleSketch (article INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE reportListing (block INTEGER PRIMARY KEY, data BLOB NOT NULL);
${tablesOf(listingPostings)}
${listingTables.map((table) => `CREATE TABLE ${table} (block INTEGER PRIMARY KEY, data BLOB NOT NULL);`).join('\n')}
CREATE TABLE ${LISTING_CHANGES} (block INTEGER PRIMARY KEY, written INTEGER NOT NULL);
CREATE TABLE event (
  id INTEGER PRIMARY KEY, code INTEGER NOT NULL, type INTEGER NOT NULL, heading INTEGER NOT NULL,
  first INTEGER, last INTEGER, tie INTEGER NOT NULL, data BLOB);
CREATE INDEX eventCode ON event (code);
CREATE INDEX eventFirst ON event (first DESC, tie, heading);
CREATE INDEX eventLong ON event (first, last) WHERE last - first > ${SHORT_EVENT};
CREATE TABLE eventName (event INTEGER NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (event, name)) WITHOUT ROWID;
CREATE TABLE tally (heading INTEGER NOT NULL, type INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (heading, type)) WITHOUT ROWID;
`;

/** Names of all tables above: an index that lacks one is damaged. */
export const TABLE_NAMES = [
  listingPostings.words, listingPostings.terms, listingPostings.gone, ...listingTables, LISTING_CHANGES, 'reportListing', articlePostings.words, articlePostings.terms, articlePostings.gone, quotationPostings.words, quotationPostings.terms, quotationPostings.gone,
  'meta', 'file', 'article', 'body', 'name', 'form', 'formTail', 'bearer', 'quotation', 'reportEvent', 'reportKey', 'reportNear', 'articleSketch', 'event', 'eventName', 'tally',
] as const;
