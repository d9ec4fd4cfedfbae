import { foldedWords } from '../../fold';

/** Words of a query that count; further ones are passed over. */
const MOST_WORDS = 24;
/** Longest word that is looked up, in code units; a longer one is looked up by its beginning. */
const LONGEST_WORD = 40;

/** A query of words: folded, each once, the last one perhaps unfinished. */
export interface WordQuery {
  readonly words: readonly string[];
  /** True when the last word may go on: nothing stands behind it. */
  readonly open: boolean;
}

/** Reads what somebody typed. Anything is accepted; what is no word is passed over. */
export function wordQuery(typed: string): WordQuery {
  const all = foldedWords(typed.slice(0, 4_000)).map((word) => word.slice(0, LONGEST_WORD));
  const open = all.length > 0 && /[\p{L}\p{N}\p{M}]$/u.test(typed);
  return { words: all.slice(0, MOST_WORDS), open: open && all.length <= MOST_WORDS };
}
