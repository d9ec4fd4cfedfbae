import assert from 'node:assert/strict';
import { createFilter } from '../../../src/corpus/indexer/filter';
import { scan } from '../../../src/corpus/indexer/scan';
import { neverCancelled } from '../../../src/corpus/ports';
import { MemoryFileSystem } from '../../support/memoryFileSystem';

async function scanned(fileSystem: MemoryFileSystem, folders: string[], exclude: string[] = []): Promise<{ files: string[]; problems: string[] }> {
  const files: string[] = [], problems: string[] = [];
  for await (const step of scan({ folders, filter: createFilter(folders, exclude), fileSystem, cancellation: neverCancelled })) {
    files.push(...step.files.map((file) => file.path));
    problems.push(...step.problems.map((problem) => `${problem.code} ${problem.path}`));
  }
  return { files: files.sort(), problems };
}

describe('scan', () => {
  it('takes each file of nested folders once', async () => {
    const files = new MemoryFileSystem().write('/c/a.txt', 'a').write('/c/in/b.txt', 'b');
    assert.deepEqual((await scanned(files, ['/c', '/c/in'])).files, ['/c/a.txt', '/c/in/b.txt']);
  });
  it('takes a folder that an outer one excludes when it is a corpus folder itself', async () => {
    const files = new MemoryFileSystem().write('/c/a.txt', 'a').write('/c/drafts/b.txt', 'b');
    assert.deepEqual((await scanned(files, ['/c', '/c/drafts'], ['**/drafts/**'])).files, ['/c/a.txt', '/c/drafts/b.txt']);
  });
  it('names a link that leads in a circle and does not follow it', async () => {
    const files = new MemoryFileSystem().write('/c/in/a.txt', 'a').link('/c/in/up', '/c').link('/c/self', '/c/self');
    const { files: found, problems } = await scanned(files, ['/c']);
    assert.deepEqual(found, ['/c/in/a.txt']);
    assert.deepEqual(problems.sort(), ['loop /c/in/up', 'loop /c/self']);
  });
  it('follows a link that leads elsewhere, and prefers the plain path of what two ways lead to', async () => {
    const files = new MemoryFileSystem().write('/c/z/a.txt', 'a').link('/c/b', '/c/z').link('/c/one.txt', '/c/z/a.txt').write('/far/f.txt', 'f').link('/c/far', '/far').link('/c/gone', '/nowhere');
    assert.deepEqual(await scanned(files, ['/c']), { files: ['/c/far/f.txt', '/c/z/a.txt'], problems: [] });
  });
  it('names a directory that cannot be read', async () => {
    const files = new MemoryFileSystem().write('/c/a.txt', 'a').write('/c/locked/b.txt', 'b').fail('/c/locked', 'EACCES');
    assert.deepEqual(await scanned(files, ['/c']), { files: ['/c/a.txt'], problems: ['unreadable /c/locked'] });
  });
  it('looks no directory up twice and stats each file once', async () => {
    const files = new MemoryFileSystem();
    for (let i = 0; i < 40; i++) files.write(`/c/${i % 4}/${i}.txt`, 'x');
    files.reset();
    await scanned(files, ['/c']);
    assert.equal(files.calls.readDirectory, 5);
    assert.equal(files.calls.stat, 45);
  });
});

describe('exclusions', () => {
  const check = (glob: string, expected: Record<string, boolean>): void => {
    const filter = createFilter(['/w/seeds'], [glob]);
    for (const [path, excluded] of Object.entries(expected)) assert.equal(filter.excludes(path, '/w/seeds'), excluded, `${glob} ${path}`);
  };
  it('match below the folder', () => {
    check('**/drafts/**', { '/w/seeds/drafts': true, '/w/seeds/drafts/a.md': true, '/w/seeds/x/drafts/a.md': true, '/w/seeds/my drafts.md': false, '/w/seeds': false });
    check('*.log.txt', { '/w/seeds/a.log.txt': true, '/w/seeds/x/a.log.txt': false, '/w/seeds/a.txt': false });
    check('old', { '/w/seeds/old': true, '/w/seeds/old/a.txt': true, '/w/seeds/older/a.txt': false });
  });
  it('may begin with the name of the folder', () => {
    check('seeds/old/**', { '/w/seeds/old/a.txt': true, '/w/seeds/a.txt': false });
  });
  it('that would take forever to match are passed over, named', () => {
    const refused: string[] = [];
    const filter = createFilter(['/c'], ['*a*a*a*a*a*a*b'], (glob) => refused.push(glob));
    assert.deepEqual(refused, ['*a*a*a*a*a*a*b']);
    assert.equal(filter.excludes(`/c/${'a'.repeat(200)}`, '/c'), false);
  });
});
