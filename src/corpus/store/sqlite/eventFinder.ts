import type { Database } from './database';
import { FoundEvents } from './foundEvents';
import { ListingReader } from './listingReader';
import type { Postings } from './postings/postings';
import { stemOf } from './stems';

/** Answers that are kept; of large ones only the last. */
const KEPT = 4, LARGE = 50_000;

/** Letters up to which a word that is being typed is looked up by its beginning alone. */
const SHORT = 3;

/** What reports are found by: folded words, the last of which may go on, and tokens of names, all of which one report must hold. */
export interface ReportWords {
  readonly words: readonly string[];
  readonly open: boolean;
  readonly tokens: readonly string[];
}

/** Events that words or a name single out: kept until the index changes, since a list asks for its headings, its rows and its numbers one after the other. */
export class EventFinder {
  readonly #kept = new Map<string, Promise<FoundEvents>>();
  readonly #reader: ListingReader;

  /** @param articleWords the words of articles, as they are written */
  constructor(database: Database, private readonly postings: Postings, private readonly articleWords: Postings) {
    this.#reader = new ListingReader(database);
  }

  /** Drops what is kept; after each change of the index. */
  forget(): void {
    this.#kept.clear();
    this.#reader.forget();
  }

  /** Lets go of what is kept. */
  release(): void {
    this.#kept.clear();
    this.#reader.release();
  }

  /** The events one of whose reports holds all that is asked for; none where nothing is. */
  find(asked: ReportWords): Promise<FoundEvents> {
    const key = JSON.stringify(asked), known = this.#kept.get(key);
    if (known) return known;
    const found = this.#find(asked);
    this.#kept.set(key, found);
    found.then(({ length }) => {
      const most = length > LARGE ? 1 : KEPT;
      for (const other of this.#kept.keys()) if (other !== key && this.#kept.size > most) this.#kept.delete(other);
    }, () => {
      if (this.#kept.get(key) === found) this.#kept.delete(key);
    });
    return found;
  }

  async #find({ words, open, tokens }: ReportWords): Promise<FoundEvents> {
    const last = words.at(-1), going = open && last !== undefined, whole = going ? words.slice(0, -1) : words;
    const wanted = { words: [...tokens, ...whole.map(stemOf), ...(going ? [last] : [])], open: going, endings: going ? await this.#stemsOf(last) : [] };
    return FoundEvents.of(this.#reader, await this.postings.holding(wanted, Infinity));
  }

  /** Stems, other than those that begin so themselves, of words that begin so and of the beginning itself: `governm` and `meeti` are on the way to `govern` and `meet`. */
  async #stemsOf(beginning: string): Promise<string[]> {
    const stems = new Set([stemOf(beginning)]);
    // The stem of a short word is hardly shorter.
    if (beginning.length > SHORT) for await (const some of this.articleWords.beginning([beginning])) for (const word of some) stems.add(stemOf(word));
    return [...stems].filter((stem) => !stem.startsWith(beginning));
  }
}
