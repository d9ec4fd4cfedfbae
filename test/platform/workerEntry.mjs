// Stands in for a bundle: the same file starts the pool's threads. It crashes or hangs on files that say so, as a defect would.
import { existsSync, readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/cjs/api';
import { createRequire } from 'node:module';

register();
const { isAnalysisWorker, runWorker } = createRequire(import.meta.url)('../../src/platform/worker.ts');

if (workerData?.attestWorker && isAnalysisWorker()) {
  parentPort.on('message', ({ path }) => {
    const text = existsSync(path) ? readFileSync(path, 'latin1') : '';
    if (text.startsWith('crash')) process.exit(3);
    if (text.startsWith('throw')) throw new Error('a defect');
    if (text.startsWith('hang')) for (;;);
  });
  runWorker();
}
