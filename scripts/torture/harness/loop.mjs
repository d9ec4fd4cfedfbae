/**
 * Loaded before a server (`--import`): how late the main thread comes to its work, looked at every few milliseconds. `SIGUSR2` writes on standard error what
 * was seen since the last one. A pause is told in time that passed and in time that the thread itself computed: on a busy machine only the latter is its own.
 */
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const EVERY = 4;

if (isMainThread) {
  let passed = [], computed = [], last = performance.now(), worked = ownTime();
  setInterval(() => {
    const now = performance.now(), work = ownTime();
    passed.push(Math.max(0, now - last - EVERY));
    computed.push(Math.max(0, work - worked));
    last = now;
    worked = work;
  }, EVERY).unref();
  process.on('SIGUSR2', () => {
    const spent = process.cpuUsage();
    writeSync(2, `LOOP ${JSON.stringify({ passed: of(passed), computed: of(computed), cpu: (spent.user + spent.system) / 1000, own: ownTime() })}\n`);
    passed = [];
    computed = [];
  });
}

/** Milliseconds that this thread has computed. */
function ownTime() {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function of(values) {
  const sorted = [...values].sort((a, b) => a - b), at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1), above20: values.filter((value) => value > 20).length, looks: values.length };
}
