import eslint from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Which rooms of `src/` a room may import besides itself (docs/architecture.md; `test/house` checks the bundles too). */
export const mayImport = {
  article: [],
  language: [],
  corpus: ['article', 'language'],
  draft: ['language'],
  features: ['corpus', 'draft', 'language', 'article'],
  platform: ['corpus', 'article', 'language'],
  server: ['features', 'corpus', 'draft', 'article', 'platform'],
  cli: ['features', 'corpus', 'draft', 'article', 'platform'],
  webview: [],
  extension: [],
};

const rooms = Object.keys(mayImport);

/** Rooms of which another may import one file. @type {Record<string, readonly string[]>} */
const partly = { extension: ['server', 'webview'], webview: ['server'] };

/** @param {string} room */
function importRule(room) {
  const forbidden = rooms.filter((other) => other !== room && !mayImport[room].includes(other));
  const patterns = [
    {
      group: forbidden.flatMap((other) => (partly[room]?.includes(other) ? [] : [`**/${other}`, `**/${other}/**`])),
      message: `src/${room} may import only: ${mayImport[room].join(', ') || 'nothing of ours'}.`,
    },
  ];
  if (partly[room]) patterns.push({ regex: '/server/(?!protocol$)', message: 'Of the server only its protocol is known here.' });
  if (room === 'extension') patterns.push({ regex: '/timeline/(?!messages$)', message: 'The extension knows of the web view only its messages.' });
  else {
    patterns.push({ group: ['vscode'], message: 'Only src/extension knows the editor.' });
  }
  if (room !== 'platform' && room !== 'server' && room !== 'cli' && room !== 'extension') {
    patterns.push({ group: ['node:*', 'fs', 'fs/*', 'path', 'os'], message: 'File system, clock and log come in as ports.' });
  }
  if (room !== 'server' && room !== 'extension') {
    patterns.push({ group: ['vscode-languageserver*', 'vscode-languageserver*/**'], message: 'Only the server speaks LSP.' });
  }
  return {
    files: [`src/${room}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.vscode-test/', 'node_modules/', 'src/language/names/model/*.ts', 'docs/'] },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  { files: ['**/*.{mjs,js,cjs}'], languageOptions: { globals: globals.node } },
  {
    rules: {
      'max-lines': ['error', 400],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-control-regex': 'off',
      eqeqeq: 'error',
    },
  },
  {
    // Articles and drafts are anybody's: no expression may take longer than in proportion to its text.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  ...rooms.map(importRule),
);
