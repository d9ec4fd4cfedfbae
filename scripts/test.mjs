/** Runs all tests; see stages/main.ts. `npm test -- --only unit,editor` runs some of them. */
import { createRequire } from 'node:module';
import { ensureInstalled } from './installed.mjs';

ensureInstalled();
const require = createRequire(import.meta.url);
// The rest is TypeScript, which the Node at hand may not read by itself.
require('tsx/cjs');
process.exitCode = await require('./stages/main.ts').main(process.argv.slice(2));
