import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isSound, openSqliteStore } from '../../../src/corpus/store/sqlite';
import { contentHash, indexed } from '../../support/corpusBuilder';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { silentLog } from '../../support/silentLog';

const PAGE = 4096;

describe('the file of an index, looked through', () => {
  let folder = '', file = '', good = Buffer.alloc(0);
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'attest-check-'));
    file = path.join(folder, 'index.sqlite');
    const fileSystem = new MemoryFileSystem(), store = await openSqliteStore({ path: file, fileSystem, hash: contentHash, log: silentLog, journal: 'rollback' });
    const texts = Array.from({ length: 60 }, (_, n) => [`/c/${n}.txt`, { text: `“The harbour of number ${n} stays open as long as it takes,” Ana Marin ${n} said. `.repeat(8) }] as const);
    await store.replace(await Promise.all(texts.map(([name, spec]) => indexed(fileSystem, name, spec))));
    await store.close();
    good = readFileSync(file);
  });
  beforeEach(() => writeFileSync(file, good));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is in order as it was written', () => assert.equal(isSound(file), true));

  it('is not when it was cut off', () => {
    truncateSync(file, Math.floor(good.length / PAGE / 2) * PAGE);
    assert.equal(isSound(file), false);
  });

  it('is not when a page is noise', () => {
    const bytes = Buffer.from(good);
    bytes.fill(0xa5, good.length - 3 * PAGE, good.length - 2 * PAGE);
    writeFileSync(file, bytes);
    assert.equal(isSound(file), false);
  });

  it('is not when rows of a table are out of order, in a page that still looks like one', () => {
    // A leaf of a table begins with 13; two bytes on stands how many rows it has, eight bytes on where each of them is.
    const leaves = Array.from({ length: good.length / PAGE }, (_, n) => n * PAGE).filter((at) => at > 0 && good[at] === 13 && good.readUInt16BE(at + 3) >= 2);
    assert.ok(leaves.length > 2);
    for (const at of leaves) {
      const bytes = Buffer.from(good);
      good.copy(bytes, at + 8, at + 10, at + 12);
      good.copy(bytes, at + 10, at + 8, at + 10);
      writeFileSync(file, bytes);
      assert.equal(isSound(file), false, `page ${at / PAGE}`);
    }
  });

  it('that is not there is nobody’s fault', () => assert.equal(isSound(path.join(folder, 'none.sqlite')), true));
});
