/** Loaded before a server (`--import`): its clock is off by the milliseconds that stand in the file named by TORTURE_CLOCK. */
import { readFileSync } from 'node:fs';

const file = process.env.TORTURE_CLOCK ?? '', now = Date.now.bind(Date);
let offset = 0;
setInterval(() => { offset = Number(readFileSync(file, 'utf8')); }, 50).unref();
Date.now = () => now() + offset;
