/** The value below which a share (in per cent) of the values lie; 0 without values. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}

/** Latencies in milliseconds, and the share of right answers; null where there is no right answer to tell. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly recall: number | null;
}

/** Asks all questions one after the other, after a few unmeasured ones. */
export async function measure<T>(questions: readonly T[], ask: (question: T) => Promise<boolean | null>): Promise<Latency | null> {
  if (questions.length === 0) return null;
  for (const question of questions.slice(0, 5)) await ask(question);
  const times: number[] = [];
  let right = 0, judged = 0;
  for (const question of questions) {
    const before = performance.now();
    const answer = await ask(question);
    times.push(performance.now() - before);
    if (answer !== null) { judged++; if (answer) right++; }
  }
  return { p50: percentile(times, 50), p95: percentile(times, 95), p99: percentile(times, 99), recall: judged > 0 ? right / judged : null };
}

/** How a figure grows between two sizes: 0 not at all, 1 with the size, 2 with its square. Null where either is missing. */
export function exponent(small: number | undefined, large: number | undefined, ratio: number): number | null {
  return small && large && ratio > 1 ? Math.log(large / small) / Math.log(ratio) : null;
}
