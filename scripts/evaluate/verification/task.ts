import { annotateText } from '../../../src/corpus/annotate';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import type { AnalysedArticle, CorpusStore } from '../../../src/corpus/store/store';
import type { QuoteStatus } from '../../../src/features/verification/compare';
import { QuoteFinder } from '../../../src/features/verification/verifyQuote';
import { hashBytes } from '../../../src/platform/hash';
import { nodeFileSystem } from '../../../src/platform/nodeFileSystem';
import { readLines } from '../gold';
import { altered, randomFrom, type Alteration } from './alterations';

interface GoldArticle { readonly id: string; readonly text: string; readonly quotes: readonly { readonly text: string }[] }
interface Quote { readonly path: string; readonly text: string }

const kinds: readonly Alteration[] = ['verbatim', 'substitute', 'drop', 'add', 'swap', 'number', 'negation', 'join', 'ellipsis', 'invented'];
const statuses: readonly QuoteStatus[] = ['exact', 'typographic', 'altered lawfully', 'misquoted', 'not found'];

/** One line of the confusion matrix. */
export interface MatrixRow {
  readonly kind: Alteration;
  readonly quotes: number;
  readonly counts: Readonly<Record<QuoteStatus, number>>;
  /** Quotes that were found whose own article came first. */
  readonly sourceFirst: number;
  /** Milliseconds a quote, median and 95 of 100. */
  readonly p50: number;
  readonly p95: number;
  /** Quotes that came out otherwise than wanted. */
  readonly failures: readonly string[];
}

const FEWEST_WORDS = 5, MOST_WORDS = 60;
const wanted: Readonly<Partial<Record<Alteration, readonly QuoteStatus[]>>> = { verbatim: ['exact'], ellipsis: ['altered lawfully'], invented: ['not found'] };

/** An index in memory of three of four articles; quotes of the fourth are the invented ones. */
async function index(articles: readonly GoldArticle[]): Promise<CorpusStore> {
  const store = await openSqliteStore({ path: ':memory:', fileSystem: nodeFileSystem, hash: hashBytes, log: { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined } });
  await store.replace(articles.map(({ id, text }) => ({ path: `/gold/${id}`, stamp: { size: text.length, mtimeMs: 0, hash: id }, articles: [withoutEvents(annotateText(text))], problems: [], textIsFile: false })));
  return store;
}

/** Quotes do not ask for events, and merging them takes most of the time of indexing. */
function withoutEvents(article: AnalysedArticle): AnalysedArticle {
  return { ...article, analysis: { ...article.analysis, events: [] } };
}

/** Quotes of 5 to 60 words, altered in each way, looked up; at most `most` of a kind; null when the folder has no such gold data. */
export async function verification(folder: string, seed = 20_240_412, most = 1_000): Promise<readonly MatrixRow[] | null> {
  const articles = readLines<GoldArticle>(folder, 'quotes.dev.jsonl');
  if (!articles) return null;
  const kept = articles.filter((_, i) => i % 4 !== 3), held = articles.filter((_, i) => i % 4 === 3);
  const store = await index(kept), finder = new QuoteFinder(store);
  const quotesOf = (some: readonly GoldArticle[]): Quote[] => some.flatMap(({ id, quotes }) => quotes.map(({ text }) => ({ path: `/gold/${id}`, text: text.replace(/\s+/g, ' ').trim() }))).filter(({ text }) => { const n = text.split(' ').length; return n >= FEWEST_WORDS && n <= MOST_WORDS; });
  const quotes = quotesOf(kept), random = randomFrom(seed), pool = quotes.flatMap(({ text }) => text.split(' '));
  // What stands in an indexed article too, or seven words of it, was said there: it is no invention.
  const flat = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const indexed = kept.map(({ text }) => flat(text));
  const said = new Set(indexed.flatMap((article) => stretches(article)));
  const invented = quotesOf(held).filter(({ text }) => !stretches(flat(text)).some((stretch) => said.has(stretch)) && !indexed.some((article) => article.includes(flat(text))));
  const rows: MatrixRow[] = [];
  for (const kind of kinds) {
    const counts = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<QuoteStatus, number>;
    const times: number[] = [], failures: string[] = [];
    let sourceFirst = 0;
    for (const quote of sample(kind === 'invented' ? invented : quotes, most)) {
      const other = quotes[Math.floor(random() * quotes.length)]!;
      const text = altered(kind, quote.text, random, pool, other.text);
      if (text === undefined || (kind === 'join' && other.path === quote.path)) continue;
      const begun = performance.now(), verdict = await finder.verify(text);
      times.push(performance.now() - begun);
      counts[verdict.status]++;
      const path = verdict.matches[0]?.article.path, right = path === quote.path || (kind === 'join' && path === other.path) || (path !== undefined && indexed[kept.findIndex(({ id }) => `/gold/${id}` === path)]?.includes(flat(quote.text)) === true);
      if (right) sourceFirst++;
      if (!(wanted[kind] ?? ['misquoted']).includes(verdict.status) || (kind !== 'invented' && !right)) failures.push(`${verdict.status}: ${text}  <  ${quote.text}`);
    }
    times.sort((a, b) => a - b);
    rows.push({ kind, quotes: times.length, counts, sourceFirst, p50: times[times.length >> 1] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0, failures });
  }
  finder.dispose();
  await store.close();
  return rows;
}

/** Every seven words of a text. */
function stretches(text: string): string[] {
  const words = text.split(' ');
  return words.slice(0, Math.max(0, words.length - 6)).map((_, i) => words.slice(i, i + 7).join(' '));
}

/** Evenly spread over the list. */
function sample<T>(list: readonly T[], most: number): readonly T[] {
  return list.length <= most ? list : Array.from({ length: most }, (_, i) => list[Math.floor(i * list.length / most)]!);
}

/** The matrix as text. Shares are of the line's quotes. */
export function matrixTable(rows: readonly MatrixRow[]): string {
  const cells = [['quote', 'number', ...statuses, 'own source first', 'ms p50', 'p95'], ...rows.map((row) => [
    row.kind, String(row.quotes), ...statuses.map((status) => share(row.counts[status], row.quotes)), row.kind === 'invented' ? '–' : share(row.sourceFirst, row.quotes), row.p50.toFixed(1), row.p95.toFixed(1),
  ])];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)));
  return cells.map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd()).join('\n');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${(100 * part / whole).toFixed(1)} %`;
}
