import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import type { NodeWatcherOptions } from '../../src/platform/nodeWatcher';
import { createNodeWatcher } from '../../src/platform/nodeWatcher';
import { until } from '../support/until';
import { keptLog, temporaryDirectory } from './temporary';

describe('nodeWatcher', () => {
  const directory = temporaryDirectory();
  const log = keptLog();
  let told: string[] = [], batches = 0;
  let watching: { dispose(): void } | undefined;

  async function watch(folders: string[], options: Partial<NodeWatcherOptions> = {}): Promise<void> {
    told = [];
    batches = 0;
    watching = await createNodeWatcher({ log, rootInterval: 50, ...options }).watch(folders, (paths) => { batches++; told.push(...paths); });
  }
  /** Waits until a path, or a directory it stands in, was told. */
  async function expectTold(target: string): Promise<void> {
    await until(() => told.some((path) => target === path || target.startsWith(`${path}/`)));
    assert.ok(told.some((path) => target === path || target.startsWith(`${path}/`)), `${target} was not told, only ${told.join(', ')}`);
    told = [];
  }
  afterEach(() => { watching?.dispose(); watching = undefined; });

  it('tells of files that are created, changed, renamed and deleted', async () => {
    mkdirSync(directory.at('c'));
    await watch([directory.at('c')]);
    writeFileSync(directory.at('c', 'a.txt'), 'one');
    await expectTold(directory.at('c', 'a.txt'));
    writeFileSync(directory.at('c', 'a.txt'), 'two');
    await expectTold(directory.at('c', 'a.txt'));
    renameSync(directory.at('c', 'a.txt'), directory.at('c', 'b.txt'));
    await expectTold(directory.at('c', 'b.txt'));
    unlinkSync(directory.at('c', 'b.txt'));
    await expectTold(directory.at('c', 'b.txt'));
  });

  it('watches directories that come, move and go, at any depth', async () => {
    mkdirSync(directory.at('c', 'x', 'y'), { recursive: true });
    await watch([directory.at('c')]);
    writeFileSync(directory.at('c', 'x', 'y', 'a.txt'), 'one');
    await expectTold(directory.at('c', 'x', 'y', 'a.txt'));
    mkdirSync(directory.at('c', 'n', 'm'), { recursive: true });
    writeFileSync(directory.at('c', 'n', 'm', 'a.txt'), 'one');
    await expectTold(directory.at('c', 'n', 'm', 'a.txt'));
    await new Promise((resolve) => setTimeout(resolve, 150));
    told = [];
    writeFileSync(directory.at('c', 'n', 'm', 'b.txt'), 'two');
    await expectTold(directory.at('c', 'n', 'm', 'b.txt'));
    renameSync(directory.at('c', 'n'), directory.at('c', 'moved'));
    await expectTold(directory.at('c', 'moved'));
    await new Promise((resolve) => setTimeout(resolve, 150));
    told = [];
    writeFileSync(directory.at('c', 'moved', 'm', 'c.txt'), 'three');
    await expectTold(directory.at('c', 'moved', 'm', 'c.txt'));
    rmSync(directory.at('c', 'moved'), { recursive: true });
    await expectTold(directory.at('c', 'moved'));
  });

  it('waits for a folder that is not there, and finds it again after it was replaced', async () => {
    await watch([directory.at('late')]);
    mkdirSync(directory.at('late'));
    writeFileSync(directory.at('late', 'a.txt'), 'one');
    await expectTold(directory.at('late', 'a.txt'));
    rmSync(directory.at('late'), { recursive: true });
    await expectTold(directory.at('late'));
    await new Promise((resolve) => setTimeout(resolve, 120));
    mkdirSync(directory.at('late'));
    await expectTold(directory.at('late'));
    await new Promise((resolve) => setTimeout(resolve, 120));
    told = [];
    writeFileSync(directory.at('late', 'b.txt'), 'two');
    await expectTold(directory.at('late', 'b.txt'));
    renameSync(directory.at('late'), directory.at('aside'));
    mkdirSync(directory.at('late'));
    await expectTold(directory.at('late'));
    await new Promise((resolve) => setTimeout(resolve, 120));
    told = [];
    writeFileSync(directory.at('late', 'c.txt'), 'three');
    await expectTold(directory.at('late', 'c.txt'));
  });

  it('gathers many changes into few batches', async () => {
    mkdirSync(directory.at('c'));
    await watch([directory.at('c')]);
    for (let i = 0; i < 300; i++) writeFileSync(directory.at('c', `${i}.txt`), 'x');
    await until(() => new Set(told).size >= 300);
    assert.ok(new Set(told).size >= 300);
    assert.ok(batches <= 20, `${batches} batches`);
  });

  for (const recursive of [false, true]) {
    it(`tells of folders again and again where the system has no watches left${recursive ? ' (whole trees)' : ''}`, async () => {
      mkdirSync(directory.at('c', 'x'), { recursive: true });
      const lines = log.lines.length;
      await watch([directory.at('c')], {
        recursive, pollInterval: 40,
        watchPath: () => { throw Object.assign(new Error('no space left for watches'), { code: 'ENOSPC' }); },
      });
      await expectTold(directory.at('c', 'x'));
      await expectTold(directory.at('c', 'x'));
      assert.equal(log.lines.length, lines + 1);
      assert.match(log.lines.at(-1)!, /ENOSPC/);
    });
  }

  it('is not led in a circle by links', async () => {
    mkdirSync(directory.at('c', 'in'), { recursive: true });
    symlinkSync(directory.at('c'), directory.at('c', 'in', 'up'));
    await watch([directory.at('c')]);
    writeFileSync(directory.at('c', 'in', 'a.txt'), 'one');
    await expectTold(directory.at('c', 'in', 'a.txt'));
  });

  it('leaves hidden directories alone', async () => {
    mkdirSync(directory.at('c', '.git'), { recursive: true });
    await watch([directory.at('c')]);
    writeFileSync(directory.at('c', '.git', 'a.txt'), 'one');
    writeFileSync(directory.at('c', 'b.txt'), 'one');
    await until(() => told.includes(directory.at('c', 'b.txt')));
    assert.deepEqual(told.filter((path) => path.includes('.git')), []);
  });

  it('is silent after its end and leaves no handle open', async () => {
    const handles = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'FSEventWrap').length;
    const before = handles();
    mkdirSync(directory.at('c', 'x', 'y'), { recursive: true });
    await watch([directory.at('c')]);
    mkdirSync(directory.at('c', 'z'));
    await expectTold(directory.at('c', 'z'));
    watching!.dispose();
    told = [];
    writeFileSync(directory.at('c', 'a.txt'), 'one');
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.deepEqual(told, []);
    assert.equal(handles(), before);
  });
});
