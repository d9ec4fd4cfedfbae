import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countLeft, eachHeld, holds, packChunks, readPositions, setBit } from '../../../../src/corpus/store/sqlite/postings/positions';

/** Ascending positions: sparse, dense, and in runs. */
const positions = fc.array(fc.tuple(fc.constantFrom(1, 1, 1, 2, 7, 130, 4_000, 20_000), fc.integer({ min: 1, max: 3_000 })), { maxLength: 12 }).map((runs) => {
  const all: number[] = [];
  let at = 0;
  for (const [gap, count] of runs) for (let i = 0; i < count && at < 65_536; i++, at += gap) all.push(at);
  return all;
});
const packed = (all: readonly number[]) => packChunks(Uint32Array.from(all), all.length), room = new Uint32Array(65_536), some = new Uint32Array(65_536);

describe('positions of a word', () => {
  it('are read as they were packed, in chunks that a row has room for', () => {
    fc.assert(fc.property(positions, (all) => {
      const chunks = packed(all);
      assert.deepEqual([...room.subarray(0, readPositions(chunks, room))], all);
      assert.deepEqual(chunks.map(({ count }) => count).reduce((sum, count) => sum + count, 0), all.length);
      assert.ok(chunks.every(({ data }) => data.length <= 960));
    }), { numRuns: 300 });
    assert.deepEqual(packed([]), []);
    assert.equal(packed([65_535])[0]!.data.length, 0);
  });

  it('take a byte each where they are sparse, and a bit each where they are many', () => {
    const bytes = (all: readonly number[]): number => packed(all).reduce((sum, { data }) => sum + data.length, 0);
    assert.equal(bytes(Array.from({ length: 600 }, (_, i) => i * 100)), 599);
    assert.ok(bytes(Array.from({ length: 65_536 }, (_, i) => i)) <= 65_536 / 8 + 960);
  });

  it('go on where the last chunk ends', () => {
    fc.assert(fc.property(positions, fc.nat(), (all, cut) => {
      const at = all.length === 0 ? 0 : cut % all.length, chunks = packed(all.slice(0, at)), last = chunks.pop();
      const count = last ? readPositions([last], room) : 0, rest = all.slice(at);
      const again = [...chunks, ...packed([...room.subarray(0, count), ...rest])];
      assert.deepEqual([...room.subarray(0, readPositions(again, room))], all);
    }), { numRuns: 200 });
  });

  it('are met by others where both are', () => {
    fc.assert(fc.property(positions, positions, (one, other) => {
      some.set(one);
      const chunks = packed(other), kept: number[] = [], held = new Set(other);
      eachHeld(some, one.length, chunks, room, (i) => kept.push(some[i]!));
      assert.deepEqual(kept, one.filter((position) => held.has(position)));
      for (const position of one.slice(0, 50)) assert.equal(chunks.some((chunk) => holds(chunk, position, room)), held.has(position));
    }), { numRuns: 300 });
  });

  it('are counted without those that are gone', () => {
    fc.assert(fc.property(positions, positions, (all, gone) => {
      const bits = new Uint8Array(65_536 / 8), away = new Set(gone);
      for (const position of gone) setBit(bits, position);
      const left = packed(all).reduce((sum, chunk) => sum + countLeft(chunk, chunk.count, bits, room), 0);
      assert.equal(left, all.filter((position) => !away.has(position)).length);
    }), { numRuns: 300 });
  });
});
