/** One line of the table. Shares are between 0 and 1; what an engine has no figure for is null. */
export interface Row {
  readonly task: string;
  readonly engine: string;
  readonly precision: number | null;
  readonly recall: number | null;
  /** F1, or for tasks that have no precision and recall the share of right answers. */
  readonly f1: number | null;
  /** Millions of UTF-16 code units a second of processor time; null where nothing was timed. */
  readonly speed: number | null;
}

/** A row from figures and a speed. */
export function row(task: string, engine: string, figures: { readonly precision: number; readonly recall: number; readonly f1: number } | number, speed: number | null): Row {
  if (typeof figures === 'number') return { task, engine, precision: null, recall: null, f1: figures, speed };
  return { task, engine, precision: figures.precision, recall: figures.recall, f1: figures.f1, speed };
}

/** The table as text, a line a row; the task is named once. */
export function table(rows: readonly Row[]): string {
  const percent = (share: number | null): string => (share === null ? '–' : (100 * share).toFixed(1));
  const cells = [['task', 'engine', 'precision', 'recall', 'F1', 'MB/s'],
    ...rows.map((line, i) => [rows[i - 1]?.task === line.task ? '' : line.task, line.engine, percent(line.precision), percent(line.recall), percent(line.f1), line.speed === null ? '–' : line.speed < 1 ? line.speed.toFixed(2) : line.speed.toFixed(1)])];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)));
  const lines = cells.map((line) => line.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd());
  return [lines[0]!, widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}
