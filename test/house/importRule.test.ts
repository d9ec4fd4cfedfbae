import assert from 'node:assert/strict';
import path from 'node:path';
import * as esbuild from 'esbuild';

/** Which rooms a room may import besides itself; `eslint.config.mjs` states the same for the editor. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  article: [],
  language: [],
  corpus: ['article', 'language'],
  draft: ['language'],
  features: ['corpus', 'draft', 'language', 'article'],
  platform: ['corpus', 'article', 'language'],
  server: ['features', 'corpus', 'draft', 'article', 'platform'],
  cli: ['features', 'corpus', 'draft', 'article', 'platform'],
  webview: ['server/protocol.ts'],
  extension: ['server/protocol.ts', 'webview/messages.ts'],
};

const roomOf = (file: string): string | undefined => /^src\/([^/]+)\//.exec(file)?.[1];

describe('the import rule', () => {
  let inputs: esbuild.Metafile['inputs'];

  before(async () => {
    const result = await esbuild.build({
      entryPoints: ['src/extension/extension.ts', 'src/server/main.ts', 'src/cli/main.ts', 'src/webview/main.ts'],
      bundle: true, write: false, metafile: true, platform: 'node', outdir: 'unused', external: ['vscode'], logLevel: 'silent', loader: { '.bin': 'binary' },
      absWorkingDir: path.resolve(__dirname, '../..'),
    });
    inputs = result.metafile.inputs;
  });

  it('knows every room', () => {
    const rooms = new Set(Object.keys(inputs).map(roomOf).filter((room) => room !== undefined));
    assert.deepEqual([...rooms].sort(), Object.keys(mayImport).sort());
  });

  it('holds for every import of the bundles', () => {
    const broken: string[] = [];
    for (const [file, { imports }] of Object.entries(inputs)) {
      const room = roomOf(file);
      if (!room) continue;
      for (const { path: target } of imports) {
        const other = roomOf(target);
        if (!other || other === room) continue;
        const allowed = mayImport[room]!.some((name) => name === other || target === `src/${name}`);
        if (!allowed) broken.push(`${file} imports ${target}`);
      }
    }
    assert.deepEqual(broken, []);
  });

  it('lets only the store know a database, only the extension the editor, and only the outer rooms and the store a disk', () => {
    const offenders: string[] = [];
    for (const [file, { imports }] of Object.entries(inputs)) {
      if (!file.startsWith('src/')) continue;
      for (const { path: target, external } of imports) {
        if (!external) continue;
        if (target === 'node:sqlite' && !file.startsWith('src/corpus/store/')) offenders.push(`${file} imports ${target}`);
        if (target === 'vscode' && !file.startsWith('src/extension/')) offenders.push(`${file} imports ${target}`);
        if (/^(?:node:)?(?:fs|path|os|child_process|http|https|net)(?:\/|$)/.test(target) && !/^src\/(?:platform|server|cli|extension|corpus\/store)\//.test(file)) offenders.push(`${file} imports ${target}`);
      }
    }
    assert.deepEqual(offenders, []);
  });
});
