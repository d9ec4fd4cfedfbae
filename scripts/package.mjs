/** Builds attest.vsix; see stages/packaged.ts. */
import { createRequire } from 'node:module';
import { ensureInstalled } from './installed.mjs';

ensureInstalled();
const require = createRequire(import.meta.url);
// The rest is TypeScript, which the Node at hand may not read by itself.
require('tsx/cjs');
process.exitCode = await require('./stages/packaged.ts').main(process.argv.slice(2));
