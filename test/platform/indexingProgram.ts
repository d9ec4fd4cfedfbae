/**
 * A program that indexes a folder: `node indexingProgram.js FOLDER INDEX [N]`. Its threads run the same file. Prints `done N` as it goes, and
 * `ready`; kills itself without warning when N files are done: who watches it may be too slow for that.
 */
import { writeSync } from 'node:fs';
import { createIndexer } from '../../src/corpus/indexer/indexer';
import { nodeFileSystem } from '../../src/platform/nodeFileSystem';
import { isStoreThread, runStoreThread } from '../../src/platform/storeThread';
import { systemClock } from '../../src/platform/systemClock';
import { isAnalysisWorker, runWorker } from '../../src/platform/worker';
import { createWorkerPool } from '../../src/platform/workerPool';
import { openStore } from '../../src/server/openStore';
import { silentLog } from '../support/silentLog';

async function main([folder, place, killAt = 'Infinity']: readonly string[]): Promise<void> {
  const store = await openStore({ folder: place!, entry: __filename, log: silentLog, rebuilt: () => undefined });
  const pool = createWorkerPool({ entry: __filename, log: silentLog, prepare: true });
  const indexer = createIndexer({
    store, pool, log: silentLog, fileSystem: nodeFileSystem, clock: systemClock, batchBytes: 16_384,
    watcher: { watch: () => Promise.resolve({ dispose: () => undefined }) },
    onProgress: ({ done }) => {
      writeSync(1, `done ${done}\n`);
      if (done >= Number(killAt)) process.kill(process.pid, 'SIGKILL');
    },
  });
  await indexer.start([folder!], []);
  writeSync(1, `${indexer.state.phase}\n`);
  await Promise.all([indexer.dispose(), pool.dispose()]);
  await store.close();
}

if (isAnalysisWorker()) runWorker();
else if (isStoreThread()) runStoreThread();
else void main(process.argv.slice(2));
