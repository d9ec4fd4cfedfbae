import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { attest, buildBundles } from './terminal';

describe('attest with a file of corrections', () => {
  let folder: string;
  const events = (): ReturnType<typeof attest> => attest(['events', '--corpus', path.join(folder, 'seeds')]);
  before(async () => {
    await buildBundles();
    folder = await mkdtemp(path.join(os.tmpdir(), 'attest-corrections-'));
    await cp('seeds', path.join(folder, 'seeds'), { recursive: true });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('hides what it hides, dates what it dates, and names its mistakes by line', async () => {
    const before = await events();
    assert.match(before.out, /Hamas attacks Israel/);
    assert.doesNotMatch(before.out, /2020/);
    await writeFile(path.join(folder, 'seeds/attest.yml'), 'events:\n  hide: [Hamas attacks Israel]\narticles:\n  000_5678d4bdc6f3dbc2.txt:\n    date: 2020-01-08\nnames:\n  no-name: [Nobody At All]\n');
    const after = await events();
    assert.doesNotMatch(after.out, /Hamas attacks Israel/);
    assert.match(after.out, /2020/);
    assert.match(after.err, /attest\.yml:7: No name of the corpus is spelled “Nobody At All”/);
  });
});
