import assert from 'node:assert/strict';
import { throttle } from '../../src/server/throttle';
import { until } from '../support/until';

describe('throttle', () => {
  it('runs at once, once more for all calls meanwhile, and never twice at the same time', async () => {
    let runs = 0, at = 0, most = 0;
    const call = throttle(5, async () => {
      runs++;
      most = Math.max(most, ++at);
      await new Promise((resolve) => setTimeout(resolve, 10));
      at--;
    });
    call();
    assert.equal(runs, 1);
    for (let i = 0; i < 20; i++) call();
    await until(() => runs === 2 && at === 0);
    // Nobody has called since: nothing more comes.
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual([runs, most], [2, 1]);
    call();
    assert.equal(runs, 3);
  });
  it('goes on after a failure', async () => {
    let runs = 0;
    const call = throttle(1, () => { runs++; return Promise.reject(new Error('no')); });
    call();
    await until(() => {
      call();
      return runs >= 2;
    });
    assert.ok(runs >= 2);
  });
});
