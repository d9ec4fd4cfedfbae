import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSwiftFileSystem } from '../../src/platform/nodeFileSystem';

describe('files that answers need at once', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'attest-swift-')), file = path.join(folder, 'a.txt'), missing = path.join(folder, 'nowhere.txt');
  before(() => writeFileSync(file, 'The tide is out.'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Whether a read has ended before anything but what waits for promises had a turn: what goes through the thread pool cannot. */
  async function atOnce(files: ReturnType<typeof createSwiftFileSystem>): Promise<boolean> {
    let ended = false;
    const reading = Promise.all([files.readFile(file), files.stat(file)]).then(([bytes, { size }]) => {
      ended = true;
      assert.equal(new TextDecoder().decode(bytes), 'The tide is out.');
      assert.equal(size, 16);
    });
    for (let step = 0; step < 50; step++) await Promise.resolve();
    const soEarly = ended;
    await reading;
    return soEarly;
  }

  it('are read without a turn for others while the disk answers at once', async () => {
    assert.equal(await atOnce(createSwiftFileSystem(() => 0)), true);
  });

  it('let others in for a while after the disk took long several times in a row, or very long', async () => {
    for (const [each, reads] of [[20, 3], [400, 1]] as const) {
      let now = 0, took: number = each;
      const files = createSwiftFileSystem(() => (now += took));
      for (let read = 0; read < reads; read++) await files.stat(file);
      took = 0;
      assert.equal(await atOnce(files), false);
      now += 60_000;
      assert.equal(await atOnce(files), true);
    }
  });

  it('are not given to others for a read that other programs held up', async () => {
    let now = 0, took = 0;
    const files = createSwiftFileSystem(() => (now += took));
    for (let read = 0; read < 20; read++) {
      took = read % 3 === 0 ? 0 : 20;
      await files.stat(file);
    }
    took = 0;
    assert.equal(await atOnce(files), true);
  });

  it('are said to be missing either way', async () => {
    await assert.rejects(createSwiftFileSystem(() => 0).readFile(missing), { code: 'ENOENT' });
    await assert.rejects(createSwiftFileSystem(() => 0).stat(missing), { code: 'ENOENT' });
  });
});
