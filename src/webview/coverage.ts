import type { SourceLabel, TimelineEvent } from '../server/protocol';

/** A source of the coverage: an article, or an outlet where there are many articles. */
export interface CoverageColumn {
  readonly key: string;
  readonly label: string;
  /** Events it reports, and how many of them no other source does. */
  readonly events: number;
  readonly alone: number;
}

/** An event with the columns that report it, ascending. */
export interface CoverageRow {
  readonly event: TimelineEvent;
  readonly columns: readonly number[];
  /** The one source it rests on, though it may have no column; undefined when there are several. */
  readonly only: string | undefined;
  /** Sources that report it and have no column. */
  readonly others: number;
}

export interface Coverage {
  readonly by: 'article' | 'outlet';
  readonly columns: readonly CoverageColumn[];
  readonly rows: readonly CoverageRow[];
  /** Sources without a column. */
  readonly hidden: number;
  /** Events of all rows that rest on one source. */
  readonly alone: number;
}

/** From so many articles on, outlets are what is compared. */
const MANY_ARTICLES = 12;

/** Which source reports which of the events: the `most` sources that report most, and every event in the order given. */
export function coverageOf(events: Iterable<TimelineEvent>, articles: ReadonlyMap<number, SourceLabel>, most: number): Coverage {
  const list = [...events], by = new Set(list.flatMap(({ reportedBy }) => reportedBy)).size > MANY_ARTICLES ? 'outlet' : 'article';
  const sources = new Map<string, { label: string; events: number; alone: number }>();
  const reports = list.map(({ reportedBy }) => {
    const keys = new Map<string, string>();
    for (const id of reportedBy) {
      const article = articles.get(id);
      if (!article) continue;
      if (by === 'outlet') keys.set(article.label, article.label);
      else keys.set(String(id), `${article.label}, ${article.published}`);
    }
    for (const [key, label] of keys) {
      const source = sources.get(key) ?? { label, events: 0, alone: 0 };
      source.events++;
      if (keys.size === 1) source.alone++;
      sources.set(key, source);
    }
    return [...keys.keys()];
  });
  const order = [...sources].sort(([a, one], [b, other]) => other.events - one.events || (a < b ? -1 : 1)).slice(0, most);
  const place = new Map(order.map(([key], i) => [key, i]));
  const rows = list.map((event, i): CoverageRow => {
    const columns = reports[i]!.flatMap((key) => place.get(key) ?? []).sort((a, b) => a - b);
    return { event, columns, only: reports[i]!.length === 1 ? sources.get(reports[i]![0]!)!.label : undefined, others: reports[i]!.length - columns.length };
  });
  return {
    by, rows, hidden: sources.size - order.length, alone: rows.filter(({ only }) => only !== undefined).length,
    columns: order.map(([key, source]) => ({ key, ...source })),
  };
}
