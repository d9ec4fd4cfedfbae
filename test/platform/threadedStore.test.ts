import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serialize } from 'node:v8';
import { createWriter } from '../../src/corpus/indexer/writer';
import { openSqliteStore, prepareFile } from '../../src/corpus/store/sqlite';
import type { PreparedFile } from '../../src/corpus/store/store';
import { nodeFileSystem } from '../../src/platform/nodeFileSystem';
import { createThreadedStore } from '../../src/platform/threadedStore';
import { describeStoreContract } from '../corpus/contract/storeContract';
import { snapshot } from '../corpus/contract/snapshot';
import { indexed } from '../support/corpusBuilder';
import { MemoryFileSystem } from '../support/memoryFileSystem';
import { silentLog } from '../support/silentLog';
import { stampsOf } from '../support/stampsOf';
import { until } from '../support/until';
import { temporaryDirectory } from './temporary';
import { bundled } from './threads';

describe('a store that writes on a thread of its own', () => {
  let folder = '', files = 0;
  before(() => { folder = mkdtempSync(path.join(tmpdir(), 'attest-thread-')); });
  after(() => rmSync(folder, { recursive: true, force: true }));
  describeStoreContract('it', async (surroundings) => {
    const file = path.join(folder, `${files++}.sqlite`);
    return createThreadedStore(await openSqliteStore({ path: file, log: silentLog, ...surroundings }), { entry: bundled('storeProgram'), path: file });
  });

  it('tells a second window what the first one has written', async () => {
    const file = path.join(folder, 'shared.sqlite'), fileSystem = new MemoryFileSystem();
    const open = async () => createThreadedStore(await openSqliteStore({ path: file, log: silentLog, fileSystem }), { entry: bundled('storeProgram'), path: file });
    const first = await open(), second = await open();
    let told = 0;
    second.onDidChange(() => told++);
    await first.replace([await indexed(fileSystem, '/c/a.txt', { text: 'Ada Holm spoke.', names: { 'Ada Holm': { kind: 'person' } } })]);
    await until(() => told > 0);
    assert.equal((await second.namesByForm('Holm'))[0]?.canonical, 'Ada Holm');
    await second.replace([await indexed(fileSystem, '/c/b.txt', { text: 'Bo Lind spoke.', names: { 'Bo Lind': { kind: 'person' } } })]);
    assert.equal((await first.counts()).articles, 2);
    await Promise.all([first.close(), second.close()]);
  });

  it('stores the others of a batch in which one cannot be stored', async () => {
    const file = path.join(folder, 'batch.sqlite'), fileSystem = new MemoryFileSystem();
    const store = createThreadedStore(await openSqliteStore({ path: file, log: silentLog, fileSystem }), { entry: bundled('storeProgram'), path: file });
    const ready = async (name: string, spoilt: boolean): Promise<PreparedFile> => {
      const prepared = prepareFile(await indexed(fileSystem, `/c/${name}.txt`, { text: `${name} spoke.` })), bytes = serialize(prepared.prepared);
      return { ...prepared, prepared: spoilt ? new Uint8Array([1, 2, 3]) : Uint8Array.from(bytes) };
    };
    const failures: unknown[] = [], writer = createWriter({ store, log: silentLog, batchBytes: 1_000_000, clock: { now: () => 0 }, written: () => undefined, failed: (error) => failures.push(error) });
    for (const [name, spoilt] of [['Ada', false], ['Bo', true], ['Cy', false]] as const) writer.replace(await ready(name, spoilt));
    await writer.flush();
    assert.deepEqual([[...(await stampsOf(store)).keys()].sort(), failures], [['/c/Ada.txt', '/c/Cy.txt'], []]);
    await store.close();
  });

  it('ends its thread when nothing is written any more, and starts another when something is', async () => {
    const file = path.join(folder, 'resting.sqlite'), fileSystem = new MemoryFileSystem();
    const store = createThreadedStore(await openSqliteStore({ path: file, log: silentLog, fileSystem }), { entry: bundled('storeProgram'), path: file, restAfter: 10, endAfter: 10 });
    await store.replace([await indexed(fileSystem, '/c/a.txt', { text: 'One.' })]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await store.replace([await indexed(fileSystem, '/c/b.txt', { text: 'Two.' })]);
    assert.equal((await store.counts()).articles, 2);
    await store.close();
    await assert.rejects(store.replace([]), /closed/);
  });
});

describe('indexing that is killed', () => {
  const directory = temporaryDirectory();

  const openIndex = () => openSqliteStore({ path: path.join(directory.at('index'), 'index-sources.sqlite'), fileSystem: nodeFileSystem, log: silentLog });

  /** Runs the program; it is killed without warning as soon as so many files are done. Gives what it said. */
  function run(place: string, killAt?: number): Promise<string[]> {
    const child = spawn(process.execPath, [bundled('indexingProgram'), directory.at('articles'), directory.at(place), ...(killAt === undefined ? [] : [String(killAt)])], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => { said += chunk; });
    return new Promise((resolve) => child.on('close', () => resolve(said.trim().split('\n'))));
  }

  it('goes on from there when it is started again, and ends with the same index', async () => {
    mkdirSync(directory.at('articles'));
    for (let i = 0; i < 250; i++) {
      writeFileSync(directory.at('articles', `${String(i).padStart(3, '0')}.txt`), `Lisdun Post\n\nAda Holm opened bridge ${i} in Tamoor on May ${1 + (i % 28)}, 2024. “Bridge ${i} will carry the trams of the harbour,” Holm said.\n`);
    }
    const killed = await run('index', 60);
    assert.ok(!killed.includes('ready'), 'it was killed in the middle');
    const half = await openIndex(), kept = (await half.counts()).articles;
    await half.close();
    assert.ok(kept >= 60 && kept < 250, `${kept} articles were kept`);
    const again = await run('index');
    assert.ok(again.includes('ready'));
    const read = Math.max(...again.filter((line) => line.startsWith('done ')).map((line) => Number(line.slice(5))));
    assert.equal(read, 250 - kept, 'only what was missing is read');
    const resumed = await openIndex(), answers = await snapshot(resumed);
    await resumed.close();
    await run('fresh');
    const fresh = await openSqliteStore({ path: path.join(directory.at('fresh'), 'index-sources.sqlite'), fileSystem: nodeFileSystem, log: silentLog });
    assert.deepEqual(answers, await snapshot(fresh));
    await fresh.close();
  }).timeout(60_000);
});
