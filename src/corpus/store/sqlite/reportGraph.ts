import type { EventMention } from '../../../language/types';
import { hash48 } from '../../fold';
import { eventKeys, periodOf, type StoredEventMention } from '../../merging';
import { articleFactsOf, factsOf, type Facts } from '../../merging/facts';
import { sameness } from '../../merging/same';
import { int, str, type Database } from './database';
import { dayOf } from './rank';
import { unpackReport } from './report';
import { UNKNOWN_DAY } from './schema';

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
/** Days between publications of reports of one event; merging compares no further. */
const NEWS_DAYS = 10;
/** Days between the first days of dates that may mean one day: `2023-10` and `2023-10-31`. */
const DATE_DAYS = 31;

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

  make(id: number, article: number, mention: EventMention): Report {
    const place = this.article(article);
    const stored: StoredEventMention = {
      ...mention, text: '', articleId: `${place.path}#${place.ordinal}`, index: id - place.first, context: place.context,
      ...(place.published === undefined ? {} : { published: place.published }),
    };
    const report = { id, article, facts: factsOf(stored, this.cache.articleOf(stored)), filings: filingsOf(stored) };
    this.cache.set(id, report);
    return report;
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

/** One row under which a report is filed, and where that makes it look for others. */
interface Filing {
  readonly key: number;
  readonly day: number;
  readonly looks: readonly { readonly key: number; readonly from: number; readonly to: number }[];
}

/** Beyond every day. */
const EVER = -UNKNOWN_DAY;

/**
 * What is mentioned in passing, without a date, is no evidence of one event in two articles, and most of what a text holds: it is filed nowhere, and
 * joins only reports of its own article.
 */
function filingsOf(mention: StoredEventMention): Filing[] {
  if (mention.salience === 'minor' && !mention.date) return [];
  const own = `@string ${String(mention.articleId)}`;
  const keys = eventKeys(mention).filter((key) => !key.endsWith(own));
  const appearance = mention.published === undefined ? null : periodOf(mention.published);
  const published = appearance?.precision === 'day' ? dayOf(appearance.start) : UNKNOWN_DAY;
  const period = mention.date ? periodOf(mention.date.value) : null;
  const happened = period && dayOf(period.end) - dayOf(period.start) <= DATE_DAYS ? dayOf(period.start) : null;
  return keys.flatMap((text): Filing[] => {
    const appeared = hash48(`published ${text}`);
    const precise = hash48(`happened ${text}`);
    const coarse = hash48(`coarse ${text}`);
    const filings: Filing[] = [{
      key: appeared, day: published,
      // An article without a day may have appeared at any time.
      looks: published === UNKNOWN_DAY
        ? [{ key: appeared, from: UNKNOWN_DAY, to: EVER }]
        : [{ key: appeared, from: published - NEWS_DAYS, to: published + NEWS_DAYS }, { key: appeared, from: UNKNOWN_DAY, to: UNKNOWN_DAY }],
    }];
    // What an article is about joins only what appeared at one time.
    if (text.includes('~') || !mention.date) return filings;
    const withCoarse = { key: coarse, from: UNKNOWN_DAY, to: EVER };
    filings.push(happened === null
      ? { key: coarse, day: period ? dayOf(period.start) : UNKNOWN_DAY, looks: [withCoarse, { key: precise, from: UNKNOWN_DAY, to: EVER }] }
      : { key: precise, day: happened, looks: [{ key: precise, from: happened - DATE_DAYS, to: happened + DATE_DAYS }, withCoarse] });
    return filings;
  });
}
