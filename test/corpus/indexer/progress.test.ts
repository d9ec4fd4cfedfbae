import assert from 'node:assert/strict';
import { createProgress, type IndexState } from '../../../src/corpus/indexer/state';

/** A run of 1,000 files at a pace, told to half-second steps. */
function states(files: number, milliseconds: number): IndexState[] {
  let now = 0;
  const seen: IndexState[] = [];
  const progress = createProgress({ now: () => now }, (state) => seen.push(state));
  progress.begin();
  progress.expect(1000);
  progress.scanned();
  for (let done = 0; done < 1000; done += files) {
    now += milliseconds;
    progress.settle(files);
  }
  progress.end(false);
  return seen;
}

describe('progress', () => {
  it('says how long the rest takes once there is enough to tell by, and is right', () => {
    const all = states(10, 500), told = all.filter(({ remaining }) => remaining !== undefined);
    assert.ok(told.length > 50);
    for (const { done, remaining } of told) assert.ok(Math.abs(remaining! - (1000 - done) / 20) <= 2, `${done} done, ${remaining} s said`);
    assert.equal(all[5]?.remaining, undefined);
  });

  it('says nothing where the run is short, and nothing at its end', () => {
    assert.deepEqual(states(100, 100).filter(({ remaining }) => remaining !== undefined), []);
    assert.equal(states(10, 500).at(-1)?.remaining, undefined);
  });
});
