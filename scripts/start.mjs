/** Starts an editor with Attest in it and the sample corpus; see start/main.ts. */
import { createRequire } from 'node:module';
import { ensureInstalled } from './installed.mjs';

ensureInstalled();
const require = createRequire(import.meta.url);
// The rest is TypeScript, which the Node at hand may not read by itself.
require('tsx/cjs');
process.exitCode = await require('./start/main.ts').main(process.argv.slice(2));
