import assert from 'node:assert/strict';
import { createIndexer } from '../../../src/corpus/indexer/indexer';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import type { CorpusStore } from '../../../src/corpus/store/store';
import { hashBytes } from '../../../src/platform/hash';
import { createInlinePool } from '../../../src/platform/inlinePool';
import { systemClock } from '../../../src/platform/systemClock';
import { keptLog } from '../../platform/temporary';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { HandWatcher } from './world';

describe('indexer over the embedded store', () => {
  const log = keptLog();
  let files: MemoryFileSystem, store: CorpusStore;
  const run = async (): Promise<void> => {
    const indexer = createIndexer({ store, fileSystem: files, watcher: new HandWatcher(), pool: createInlinePool(files), clock: systemClock, log, onProgress: () => {} });
    await indexer.start(['/c'], []);
    assert.equal(indexer.state.phase, 'ready', indexer.state.message);
    await indexer.dispose();
  };

  beforeEach(async () => {
    files = new MemoryFileSystem();
    store = await openSqliteStore({ path: ':memory:', fileSystem: files, hash: hashBytes, log });
  });
  afterEach(() => store.close());

  it('gives back what the files say, stamps and problems included', async () => {
    files.write('/c/a.txt', 'By Mara Lindqvist\n\nADVERTISEMENT\n\n“The harbour is closed,” mayor Juan Vega said on Monday in Lisdun.\n')
      .write('/c/b.md', '---\ntitle: Cracks\nsource: Lisdun Herald\ndate: 2024-04-12\n---\nThe wall of Lisdun cracked.\n').write('/c/bad.txt', new Uint8Array([0, 1]))
      .write('/c/p.pdf', 'x').link('/c/up', '/c');
    await run();
    assert.deepEqual({ ...await store.counts(), names: 0, quotations: 0, events: 0, words: 0 }, { files: 5, articles: 2, names: 0, quotations: 0, events: 0, words: 0 });
    assert.deepEqual((await store.problems()).map((problem) => `${problem.code} ${problem.path}`).sort(), ['binary /c/bad.txt', 'loop /c/up', 'no-reader /c/p.pdf']);
    const [dated, undated] = await store.articles({ offset: 0, limit: 9 });
    assert.deepEqual([dated!.metadata.title?.value, dated!.metadata.outlet?.value, dated!.metadata.published?.value], ['Cracks', 'Lisdun Herald', '2024-04-12']);
    assert.equal(undated!.metadata.byline?.value, 'Mara Lindqvist');
    assert.equal(undated!.metadata.published, undefined);
    assert.deepEqual((await store.quotationsOf(undated!.id)).map((quotation) => quotation.passage.text), ['The harbour is closed,']);
  });

  it('reads no file again that the store knows', async () => {
    for (let i = 0; i < 20; i++) files.write(`/c/${i}.txt`, `Ship ${i} left the harbour of Lisdun.`);
    files.write('/c/bad.txt', new Uint8Array([0, 1])).write('/c/p.pdf', 'x').link('/c/up', '/c');
    await run();
    let changes = 0;
    store.onDidChange(() => { changes++; });
    files.reset();
    await run();
    assert.deepEqual([files.calls.readFile, changes], [0, 0]);
    files.touch('/c/3.txt').remove('/c/4.txt').write('/c/5.txt', 'The bridge fell.');
    await run();
    assert.equal(files.calls.readFile, 2);
    assert.equal((await store.counts()).articles, 19);
  });
});
