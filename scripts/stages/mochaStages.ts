/** The stages that are mocha runs in plain Node. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../editor/workspace';
import { root } from '../editor/paths';
import { run } from '../editor/run';
import { nodePath } from '../with-node.mjs';
import { packageOfThisRun } from './packaged';
import { endOf, type Count, type Stage } from './stage';

/** Everything that needs no editor: units, contracts, golden reports, the house. What belongs to it stands in `scripts/unit.mjs`. */
export const unit: Stage = { name: 'unit', heading: 'Unit tests', run: () => mocha(path.join('scripts', 'unit.mjs'), []) };

/** The manifest, and the packaged extension. */
export const packaged: Stage = {
  name: 'package',
  heading: 'Manifest and package',
  async run() {
    await packageOfThisRun();
    return mocha(path.join('scripts', 'unit.mjs'), ['test/package/**/*.test.ts']);
  },
};

async function mocha(program: string, args: readonly string[]): Promise<Count> {
  const folder = temporaryFolder('counts');
  const counts = path.join(folder, 'counts.json');
  try {
    const reporter = ['--reporter', path.join('scripts', 'stages', 'countingReporter.mjs')];
    const { code, output } = await run(nodePath, [program, ...reporter, ...args], { cwd: root, show: true, env: { ATTEST_COUNTS: counts } });
    const count = readCounts(counts);
    // A run can fail without a failing test, by an error while files are loaded, which leaves no counts, or after the last test.
    return code !== 0 && count.failed === 0 ? { ...count, failed: 1, failures: [`the run ended with ${code}\n${endOf(output)}`] } : count;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCounts(file: string): Count {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Count;
  } catch {
    return { passed: 0, failed: 0 };
  }
}
