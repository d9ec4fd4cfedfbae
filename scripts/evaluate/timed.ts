import type { Text } from './engines/engine';

/** Code units to run before the clock starts, so that a compiler warming up is not measured. */
const warmUp = 150_000;

/** Runs something over texts; `speed` is millions of code units a second of processor time, null when it was too short to tell. */
export function timed<T>(texts: readonly Text[], run: (text: Text) => T): { readonly results: T[]; readonly speed: number | null } {
  const units = texts.reduce((sum, { text }) => sum + text.length, 0);
  // Slow engines are not run twice over all of it: a tenth warms them up enough.
  for (let done = 0, i = 0; i < texts.length && done < Math.min(warmUp, units / 10); i++) { run(texts[i]!); done += texts[i]!.text.length; }
  const before = process.cpuUsage().user;
  const results = texts.map(run);
  let seconds = (process.cpuUsage().user - before) / 1e6, times = 1;
  // A few short texts are run again until there is something to measure.
  for (; seconds < 0.2 && times < 50; times++) {
    const again = process.cpuUsage().user;
    for (const text of texts) run(text);
    seconds += (process.cpuUsage().user - again) / 1e6;
  }
  return { results, speed: seconds > 0.005 ? (times * units) / 1e6 / seconds : null };
}
