import { foldedWords } from '../../fold';
import { turn } from '../../turns';
import type { LikelyArticle } from '../store';
import { readCommonWords } from './commonWords';
import { int, str, type Database } from './database';
import { quotingArticles } from './quotingArticles';
import { readTotal } from './totals';
import { matchAll } from './words';

/** Words of a passage that are weighed; further ones are passed over. */
const MOST_WORDS = 80;
/** Entries of the word index that one search adds up, and words it looks up that way: the rarest. */
const MOST_ENTRIES = 2_000;
const MOST_LOOKED_UP = 12;
/** Words that an article holds all of when it surely is the one. */
const SURE = 6;
/** Articles expected to hold words by chance, below which further words are not needed to tell. */
const BY_CHANCE = 0.2;
/** Words counted in one go. */
const COUNTED = 10;
/** Frequencies remembered between changes of the index. */
const REMEMBERED = 50_000;

/** How many articles hold a word (of common words: held it when they were last counted), and which articles hold most of the rare words of a passage. */
export class WordIndex {
  #frequencies = new Map<string, number>();
  #common: Map<string, number> | undefined;
  #articles: number | undefined;

  constructor(private readonly database: Database) {}

  /** Drops what is remembered; after each change of the index. */
  forget(): void {
    this.#frequencies = new Map();
    this.#common = undefined;
    this.#articles = undefined;
  }

  /** Articles that hold each of the folded words. */
  async frequencies(words: readonly string[]): Promise<Map<string, number>> {
    const common = this.#common ??= readCommonWords(this.database), unknown: string[] = [], counts = new Map<string, number>();
    // What is remembered may be dropped while this waits; it is then remembered for nobody.
    const known = this.#frequencies;
    for (const word of words) {
      const count = common.get(word) ?? known.get(word);
      if (count === undefined) unknown.push(word);
      counts.set(word, count ?? 0);
    }
    if (known.size > REMEMBERED) known.clear();
    for (let at = 0; at < unknown.length; at += COUNTED) {
      await turn();
      const some = unknown.slice(at, at + COUNTED);
      const rows = this.database.all('SELECT term, doc FROM json_each(?) AS wanted JOIN articleTerms ON articleTerms.term = wanted.value', JSON.stringify(some));
      for (const row of rows) counts.set(str(row['term']), int(row['doc']));
      for (const word of some) known.set(word, counts.get(word)!);
    }
    return counts;
  }

  /**
   * Rare words are added up over the articles that hold them (inverse document frequency, Spärck Jones 1972); where
   * they are few, or no article holds most of them, quotations that hold all words but one or two tell the article.
   * @param surely only articles that hold all of the very rarest words
   */
  async likely(passage: string, limit: number, surely = false): Promise<LikelyArticle[]> {
    const words = [...new Set(foldedWords(passage.slice(0, 8_000)))].slice(0, MOST_WORDS);
    if (words.length === 0 || limit <= 0) return [];
    const total = this.#articles ??= readTotal(this.database, 'articles');
    const frequencies = await this.frequencies(words);
    const known = words.map((word) => ({ word, count: frequencies.get(word) ?? 0 })).filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
    if (surely) return this.#holding(known.slice(0, SURE), total, limit);
    const rare: { readonly word: string; readonly weight: number }[] = [];
    for (let i = 0, entries = 0; i < known.length && rare.length < MOST_LOOKED_UP; i++) {
      const { word, count } = known[i]!;
      if ((entries += count) > MOST_ENTRIES) break;
      rare.push({ word, weight: Math.log1p(total / count) });
    }
    const found = new Map<number, LikelyArticle>();
    await turn();
    const held = this.#holders(rare, limit);
    if (rare.length < 4 || (held[0]?.share ?? 0) < 0.75 || (held.length === limit && held[limit - 1]!.share === held[0]!.share)) {
      for (const article of await quotingArticles(this.database, known.map(({ word }) => word), limit)) found.set(article, { article, share: 1 });
    }
    for (const each of held) if (!found.has(each.article)) found.set(each.article, each);
    return [...found.values()].slice(0, limit);
  }

  /** Articles that hold all of the words; none where the words are too few to tell. */
  #holding(known: readonly KnownWord[], total: number, limit: number): LikelyArticle[] {
    if (known.length < SURE) return [];
    const look = (words: readonly KnownWord[]): number[][] => this.database.numbers('SELECT rowid FROM articleWords WHERE articleWords MATCH ? LIMIT ?', matchAll(words.map(({ word }) => word), false), limit);
    // The fewer words are intersected, the quicker it is: the first ones may do, unless they are used to go together.
    let few = 0;
    for (let expected = total; few < SURE && (few < 2 || expected > BY_CHANCE); few++) expected *= known[few]!.count / total;
    let found = look(known.slice(0, few));
    if (found.length === limit && few < SURE) found = look(known);
    return found.map(([article]) => ({ article: article!, share: 1 }));
  }

  #holders(words: readonly { readonly word: string; readonly weight: number }[], limit: number): LikelyArticle[] {
    if (words.length === 0) return [];
    const each = words.map(() => 'SELECT rowid AS article, ? AS weight FROM articleWords WHERE articleWords MATCH ?').join(' UNION ALL ');
    const rows = this.database.all(
      `SELECT article, sum(weight) AS weight FROM (${each}) GROUP BY article ORDER BY weight DESC, article LIMIT ?`,
      ...words.flatMap(({ word, weight }) => [weight, matchAll([word], false)]), limit,
    );
    const whole = words.reduce((sum, { weight }) => sum + weight, 0);
    return rows.map((row) => ({ article: int(row['article']), share: Math.min(1, Number(row['weight']) / whole) }));
  }
}

/** A word of a passage and how many articles hold it. */
interface KnownWord { readonly word: string; readonly count: number }
