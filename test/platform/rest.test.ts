import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { collectGarbage, whenAtRest } from '../../src/platform/rest';
import { until } from '../support/until';

describe('rest', () => {
  it('is told twice after work, and again only after further work', async () => {
    let told = 0, looks = 0, busy = 0;
    const end = whenAtRest(() => { told++; return Promise.resolve(); }, 1, () => { looks++; return busy; });
    const look = async (times: number): Promise<void> => { const wanted = looks + times; await until(() => looks >= wanted); };
    try {
      await look(20);
      assert.equal(told, 2);
      busy = 0.5;
      await look(20);
      assert.equal(told, 2);
      busy = 0;
      await look(20);
      assert.equal(told, 4);
    } finally {
      end();
    }
    const seen = looks;
    await wait(20);
    assert.equal(looks, seen);
  });

  it('gives the memory of dead objects back', () => {
    const held: { dead?: object[] } = { dead: Array.from({ length: 400_000 }, (_, i) => ({ i })) };
    const before = process.memoryUsage().heapUsed;
    delete held.dead;
    collectGarbage();
    assert.ok(process.memoryUsage().heapUsed < before - 8_000_000);
  });
});
