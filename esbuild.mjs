/**
 * Builds the bundles: the extension (`dist/extension.js`) and, loaded after it, its client of the language server (`dist/languageClient.js`), the language
 * server (`dist/server.js`, which is its own analysis worker) and the command line (`dist/cli.js`). Beside them stand what both need and is large (`dist/weights.bin`,
 * `dist/gazetteer.bin`, each with a module that reads it), citeproc-js (`dist/citeproc.js`), and the web view of the timeline (`dist/timeline.js`, `dist/timeline.css`). `--watch` rebuilds on change; `--production` minifies.
 * The metafiles in `dist/meta/` are what the import rule and the notices are checked against.
 */
import esbuild from 'esbuild';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, watchFile, writeFileSync } from 'node:fs';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** Names what the analysis of an article rests on: an index made by other code is made again. */
function analysisVersion() {
  const hash = createHash('sha256');
  for (const room of ['article', 'language', 'corpus']) {
    for (const file of readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' }).sort()) {
      const path = `src/${room}/${file}`;
      if (statSync(path).isFile()) hash.update(file.replaceAll('\\', '/')).update(readFileSync(path));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

/** citeproc-js is under another licence than the rest: it stays a file of its own, as its author wrote it, loaded when it is needed. @type {esbuild.Plugin} */
const citeproc = {
  name: 'citeproc',
  setup: (build) => build.onResolve({ filter: /^citeproc$/ }, () => ({ path: './citeproc.js', external: true })),
};

const tables = ['weights', 'gazetteer'], tableSource = (name) => `src/language/names/model/${name}.ts`;

/**
 * Large tables are one file for all bundles, and bytes: as text of a program each thread of the server would keep them twice over, as the program and as its string.
 * The module that stands in for the source gives the same string, read when it is asked for.
 */
function writeTable(name) {
  const [packed] = /[\w+/=]{1000,}/.exec(readFileSync(tableSource(name), 'utf8')) ?? [];
  if (!packed) throw new Error(`${tableSource(name)} has no table.`);
  writeFileSync(`dist/${name}.bin`, Buffer.from(packed, 'base64'));
  writeFileSync(`dist/${name}.js`, `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => require('node:fs').readFileSync(require('node:path').join(__dirname, '${name}.bin'), 'base64') });\n`);
}

/** Leaves the tables where {@link writeTable} puts them. @type {esbuild.Plugin} */
const shared = {
  name: 'shared',
  setup: (build) => build.onResolve({ filter: /\/model\/(?:weights|gazetteer)$/ }, ({ path }) => ({ path: `./${path.split('/').at(-1)}.js`, external: true })),
};

/** What a bundle loads only on use and is a bundle itself. @type {esbuild.Plugin} */
const onUse = {
  name: 'onUse',
  setup: (build) => build.onResolve({ filter: /^\.\/languageClient$/ }, ({ kind }) => (kind === 'dynamic-import' ? { path: './languageClient.js', external: true } : undefined)),
};

/** Expressions stay literals, which are compiled once; made anew at each call they take a thirtieth of the time of reading. */
const literals = { 'regexp-unicode-property-escapes': true };

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  supported: literals,
  minify: production,
  sourcemap: production ? false : 'linked',
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
  loader: { '.bin': 'binary' },
  plugins: [citeproc, shared, onUse],
  define: { 'process.env.ATTEST_ANALYSIS': JSON.stringify(analysisVersion()) },
};

const bundles = [
  // What is loaded on use is required, too: so the editor gives it its interface.
  { name: 'extension', entryPoints: ['src/extension/extension.ts'], external: ['vscode'], supported: { ...literals, 'dynamic-import': false } },
  { name: 'languageClient', entryPoints: ['src/extension/languageClient.ts'], external: ['vscode'] },
  { name: 'server', entryPoints: ['src/server/main.ts'] },
  { name: 'timeline', entryPoints: ['src/webview/main.ts'], platform: 'browser', format: 'iife', target: 'chrome128' },
  { name: 'cli', entryPoints: ['src/cli/main.ts'], banner: { js: '#!/usr/bin/env node' } },
];

mkdirSync('dist/meta', { recursive: true });
copyFileSync('node_modules/citeproc/citeproc_commonjs.js', 'dist/citeproc.js');
for (const name of tables) {
  writeTable(name);
  if (watch) watchFile(tableSource(name), () => writeTable(name));
}
for (const { name, ...options } of bundles) {
  const build = { ...common, ...options, outfile: `dist/${name}.js` };
  if (watch) {
    const context = await esbuild.context(build);
    await context.watch();
  } else {
    const result = await esbuild.build(build);
    writeFileSync(`dist/meta/${name}.json`, JSON.stringify(result.metafile));
  }
}
if (watch) console.log('watching…');
