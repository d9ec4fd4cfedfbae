/** A corpus on a network folder that is slow, answers with errors and vanishes for a while: by injection at the port of the file system. */
import path from 'node:path';
import { createIndexer } from '../../../src/corpus/indexer/indexer';
import type { FileSystem } from '../../../src/corpus/ports';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import { hashBytes } from '../../../src/platform/hash';
import { createInlinePool } from '../../../src/platform/inlinePool';
import { nodeFileSystem } from '../../../src/platform/nodeFileSystem';
import { systemClock } from '../../../src/platform/systemClock';
import type { Budget, Result } from '../attack';
import { Random } from '../../random';
import { World } from '../harness/world';

const silent = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined };
const failures = ['EIO', 'ETIMEDOUT', 'ESTALE', 'EHOSTDOWN', 'ENOTCONN', 'EBUSY'];
const articles = 60;

/** How the folder behaves: the share of calls that fail, and milliseconds that one takes at most. */
interface Weather {
  failing: number;
  delay: number;
}

export async function slowFolder({ short, seed }: Budget): Promise<Result> {
  const world = new World(articles), random = new Random(seed), weather: Weather = { failing: 0, delay: 0 }, lost: string[] = [];
  const fileSystem = flaky(random, weather);
  const store = await openSqliteStore({ path: path.join(world.storage, 'index.sqlite'), fileSystem, hash: hashBytes, log: silent });
  const pool = createInlinePool(fileSystem);
  const indexer = createIndexer({ store, fileSystem, pool, clock: systemClock, log: silent, watcher: { watch: () => Promise.resolve({ dispose: () => undefined }) }, onProgress: () => undefined });
  const rounds = short ? 3 : 60;
  const known = async (): Promise<number> => (await store.counts()).articles;
  try {
    await indexer.start([world.corpus], []);
    for (let round = 0; round < rounds; round++) {
      weather.failing = 1;
      await indexer.rescan();
      if (await known() !== articles) lost.push(`round ${round}: a folder that answers nothing cost ${articles - await known()} articles`);
      weather.failing = 0.3;
      weather.delay = 20;
      await indexer.rescan();
      if (await known() !== articles) lost.push(`round ${round}: a folder that answers now and then cost ${articles - await known()} articles`);
      weather.failing = 0;
      weather.delay = 5;
      await indexer.rescan();
      if (await known() !== articles || (await store.problems()).length > 0 || indexer.state.phase !== 'ready') lost.push(`round ${round}: after it was back: ${JSON.stringify([await known(), await store.problems(), indexer.state])}`);
    }
  } finally {
    await Promise.all([indexer.dispose(), pool.dispose()]);
    await store.close();
    world.remove();
  }
  return { what: 'a network folder that is slow, fails and vanishes, injected at the port', times: rounds * 3, lost, figures: '' };
}

function flaky(random: Random, weather: Weather): FileSystem {
  const wrap = <A extends unknown[], T>(work: (...args: A) => Promise<T>) => async (...args: A): Promise<T> => {
    if (weather.delay > 0) await new Promise((resolve) => setTimeout(resolve, random.below(weather.delay)));
    if (random.next() < weather.failing) throw Object.assign(new Error('the network folder does not answer'), { code: random.of(failures) });
    return work(...args);
  };
  return { stat: wrap(nodeFileSystem.stat), readDirectory: wrap(nodeFileSystem.readDirectory), readFile: wrap(nodeFileSystem.readFile), realPath: wrap(nodeFileSystem.realPath) };
}
