import { type EventLoopUtilization, performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Share of the time that a thread may have worked and still count as at rest; watching files and clocks takes less. */
const AT_REST = 0.02;
/**
 * After how many quiet looks in a row memory is given back. Twice: pages of threads that have ended meanwhile go back to the system only with a later
 * collection of this one, and analysis threads end after half a minute.
 */
const TURNS = [2, 5];
const LONGEST = Math.max(...TURNS);

/**
 * Calls `release` when this thread has rested for a while after it had worked, and once more a while later; not again until it has worked again.
 * @param every milliseconds between looks
 * @param busy gives the share of the time since it was asked last that this thread has worked
 * @returns what ends the watch
 */
export function whenAtRest(release: () => Promise<void>, every = 10_000, busy = busyShare()): () => void {
  let quiet = 0;
  const timer = setInterval(() => {
    quiet = busy() > AT_REST ? 0 : Math.min(LONGEST + 1, quiet + 1);
    // What giving back takes is no work of somebody else.
    if (TURNS.includes(quiet)) void release().finally(busy);
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}

function busyShare(): () => number {
  let last: EventLoopUtilization = performance.eventLoopUtilization();
  return () => {
    const { utilization } = performance.eventLoopUtilization(last);
    last = performance.eventLoopUtilization();
    return utilization;
  };
}

let collect: (() => void) | undefined;

/**
 * Gives the memory of dead objects back to the system, which V8 by itself does only as more is asked for. Takes some tens of milliseconds: for a
 * thread that nobody waits for. Node has no call for it but the one that its test flag shows; where even that is not there, nothing happens.
 */
export function collectGarbage(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = (runInNewContext('globalThis.gc') as (() => void) | undefined) ?? (() => undefined);
  }
  collect();
}
