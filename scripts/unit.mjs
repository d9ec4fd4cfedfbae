/** Runs the unit tests that are named, else all of them, under the Node that carries SQLite with FTS5. */
import { spawnSync } from 'node:child_process';
import { nodePath } from './with-node.mjs';

const rooms = ['article', 'cli', 'corpus', 'draft', 'features', 'golden', 'house', 'language', 'platform', 'scripts', 'server', 'webview'];
const given = process.argv.slice(2);
const specs = given.some((word) => word.endsWith('.ts')) ? [] : rooms.map((room) => `test/${room}/**/*.test.ts`);
const run = spawnSync(nodePath, ['node_modules/mocha/bin/mocha.js', ...given, ...specs], { stdio: 'inherit' });
process.exit(run.status ?? 1);
