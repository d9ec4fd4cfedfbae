import type { EventMention } from '../../../language/types';
import type { StoredEventMention } from '../../merging';
import { articleFactsOf, factsOf, type Facts } from '../../merging/facts';
import { sameness } from '../../merging/same';
import { int, str, type Database } from './database';
import { filingsOf, type Filing } from './filings';
import { unpackReport } from './report';

/** A report with what comparing needs. */
export interface Report {
  readonly id: number;
  readonly article: number;
  readonly facts: Facts;
  readonly filings: readonly Filing[];
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
  #generation = 0;
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

  /** Drops everything when the index has been emptied since, since ids then begin anew. */
  begin(generation: number): void {
    if (generation !== this.#generation) {
      this.#reports.clear();
      this.#articleOf = articleFactsOf();
    }
    this.#generation = generation;
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
      }
    }
    this.#reports.set(id, report);
  }
}

const MOST_KEPT = 12_000;
/** Reports under one key, within the time that counts, that one report is compared with. */
const MOST_COMPARED = 40;

/**
 * Which reports can be one event. Each is filed under merging's keys by the day of its event and by the day of its
 * publication, so that a key that half the corpus shares still leads to few reports: those of its time.
 */
export class ReportGraph {
  readonly #articles = new Map<number, ReportArticle>();

  constructor(private readonly database: Database, private readonly cache: ReportCache) {}

  /** A report by id; undefined when it is gone. */
  report(id: number): Report | undefined {
    const known = this.cache.get(id);
    if (known) return known;
    const row = this.database.get('SELECT article, data FROM report WHERE id = ?', id);
    return row && this.make(id, int(row['article']), unpackReport(str(row['data'])));
  }

  make(id: number, article: number, mention: EventMention, filings?: readonly Filing[]): Report {
    const place = this.article(article);
    const stored: StoredEventMention = {
      ...mention, text: '', articleId: `${place.path}#${place.ordinal}`, index: id - place.first, context: place.context,
      ...(place.published === undefined ? {} : { published: place.published }),
    };
    const report = { id, article, facts: factsOf(stored, this.cache.articleOf(stored)), filings: filings ?? filingsOf(stored) };
    this.cache.set(id, report);
    return report;
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

  file(report: Report): void {
    for (const { key, day } of report.filings) this.database.run('INSERT OR IGNORE INTO reportKey (key, day, report) VALUES (?, ?, ?)', key, day, report.id);
  }

  unfile(report: Report): void {
    for (const { key, day } of report.filings) this.database.run('DELETE FROM reportKey WHERE key = ? AND day = ? AND report = ?', key, day, report.id);
  }

  /** Reports that merging would join with this one, were there no others. */
  neighbours(report: Report): number[] {
    const candidates = new Set<number>();
    const { first, end } = this.article(report.article);
    for (let id = first; id < end; id++) candidates.add(id);
    for (const { looks } of report.filings) {
      for (const { key, from, to } of looks) {
        const rows = this.database.all(`SELECT report FROM reportKey WHERE key = ? AND day BETWEEN ? AND ? LIMIT ${MOST_COMPARED}`, key, from, to);
        for (const row of rows) candidates.add(int(row['report']));
      }
    }
    candidates.delete(report.id);
    return [...candidates].filter((id) => {
      const other = this.report(id);
      return other !== undefined && sameness(report.facts, other.facts) > 0;
    });
  }
}
