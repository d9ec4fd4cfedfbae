import type { Asked, Built } from './child';
import { exponent, type Latency } from './figures';

/** What was measured of one engine at one size; `failure` says why there is no more. */
export interface Row {
  readonly size: number;
  readonly engine: string;
  /** Bytes of text. */
  readonly text: number;
  readonly built?: Built;
  readonly asked?: Asked;
  readonly failure?: string;
}

const number = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(0) : value.toFixed(1));
const latency = (value: Latency | null | undefined): string =>
  (value ? `${number(value.p50)}/${number(value.p95)}/${number(value.p99)}${value.recall === null ? '' : ` · ${Math.round(value.recall * 100)}%`}` : '–');

const columns: readonly (readonly [string, (row: Row) => string])[] = [
  ['articles', ({ size }) => size.toLocaleString('en')],
  ['engine', ({ engine }) => engine],
  ['articles/s', ({ built, size }) => (built ? number(size / built.seconds) : '–')],
  ['processor ms an article', ({ built, size }) => (built ? number((built.processor * 1000) / size) : '–')],
  ['MB building', ({ built }) => (built ? number(built.memory) : '–')],
  ['disk ÷ text', ({ built, text }) => (built ? (built.disk / text).toFixed(2) : '–')],
  ['open ms', ({ asked }) => (asked ? number(asked.open) : '–')],
  ['MB asked', ({ asked }) => (asked ? number(asked.memory) : '–')],
  ['name', ({ asked }) => latency(asked?.name)],
  ['completion', ({ asked }) => latency(asked?.complete)],
  ['12+ words verbatim', ({ asked }) => latency(asked?.long.verbatim)],
  ['altered', ({ asked }) => latency(asked?.long.altered)],
  ['invented', ({ asked }) => latency(asked?.long.invented)],
  ['5–11 words', ({ asked }) => latency(asked?.short)],
  ['events first', ({ asked }) => latency(asked?.events?.first)],
  ['events filtered', ({ asked }) => latency(asked?.events?.filtered)],
  ['update', ({ asked }) => latency(asked?.update)],
];

/** The table, as Markdown; latencies are p50/p95/p99 in milliseconds with the share of right answers. */
export function table(rows: readonly Row[]): string {
  return [line(columns.map(([heading]) => heading)), line(columns.map(() => '---')), ...rows.map(lineOf)].join('\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A line of the table. */
export function lineOf(row: Row): string {
  const cells = columns.map(([, cell]) => cell(row));
  return line(row.failure === undefined ? cells : [...cells.slice(0, 2), row.failure, ...cells.slice(3)]);
}

/** How Attest's and the others' figures grow from the smallest size of a thousand or more to the largest that each reached. */
export function growthTable(rows: readonly Row[]): string {
  const figures: readonly (readonly [string, (row: Row) => number | undefined])[] = [
    ['building', ({ built }) => built?.seconds], ['memory', ({ asked }) => asked?.memory], ['open', ({ asked }) => asked?.open], ['name', ({ asked }) => asked?.name?.p95], ['completion', ({ asked }) => asked?.complete?.p95],
    ['altered quote', ({ asked }) => asked?.long.altered?.p95], ['5–11 words', ({ asked }) => asked?.short?.p95], ['update', ({ asked }) => asked?.update?.p50],
  ];
  const lines = [...new Set(rows.map(({ engine }) => engine))].flatMap((engine) => {
    const own = rows.filter((row) => row.engine === engine && row.asked && row.size >= 1000), small = own[0], large = own.at(-1);
    if (!small || !large || small === large) return [];
    const grown = figures.map(([, of]) => exponent(of(small), of(large), large.size / small.size));
    return [`| ${engine} | ${small.size.toLocaleString('en')} → ${large.size.toLocaleString('en')} | ${grown.map((each) => (each === null ? '–' : each.toFixed(2))).join(' | ')} |`];
  });
  if (lines.length === 0) return '';
  return [`| growth | articles | ${figures.map(([name]) => name).join(' | ')} |`, `|${' --- |'.repeat(figures.length + 2)}`, ...lines].join('\n');
}
