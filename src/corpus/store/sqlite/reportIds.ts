/** Reports that are kept of one article, the first ones: news has a few dozen, and in a file that repeats one sentence for ever all are one event. */
export const MOST_REPORTS = 250;
/** Numbers that an article's reports have to themselves. */
const EACH = 256;

/** The number of an article's report, by its position among those that are kept. */
export function reportId(article: number, index: number): number {
  return article * EACH + index;
}

export function articleOfReport(report: number): number {
  return Math.floor(report / EACH);
}

export function indexOfReport(report: number): number {
  return report % EACH;
}

/** Bounds, half open, of the numbers that an article's reports can have. */
export function reportsOf(article: number): readonly [number, number] {
  return [article * EACH, (article + 1) * EACH];
}
