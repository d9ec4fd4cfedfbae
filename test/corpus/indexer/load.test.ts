import assert from 'node:assert/strict';
import type { AnalysisPool } from '../../../src/corpus/ports';
import { createInlinePool } from '../../../src/platform/inlinePool';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { createWorld } from './world';

const article = (n: number): string => `A ferry left the harbour of Lisdun with ${n} people on board.\n`;

describe('indexer under load', () => {
  it('loses no finished work when it is cancelled, and goes on from there', async () => {
    const world = createWorld({ batchBytes: 8192 });
    for (let i = 0; i < 200; i++) world.files.write(`/c/${i}.txt`, article(i));
    let cancelling: Promise<void> | undefined;
    world.files.beforeRead = () => {
      if (world.files.calls.readFile === 60) cancelling = world.indexer.cancel();
      return Promise.resolve();
    };
    await world.indexer.start(['/c'], []);
    await cancelling;
    assert.equal(world.indexer.state.phase, 'cancelled');
    const read = world.files.calls.readFile;
    assert.ok(read >= 60 && read < 70, `${read} files were read`);
    assert.equal(world.store.files.size, read);
    await world.indexer.rescan();
    assert.equal(world.store.files.size, 200);
    assert.equal(world.files.calls.readFile, 200);
    await world.indexer.dispose();
  });

  it('puts a changed file before the many that wait', async () => {
    const world = createWorld();
    for (let i = 0; i < 300; i++) world.files.write(`/c/${String(i).padStart(3, '0')}.txt`, article(i));
    let told = false;
    world.files.beforeRead = async () => {
      if (world.files.calls.readFile !== 20 || told) return;
      told = true;
      world.files.write('/c/zzz.txt', 'Pilots in Tamoor ended their strike.');
      world.watcher.tell('/c/zzz.txt');
      // Far longer than a change is gathered, since the machine may stand still for a moment.
      await new Promise((resolve) => setTimeout(resolve, 300));
    };
    await world.indexer.start(['/c'], []);
    const place = world.files.read.indexOf('/c/zzz.txt');
    assert.ok(place > 0 && place < 30, `read as number ${place}`);
    assert.equal(world.store.files.size, 301);
    await world.indexer.dispose();
  });

  it('waits for the writer instead of piling results up', async () => {
    const world = createWorld({ batchBytes: 4096 });
    for (let i = 0; i < 100; i++) world.files.write(`/c/${i}.txt`, article(i));
    let open = 0, most = 0;
    const replace = world.store.replace.bind(world.store);
    world.store.replace = async (files) => {
      const before = world.files.calls.readFile;
      await new Promise((resolve) => setTimeout(resolve, 3));
      open = world.files.calls.readFile - before;
      most = Math.max(most, open);
      await replace(files);
    };
    await world.indexer.start(['/c'], []);
    assert.equal(world.store.files.size, 100);
    assert.ok(most < 30, `${most} files were read during one write`);
    await world.indexer.dispose();
  });

  it('reads a file that changes without rest a few times, and the last text wins', async () => {
    const world = createWorld({ apart: 100 });
    world.files.write('/c/a.txt', article(0));
    await world.indexer.start(['/c'], []);
    world.files.reset();
    const started = Date.now();
    for (let i = 1; i <= 100; i++) {
      world.files.write('/c/a.txt', article(i));
      world.watcher.tell('/c/a.txt');
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const allowed = Math.ceil((Date.now() - started) / 100) + 3;
    await world.until(() => world.store.files.get('/c/a.txt')!.articles[0]!.text === article(100));
    assert.equal(world.store.files.get('/c/a.txt')!.articles[0]!.text, article(100));
    assert.ok(world.files.calls.readFile <= allowed, `${world.files.calls.readFile} reads, ${allowed} allowed`);
    await world.indexer.dispose();
  });

  it('walks the folders a few times when thousands of files change in many batches', async () => {
    const world = createWorld({ apart: 5 });
    await world.indexer.start(['/c'], []);
    world.files.reset();
    for (let batch = 0; batch < 30; batch++) {
      const paths = Array.from({ length: 600 }, (_, i) => `/c/${batch * 600 + i}.txt`);
      if (batch % 10 === 0) for (const path of paths.slice(0, 50)) world.files.write(path, article(batch));
      world.watcher.tell(...paths);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await world.until(() => world.store.files.size === 150 && world.indexer.state.phase === 'ready');
    assert.equal(world.store.files.size, 150);
    assert.ok(world.files.calls.stat < 30 * 600, `${world.files.calls.stat} stats`);
    await world.indexer.dispose();
  });

  for (const known of [false, true]) {
    it(`forgets a file that is deleted while it is analysed${known ? ' again' : ''}`, async () => {
      const files = new MemoryFileSystem().write('/c/a/a.txt', article(1)).write('/c/b.txt', article(2));
      const inline = createInlinePool(files);
      let slow = false, begun = 0;
      const pool: AnalysisPool = {
        ...inline,
        analyse: async (path, hash) => {
          const result = await inline.analyse(path, hash);
          begun++;
          if (slow) await new Promise((resolve) => setTimeout(resolve, 80));
          return result;
        },
      };
      const world = createWorld({ files, pool });
      slow = !known;
      const running = world.indexer.start(['/c'], []);
      if (known) await running;
      slow = true;
      const before = begun;
      files.write('/c/a/a.txt', article(3));
      if (known) world.watcher.tell('/c/a/a.txt');
      await world.until(() => begun > before);
      // Its directory goes with it.
      files.remove('/c/a');
      world.watcher.tell('/c/a');
      await running;
      await new Promise((resolve) => setTimeout(resolve, 250));
      // A busy machine may take longer.
      await world.until(() => world.store.articles.join() === '/c/b.txt');
      assert.deepEqual(world.store.articles, ['/c/b.txt']);
      await world.indexer.dispose();
    });
  }

  for (const start of [7, 11, 23, 42, 99]) it(`ends equal to an index built afresh, whatever happened in between (${start})`, async () => {
    const world = createWorld({ apart: 5 });
    let seed = start;
    const random = (n: number): number => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 65536) % n; };
    const path = (): string => `/c/${random(4)}/${random(6)}.txt`;
    for (let i = 0; i < 10; i++) world.files.write(path(), article(i));
    const running = world.indexer.start(['/c'], []);
    for (let i = 0; i < 120; i++) {
      const target = path();
      if (random(3)) world.files.write(target, article(i));
      else world.files.remove(target);
      world.watcher.tell(target);
      if (random(4) === 0) await new Promise((resolve) => setTimeout(resolve, random(4)));
      if (i === 60) void world.indexer.rescan();
    }
    await running;
    const fresh = createWorld({ files: world.files });
    await fresh.indexer.start(['/c'], []);
    const content = (store: typeof world.store): unknown => [...store.files.values()].map((file) => [file.path, file.stamp.hash, file.stamp.mtimeMs]).sort();
    await world.until(() => JSON.stringify(content(world.store)) === JSON.stringify(content(fresh.store)));
    assert.deepEqual(content(world.store), content(fresh.store));
    await world.indexer.dispose();
    await fresh.indexer.dispose();
  });
});
