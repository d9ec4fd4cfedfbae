import type { EventMention } from '../../../language/types';
import type { StoredEventMention } from '../../merging';
import { contextLikeness, sameStory } from '../../merging/context';
import { articleFactsOf, factsOf, type Facts } from '../../merging/facts';
import { sameness } from '../../merging/same';
import { bytes, int, str, type Database } from './database';
import { filingsOf, storyFilings, type Filing, type Look } from './filings';
import { unpackNames } from './packedArticle';
import { unpackReport } from './report';

/** A report with what comparing needs. */
export interface Report {
  readonly id: number;
  readonly article: number;
  readonly facts: Facts;
  readonly filings: readonly Filing[];
  /** Ids in the corpus of those who take part; known of a report that has just been filed. */
  readonly names?: readonly number[];
}

/** The place of an article, the same in every index. */
export interface ReportArticle {
  readonly id: number;
  readonly path: string;
  readonly ordinal: number;
  readonly published: string | undefined;
  readonly context: readonly string[];
  /** Ids of its reports, half open. */
  readonly first: number;
  readonly end: number;
}

/** Reports kept ready for comparison between transactions. */
export class ReportCache {
  readonly #reports = new Map<number, Report>();
  /** Reports that hang together with each, as far as that has been worked out. */
  readonly neighbours = new Map<number, Set<number>>();
  #state = '';
  #articleOf = articleFactsOf();
  #articleUses = 0;

  /** What comparing needs of a report's article, one object for all its reports, so that two articles are compared once. */
  articleOf(mention: StoredEventMention): ReturnType<ReturnType<typeof articleFactsOf>> {
    if (++this.#articleUses > MOST_KEPT) {
      this.#articleOf = articleFactsOf();
      this.#articleUses = 0;
    }
    return this.#articleOf(mention);
  }

  /**
   * Drops everything when the index is not the one that the last transaction left: it has been emptied, or another window has written.
   * @param state differs after every transaction
   */
  begin(state: string): void {
    if (state !== this.#state) {
      this.#reports.clear();
      this.neighbours.clear();
      this.#articleOf = articleFactsOf();
    }
    // Until the transaction is committed, what is kept may be undone.
    this.#state = '';
  }

  /** The state in which a transaction leaves the index. */
  end(state: string): void {
    this.#state = state;
  }

  get(id: number): Report | undefined {
    return this.#reports.get(id);
  }

  set(id: number, report: Report): void {
    if (this.#reports.size >= MOST_KEPT) {
      let drop = MOST_KEPT / 4;
      for (const oldest of this.#reports.keys()) {
        if (drop-- <= 0) break;
        this.#reports.delete(oldest);
        this.neighbours.delete(oldest);
      }
    }
    this.#reports.set(id, report);
  }
}

const MOST_KEPT = 12_000;
/** Reports under all keys of one, within the time that counts, that it is compared with; articles that are compared with an article. */
const MOST_COMPARED = 400, MOST_STORIES = 60;

/** Which reports can be one event: a few that are filed together (`filings.ts`) are compared. */
export class ReportGraph {
  readonly #articles = new Map<number, ReportArticle>();
  readonly #stories = new Map<number, readonly ReportArticle[]>();
  /** Ids in the corpus of an article's names. */
  readonly #names = new Map<number, readonly number[]>();

  constructor(private readonly database: Database, private readonly cache: ReportCache) {}

  /** A report by id; undefined when it is gone. */
  report(id: number): Report | undefined {
    const known = this.cache.get(id);
    if (known) return known;
    const row = this.database.get('SELECT article, data FROM report WHERE id = ?', id);
    return row && this.make(id, int(row['article']), unpackReport(str(row['data'])));
  }

  make(id: number, article: number, mention: EventMention, known: Partial<Pick<Report, 'filings' | 'names'>> = {}): Report {
    const place = this.article(article);
    const stored: StoredEventMention = {
      ...mention, text: '', articleId: `${place.path}#${place.ordinal}`, index: id - place.first, context: place.context,
      ...(place.published === undefined ? {} : { published: place.published }),
    };
    const report = { id, article, facts: factsOf(stored, this.cache.articleOf(stored)), ...known, filings: known.filings ?? filingsOf(stored) };
    this.cache.set(id, report);
    return report;
  }

  /** Ids in the corpus of those who take part. */
  namesOf({ names, article, facts: { mention: { who, whom, where } } }: Report): readonly number[] {
    if (names) return names;
    let known = this.#names.get(article);
    if (!known) this.#names.set(article, (known = unpackNames(bytes(this.database.get('SELECT names FROM article WHERE id = ?', article)?.['names'])).map(({ id }) => id)));
    const ids = known;
    return [...who, ...whom, ...(where ? [where] : [])].flatMap(({ name }) => (name === null ? [] : ids[name] ?? []));
  }

