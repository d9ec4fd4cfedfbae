/** Lists that are too long to be put in order at once. */
import assert from 'node:assert/strict';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import type { CorpusStore, IndexedFile } from '../../../src/corpus/store/store';
import { Random } from '../../../scripts/random';
import { contentHash, extracted } from '../../support/corpusBuilder';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { silentLog } from '../../support/silentLog';

const ARTICLES = 1_800, EACH = 3;

/** Somebody of so many letters, none like another. */
function nameOf(number: number): string {
  const letters = number.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)));
  return `M${letters} Zu${[...letters].reverse().join('')}`;
}

/** Articles of two hundred days or of none, each of which names some people; the lower a number, the more often. */
function corpus(): IndexedFile[] {
  const random = new Random(3);
  return Array.from({ length: ARTICLES }, (_, i): IndexedFile => {
    const people = [...new Set([i * EACH, i * EACH + 1, i * EACH + 2, random.below(40), random.below(400)])].map(nameOf), day = random.below(230);
    return extracted(`/corpus/${String(random.below(1_000_000))}-${i}.html`, [{
      text: people.map((name) => `${name} came.`).join(' '),
      names: Object.fromEntries(people.map((name) => [name, { kind: 'person' as const, aliases: name.startsWith('Ma') ? [`Q${name.slice(1)}`] : [] }])),
      ...(day < 200 ? { published: `2024-${String(1 + (day % 12)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}` } : {}),
    }]);
  });
}

describe('long lists', () => {
  let store: CorpusStore;
  before(async () => {
    store = await openSqliteStore({ path: ':memory:', fileSystem: new MemoryFileSystem(), hash: contentHash, log: silentLog });
    await store.replace(corpus());
  });
  after(() => store.close());

  it('of articles are the same page by page, however far down, and end where they end', async () => {
    const all = await store.articles({ offset: 0, limit: 10_000 }), paged: string[] = [];
    assert.equal(all.length, ARTICLES);
    const published = all.map(({ metadata }) => metadata.published?.value ?? '');
    assert.deepEqual(published, [...published].sort().reverse());
    for (let offset = 0; offset < ARTICLES; offset += 70) paged.push(...(await store.articles({ offset, limit: 70 })).map(({ path }) => path));
    assert.deepEqual(paged, all.map(({ path }) => path));
    for (const offset of [ARTICLES, ARTICLES + 1, 1_000_000]) assert.deepEqual(await store.articles({ offset, limit: 5 }), []);
    assert.equal((await store.articles({ offset: ARTICLES - 1, limit: 5 }))[0]?.path, all.at(-1)!.path);
  });

  it('of names that begin alike are the most mentioned ones', async () => {
    const all = await store.names({ offset: 0, limit: 100_000 });
    assert.ok(all.length > 4_000, `${all.length} names`);
    const key = ({ canonical, mentions }: (typeof all)[number]): string => `${mentions} ${canonical}`;
    // All begin with m: more than can be put in order.
    assert.deepEqual((await store.namesByPrefix('m', 300)).map(key), all.slice(0, 300).map(key));
    const few = all.filter(({ canonical }) => canonical.startsWith('Mb'));
    assert.deepEqual((await store.namesByPrefix('mb', 50)).map(key), few.slice(0, 50).map(key));
    // An alias leads to a name, too.
    const others = await store.namesByPrefix('qa', 20);
    assert.ok(others.length > 0 && others.every(({ canonical }) => canonical.startsWith('Ma')));
  });
});
