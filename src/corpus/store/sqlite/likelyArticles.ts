import { foldedWords } from '../../fold';
import type { LikelyArticle } from '../store';
import { readCommonWords } from './commonWords';
import { int, str, type Database } from './database';
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
/** Words of a quotation that are intersected, and quotations taken from one such look. */
const INTERSECTED = 8;
const MOST_TOGETHER = 24;
const FROM_ONE_LOOK = 40;
/** Entries of the word index that are searched for quotations with two rare words, and such quotations whose other words are looked up. */
const MOST_PAIRED = 5_000;
const FROM_PAIRS = 64;
/** Frequencies remembered between changes of the index. */
const REMEMBERED = 50_000;

/** How many articles hold a word (of common words: held it when they were last counted), and which articles hold most of the rare words of a passage. */
export class WordIndex {
  readonly #frequencies = new Map<string, number>();
  #common: Map<string, number> | undefined;
  #articles: number | undefined;

  constructor(private readonly database: Database) {}

  /** Drops what is remembered; after each change of the index. */
  forget(): void {
    this.#frequencies.clear();
    this.#common = undefined;
    this.#articles = undefined;
  }

  /** Articles that hold each of the folded words. */
  frequencies(words: readonly string[]): Map<string, number> {
    const common = this.#common ??= readCommonWords(this.database), unknown = words.filter((word) => !common.has(word) && !this.#frequencies.has(word));
    if (unknown.length > 0) {
      if (this.#frequencies.size > REMEMBERED) this.#frequencies.clear();
      for (const word of unknown) this.#frequencies.set(word, 0);
      const rows = this.database.all('SELECT term, doc FROM json_each(?) AS wanted JOIN articleTerms ON articleTerms.term = wanted.value', JSON.stringify(unknown));
      for (const row of rows) this.#frequencies.set(str(row['term']), int(row['doc']));
    }
    return new Map(words.map((word) => [word, common.get(word) ?? this.#frequencies.get(word) ?? 0]));
  }

  /**
   * Rare words are added up over the articles that hold them (inverse document frequency, Spärck Jones 1972); where
   * they are few, or no article holds most of them, quotations that hold all words but one or two tell the article.
   * @param surely only articles that hold all of the very rarest words
   */
  likely(passage: string, limit: number, surely = false): LikelyArticle[] {
    const words = [...new Set(foldedWords(passage.slice(0, 8_000)))].slice(0, MOST_WORDS);
    if (words.length === 0 || limit <= 0) return [];
    this.#articles ??= readTotal(this.database, 'articles');
    const total = this.#articles;
    const frequencies = this.frequencies(words);
    const known = words.map((word) => ({ word, count: frequencies.get(word) ?? 0 })).filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
    if (surely) return this.#holding(known.slice(0, SURE), total, limit);
    const rare: { readonly word: string; readonly weight: number }[] = [];
    for (let i = 0, entries = 0; i < known.length && rare.length < MOST_LOOKED_UP; i++) {
      const { word, count } = known[i]!;
      if ((entries += count) > MOST_ENTRIES) break;
      rare.push({ word, weight: Math.log1p(total / count) });
    }
    const found = new Map<number, LikelyArticle>();
    const held = this.#holders(rare, limit);
    if (rare.length < 4 || (held[0]?.share ?? 0) < 0.75 || (held.length === limit && held[limit - 1]!.share === held[0]!.share)) {
      for (const article of this.#quoting(known, limit)) found.set(article, { article, share: 1 });
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

  /** Articles with a quotation that holds the words, rarest first, or all but one or two of the rarest of them. */
  #quoting(known: readonly KnownWord[], limit: number): number[] {
    const words = known.map(({ word }) => word), rarest = words.slice(0, INTERSECTED);
    const found = new Set<number>();
    const look = (wanted: readonly string[]): void => {
      if (wanted.length < 2 || found.size >= limit) return;
      const rows = this.database.all(
        `SELECT DISTINCT quotation.article AS article FROM (SELECT rowid FROM quotationWords WHERE quotationWords MATCH ? LIMIT ${FROM_ONE_LOOK}) AS hit JOIN quotation ON quotation.id = hit.rowid`,
        matchAll(wanted, false),
      );
      for (const row of rows) found.add(int(row['article']));
    };
    const most = rarest.length < 3 ? undefined : this.#holdingMost(known.slice(0, INTERSECTED), rarest.length < 6 ? 1 : 2);
    if (most) for (const each of most.articles) found.add(each);
    else look(rarest);
    if (found.size > 0 && words.length > rarest.length && words.length <= MOST_TOGETHER && (most?.words ?? rarest.length) === rarest.length) {
      // Those that hold all words come first.
      const some = [...found];
      found.clear();
      look(words);
      for (const each of some) found.add(each);
    }
    if (most || found.size > 0 || rarest.length < 3) return [...found].slice(0, limit);
    rarest.forEach((_, out) => look(rarest.filter((__, i) => i !== out)));
    if (found.size > 0 || rarest.length < 6) return [...found];
    for (let a = 0; a < rarest.length; a++) for (let b = a + 1; b < rarest.length; b++) look(rarest.filter((_, i) => i !== a && i !== b));
    return [...found];
  }

  /**
   * Articles with a quotation that holds the words, rarest first, but for so many: only those that hold most of them. Such a quotation holds two of
   * the `missing + 2` rarest, and few do. Undefined where too many may.
   */
  #holdingMost(known: readonly KnownWord[], missing: number): Holding | undefined {
    const rarest = known.slice(0, missing + 2), others = known.slice(missing + 2);
    if (rarest.reduce((sum, { count }) => sum + count, 0) > MOST_PAIRED) return undefined;
    const held = new Map<number, number>();
    for (const [id, n] of this.database.numbers(`SELECT rowid, count(*) AS n FROM (${holding(rarest.length)}) GROUP BY rowid HAVING n >= 2 LIMIT ${FROM_PAIRS}`, ...rarest.map(({ word }) => matchAll([word], false)))) held.set(id!, n!);
    if (held.size === 0) return none;
    if (held.size === FROM_PAIRS) return undefined;
    const ids = JSON.stringify([...held.keys()]);
    for (const { word } of others) {
      for (const [id] of this.database.numbers('SELECT rowid FROM quotationWords WHERE quotationWords MATCH ? AND rowid IN (SELECT value FROM json_each(?))', matchAll([word], false), ids)) held.set(id!, held.get(id!)! + 1);
    }
    const most = Math.max(...held.values());
    if (most < known.length - missing) return none;
    const wanted = [...held].flatMap(([id, n]) => (n === most ? [id] : [])).sort((a, b) => a - b).slice(0, FROM_ONE_LOOK);
    const articles = this.database.numbers('SELECT article FROM (SELECT value FROM json_each(?)) AS wanted JOIN quotation ON quotation.id = wanted.value', JSON.stringify(wanted));
    return { articles: [...new Set(articles.map(([article]) => article!))], words: most };
  }
}

/** A word of a passage and how many articles hold it. */
interface KnownWord { readonly word: string; readonly count: number }

/** Articles with quotations that hold so many words. */
interface Holding { readonly articles: readonly number[]; readonly words: number }
const none: Holding = { articles: [], words: 0 };

const holding = (words: number): string => Array.from({ length: words }, () => 'SELECT rowid FROM quotationWords WHERE quotationWords MATCH ?').join(' UNION ALL ');
