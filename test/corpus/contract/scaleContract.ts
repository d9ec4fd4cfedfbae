import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexed } from '../../support/corpusBuilder';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { newsroom } from '../../support/newsroom';
import { snapshot } from './snapshot';
import { all, withStore, type StoreFactory, type Subject } from './subject';

const person = { kind: 'person' } as const;

/** Puts so many articles that all speak of one person and one event into the store. */
async function fill({ store, files }: Subject, count: number): Promise<void> {
  const batch = [];
  for (let i = 0; i < count; i++) {
    const text = `Ada Holm opened bridge ${i}. “Bridges like number ${i} last long,” Holm said. Guest${i} Smith clapped.`;
    batch.push(await indexed(files, `/corpus/${i}.txt`, {
      text, published: `2024-01-${String((i % 28) + 1).padStart(2, '0')}`,
      names: { 'Ada Holm': { ...person, aliases: ['Holm'] }, [`Guest${i} Smith`]: person },
      quotations: [{ text: `Bridges like number ${i} last long,`, speaker: 'Holm', of: 'Ada Holm', cue: 'said' }],
      events: [{ text: `Ada Holm opened bridge ${i}`, trigger: 'opened', who: ['Ada Holm'], date: `2023-01-${String((i % 28) + 1).padStart(2, '0')}` }],
    }));
  }
  await store.replace(batch);
}

/** What must hold at any size: independence of the order of arrival, and requests that do not grow with the corpus. */
export function scaleContract(factory: StoreFactory): void {
  it('answers the same in whichever order the articles came, went and came again', async function () {
    const paths = Object.keys(newsroom);
    const build = async (order: readonly string[], again: readonly string[]): Promise<unknown> => {
      const fileSystem = new MemoryFileSystem();
      let result: unknown;
      await withStore(factory, {}, async ({ store }) => {
        const put = async (path: string) => store.replace([await indexed(fileSystem, path, newsroom[path] ?? { text: '' })]);
        for (const path of order) await put(path);
        await store.remove(again);
        for (const path of again) await put(path);
        await store.replace(await Promise.all(paths.map((path) => indexed(fileSystem, path, newsroom[path] ?? { text: '' }))));
        result = await snapshot(store);
      })();
      return result;
    };
    const expected = await build(paths, []);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(paths, { minLength: paths.length }), fc.shuffledSubarray(paths), async (order, again) => {
        assert.deepEqual(await build(order, again), expected);
      }),
      { numRuns: 10 },
    );
  });

  it('makes no more requests to its engine for a large corpus than for a small one', async () => {
    const measure = async (count: number): Promise<Record<string, number>> => {
      const counts: Record<string, number> = {};
      await withStore(factory, {}, async (subject) => {
        await fill(subject, count);
        const { store, requests } = subject;
        const [ada] = await store.namesByForm('Ada Holm');
        const id = ada?.id ?? 0;
        const page = { offset: 0, limit: 10 };
        for (const [what, ask] of Object.entries({
          namesByForm: () => store.namesByForm('Holm'),
          namesByPrefix: () => store.namesByPrefix('hol', 10),
          namesBySlip: () => store.namesBySlip('Hlom', 10),
          mentions: () => store.mentions(id, page),
          company: () => store.company(id, 5),
          quotations: () => store.quotations({ words: 'bridges like num', limit: 10, preferSpeakers: [id] }),
          misspelt: () => store.quotations({ words: 'brigdes like numbers', limit: 10 }),
          passages: () => store.passages('opened bridge', 10),
          events: () => store.events({ order: 'newest', page }),
          eventsByWords: () => store.events({ order: 'newest', words: 'bridge', page }),
          counts: () => store.counts(),
        })) {
          requests();
          await ask();
          counts[what] = requests().length;
        }
      })();
      return counts;
    };
    const small = await measure(30);
    const large = await measure(600);
    for (const [what, count] of Object.entries(large)) {
      // What is found varies a little with what there is; it must not vary with how much.
      assert.ok(count <= (small[what] ?? 0) + 10, `${what}: ${count} requests where the small corpus took ${small[what]}`);
      assert.ok(count <= 60, `${what}: ${count} requests`);
    }
  });

  it('reads no more files than it shows', withStore(factory, {}, async (subject) => {
    await fill(subject, 200);
    const { store, files } = subject;
    const [ada] = await store.namesByForm('Ada Holm');
    files.read.length = 0;
    await store.mentions(ada?.id ?? 0, { offset: 0, limit: 5 });
    assert.ok(files.read.length <= 5);
    files.read.length = 0;
    await store.quotations({ words: 'bridges', limit: 7 });
    assert.ok(files.read.length <= 7);
    files.read.length = 0;
    await store.events({ order: 'newest', page: all });
    assert.equal(files.read.length, 0);
  }));

  it('finds the one quotation that the words single out among many alike', withStore(factory, {}, async (subject) => {
    await fill(subject, 400);
    for (const number of [3, 77, 399]) {
      const [first] = await subject.store.quotations({ words: `number ${number} last`, limit: 10 });
      assert.equal(first?.passage.text, `Bridges like number ${number} last long,`);
      const [exact] = await subject.store.quotations({ words: `bridges like number ${number} la`, limit: 10 });
      assert.equal(exact?.passage.text, `Bridges like number ${number} last long,`);
    }
  }));
}