  /** An article whose row has just been written. */
  place(article: ReportArticle): void {
    this.#articles.set(article.id, article);
  }

  article(id: number): ReportArticle {
    let known = this.#articles.get(id);
    if (!known) {
      const row = this.database.get(
        `SELECT file.path, article.ordinal, article.context, article.events, article.eventCount, article.metadata ->> '$.published.value' AS published
         FROM article JOIN file ON file.id = article.file WHERE article.id = ?`,
        id,
      );
      const published = str(row?.['published']);
      const first = int(row?.['events']);
      known = {
        id, path: str(row?.['path']), ordinal: int(row?.['ordinal']), published: published === '' ? undefined : published,
        context: str(row?.['context']).split(' ').filter((word) => word !== ''), first, end: first + int(row?.['eventCount']),
      };
      this.#articles.set(id, known);
    }
    return known;
  }

  /** Files the reports of an article, and the article itself under what it is about. */
  file(article: ReportArticle, reports: readonly Report[]): void {
    this.#stories.clear();
    if (reports.length > 0) for (const { key, day } of this.#storyOf(article)) this.#put(key, day, article.first);
    for (const { id, filings } of reports) for (const { key, day } of filings) this.#put(key, day, id);
  }

  /** Takes back what {@link file} did. */
  unfile(article: ReportArticle, reports: readonly Report[]): void {
    this.#stories.clear();
    const drop = (key: number, day: number, report: number): void => void this.database.run('DELETE FROM reportKey WHERE key = ? AND day = ? AND report = ?', key, day, report);
    for (const { key, day } of this.#storyOf(article)) drop(key, day, article.first);
    for (const report of reports) {
      for (const { key, day } of report.filings) drop(key, day, report.id);
      for (const other of this.cache.neighbours.get(report.id) ?? []) this.cache.neighbours.get(other)?.delete(report.id);
      this.cache.neighbours.delete(report.id);
    }
  }

  /** Reports that merging would join with this one, were there no others. Remembered: later reports add themselves to those they find. */
  neighbours(report: Report): ReadonlySet<number> {
    const known = this.cache.neighbours.get(report.id);
    if (known) return known;
    const candidates = new Set<number>();
    for (const article of [this.article(report.article), ...this.#storyNeighbours(report.article)]) for (let id = article.first; id < article.end; id++) candidates.add(id);
    for (const id of this.#look(report.filings.flatMap(({ looks }) => looks), MOST_COMPARED)) candidates.add(id);
    candidates.delete(report.id);
    const found = new Set<number>();
    for (const id of candidates) {
      const other = this.report(id);
      if (other === undefined || sameness(report.facts, other.facts) === 0) continue;
      found.add(id);
      this.cache.neighbours.get(id)?.add(report.id);
    }
    this.cache.neighbours.set(report.id, found);
    return found;
  }

  /** Articles of its time that tell an article's story. */
  #storyNeighbours(id: number): readonly ReportArticle[] {
    let found = this.#stories.get(id);
    if (!found) {
      const article = this.article(id), own = new Set(article.context);
      const owners = new Set(this.#look(this.#storyOf(article).flatMap(({ looks }) => looks), MOST_STORIES).flatMap((report) => this.report(report)?.article ?? []));
      owners.delete(id);
      found = [...owners].map((owner) => this.article(owner)).filter(({ context }) => contextLikeness(own, new Set(context)) >= sameStory);
      this.#stories.set(id, found);
    }
    return found;
  }

  #storyOf({ context, published }: ReportArticle): Filing[] {
    return storyFilings(context, published);
  }

  #put(key: number, day: number, report: number): void {
    this.database.run('INSERT OR IGNORE INTO reportKey (key, day, report) VALUES (?, ?, ?)', key, day, report);
  }

  #look(looks: readonly Look[], most: number): number[] {
    if (looks.length === 0) return [];
    return this.database
      .all(
        `SELECT DISTINCT filed.report AS report FROM json_each(?) AS look CROSS JOIN reportKey AS filed
         ON filed.key = look.value ->> 0 AND filed.day BETWEEN look.value ->> 1 AND look.value ->> 2 LIMIT ?`,
        JSON.stringify(looks.map(({ key, from, to }) => [key, from, to])), most,
      )
      .map((row) => int(row['report']));
  }
}
