/**
 * Raised with each change of the tables below or of what is written into them; an index of another version is built
 * again.
 */
export const SCHEMA_VERSION = 7;

/** Stands for an unknown publication day, in days since 1970: before all others. */
export const UNKNOWN_DAY = -1_000_000;

/**
 * Tables of the index.
 *
 * - `article.names`, `article.sentences` and the `data` columns are packed numbers (pack.ts): one row per article or
 *   per name and article instead of one per mention.
 * - quotations and event mentions of an article have consecutive ids, so that an article finds its own by range.
 * - the full-text tables keep no text; `detail=none` keeps no positions either. Beside words they hold tokens such as
 *   `zqspeaker12`, so that a speaker, a name or a type is one more word to intersect.
 * - an event with one report has no `data`: it says what the report says. `reportEvent` is narrow, since every search for
 *   events goes through it.
 * - `eventName` has who takes part in each listed event, so that counting by name is one walk through a narrow table; events
 *   of one name are found by its token.
 * - `meta` holds running totals, so that counting does not read tables.
 */
export const TABLES = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE file (
  id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL, mtime REAL NOT NULL, hash TEXT NOT NULL, problems TEXT);

CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT, file INTEGER NOT NULL, ordinal INTEGER NOT NULL, kept INTEGER NOT NULL,
  day INTEGER NOT NULL, words INTEGER NOT NULL, metadata TEXT NOT NULL, context TEXT NOT NULL,
  sentences BLOB NOT NULL, names BLOB NOT NULL,
  quotations INTEGER NOT NULL, quotationCount INTEGER NOT NULL, events INTEGER NOT NULL, eventCount INTEGER NOT NULL);
CREATE INDEX articleFile ON article (file, ordinal);
CREATE INDEX articleDay ON article (day DESC);
CREATE TABLE body (article INTEGER PRIMARY KEY, text BLOB NOT NULL);
CREATE VIRTUAL TABLE articleWords USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='unicode61');
CREATE VIRTUAL TABLE articleTerms USING fts5vocab('articleWords', 'row');

CREATE TABLE name (
  id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, mentions INTEGER NOT NULL, articles INTEGER NOT NULL);
CREATE INDEX nameMentions ON name (mentions DESC);
CREATE TABLE form (
  id INTEGER PRIMARY KEY, name INTEGER NOT NULL, use INTEGER NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL,
  reversed TEXT NOT NULL, articles INTEGER NOT NULL);
CREATE UNIQUE INDEX formName ON form (name, use, text);
CREATE INDEX formFolded ON form (folded, name) WHERE use < 3;
CREATE INDEX formReversed ON form (reversed, name) WHERE use < 3;
CREATE TABLE bearer (
  name INTEGER NOT NULL, rank INTEGER NOT NULL, article INTEGER NOT NULL, mentions INTEGER NOT NULL,
  data BLOB NOT NULL, PRIMARY KEY (name, rank, article)) WITHOUT ROWID;

CREATE TABLE quotation (
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL, rank INTEGER NOT NULL, copy INTEGER NOT NULL,
  speaker INTEGER, opening INTEGER NOT NULL, data BLOB NOT NULL);
CREATE INDEX quotationRank ON quotation (rank);
CREATE INDEX quotationSpeaker ON quotation (speaker, rank) WHERE speaker IS NOT NULL;
CREATE INDEX quotationOpening ON quotation (opening, rank);
CREATE INDEX quotationCopy ON quotation (copy, article);
CREATE VIRTUAL TABLE quotationWords USING fts5(
  words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4', tokenize='unicode61');
CREATE VIRTUAL TABLE quotationTerms USING fts5vocab('quotationWords', 'row');

CREATE TABLE report (
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL, data TEXT NOT NULL);
CREATE TABLE reportEvent (report INTEGER PRIMARY KEY, event INTEGER NOT NULL);
CREATE INDEX reportEventEvent ON reportEvent (event);
CREATE TABLE reportKey (
  key INTEGER NOT NULL, day INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (key, day, report)) WITHOUT ROWID;
CREATE VIRTUAL TABLE reportWords USING fts5(
  words, content='', contentless_delete=1, detail=none, prefix='2 3', tokenize='porter unicode61');
CREATE TABLE event (
  id INTEGER PRIMARY KEY, code INTEGER NOT NULL, main INTEGER NOT NULL, type TEXT NOT NULL, heading TEXT NOT NULL,
  first INTEGER, last INTEGER, tie INTEGER NOT NULL, data TEXT);
CREATE INDEX eventCode ON event (code);
CREATE INDEX eventFirst ON event (main, first DESC, tie);
CREATE INDEX eventHeading ON event (main, heading, first DESC, tie);
CREATE TABLE eventName (event INTEGER NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (event, name)) WITHOUT ROWID;
`;

/** Names of all tables above, for dropping; those that full-text tables make for themselves go with them. */
export const TABLE_NAMES = [
  'articleTerms', 'quotationTerms', 'articleWords', 'quotationWords', 'reportWords',
  'meta', 'file', 'article', 'body', 'name', 'form', 'bearer', 'quotation', 'report', 'reportEvent', 'reportKey', 'event', 'eventName',
] as const;
