import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Loads the model in a process of its own and prints the bytes that stay: on the heap, and in arrays beside it. */
const measure = `
const kept = () => { gc(); gc(); const { heapUsed, arrayBuffers } = process.memoryUsage(); return heapUsed + arrayBuffers; };
const before = kept();
const { model } = require(process.argv[1]);
model().gazetteer.word('oslo');
console.log(kept() - before);
`;

/** Megabytes that the weights of the name tagger and the gazetteer hold once they are loaded, their packed form included. */
export async function memoryOfModel(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-memory-'));
  try {
    const outfile = join(folder, 'model.cjs');
    await build({ entryPoints: [join(import.meta.dirname, '../../../src/language/names/model.ts')], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20', minify: true, logLevel: 'warning' });
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', '-e', measure, outfile], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the model could not be measured: ${stderr}`);
    return Number(stdout) / 1e6;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
