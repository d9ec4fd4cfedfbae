import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createWalkingFileSystem } from '../../src/platform/walkingFileSystem';

describe('files that a walk asks for', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'attest-walk-')), file = path.join(folder, 'a.txt'), missing = path.join(folder, 'nowhere.txt');
  /** A clock by which each file takes so many milliseconds. */
  let now = 0, took = 0;
  const clock = (): number => (now += took);
  before(() => writeFileSync(file, 'The tide is out.'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function ask(files: ReturnType<typeof createWalkingFileSystem>, times: number, each: number): Promise<void> {
    took = each;
    for (let i = 0; i < times; i++) await files.stat(file);
    took = 0;
  }

  /** Whether the answer comes before anything but what waits for promises has a turn: through the thread pool it cannot. */
  async function atOnce(files: ReturnType<typeof createWalkingFileSystem>): Promise<boolean> {
    let ended = false;
    const asking = files.stat(file).then(({ size, kind }) => {
      ended = true;
      assert.deepEqual([size, kind], [16, 'file']);
    });
    for (let step = 0; step < 50; step++) await Promise.resolve();
    const soEarly = ended;
    await asking;
    return soEarly;
  }

  it('are asked for on this thread once the disk has shown that it answers at once', async () => {
    const files = createWalkingFileSystem(clock);
    assert.equal(await atOnce(files), false);
    await ask(files, 40, 0);
    assert.equal(await atOnce(files), true);
  });

  it('go through the thread pool as long as the disk is slow, and are asked for at once again when it is not', async () => {
    const files = createWalkingFileSystem(clock);
    await ask(files, 500, 20);
    assert.equal(await atOnce(files), false);
    await ask(files, 3_000, 0);
    assert.equal(await atOnce(files), true);
    await ask(files, 130, 0.2);
    assert.equal(await atOnce(files), false, 'what is cold takes long on this thread, too');
    await ask(files, 980, 0.2);
    assert.equal(await atOnce(files), true);
  });

  it('go through the pool at first after a rest, in which a disk may have fallen asleep', async () => {
    const files = createWalkingFileSystem(clock);
    await ask(files, 40, 0);
    now += 60_000;
    assert.equal(await atOnce(files), false);
  });

  it('are said to be missing either way', async () => {
    const files = createWalkingFileSystem(clock);
    await assert.rejects(files.stat(missing), { code: 'ENOENT' });
    await ask(files, 40, 0);
    await assert.rejects(files.stat(missing), { code: 'ENOENT' });
  });
});
