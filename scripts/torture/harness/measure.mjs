/** Loaded before a server (`--import`): on SIGUSR2 it collects garbage and writes what is in use on standard error. */
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.on('SIGUSR2', () => {
    for (let n = 0; n < 3; n++) globalThis.gc?.();
    const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
    writeSync(2, `MEASURE ${JSON.stringify({ heap: process.memoryUsage().heapUsed, handles: process.getActiveResourcesInfo().length, listeners })}\n`);
  });
}
