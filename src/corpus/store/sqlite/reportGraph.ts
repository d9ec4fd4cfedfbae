import { contextLikeness, sameStory } from '../../merging/context';
import { akin } from '../../merging/passing';
import { sameness } from '../../merging/same';
import { bytes, int, str, type Database } from './database';
import { unpackIds } from './articleData';
import { BatchFilings } from './batchFilings';
import type { Filing, Look } from './filings';
import { unpackMetadata } from './packedMetadata';
import { ReportArticle, type FreshArticle, type Report, type ReportCache } from './reportCache';
import { articleOfReport, indexOfReport, reportId } from './reportIds';
import { UNKNOWN_DAY } from './schema';
import type { Totals } from './totals';

/** Reports under all keys of one, within the time that counts, that it is compared with; articles that are compared with an article. */
const MOST_COMPARED = 120, MOST_STORIES = 60;

/** Which reports can be one event: a few that are filed together (`filings.ts`) are compared. */
export class ReportGraph {
  /** What is still to be written, and what was in this transaction. */
  #waiting: BatchFilings | undefined;
  #settled: BatchFilings | undefined;
  readonly #stories = new Map<number, readonly ReportArticle[]>();

  constructor(private readonly database: Database, private readonly totals: Totals, private readonly cache: ReportCache) {}

  /** A report by id; undefined when it is gone. */
  report(id: number): Report | undefined {
    const article = this.article(articleOfReport(id)), index = indexOfReport(id);
    return article && index < article.count ? article.report(index) : undefined;
  }

  article(id: number): ReportArticle | undefined {
    const known = this.cache.get(id);
    if (known) return known;
    const row = this.database.get('SELECT file.path, article.ordinal, article.reportCount, article.metadata, article.names, article.data FROM article JOIN file ON file.id = article.file WHERE article.id = ?', id);
    if (!row) return undefined;
    const article = new ReportArticle(id, str(row['path']), int(row['ordinal']), unpackIds(bytes(row['names'])), int(row['reportCount']), unpackMetadata(bytes(row['metadata'])).metadata.published?.value, bytes(row['data']));
    this.cache.set(article);
    return article;
  }

  /** Files an article under what it is about, and its reports; they are found once {@link settle} has been called. */
  file(id: number, path: string, ordinal: number, names: readonly number[], fresh: FreshArticle): ReportArticle {
    const article = new ReportArticle(id, path, ordinal, names, fresh.reports.length, fresh.published, fresh.data, fresh);
    this.cache.set(article);
    const waiting = this.#waiting ??= new BatchFilings();
    eachFiling(article, ({ key, day }, report) => waiting.add(key, day, report));
    return article;
  }

  /** Writes what has been filed. */
  settle(): void {
    if (!this.#waiting) return;
    // What was read before does not hold what is written now.
    this.#settled = this.#waiting;
    this.#waiting.settle(this.database);
    this.#waiting = undefined;
    this.#stories.clear();
  }

  /** Takes back what {@link file} did. */
  unfile(article: ReportArticle): void {
    this.#stories.clear();
    this.#settled = undefined;
    eachFiling(article, ({ key, day }, report) => void this.database.run('DELETE FROM reportKey WHERE key = ? AND day = ? AND report = ?', key, day, report));
    for (let index = 0; index < article.count; index++) {
      const report = article.report(index);
      for (const other of report.neighbours ?? []) this.cache.get(articleOfReport(other))?.report(indexOfReport(other)).neighbours?.delete(report.id);
    }
    article.release();
    this.cache.delete(article.id);
  }

  /** Reports that merging would join with this one, were there no others. Remembered: later reports add themselves to those they find. */
  neighbours(report: Report): ReadonlySet<number> {
    if (report.neighbours) return report.neighbours;
    const { article, id } = report, { fresh } = article, candidates = new Set<number>(), found = new Set<number>();
    if (fresh) for (const index of fresh.reports[report.index]!.near) found.add(reportId(article.id, index));
    for (const { id: own, count } of [...(fresh ? [] : [article]), ...this.#storyNeighbours(article)]) for (let index = 0; index < count; index++) candidates.add(reportId(own, index));
    for (const { looks } of report.filings) this.#look(looks, MOST_COMPARED, candidates);
    candidates.delete(id);
    for (const candidate of candidates) {
      // What stands in an article that is being taken in has been compared with all else in it.
      if (fresh && articleOfReport(candidate) === article.id) continue;
      const other = this.report(candidate);
      if (!other || !akin(report.lemma, other.lemma) || sameness(report.facts, other.facts) === 0) continue;
      found.add(candidate);
      other.neighbours?.add(id);
    }
    return report.neighbours = found;
  }

  /** Articles of its time that tell an article's story. */
  #storyNeighbours(article: ReportArticle): readonly ReportArticle[] {
    let found = this.#stories.get(article.id);
    if (!found) {
      const reports = new Set<number>();
      for (const { looks } of article.story) this.#look(looks, MOST_STORIES, reports);
      const owners = new Set([...reports].map(articleOfReport));
      owners.delete(article.id);
      found = [...owners].flatMap((owner) => this.article(owner) ?? []).filter((other) => contextLikeness(article.facts.context, other.facts.context) >= sameStory);
      this.#stories.set(article.id, found);
    }
    return found;
  }

  /** Adds what stands under keys, until there are so many. */
  #look(looks: readonly Look[], most: number, found: Set<number>): void {
    for (const look of looks) {
      const { key, from, to } = look;
      if (found.size >= most) return;
      // Where every article has its day, nothing stands under none.
      if (to === UNKNOWN_DAY && this.totals.get('untimed') <= 0) continue;
      if (this.#settled?.find(look, most, found)) continue;
      for (const [report] of this.database.numbers('SELECT report FROM reportKey WHERE key = ? AND day BETWEEN ? AND ? LIMIT ?', key, from, to, most)) found.add(report!);
    }
  }
}

/** All that an article is filed under, itself as its first report. */
function eachFiling(article: ReportArticle, take: (filing: Filing, report: number) => void): void {
  for (const filing of article.story) take(filing, reportId(article.id, 0));
  for (let index = 0; index < article.count; index++) for (const filing of article.report(index).filings) take(filing, reportId(article.id, index));
}
