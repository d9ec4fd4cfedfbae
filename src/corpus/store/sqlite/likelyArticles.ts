import { foldedWords } from '../../fold';
import type { LikelyArticle, Likelihood } from '../store';
import type { Database } from './database';
import type { Postings } from './postings/postings';
import { MOST_WEIGHED, weigh, type WeighedWord } from './postings/weigh';
import { articleOf, quotingArticles } from './quotingArticles';
import { readTotal } from './totals';

/** Words of a passage that are weighed; further ones are passed over. */
const MOST_WORDS = 80;
/** Entries of the word index that one search adds up: those of the rarest words. */
const MOST_ENTRIES = 60_000;
/** Words that an article holds all of when it surely is the one: so many at least, and so many are looked for. */
const SURE = 6, MOST_SURE = 24;
/** What it is worth that an article has all of the words, but no quotation has them. */
const SOMEWHERE = 0.85;
/** Frequencies remembered between changes of the index. */
const REMEMBERED = 50_000;

/** How many articles hold a word, and which articles hold most of the rare words of a passage. */
export class WordIndex {
  #frequencies = new Map<string, number>();
  #articles: number | undefined;
  /** Those with quotations of the words that were asked for last: whoever asks for them often asks for the others next. */
  #quoting: { readonly words: string; readonly limit: number; readonly found: readonly LikelyArticle[] } | undefined;

  constructor(private readonly database: Database, private readonly articleWords: Postings, private readonly quotationWords: Postings) {}

  /** Drops what is remembered; after each change of the index. */
  forget(): void {
    this.#frequencies = new Map();
    this.#articles = undefined;
    this.#quoting = undefined;
  }

  /** Articles that hold each of the folded words. */
  async frequencies(words: readonly string[]): Promise<Map<string, number>> {
    // What is remembered may be dropped while this waits; it is then remembered for nobody.
    const known = this.#frequencies, counts = new Map(words.map((word) => [word, known.get(word)])), unknown = words.filter((word) => !known.has(word));
    if (known.size > REMEMBERED) known.clear();
    const found = unknown.length === 0 ? undefined : await this.articleWords.frequencies(unknown);
    for (const word of unknown) {
      const count = found?.get(word) ?? 0;
      known.set(word, count);
      counts.set(word, count);
    }
    return new Map([...counts].map(([word, count]) => [word, count ?? 0]));
  }

  /**
   * Articles with quotations that hold all of the rarest words but one or two, up to half of the limit, and those that hold most of the
   * words, which are worth the more the rarer they are (inverse document frequency, Spärck Jones 1972); those that hold the greatest share first.
   */
  async likely(passage: string, limit: number, which: Likelihood = 'any'): Promise<readonly LikelyArticle[]> {
    const words = [...new Set(foldedWords(passage.slice(0, 8_000)))].slice(0, MOST_WORDS);
    if (words.length === 0 || limit <= 0) return [];
    if (which === 'holding') return this.#holding(words, limit);
    const frequencies = await this.frequencies(words);
    const known = words.map((word) => ({ word, count: frequencies.get(word) ?? 0 })).filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
    const quoting = await this.#quotingMost(known.map(({ word }) => word), Math.ceil(limit / 2));
    if (which === 'quoting') return quoting;
    const total = this.#articles ??= readTotal(this.database, 'articles'), rare: WeighedWord[] = [];
    for (let i = 0, entries = 0; i < known.length && rare.length < MOST_WEIGHED; i++) {
      const { word, count } = known[i]!;
      if ((entries += count) > MOST_ENTRIES) break;
      rare.push({ word, weight: Math.log1p(total / count) });
    }
    const whole = rare.reduce((sum, { weight }) => sum + weight, 0), found = new Map(quoting.map((each) => [each.article, each]));
    const nowhere = words.filter((word) => frequencies.get(word) === 0);
    for (const { id, weight, held } of await weigh(this.articleWords, rare, limit)) {
      const share = Math.min(1, weight / whole), quotes = found.get(id), lacks = [...nowhere, ...rare.filter((_, number) => (held & (1 << number)) === 0).map(({ word }) => word)];
      if (quotes) found.set(id, { ...quotes, share: Math.max(share, quotes.share), lacks });
      else if (found.size < limit) found.set(id, { article: id, share, lacks });
    }
    return [...found.values()].sort((a, b) => b.share - a.share);
  }

  /** @param words rarest first */
  async #quotingMost(words: readonly string[], limit: number): Promise<readonly LikelyArticle[]> {
    const key = words.join(' '), last = this.#quoting, state = this.#frequencies;
    if (last?.words === key && last.limit === limit) return last.found;
    const found = await quotingArticles(this.database, this.quotationWords, words, limit);
    // The index may have changed while this waited.
    if (state === this.#frequencies) this.#quoting = { words: key, limit, found };
    return found;
  }

  /** Those with a quotation that holds all of the words, then others that hold them. */
  async #holding(words: readonly string[], limit: number): Promise<LikelyArticle[]> {
    if (words.length < SURE) return [];
    // Long words are rare.
    const telling = [...words].sort((a, b) => b.length - a.length).slice(0, MOST_SURE);
    const quotations = await this.quotationWords.holding({ words: telling }, limit), known = new Set(articleOf(this.database, quotations).values()), quoting = [...known];
    const others = quoting.length >= limit ? [] : (await this.articleWords.holding({ words: telling }, limit)).filter((article) => !known.has(article)).slice(0, limit - quoting.length);
    return [...quoting.map((article) => ({ article, share: 1 })), ...others.map((article) => ({ article, share: SOMEWHERE }))];
  }
}
