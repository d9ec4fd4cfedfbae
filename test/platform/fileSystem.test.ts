import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createFilter } from '../../src/corpus/indexer/filter';
import { readCorpusFile } from '../../src/corpus/indexer/readCorpusFile';
import { scan } from '../../src/corpus/indexer/scan';
import { neverCancelled } from '../../src/corpus/ports';
import { hashBytes } from '../../src/platform/hash';
import { blockingFileSystem, nodeFileSystem } from '../../src/platform/nodeFileSystem';
import { temporaryDirectory } from './temporary';

for (const [name, fileSystem] of Object.entries({ nodeFileSystem, blockingFileSystem })) {
  describe(name, () => {
    const directory = temporaryDirectory();

    it('tells files, directories and links apart', async () => {
      mkdirSync(directory.at('in'));
      writeFileSync(directory.at('a.txt'), 'Zoë');
      symlinkSync(directory.at('in'), directory.at('link'));
      symlinkSync(directory.at('nowhere'), directory.at('dead'));
      const entries = [...await fileSystem.readDirectory(directory.path)].sort((a, b) => a.name.localeCompare(b.name));
      assert.deepEqual(entries, [{ name: 'a.txt', kind: 'file' }, { name: 'dead', kind: 'other', link: true }, { name: 'in', kind: 'directory' }, { name: 'link', kind: 'directory', link: true }]);
      assert.deepEqual(await fileSystem.stat(directory.at('a.txt')).then(({ kind, size }) => ({ kind, size })), { kind: 'file', size: 4 });
      assert.equal(await fileSystem.realPath(directory.at('link')), directory.at('in'));
      assert.deepEqual([...await fileSystem.readFile(directory.at('a.txt'))], [...Buffer.from('Zoë')]);
    });

    it('rejects with the code of the system', async () => {
      await assert.rejects(fileSystem.stat(directory.at('no')), { code: 'ENOENT' });
      await assert.rejects(fileSystem.readFile(directory.path), { code: 'EISDIR' });
    });

    it('is scanned with links in a circle', async () => {
      mkdirSync(directory.at('in'));
      writeFileSync(directory.at('in', 'a.txt'), 'a');
      symlinkSync(directory.path, directory.at('in', 'up'));
      symlinkSync(directory.at('self'), directory.at('self'));
      const files: string[] = [], problems: string[] = [];
      for await (const step of scan({ folders: [directory.path], filter: createFilter([directory.path], []), fileSystem, cancellation: neverCancelled })) {
        files.push(...step.files.map((file) => file.path));
        problems.push(...step.problems.map((problem) => `${problem.code} ${problem.path}`));
      }
      assert.deepEqual(files, [directory.at('in', 'a.txt')]);
      assert.deepEqual(problems.sort(), [`loop ${directory.at('in', 'up')}`, `loop ${directory.at('self')}`]);
    });

    it('gives a problem for a file that may not be read', async function () {
      if (process.platform === 'win32') this.skip();
      writeFileSync(directory.at('locked.txt'), 'words');
      chmodSync(directory.at('locked.txt'), 0);
      chmodSync(directory.path, 0o755);
      // Root may read everything, so the look is taken as somebody else.
      const root = process.geteuid?.() === 0;
      if (root) process.seteuid?.(65534);
      try {
        const result = await readCorpusFile(directory.at('locked.txt'), undefined, { fileSystem, hash: hashBytes });
        assert.ok('problems' in result);
        assert.deepEqual(result.problems.map((problem) => problem.code), ['unreadable']);
        assert.match(result.problems[0]!.message, /locked\.txt.*EACCES/);
      } finally {
        if (root) process.seteuid?.(0);
      }
    });
  });
}
