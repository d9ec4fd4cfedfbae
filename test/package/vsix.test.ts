/** The packaged extension: what is in it, and what is not. `npm test` and `npm run package` build it. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { allMatches, manifest, root } from './manifest';

const file = path.join(root, 'attest.vsix');

/** The files below a folder of the repository, as the package names them. */
function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.posix.join('extension', path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')));
}

/** Files that ship, as the package names them, besides the pictures that the README shows. */
const allowed = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/package.json',
  'extension/package.nls.json',
  'extension/package.nls.de.json',
  'extension/l10n/bundle.l10n.json',
  'extension/l10n/bundle.l10n.de.json',
  ...filesBelow('seeds'),
  'extension/readme.md',
  'extension/changelog.md',
  'extension/LICENSE.txt',
  'extension/THIRD-PARTY-NOTICES.md',
  'extension/dist/extension.js',
  'extension/dist/languageClient.js',
  'extension/dist/server.js',
  'extension/dist/cli.js',
  'extension/dist/citeproc.js',
  'extension/dist/gazetteer.bin',
  'extension/dist/gazetteer.js',
  'extension/dist/timeline.css',
  'extension/dist/timeline.js',
  'extension/dist/weights.bin',
  'extension/dist/weights.js',
  'extension/dist/sbom.cdx.json',
  'extension/SECURITY.md',
  'extension/docs/trust.md',
  'extension/media/attest.svg',
  'extension/media/icon.png',
  'extension/schemas/attest.schema.json',
  'extension/media/timeline-dark.svg',
  'extension/media/timeline-light.svg',
];

const megabyte = 1024 * 1024;

/** All files of the package with their content. */
async function unpack(): Promise<Map<string, Buffer>> {
  const zip = await promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer)(readFileSync(file), { lazyEntries: true });
  const files = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
        stream.on('end', () => {
          files.set(entry.fileName, Buffer.concat(chunks));
          zip.readEntry();
        });
      });
    });
    zip.on('end', resolve).on('error', reject);
    zip.readEntry();
  });
  return files;
}

describe('the package', () => {
  let files: Map<string, Buffer>;
  const text = (name: string): string => files.get(name)?.toString('utf8') ?? '';

  before(async () => {
    assert.ok(existsSync(file), 'build the package first: npm run package');
    files = await unpack();
  });

  it('holds the files that are meant to ship, and no other', () => {
    const shown = allMatches(readFileSync(path.join(root, 'README.md'), 'utf8'), /(docs\/pictures\/[\w.-]+)/g);
    assert.deepEqual([...files.keys()].sort(), [...allowed, ...shown.map((name) => `extension/${name}`)].sort());
  });

  it('is below five megabytes, of which the pictures are two', () => {
    assert.ok(statSync(file).size < 5 * megabyte, `${(statSync(file).size / megabyte).toFixed(2)} MB`);
  });

  it('holds what the manifest starts', () => {
    for (const entry of [manifest.main, ...Object.values(manifest.bin)]) {
      assert.ok(text(path.posix.join('extension', entry)).length > 1000, entry);
    }
    assert.ok(files.has(`extension/${manifest.icon}`));
  });

  it('lists every package in it with version and licence, and the notices name the same', () => {
    const { bomFormat, components } = JSON.parse(text('extension/dist/sbom.cdx.json')) as { bomFormat: string; components: { name: string; version: string; licenses?: unknown[]; hashes?: unknown[] }[] };
    assert.equal(bomFormat, 'CycloneDX');
    assert.ok(components.length > 5);
    const notices = text('extension/THIRD-PARTY-NOTICES.md');
    for (const { name, version, licenses, hashes } of components) {
      assert.ok((licenses?.length ?? 0) > 0 && (hashes?.length ?? 0) > 0, name);
      assert.ok(notices.includes(name), `${name} ${version} stands in no notice`);
    }
  });

  it('runs nothing when it is installed', () => {
    const { scripts = {}, dependencies = {} } = JSON.parse(text('extension/package.json')) as { scripts?: Record<string, string>; dependencies?: Record<string, string> };
    assert.deepEqual(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$|^prepare$|^vscode:uninstall$/.test(name)), []);
    assert.deepEqual(dependencies, {});
  });

  it('names no folder of the machine that built it, and no source map', () => {
    for (const name of files.keys()) {
      if (!name.endsWith('.js')) continue;
      assert.ok(!text(name).includes(root), `${name} names ${root}`);
      assert.doesNotMatch(text(name), /\n\/\/# sourceMappingURL=/);
    }
  });

  it('has a README whose pictures are all there, and no picture that the README does not show', () => {
    const readme = text('extension/readme.md');
    const shown = allMatches(readme, /\]\((docs\/[\w./-]+\.png)\)|src="(?:docs\/[\w./-]+\.png)"/g).filter((name) => name !== '');
    for (const name of shown) assert.ok(files.has(`extension/${name}`), name);
    const folder = path.join(root, 'docs', 'pictures');
    const taken = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.png')) : [];
    assert.deepEqual(taken.filter((name) => !readme.includes(`docs/pictures/${name}`)), []);
  });
});
