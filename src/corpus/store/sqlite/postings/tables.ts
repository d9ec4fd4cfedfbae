/** An index of words: which ids hold a word. */
export interface PostingTable {
  /** Tables of the lists of words, of the words alone, and of the ids that are gone. */
  readonly words: string;
  readonly terms: string;
  readonly gone: string;
  /** Ids of a slot, a power of two. */
  readonly size: number;
  /** Beginnings of words, up to so many letters, that can be asked for as quickly as words. */
  readonly beginnings: number;
}

export const articlePostings: PostingTable = { words: 'articleWord', terms: 'articleTerm', gone: 'articleGone', size: 2 ** 16, beginnings: 0 };
export const quotationPostings: PostingTable = { words: 'quotationWord', terms: 'quotationTerm', gone: 'quotationGone', size: 2 ** 18, beginnings: 3 };
/** Of what the words of events' reports lead to (`listings.ts`). */
export const listingPostings: PostingTable = { words: 'listingWord', terms: 'listingTerm', gone: 'listingGone', size: 2 ** 18, beginnings: 3 };

/**
 * Tables of an index of words: inverted lists (Zobel and Moffat 2006), cut where ids end. A slot is so many consecutive ids; a row has a chunk of those of a slot
 * that hold a word (`positions.ts`), by its first one. A batch of new ids, which are higher than all before, changes or adds the last chunks of the last slot
 * alone. Ids are never given twice; those that are gone are kept as bits until their slot is written anew (`compact.ts`). Each word stands once more by itself, with how many
 * chunks it has in all slots together: which words begin so, which is the rarest of some, and that nothing holds one, is told without a look into the slots.
 */
export function tablesOf({ words, terms, gone }: PostingTable): string {
  return `CREATE TABLE ${words} (
  slot INTEGER NOT NULL, word TEXT NOT NULL, start INTEGER NOT NULL, count INTEGER NOT NULL, ids BLOB NOT NULL,
  PRIMARY KEY (slot, word, start)) WITHOUT ROWID;
CREATE TABLE ${terms} (word TEXT PRIMARY KEY, chunks INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE ${gone} (slot INTEGER PRIMARY KEY, ids BLOB NOT NULL);`;
}

/** Longest word that is told from others, in code units; a longer one is taken for its beginning. */
export const LONGEST_WORD = 40;

/** The sign that tokens begin with: what is no word of a text and is looked up as one, such as a speaker. */
export const TOKEN = '@';

/** The token that stands for a name: who speaks among a quotation's words, who takes part among a report's. */
export function nameToken(name: number): string {
  return `${TOKEN}${name}`;
}

export function isToken(word: string): boolean {
  return word.startsWith(TOKEN);
}

/** Under which a beginning of words stands; no word has a star. */
export function beginningKey(beginning: string): string {
  return `${beginning}*`;
}
