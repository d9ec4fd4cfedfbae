import assert from 'node:assert/strict';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore, type SqliteStoreOptions } from '../../../src/corpus/store/sqlite';
import type { CorpusStore } from '../../../src/corpus/store/store';
import { contentHash, indexed } from '../../support/corpusBuilder';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { newsroom } from '../../support/newsroom';
import { silentLog } from '../../support/silentLog';
import { snapshot } from '../contract/snapshot';

describe('an index in a file', () => {
  let folder = '';
  let file = '';
  let fileSystem = new MemoryFileSystem();
  let open: CorpusStore[] = [];
  let messages: string[] = [];

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'attest-index-'));
    file = path.join(folder, 'index.sqlite');
    fileSystem = new MemoryFileSystem();
    open = [];
    messages = [];
  });
  afterEach(async () => {
    for (const store of open) await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(options: Partial<SqliteStoreOptions> = {}): Promise<CorpusStore> {
    const store = await openSqliteStore({ path: file, fileSystem, hash: contentHash, log: silentLog, rebuilt: (message) => messages.push(message), ...options });
    open.push(store);
    return store;
  }

  async function articles() {
    return Promise.all(Object.entries(newsroom).map(([at, spec]) => indexed(fileSystem, at, spec)));
  }

  /** Opens, fills and closes an index; gives what it answers. */
  async function filled(): Promise<unknown> {
    const store = await start();
    await store.replace(await articles());
    const answers = await snapshot(store);
    await store.close();
    return answers;
  }

  it('answers the same when it is opened again', async () => {
    const before = await filled();
    const store = await start();
    assert.deepEqual(await snapshot(store), before);
    assert.deepEqual(messages, []);
  });

  it('reads no article to open', async () => {
    await filled();
    fileSystem.read.length = 0;
    await (await start()).counts();
    assert.deepEqual(fileSystem.read, []);
  });

  for (const [what, damage] of [
    ['is no database', () => writeFileSync(file, 'Dear diary, '.repeat(2000))],
    ['was cut off', () => writeFileSync(file, readFileSync(file).subarray(0, 5000))],
    ['has its first page overwritten', () => overwrite(file, 16, 4000)],
  ] as const) {
    it(`is built again, with a message, when it ${what}`, async () => {
      const before = await filled();
      damage();
      const store = await start();
      assert.equal((await store.counts()).articles, 0);
      assert.equal(messages.length, 1);
      assert.match(messages[0] ?? '', /damaged.*built again/);
      await store.replace(await articles());
      assert.deepEqual(await snapshot(store), before);
    });
  }

  it('is mended by clearing when damage shows only while it is read', async () => {
    const before = await filled();
    const store = await start();
    overwrite(file, 8192, statSync(file).size - 8192);
    await assert.rejects(snapshot(store), { name: 'StoreError', code: 'corrupt' });
    await store.clear();
    await store.replace(await articles());
    assert.deepEqual(await snapshot(store), before);
  });

  for (const version of [999, 0]) {
    it(`is built again when it was made by another version (${version})`, async () => {
      const before = await filled();
      const other = new DatabaseSync(file);
      other.exec(`PRAGMA user_version = ${version}; DROP TABLE article; CREATE TABLE leftover (x); CREATE VIRTUAL TABLE old USING fts5(w)`);
      other.close();
      const store = await start();
      assert.equal((await store.counts()).articles, 0);
      assert.equal(messages.length, version === 0 ? 0 : 1);
      await store.replace(await articles());
      assert.deepEqual(await snapshot(store), before);
    });
  }

  it('says that it is locked when another program writes for too long, and works afterwards', async () => {
    const store = await start({ lockTimeout: 100 });
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await assert.rejects(store.replace(await articles()), { name: 'StoreError', code: 'locked' });
    assert.equal((await store.counts()).articles, 0, 'reading goes on');
    other.exec('COMMIT');
    other.close();
    await store.replace(await articles());
    assert.equal((await store.counts()).articles, 5);
  });

  it('waits for another program that writes for a moment', async () => {
    const store = await start();
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    setTimeout(() => other.close(), 150);
    await store.replace(await articles());
    assert.equal((await store.counts()).articles, 5);
  });

  it('says that the disk is full and keeps what it had', async () => {
    const store = await start({ maxBytes: 400_000 });
    await store.replace(await articles());
    const before = await snapshot(store);
    const large = await indexed(fileSystem, '/corpus/large.txt', { text: Array.from({ length: 90_000 }, (_, i) => `word${i * 7919}`).join(' ') });
    await assert.rejects(store.replace([large]), { name: 'StoreError', code: 'disk-full' });
    assert.deepEqual(await snapshot(store), before);
    await store.remove(['/corpus/old.txt']);
    assert.equal((await store.counts()).articles, 4);
  });

  it('says so when the file cannot be made', async () => {
    const blocked = path.join(folder, 'blocked');
    writeFileSync(blocked, '');
    await assert.rejects(start({ path: path.join(blocked, 'index.sqlite') }), { name: 'StoreError' });
    mkdirSync(path.join(folder, 'taken.sqlite'));
    await assert.rejects(start({ path: path.join(folder, 'taken.sqlite') }), { name: 'StoreError' });
  });

  it('undoes a transaction that fails half way', async () => {
    const store = await start();
    await store.replace(await articles());
    const before = await snapshot(store);
    const [good] = await articles();
    assert.ok(good);
    const broken = { ...good, get articles(): never { throw new Error('reader broke'); } };
    await assert.rejects(store.replace([{ ...good, path: '/corpus/x.txt' }, broken]), { name: 'StoreError', code: 'failed' });
    assert.deepEqual(await snapshot(store), before);
  });

  it('shows the state before or after a change, never half of it, and lets go of the thread in between', async () => {
    const store = await start();
    const many = await Promise.all(Array.from({ length: 400 }, (_, i) => indexed(fileSystem, `/corpus/${i}.txt`, {
      text: `Ada${i} Holm met Bea${i} Hill. `.repeat(20), names: { [`Ada${i} Holm`]: { kind: 'person' }, [`Bea${i} Hill`]: { kind: 'person' } },
    })));
    let turns = 0;
    let busy = true;
    const seen = new Set<number>();
    const watch = async (): Promise<void> => {
      while (busy) {
        await new Promise((resolve) => setImmediate(resolve));
        turns++;
        seen.add((await store.counts()).articles);
      }
    };
    const watching = watch();
    await store.replace(many);
    busy = false;
    await watching;
    assert.ok(turns > 5, `the thread was let go ${turns} times`);
    assert.deepEqual([...seen].filter((count) => count !== 0 && count !== 400), []);
  });

  it('is one index for two windows', async () => {
    const first = await start();
    const second = await start();
    await first.replace(await articles());
    assert.deepEqual(await snapshot(second), await snapshot(first));
    await Promise.all([first.remove(['/corpus/old.txt']), second.remove(['/corpus/aden.txt'])]);
    assert.equal((await first.counts()).articles, 3);
    assert.deepEqual(await snapshot(second), await snapshot(first));
  });

  it('tells one window what the other has written', async () => {
    const first = await start();
    const second = await start();
    const told = new Promise<void>((resolve) => { second.onDidChange(resolve); });
    await first.replace(await articles());
    // The store's own timer keeps no process alive; this one does until it has looked.
    const alive = setInterval(() => undefined, 50);
    await told;
    clearInterval(alive);
    assert.equal((await second.counts()).articles, 5);
  });

  it('leaves nothing beside its own files', async () => {
    await filled();
    assert.deepEqual(readdirSync(folder).filter((name) => !name.startsWith('index.sqlite')), []);
    assert.ok(existsSync(file));
  });
});

function overwrite(file: string, position: number, length: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(length, 0xa5), 0, length, position);
  closeSync(handle);
}
