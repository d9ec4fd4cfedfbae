import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';

const root = path.resolve(__dirname, '../..');

describe('the notices', () => {
  it('name every package that the bundles hold, and no other', async () => {
    const { metafile } = await esbuild.build({
      entryPoints: ['src/extension/extension.ts', 'src/server/main.ts', 'src/cli/main.ts', 'src/webview/main.ts'],
      bundle: true, write: false, metafile: true, platform: 'node', outdir: 'unused', external: ['vscode'], logLevel: 'silent', mainFields: ['module', 'main'], loader: { '.bin': 'binary' }, absWorkingDir: root,
    });
    const bundled = new Set(Object.keys(metafile.inputs).flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []));
    bundled.delete('citeproc'); // a file of its own, with a section of its own
    const page = readFileSync(path.join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8');
    const named = [...page.slice(page.indexOf('## Packages in the bundles'), page.indexOf('## The model')).matchAll(/^\| ([^|]+?) \| [\d.]+ \|/gm)].map(([, name]) => name!);
    assert.deepEqual(named, [...bundled].sort());
  });
  it('carry those of the model', () => {
    const page = readFileSync(path.join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8');
    for (const line of readFileSync(path.join(root, 'src/language/names/model/NOTICE.md'), 'utf8').split('\n').filter((each) => each.startsWith('| '))) assert.ok(page.includes(line), line);
  });
});
