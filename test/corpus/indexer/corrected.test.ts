import assert from 'node:assert/strict';
import { articleCorrections, contentOf } from '../../../src/corpus/corrections/articles';
import { CorrectionFiles } from '../../../src/corpus/corrections/files';
import { createIndexer, type Indexer } from '../../../src/corpus/indexer/indexer';
import { createInlinePool } from '../../../src/platform/inlinePool';
import { hashBytes } from '../../../src/platform/hash';
import { systemClock } from '../../../src/platform/systemClock';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { RecordingStore } from '../../support/recordingStore';
import { silentLog } from '../../support/silentLog';
import { until } from '../../support/until';
import { HandWatcher } from './world';

const strike = 'Dock workers struck in Lorvik on Monday, Ana Marin said.\n';

describe('articles with corrections, indexed', () => {
  let files: MemoryFileSystem, store: RecordingStore, corrections: CorrectionFiles, indexer: Indexer, watcher: HandWatcher;
  const open = (): Indexer => createIndexer({
    store, fileSystem: files, watcher: watcher = new HandWatcher(), pool: createInlinePool(files), clock: systemClock, log: silentLog, onProgress: () => {}, quiet: 5, apart: 20,
    corrections: () => articleCorrections(corrections.files),
  });
  const write = async (text: string): Promise<void> => {
    files.write('/c/attest.yml', text);
    await corrections.read(['/c']);
  };
  const correct = async (text: string): Promise<void> => {
    await write(text);
    await indexer.corrected();
  };
  const stated = (path: string): (string | undefined)[] => {
    const { outlet, published } = store.files.get(path)!.articles[0]!.metadata;
    return [outlet?.value, published?.value, published?.basis];
  };
  const dates = (path: string): (string | undefined)[] => store.files.get(path)!.articles[0]!.analysis.events.map(({ date }) => date?.value).slice(0, 1);

  beforeEach(async () => {
    files = new MemoryFileSystem().write('/c/strike.txt', strike).write('/c/other.txt', 'The bridge of Tamoor fell.\n');
    store = new RecordingStore();
    corrections = new CorrectionFiles(files);
    indexer = open();
    await corrections.read(['/c']);
    await indexer.start(['/c'], []);
  });
  afterEach(() => indexer.dispose());

  it('take what the writer states, and dates that rest on it, and read no other file', async () => {
    assert.deepEqual([...stated('/c/strike.txt'), ...dates('/c/strike.txt')], [undefined, undefined, undefined, 'XXXX-WXX-1']);
    files.reset();
    await correct('articles:\n  strike.txt:\n    date: 2024-03-06\n    outlet: Lorvik Courier\n');
    assert.deepEqual([...stated('/c/strike.txt'), ...dates('/c/strike.txt')], ['Lorvik Courier', '2024-03-06', 'correction', '2024-03-04']);
    assert.deepEqual(files.read, ['/c/attest.yml', '/c/strike.txt']);
  });

  it('are as before when the lines are gone', async () => {
    const before = structuredClone([...store.files]);
    await correct('articles:\n  strike.txt:\n    date: 2024-03-06\n    title: Strike\n    author: A\n    url: https://x.example/\n');
    await correct('# nothing\n');
    assert.deepEqual([...store.files].sort(), before.sort());
  });

  it('can be said to have no known date', async () => {
    files.write('/c/dated.md', '---\ndate: 2024-03-06\n---\nDock workers struck on Monday.\n');
    await indexer.rescan();
    assert.equal(stated('/c/dated.md')[1], '2024-03-06');
    await correct('articles:\n  dated.md:\n    date: unknown\n');
    assert.equal(stated('/c/dated.md')[1], undefined);
  });

  it('keep their corrections when they are indexed anew, and a closed index takes in what was changed meanwhile', async () => {
    await correct('articles:\n  strike.txt:\n    outlet: Wire\n');
    files.write('/c/strike.txt', `${strike}More.\n`);
    await indexer.rescan();
    assert.equal(stated('/c/strike.txt')[0], 'Wire');
    await indexer.dispose();
    await write('articles:\n  strike.txt:\n    outlet: Courier\n');
    files.reset();
    indexer = open();
    await indexer.start(['/c'], []);
    assert.equal(stated('/c/strike.txt')[0], 'Courier');
    assert.deepEqual(files.read, ['/c/strike.txt']);
    await indexer.rescan();
    assert.deepEqual(files.read, ['/c/strike.txt']);
  });

  it('keep their corrections under another name, while no file has the old one', async () => {
    const content = hashBytes(new TextEncoder().encode(strike)).slice(0, 16);
    await correct(`articles:\n  strike.txt:\n    outlet: Wire\n    content: ${content}\n`);
    files.remove('/c/strike.txt').write('/c/2024/moved.txt', strike);
    watcher.tell('/c/strike.txt', '/c/2024/moved.txt');
    await until(() => store.files.has('/c/2024/moved.txt') && !store.files.has('/c/strike.txt') && stated('/c/2024/moved.txt')[0] === 'Wire');
    assert.equal(stated('/c/2024/moved.txt')[0], 'Wire');
    files.write('/c/strike.txt', 'Something else.\n');
    watcher.tell('/c/strike.txt');
    await until(() => store.files.has('/c/strike.txt') && stated('/c/2024/moved.txt')[0] === undefined);
    assert.deepEqual([stated('/c/2024/moved.txt')[0], stated('/c/strike.txt')[0]], [undefined, 'Wire']);
  });

  it('carry the hash of their bytes, whatever else', async () => {
    const plain = store.files.get('/c/strike.txt')!.stamp.hash;
    await correct('articles:\n  ./strike.txt:\n    outlet: Wire\n');
    const { hash } = store.files.get('/c/strike.txt')!.stamp;
    assert.notEqual(hash, plain);
    assert.equal(contentOf(hash), plain);
  });

  it('are compared only for files that have changed, unless corrections have', async () => {
    for (let n = 0; n < 200; n++) files.write(`/c/many/${n}.txt`, `Dock worker ${n} struck in Lorvik.\n`);
    await write('articles:\n  strike.txt:\n    outlet: Lorvik Courier\n');
    const asked: string[] = [], stands = articleCorrections(corrections.files);
    const counting = { ...stands, fieldsOf: (path: string, ...rest: [string, (other: string) => boolean]) => { asked.push(path); return stands.fieldsOf(path, ...rest); } };
    await indexer.dispose();
    indexer = createIndexer({
      store, fileSystem: files, watcher: watcher = new HandWatcher(), pool: createInlinePool(files), clock: systemClock, log: silentLog, onProgress: () => {}, quiet: 5, apart: 20, corrections: () => counting,
    });
    await indexer.start(['/c'], []);
    assert.ok(asked.length >= 200);
    asked.length = 0;
    files.write('/c/many/7.txt', 'Nobody struck in Lorvik after all.\n');
    watcher.tell('/c/many/7.txt');
    await until(() => store.files.get('/c/many/7.txt')!.articles[0]!.text.startsWith('Nobody') && indexer.state.phase === 'ready');
    assert.deepEqual([...new Set(asked)], ['/c/many/7.txt']);
    assert.deepEqual(stated('/c/strike.txt')[0], 'Lorvik Courier');
  });
});
