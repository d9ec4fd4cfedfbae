import assert from 'node:assert/strict';
import { createChangeBuffer } from '../../../src/corpus/indexer/changeBuffer';
import { until } from '../../support/until';

describe('change buffer', () => {
  const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

  it('gathers the steps of one save', async () => {
    const delivered: (readonly string[])[] = [];
    const buffer = createChangeBuffer({ clock: { now: Date.now }, quiet: 20, apart: 40, deliver: (paths) => delivered.push(paths) });
    buffer.add(['/a']);
    buffer.add(['/a', '/b']);
    // What changed a moment later may come a moment later; what changed twice comes once.
    await until(() => delivered.flat().includes('/b'));
    await wait(100);
    assert.deepEqual(delivered.flat().sort(), ['/a', '/b']);
    buffer.dispose();
  });

  it('delivers although the clock is set back', async () => {
    const delivered: string[] = [];
    let offset = 0;
    const buffer = createChangeBuffer({ clock: { now: () => Date.now() + offset }, quiet: 20, apart: 40, deliver: (paths) => delivered.push(...paths) });
    buffer.add(['/a']);
    offset = -3_600_000;
    await until(() => delivered.length > 0);
    assert.deepEqual(delivered, ['/a']);
    buffer.add(['/a']);
    await until(() => delivered.length > 1);
    assert.deepEqual(delivered, ['/a', '/a']);
    buffer.dispose();
  });

  it('delivers nothing after its end', async () => {
    const delivered: string[] = [];
    const buffer = createChangeBuffer({ clock: { now: Date.now }, quiet: 5, apart: 5, deliver: (paths) => delivered.push(...paths) });
    buffer.add(['/a']);
    buffer.dispose();
    await wait(40);
    assert.deepEqual(delivered, []);
  });
});
