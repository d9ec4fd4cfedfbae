import { akin } from '../../merging/passing';
import { sameness } from '../../merging/same';
import { mayBeOne, reportsIn, tellOneStory, type Sketch } from '../../merging/sketch';
import { bytes, int, str, type Database } from './database';
import { unpackIds } from './articleData';
import { BatchFilings } from './batchFilings';
import type { Filing, Look } from './filings';
import { unpackMetadata } from './packedMetadata';
import { NearReports } from './nearReports';
import { unpackSketch } from './packedSketch';
import { ReportArticle, type GivenArticle, type Report, type ReportCache } from './reportCache';
import { articleOfReport, indexOfReport, reportId } from './reportIds';
import { UNKNOWN_DAY } from './schema';
import type { Totals } from './totals';

/** Reports under all keys of one, within the time that counts, that it is compared with; articles that are compared with an article. */
const MOST_COMPARED = 120, MOST_STORIES = 60;
/** Of those found in a look that no time bounds, which a corpus of any size has more of and few of which are near. */
const MOST_AT_ANY_TIME = 30;
/** Days that no date of an event leaves open: a thousand years. */
const A_LONG_TIME = 365_000;

/** Which reports can be one event: a few that are filed together (`filings.ts`) are compared. */
export class ReportGraph {
  /** What is still to be written, and what was in this transaction. */
  #waiting: BatchFilings | undefined;
  #settled: BatchFilings | undefined;
  readonly #stories = new Map<number, ReadonlySet<number>>();

  constructor(private readonly database: Database, private readonly totals: Totals, private readonly cache: ReportCache) {}

  /** A report by id; undefined when it is gone. */
  report(id: number): Report | undefined {
    const article = this.article(articleOfReport(id)), index = indexOfReport(id);
    return article && index < article.count ? article.report(index) : undefined;
  }

  article(id: number): ReportArticle | undefined {
    const known = this.cache.get(id);
    if (known) return known;
    const row = this.database.get('SELECT file.path, article.ordinal, article.reportCount, article.metadata, article.names, article.data, reportNear.data AS near FROM article JOIN file ON file.id = article.file LEFT JOIN reportNear ON reportNear.article = article.id WHERE article.id = ?', id);
    if (!row) return undefined;
    const near = NearReports.of(id, int(row['reportCount']), row['near'] === null ? null : bytes(row['near']));
    const article = new ReportArticle(id, str(row['path']), int(row['ordinal']), unpackIds(bytes(row['names'])), int(row['reportCount']), unpackMetadata(bytes(row['metadata'])).metadata.published?.value, bytes(row['data']), near);
    this.cache.set(article);
    return article;
  }

