/** Versions: the oldest editor that the manifest allows is the one that is tested and whose interface the compiler knows. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { newest, oldest } from '../../scripts/editor/versions';
import { manifest, root } from './manifest';

const minor = (version: string): string => /(\d+\.\d+)\./.exec(version)?.[1] ?? version;

describe('versions', () => {
  it('allows no editor older than the oldest that is tested', () => {
    assert.equal(manifest.engines.vscode, `^${oldest.vscode}`);
  });

  it('compiles against the interface of the oldest', () => {
    const types = JSON.parse(readFileSync(path.join(root, 'node_modules', '@types', 'vscode', 'package.json'), 'utf8')) as { version: string };
    assert.equal(minor(types.version), minor(oldest.vscode));
  });

  it('pairs the releases of the server with the editor they carry', () => {
    for (const release of [newest, oldest]) {
      assert.equal(release.vscode.replace(/^1\.(\d+)\..*/, '$1'), release.codeServer.replace(/^4\.(\d+)\..*/, '$1'));
    }
  });

  it('ships no dependency beside the bundles', () => {
    assert.deepEqual(manifest.dependencies ?? {}, {});
  });
});
