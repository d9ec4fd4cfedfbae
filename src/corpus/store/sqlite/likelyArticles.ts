import { foldedWords } from '../../fold';
import type { LikelyArticle } from '../store';
import { int, str, type Database } from './database';
import { matchAll } from './words';

/** Words of a passage that are weighed; further ones are passed over. */
const MOST_WORDS = 80;
/** Entries of the word index that one search adds up, and words it looks up that way: the rarest. */
const MOST_ENTRIES = 2_000;
const MOST_LOOKED_UP = 12;
/** Words that an article holds all of when it surely is the one. */
const SURE = 6;
/** Words of a quotation that are intersected, and quotations taken from one such look. */
const INTERSECTED = 8;
const FROM_ONE_LOOK = 40;
/** Frequencies remembered between changes of the index. */
const REMEMBERED = 50_000;

/** How many articles hold a word, and which articles hold most of the rare words of a passage. */
export class WordIndex {
  readonly #frequencies = new Map<string, number>();
  #articles: number | undefined;

  constructor(private readonly database: Database) {}

  /** Drops what is remembered; after each change of the index. */
  forget(): void {
    this.#frequencies.clear();
    this.#articles = undefined;
  }

  /** Articles that hold each of the folded words. */
  frequencies(words: readonly string[]): Map<string, number> {
    const unknown = words.filter((word) => !this.#frequencies.has(word));
    if (unknown.length > 0) {
      if (this.#frequencies.size > REMEMBERED) this.#frequencies.clear();
      for (const word of unknown) this.#frequencies.set(word, 0);
      const rows = this.database.all('SELECT term, doc FROM json_each(?) AS wanted JOIN articleTerms ON articleTerms.term = wanted.value', JSON.stringify(unknown));
      for (const row of rows) this.#frequencies.set(str(row['term']), int(row['doc']));
    }
    return new Map(words.map((word) => [word, this.#frequencies.get(word) ?? 0]));
  }

  /**
   * Rare words are added up over the articles that hold them (inverse document frequency, Spärck Jones 1972); where
   * they are few, or no article holds most of them, quotations that hold all words but one or two tell the article.
   * @param surely only articles that hold all of the very rarest words
   */
  likely(passage: string, limit: number, surely = false): LikelyArticle[] {
    const words = [...new Set(foldedWords(passage.slice(0, 8_000)))].slice(0, MOST_WORDS);
    if (words.length === 0 || limit <= 0) return [];
    this.#articles ??= int(this.database.get("SELECT value FROM meta WHERE key = 'articles'")?.['value']);
    const total = this.#articles;
    const frequencies = this.frequencies(words);
    const known = words.map((word) => ({ word, count: frequencies.get(word) ?? 0 })).filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
    if (surely) return this.#holding(known.slice(0, SURE).map(({ word }) => word), limit);
    const rare: { readonly word: string; readonly weight: number }[] = [];
    for (let i = 0, entries = 0; i < known.length && rare.length < MOST_LOOKED_UP; i++) {
      const { word, count } = known[i]!;
      if ((entries += count) > MOST_ENTRIES) break;
      rare.push({ word, weight: Math.log1p(total / count) });
    }
    const found = new Map<number, LikelyArticle>();
    const held = this.#holders(rare, limit);
    if (rare.length < 4 || (held[0]?.share ?? 0) < 0.75 || (held.length === limit && held[limit - 1]!.share === held[0]!.share)) {
      for (const article of this.#quoting(known.map(({ word }) => word), limit)) found.set(article, { article, share: 1 });
    }
    for (const each of held) if (!found.has(each.article)) found.set(each.article, each);
    return [...found.values()].slice(0, limit);
  }

  /** Articles that hold all of the words; none where the words are too few to tell. */
  #holding(words: readonly string[], limit: number): LikelyArticle[] {
    if (words.length < SURE) return [];
    return this.database.all('SELECT rowid FROM articleWords WHERE articleWords MATCH ? LIMIT ?', matchAll(words, false), limit).map((row) => ({ article: int(row['rowid']), share: 1 }));
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

  /** Articles with a quotation that holds the words, or all but one or two of the rarest of them. */
  #quoting(words: readonly string[], limit: number): number[] {
    const rarest = words.slice(0, INTERSECTED);
    const found = new Set<number>();
    const look = (wanted: readonly string[]): void => {
      if (wanted.length < 2 || found.size >= limit) return;
      const rows = this.database.all(
        `SELECT DISTINCT quotation.article AS article FROM (SELECT rowid FROM quotationWords WHERE quotationWords MATCH ? LIMIT ${FROM_ONE_LOOK}) AS hit JOIN quotation ON quotation.id = hit.rowid`,
        matchAll(wanted, false),
      );
      for (const row of rows) found.add(int(row['article']));
    };
    if (words.length <= 24) look(words);
    look(rarest);
    if (found.size > 0 || rarest.length < 3) return [...found];
    const most = this.#holdingMost(rarest, rarest.length < 6 ? rarest.length - 1 : rarest.length - 2, limit);
    if (most) return most;
    rarest.forEach((_, out) => look(rarest.filter((__, i) => i !== out)));
    if (found.size > 0 || rarest.length < 6) return [...found];
    for (let a = 0; a < rarest.length; a++) for (let b = a + 1; b < rarest.length; b++) look(rarest.filter((_, i) => i !== a && i !== b));
    return [...found];
  }

  /**
   * Articles with a quotation that holds so many of the words, only those that hold most of them; in one look where the words are rare enough
   * in quotations to be counted together. Undefined where they are not.
   */
  #holdingMost(words: readonly string[], least: number, limit: number): number[] | undefined {
    const rows = this.database.all('SELECT doc FROM json_each(?) AS wanted JOIN quotationTerms ON quotationTerms.term = wanted.value', JSON.stringify(words));
    if (rows.reduce((sum, row) => sum + int(row['doc']), 0) > MOST_ENTRIES) return undefined;
    const each = words.map(() => 'SELECT rowid AS id FROM quotationWords WHERE quotationWords MATCH ?').join(' UNION ALL ');
    const found = this.database.all(
      `SELECT quotation.article AS article, hit.n AS n FROM (SELECT id, count(*) AS n FROM (${each}) GROUP BY id HAVING n >= ?) AS hit JOIN quotation ON quotation.id = hit.id
       ORDER BY hit.n DESC, hit.id LIMIT ${FROM_ONE_LOOK}`,
      ...words.map((word) => matchAll([word], false)), least,
    );
    const most = int(found[0]?.['n']);
    return [...new Set(found.flatMap((row) => (int(row['n']) === most ? int(row['article']) : [])))].slice(0, limit);
  }
}
