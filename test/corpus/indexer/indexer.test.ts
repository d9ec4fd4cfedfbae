import assert from 'node:assert/strict';
import { StoreError } from '../../../src/corpus/store/store';
import { createInlinePool } from '../../../src/platform/inlinePool';
import { createWorld, type World } from './world';

const article = (n: number): string => `The harbour of Lisdun was closed for the ${n}th day, the mayor said.\n`;

describe('indexer', () => {
  let world: World;
  beforeEach(() => { world = createWorld(); });
  afterEach(() => world.indexer.dispose());

  it('indexes what the folders hold and nothing else', async () => {
    world.files.write('/c/a.txt', article(1)).write('/c/deep/er/b.md', article(2)).write('/c/x.png', 'x').write('/c/y.pdf', 'x')
      .write('/c/drafts/d.md', article(3)).write('/c/.git/e.txt', article(4)).write('/c/node_modules/f.txt', article(5)).write('/other/g.txt', article(6));
    await world.indexer.start(['/c', '/missing'], ['**/drafts/**']);
    assert.deepEqual(world.store.articles, ['/c/a.txt', '/c/deep/er/b.md']);
    assert.deepEqual(world.store.problems, ['no-reader /c/y.pdf']);
    assert.equal(world.indexer.state.phase, 'ready');
    assert.equal(world.indexer.state.done, world.indexer.state.total);
  });

  it('reads no file of an unchanged corpus', async () => {
    for (let i = 0; i < 50; i++) world.files.write(`/c/${i % 5}/${i}.txt`, article(i));
    world.files.write('/c/bad.txt', new Uint8Array([1, 0, 2])).write('/c/p.docx', 'x');
    await world.indexer.start(['/c'], []);
    assert.equal(world.files.calls.readFile, 51);
    world.files.reset();
    const again = createWorld({ files: world.files, store: world.store });
    const batches = world.store.batches.length;
    await again.indexer.start(['/c'], []);
    assert.equal(world.files.calls.readFile, 0);
    assert.equal(world.store.batches.length, batches);
    assert.equal(again.indexer.state.phase, 'ready');
    await again.indexer.dispose();
  });

  it('reads a touched file once and analyses it not at all', async () => {
    world.files.write('/c/a.txt', article(1));
    await world.indexer.start(['/c'], []);
    world.files.touch('/c/a.txt').reset();
    await world.indexer.rescan();
    assert.equal(world.files.calls.readFile, 1);
    assert.deepEqual([world.store.batches.length, world.store.restamps], [1, 1]);
    await world.indexer.rescan();
    assert.equal(world.files.calls.readFile, 1);
  });

  it('follows files that are created, changed, renamed and deleted', async () => {
    world.files.write('/c/a.txt', article(1)).write('/c/b.txt', article(2));
    await world.indexer.start(['/c'], []);
    world.files.write('/c/n.txt', article(3)).write('/c/a.txt', 'The bridge of Tamoor fell.').remove('/c/b.txt').write('/c/b2.txt', article(2));
    world.watcher.tell('/c/n.txt', '/c/a.txt', '/c/b.txt', '/c/b2.txt');
    await world.until(() => world.store.articles.length === 3 && world.store.files.get('/c/a.txt')!.articles[0]!.text.includes('Tamoor'));
    assert.deepEqual(world.store.articles, ['/c/a.txt', '/c/b2.txt', '/c/n.txt']);
    assert.equal(world.store.files.get('/c/a.txt')!.articles[0]!.text, 'The bridge of Tamoor fell.');
    await world.until(() => world.indexer.state.phase === 'ready');
    assert.equal(world.indexer.state.phase, 'ready');
  });

  it('takes in a directory that appears and drops all below one that goes', async () => {
    world.files.write('/c/keep.txt', article(0)).write('/c/old/1.txt', article(1)).write('/c/old/in/2.txt', article(2)).write('/c/older.txt', article(9));
    await world.indexer.start(['/c'], []);
    world.files.remove('/c/old').write('/c/new/3.txt', article(3));
    world.watcher.tell('/c/old', '/c/new');
    await world.until(() => world.store.articles.length === 3);
    assert.deepEqual(world.store.articles, ['/c/keep.txt', '/c/new/3.txt', '/c/older.txt']);
  });

  it('empties the index when the corpus folder goes and fills it when it comes back', async () => {
    world.files.write('/c/1.txt', article(1)).write('/c/2.txt', article(2));
    await world.indexer.start(['/c'], []);
    world.files.remove('/c');
    world.watcher.tell('/c');
    await world.until(() => world.store.files.size === 0);
    assert.equal(world.store.files.size, 0);
    world.files.write('/c/1.txt', article(1));
    world.watcher.tell('/c');
    await world.until(() => world.store.files.size === 1);
    assert.deepEqual(world.store.articles, ['/c/1.txt']);
  });

  it('keeps what is indexed below a folder that does not answer', async () => {
    world.files.write('/c/a.txt', article(1)).write('/c/net/b.txt', article(2));
    await world.indexer.start(['/c'], []);
    world.files.fail('/c/net', 'EIO');
    await world.indexer.rescan();
    assert.deepEqual(world.store.articles, ['/c/a.txt', '/c/net/b.txt']);
    assert.deepEqual(world.store.problems, ['unreadable /c/net']);
    world.files.fail('/c/net', undefined);
    await world.indexer.rescan();
    assert.deepEqual(world.store.problems, []);
  });

  it('drops what stands below a folder that may not be read any more, and names the folder', async () => {
    world.files.write('/c/a.txt', article(1)).write('/c/shut/b.txt', article(2));
    await world.indexer.start(['/c'], []);
    world.files.fail('/c/shut', 'EACCES');
    world.watcher.tell('/c/shut');
    await world.until(() => world.store.articles.length === 1);
    assert.deepEqual([world.store.articles, world.store.problems], [['/c/a.txt'], ['unreadable /c/shut']]);
    world.files.fail('/c/shut', undefined);
    world.watcher.tell('/c/shut');
    await world.until(() => world.store.articles.length === 2 && world.store.problems.length === 0);
    assert.deepEqual([world.store.articles, world.store.problems], [['/c/a.txt', '/c/shut/b.txt'], []]);
  });

  it('leaves changes outside the folders, in drafts and in hidden folders alone', async () => {
    world.files.write('/c/a.txt', article(1));
    await world.indexer.start(['/c'], ['**/drafts/**']);
    world.files.write('/c/drafts/d.md', article(2)).write('/c/.x/e.txt', article(3)).write('/cc/f.txt', article(4)).write('/c/end.txt', article(5)).reset();
    world.indexer.changed(['/c/drafts/d.md', '/c/.x/e.txt', '/cc/f.txt', '/c/end.txt']);
    await world.until(() => world.store.articles.length === 2);
    assert.deepEqual(world.store.articles, ['/c/a.txt', '/c/end.txt']);
    assert.equal(world.files.calls.readFile, 1);
  });

  it('names each file that gives no article and indexes the rest', async () => {
    world.files.write('/c/ok.txt', article(1)).write('/c/bin.txt', new Uint8Array([80, 75, 3, 4, 0, 0, 7])).write('/c/empty.txt', ' \n')
      .write('/c/latin.txt', new Uint8Array([...new TextEncoder().encode('Caf'), 0xe9, ...new TextEncoder().encode(' owners met.')]))
      .write('/c/huge.txt', new Uint8Array(50 * 1024 * 1024).fill(97)).write('/c/locked.txt', article(2)).fail('/c/locked.txt', 'EACCES');
    await world.indexer.start(['/c'], []);
    assert.deepEqual(world.store.problems, ['binary /c/bin.txt', 'empty /c/empty.txt', 'encoding /c/latin.txt', 'too-large /c/huge.txt', 'unreadable /c/locked.txt']);
    assert.deepEqual(world.store.articles, ['/c/latin.txt', '/c/ok.txt']);
    assert.ok(!world.files.read.includes('/c/huge.txt'));
    for (const file of world.store.files.values()) for (const { message, path } of file.problems) assert.ok(message.includes(path.slice(3)), message);

    // Permission given back leaves no trace in size and time.
    world.files.fail('/c/locked.txt', undefined);
    await world.indexer.rescan();
    assert.ok(world.store.articles.includes('/c/locked.txt'));
  });

  it('forgets folders that are no corpus folders any more', async () => {
    world.files.write('/c/a.txt', article(1)).write('/d/b.txt', article(2));
    await world.indexer.start(['/c', '/d'], []);
    await world.indexer.start(['/d'], []);
    assert.deepEqual(world.store.articles, ['/d/b.txt']);
    assert.equal(world.watcher.open, 1);
  });

  it('says why when the store fails, and goes on when it works again', async () => {
    world.files.write('/c/a.txt', article(1));
    world.store.refuse = () => { throw new StoreError('disk-full', 'no space left'); };
    await world.indexer.start(['/c'], []);
    assert.deepEqual([world.indexer.state.phase, world.indexer.state.message], ['failed', 'no space left']);
    world.store.refuse = () => {};
    await world.indexer.rescan();
    assert.equal(world.indexer.state.phase, 'ready');
    assert.deepEqual(world.store.articles, ['/c/a.txt']);
  });

  it('says why when nothing can be analysed', async () => {
    const pool = createInlinePool(world.files);
    await pool.dispose();
    const broken = createWorld({ files: world.files.write('/c/a.txt', article(1)), pool });
    await broken.indexer.start(['/c'], []);
    assert.equal(broken.indexer.state.phase, 'failed');
    assert.match(broken.indexer.state.message ?? '', /closed/);
    await broken.indexer.dispose();
  });

  it('keeps one file the store cannot take from holding up the others', async () => {
    for (const name of ['a', 'b', 'c']) world.files.write(`/c/${name}.txt`, article(1));
    world.store.refuse = (files) => { if (files.some((file) => file.path === '/c/b.txt')) throw new StoreError('failed', 'odd row'); };
    await world.indexer.start(['/c'], []);
    assert.deepEqual(world.store.articles, ['/c/a.txt', '/c/c.txt']);
    assert.ok(world.log.some((line) => line.includes('/c/b.txt')));
    assert.ok(world.log.some((line) => line.includes('could not be stored together') && line.includes('odd row')), 'the log says why the batch was not taken');
  });
});
