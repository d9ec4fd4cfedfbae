/** What the indexer knows of files, beside a plain map that is changed in the same way. */
import assert from 'node:assert/strict';
import { KnownFiles } from '../../../src/corpus/indexer/knownFiles';
import type { FileStamp } from '../../../src/corpus/store/store';
import { Random } from '../../../scripts/random';

const hashes = ['', 'unreadable', 'ff', 'ab12'.repeat(8), `${'cd34'.repeat(8)}+mark`, 'AB12'.repeat(8)];
const stampOf = (random: Random): FileStamp => ({ size: random.of([0, 9, 2 ** 40, random.below(100_000)]), mtimeMs: random.below(1e9) + 0.25, hash: random.of(hashes) });
const byPath = <T>(entries: Iterable<readonly [string, T]>): [string, T][] => [...entries].map(([path, value]): [string, T] => [path, value]).sort(([a], [b]) => (a < b ? -1 : 1));
const storeOf = (stamps: ReadonlyMap<string, FileStamp>): Parameters<typeof KnownFiles.of>[0] => ({
  eachStamp(tell) {
    for (const [path, stamp] of stamps) tell(path, stamp);
    return Promise.resolve();
  },
});

/** Everything that can be asked, of both. */
async function same(known: KnownFiles, model: ReadonlyMap<string, FileStamp>, met: ReadonlySet<string>, asked: readonly string[]): Promise<void> {
  for (const path of asked) assert.deepEqual(known.get(path), model.get(path), path);
  assert.deepEqual(byPath(known.hashes(true)), byPath([...model].map(([path, { hash }]) => [path, hash] as const)));
  const own = new Map(known.hashes(false));
  for (const [path, { hash }] of model) if (!/^[0-9a-f]{32}$/.test(hash)) assert.equal(own.get(path), hash, 'a hash that is none of bytes alone is among the few');
  assert.deepEqual((await known.unmet()).sort(), [...model.keys()].filter((path) => !met.has(path)).sort());
}

describe('files the indexer knows', () => {
  it('are what they were set to, whatever came and went in whatever order', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      // Small directories, one with thousands of files, names that begin alike, letters beyond the first plane, and Windows.
      const random = new Random(seed), model = new Map<string, FileStamp>(), met = new Set<string>();
      const places = ['/c/', '/c/a/', '/c/ab/', 'C:\\news\\', '/'], many = seed % 3 === 0 ? 6_000 : 200;
      const path = (): string => random.of([...places, '/c/a/']) + random.of(['', 'x', '𝔞', 'é']) + String(random.below(many)) + random.of(['.txt', '.md', '']);
      for (let i = 0; i < many * 2; i++) model.set(path(), stampOf(random));
      const known = await KnownFiles.of(storeOf(model)), asked = Array.from({ length: 300 }, path);
      await same(known, model, met, asked);
      for (let i = 0; i < many * 3; i++) {
        const each = random.of([path(), ...(i % 2 ? [random.of(asked)] : [])]);
        if (random.below(4) === 0) { known.delete(each); model.delete(each); met.delete(each); }
        else if (random.below(3) === 0) { assert.deepEqual(known.meet(each), model.get(each)); if (model.has(each)) met.add(each); }
        else { const stamp = stampOf(random); known.set(each, stamp); model.set(each, stamp); met.add(each); }
      }
      await same(known, model, met, asked);
      for (const [below, all] of [['/c/a', false], ['/c', false], ['/', true], ['C:\\news', false], [asked[0]!, false]] as const) {
        const wanted = [...model.keys()].filter((each) => each === below || each.startsWith(all ? '/' : below + (below.includes('\\') ? '\\' : '/')));
        assert.deepEqual(known.within(below).sort(), wanted.sort(), below);
      }
    }
  });

  it('can all go, and others come', async () => {
    const random = new Random(4), known = new KnownFiles(), paths = Array.from({ length: 3_000 }, (_, i) => `/c/${i}.txt`), stamp = stampOf(random);
    for (let round = 0; round < 2; round++) {
      for (const path of paths) known.set(path, stamp);
      for (const path of round === 0 ? paths : [...paths].reverse()) known.delete(path);
      assert.deepEqual([...known.hashes(true)], []);
      assert.deepEqual(known.within('/c'), []);
    }
    known.set('/c/new.txt', stamp);
    assert.deepEqual(known.get('/c/new.txt'), stamp);
  });
});
