import assert from 'node:assert/strict';
import { Sketches } from '../../../src/corpus/store/sqlite/sketches';

const sketch = (id: number, length: number): Int32Array => Int32Array.from({ length }, (_, i) => id * 7 + i);

describe('what many articles look like', () => {
  it('is kept as it was given, changed and forgotten article by article', () => {
    const sketches = new Sketches(3), given = sketch(5, 90);
    sketches.set(5, given);
    given.fill(0);
    assert.deepEqual(sketches.get(5), sketch(5, 90));
    sketches.set(5, sketch(6, 20));
    assert.deepEqual(sketches.get(5), sketch(6, 20));
    sketches.set(8, new Int32Array(0));
    assert.equal(sketches.get(8)!.length, 0);
    sketches.delete(5);
    assert.equal(sketches.get(5), undefined);
    sketches.clear();
    assert.equal(sketches.get(8), undefined);
  });

  it('makes room by letting go of what came first, but not of what came again', () => {
    const sketches = new Sketches(2), many = 12_000;
    for (let id = 0; id < many; id++) {
      sketches.set(id, sketch(id, 60));
      if (id % 1_000 === 0) sketches.set(1, sketch(1, 61));
    }
    assert.equal(sketches.get(0), undefined);
    assert.deepEqual(sketches.get(1), sketch(1, 61));
    const kept = Array.from({ length: many }, (_, id) => id).filter((id) => sketches.get(id) !== undefined);
    assert.ok(kept.length > 4_000 && kept.length < many - 2_000, `${kept.length} kept`);
    for (const id of kept.slice(1)) assert.deepEqual(sketches.get(id), sketch(id, 60));
  });

  it('has room for one that is larger than a piece', () => {
    const sketches = new Sketches(2);
    sketches.set(1, sketch(1, 10));
    sketches.set(2, sketch(2, 600_000));
    sketches.set(3, sketch(3, 10));
    assert.equal(sketches.get(2)!.length, 600_000);
    assert.deepEqual(sketches.get(3), sketch(3, 10));
  });
});
