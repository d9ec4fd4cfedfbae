import assert from 'node:assert/strict';
import { Retry } from '../../src/server/retry';
import { until } from '../support/until';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('trying again', () => {
  it('happens once for failures that come together', async () => {
    let tries = 0;
    const retry = new Retry(() => { tries++; }, 1, 10);
    retry.failed();
    retry.failed();
    await until(() => tries > 0);
    await pause(40);
    assert.equal(tries, 1);
  });
  it('goes on as long as it fails, and ends with success', async () => {
    let tries = 0;
    const retry = new Retry(() => { if (++tries < 4) retry.failed(); else retry.succeeded(); }, 1, 4);
    retry.failed();
    await until(() => tries >= 4);
    await pause(20);
    assert.equal(tries, 4);
  });
  it('is given up when it is stopped', async () => {
    let tries = 0;
    const retry = new Retry(() => { tries++; }, 1, 10);
    retry.failed();
    retry.stop();
    await pause(30);
    assert.equal(tries, 0);
  });
});
