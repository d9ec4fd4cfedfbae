import assert from 'node:assert/strict';
import { turn } from '../../src/corpus/turns';

/** Keeps the thread for a while. */
function work(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

async function steps(name: string, count: number, seen: string[]): Promise<void> {
  for (let n = 0; n < count; n++) {
    await turn();
    seen.push(name);
    work(2);
  }
}

describe('turns', () => {
  it('let other work in before something long has ended', async () => {
    const seen: string[] = [];
    setTimeout(() => seen.push('timer'), 0);
    await steps('long', 20, seen);
    const at = seen.indexOf('timer');
    assert.ok(at > 0 && at < seen.length - 5, seen.join(' '));
  });

  it('are taken by several one after the other, and none is left out', async () => {
    const seen: string[] = [];
    await Promise.all(['a', 'b', 'c'].map((name) => steps(name, 12, seen)));
    for (const name of ['a', 'b', 'c']) {
      assert.equal(seen.filter((each) => each === name).length, 12);
      assert.ok(seen.indexOf(name) < 18, `${name} begins while the others work: ${seen.join('')}`);
    }
  });

  it('cost short work nothing', () => {
    assert.equal(turn(), undefined);
  });
});
