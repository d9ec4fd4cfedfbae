import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createIndexer, type Indexer } from '../../src/corpus/indexer/indexer';
import { createInlinePool } from '../../src/platform/inlinePool';
import { nodeFileSystem } from '../../src/platform/nodeFileSystem';
import { createNodeWatcher } from '../../src/platform/nodeWatcher';
import { systemClock } from '../../src/platform/systemClock';
import { RecordingStore } from '../support/recordingStore';
import { until } from '../support/until';
import { keptLog, temporaryDirectory } from './temporary';

describe('index of a real folder', () => {
  const directory = temporaryDirectory();
  const log = keptLog();
  let store: RecordingStore, indexer: Indexer;

  beforeEach(() => {
    store = new RecordingStore();
    indexer = createIndexer({
      store, log, clock: systemClock, fileSystem: nodeFileSystem, watcher: createNodeWatcher({ log }), pool: createInlinePool(), onProgress: () => {},
    });
  });
  afterEach(() => indexer.dispose());

  /** The index comes to hold exactly these files. A busy machine may take longer than the two seconds that writers are promised. */
  async function expectSoon(...names: string[]): Promise<void> {
    const expected = names.map((name) => directory.at('seeds', name)).sort();
    await until(() => store.articles.join() === expected.join());
    assert.deepEqual(store.articles, expected);
  }

  it('follows what happens in it outside the editor', async () => {
    mkdirSync(directory.at('seeds'));
    writeFileSync(directory.at('seeds', 'a.txt'), 'The harbour was closed.');
    await indexer.start([directory.at('seeds')], ['**/drafts/**']);
    await expectSoon('a.txt');
    writeFileSync(directory.at('seeds', 'b.md'), 'The bridge fell.');
    await expectSoon('a.txt', 'b.md');
    renameSync(directory.at('seeds', 'b.md'), directory.at('seeds', 'c.md'));
    await expectSoon('a.txt', 'c.md');
    mkdirSync(directory.at('seeds', 'more', 'deep'), { recursive: true });
    writeFileSync(directory.at('seeds', 'more', 'deep', 'd.txt'), 'The road was lost.');
    await expectSoon('a.txt', 'c.md', 'more/deep/d.txt');
    renameSync(directory.at('seeds', 'more'), directory.at('seeds', 'less'));
    await expectSoon('a.txt', 'c.md', 'less/deep/d.txt');
    rmSync(directory.at('seeds', 'less'), { recursive: true });
    await expectSoon('a.txt', 'c.md');
    writeFileSync(directory.at('seeds', 'a.txt'), 'The harbour was opened.');
    await until(() => store.files.get(directory.at('seeds', 'a.txt'))!.articles[0]!.text.includes('opened'));
    assert.match(store.files.get(directory.at('seeds', 'a.txt'))!.articles[0]!.text, /opened/);
  });

  it('notices a folder that is made later, and one that is taken away', async () => {
    await indexer.start([directory.at('seeds')], []);
    mkdirSync(directory.at('seeds'));
    writeFileSync(directory.at('seeds', 'a.txt'), 'The harbour was closed.');
    await expectSoon('a.txt');
    rmSync(directory.at('seeds'), { recursive: true });
    await expectSoon();
  });

  it('follows a thousand files that come and go at once', async () => {
    mkdirSync(directory.at('seeds'));
    await indexer.start([directory.at('seeds')], []);
    for (let i = 0; i < 1000; i++) writeFileSync(directory.at('seeds', `${i}.txt`), `Ship ${i} left.`);
    await until(() => store.files.size === 1000);
    assert.equal(store.files.size, 1000);
    for (let i = 0; i < 1000; i++) rmSync(directory.at('seeds', `${i}.txt`));
    await until(() => store.files.size === 0);
    assert.equal(store.files.size, 0);
  });
});
