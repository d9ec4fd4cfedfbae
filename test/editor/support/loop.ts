/** How late the extension host comes to its work: what a keystroke, or another extension, would have waited. */

/** Shares of the looks, in milliseconds. */
export interface Lateness {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

export interface Seen {
  /** By the clock, other programs of the machine included. */
  readonly late: Lateness;
  /** What the thread itself computed in one go. */
  readonly computed: Lateness;
}

const EVERY = 4;

/** Looks every few milliseconds until the function that it returns is called, which tells what was seen. */
export function watchLoop(): () => Seen {
  const late: number[] = [], computed: number[] = [];
  let last = performance.now(), worked = ownTime();
  const timer = setInterval(() => {
    const now = performance.now(), work = ownTime();
    late.push(Math.max(0, now - last - EVERY));
    computed.push(work - worked);
    last = now;
    worked = work;
  }, EVERY);
  return () => {
    clearInterval(timer);
    return { late: sharesOf(late), computed: sharesOf(computed) };
  };
}

function ownTime(): number {
  // Types of an older Node do not know it; the editors under test have it.
  const { user, system } = (process as unknown as { threadCpuUsage(): NodeJS.CpuUsage }).threadCpuUsage();
  return (user + system) / 1000;
}

function sharesOf(values: readonly number[]): Lateness {
  const sorted = [...values].sort((a, b) => a - b), at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}