  /** Files an article under what it is about, and its reports; they are found once {@link settle} has been called. */
  file(id: number, path: string, ordinal: number, names: readonly number[], { sketch, ...given }: GivenArticle): ReportArticle {
    // A copy: what comes from another thread is part of a message that would be kept whole.
    const fresh = { ...given, data: given.data.slice() };
    const article = new ReportArticle(id, path, ordinal, names, fresh.reports.length, fresh.published, fresh.data, NearReports.unknown(id, fresh.reports.length), fresh);
    this.cache.set(article);
    if (article.count > 0) {
      this.database.run('INSERT INTO articleSketch (article, data) VALUES (?, ?)', id, sketch);
      this.cache.setSketch(id, unpackSketch(sketch));
    }
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
      for (const other of article.near.get(index) ?? []) this.article(articleOfReport(other))?.near.delete(indexOfReport(other), reportId(article.id, index));
    }
    this.database.run('DELETE FROM reportNear WHERE article = ?', article.id);
    this.database.run('DELETE FROM articleSketch WHERE article = ?', article.id);
    article.release();
    this.cache.delete(article.id);
  }

  /** Reports that merging would join with this one, were there no others. Remembered: later reports add themselves to those they find. */
  neighbours(report: Report): ReadonlySet<number> {
    const { article, id } = report, { fresh, near } = article, known = near.get(report.index);
    if (known) return known;
    const found = new Set<number>();
    if (fresh) for (const index of fresh.reports[report.index]!.near) found.add(reportId(article.id, index));
    for (const candidate of this.#candidates(report)) {
      const other = this.report(candidate);
      if (!other || !akin(report.lemma, other.lemma) || sameness(report.facts, other.facts) === 0) continue;
      found.add(candidate);
      other.article.near.add(other.index, id);
    }
    near.set(report.index, found);
    return near.get(report.index)!;
  }

  /** Writes which reports are near each other. */
  finish(): void {
    for (const { id, near } of [...this.cache.articles].filter(({ near: { changed } }) => changed).sort((a, b) => a.id - b.id)) {
      const packed = near.pack();
      if (packed) this.database.run('INSERT OR REPLACE INTO reportNear (article, data) VALUES (?, ?)', id, packed);
      else this.database.run('DELETE FROM reportNear WHERE article = ?', id);
    }
  }

  /** Reports that are worth a closer look, those in articles of one story first. Of an article that is being taken in, those in it have been compared. */
  #candidates({ article, index, id, filings }: Report): Set<number> {
    const candidates = new Set<number>(), looked = new Set<number>(), own = this.#sketch(article.id)!, stories = this.#storyNeighbours(article);
    if (!article.fresh) for (let each = 0; each < article.count; each++) candidates.add(reportId(article.id, each));
    for (const other of stories) {
      const sketch = this.#sketch(other)!;
      for (let each = 0, count = reportsIn(sketch); each < count; each++) if (mayBeOne(own, index, sketch, each, true)) candidates.add(reportId(other, each));
    }
    for (const { looks } of filings) this.#look(looks, MOST_COMPARED, looked);
    for (const candidate of looked) {
      const other = articleOfReport(candidate), sketch = other === article.id ? undefined : this.#sketch(other), each = indexOfReport(candidate);
      if (sketch && each < reportsIn(sketch) && mayBeOne(own, index, sketch, each, stories.has(other) || tellOneStory(own, sketch))) candidates.add(candidate);
    }
    candidates.delete(id);
    return candidates;
  }

  /** What an article looks like; undefined when it is gone. */
  #sketch(id: number): Sketch | undefined {
    const known = this.cache.sketch(id);
    if (known) return known;
    const row = this.database.get('SELECT data FROM articleSketch WHERE article = ?', id), sketch = row && unpackSketch(bytes(row['data']));
    if (sketch) this.cache.setSketch(id, sketch);
    return sketch;
  }

  /** Articles of its time that tell an article's story. */
  #storyNeighbours(article: ReportArticle): ReadonlySet<number> {
    let found = this.#stories.get(article.id);
    if (!found) {
      const reports = new Set<number>(), own = this.#sketch(article.id)!;
      for (const { looks } of article.story) this.#look(looks, MOST_STORIES, reports);
      const owners = new Set([...reports].map(articleOfReport));
      owners.delete(article.id);
      this.#stories.set(article.id, found = new Set([...owners].filter((owner) => {
        const sketch = this.#sketch(owner);
        return sketch !== undefined && tellOneStory(own, sketch);
      })));
    }
    return found;
  }

  /** Adds what stands under keys, until there are so many. */
  #look(looks: readonly Look[], most: number, found: Set<number>): void {
    for (const look of looks) {
      const { key, from, to } = look;
      if (found.size >= most) return;
      const limit = to === UNKNOWN_DAY || to - from > A_LONG_TIME ? Math.min(most, found.size + MOST_AT_ANY_TIME) : most;
      // Where every article has its day, nothing stands under none.
      if (to === UNKNOWN_DAY && this.totals.get('untimed') <= 0) continue;
      if (this.#settled?.find(look, limit, found)) continue;
      for (const [report] of this.database.numbers('SELECT report FROM reportKey WHERE key = ? AND day BETWEEN ? AND ? LIMIT ?', key, from, to, limit)) found.add(report!);
    }
  }
}

/** All that an article is filed under, itself as its first report. */
function eachFiling(article: ReportArticle, take: (filing: Filing, report: number) => void): void {
  for (const filing of article.story) take(filing, reportId(article.id, 0));
  for (let index = 0; index < article.count; index++) for (const filing of article.report(index).filings) take(filing, reportId(article.id, index));
}
