import assert from 'node:assert/strict';
import fc from 'fast-check';
import { articleContext, mergeEvents, type StoredEventMention } from '../../../src/corpus/merging';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import type { CorpusStore } from '../../../src/corpus/store/store';
import { analysisOf, extracted, type ArticleSpec } from '../../support/corpusBuilder';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { silentLog } from '../../support/silentLog';

const parties = ['Arland', 'Borund', 'Cesta', 'Dorn'] as const;
const party = fc.constantFrom(...parties);
const day = fc.integer({ min: 1, max: 27 }).map((each) => `2024-05-${String(each).padStart(2, '0')}`);
const date = fc.oneof(day, fc.constantFrom(undefined, '2024-05', '2024', 'XXXX-05-04'));
const lemma = fc.constantFrom<[string, string]>(['attacked', 'attack'], ['met', 'meet'], ['bombed', 'bomb'], ['invaded', 'invade']);
const report = fc.record({ who: party, whom: party, lemma, date });
const article = fc.record({ published: fc.oneof(day, fc.constant(undefined)), reports: fc.array(report, { minLength: 1, maxLength: 3 }) });
type Article = typeof article extends fc.Arbitrary<infer T> ? T : never;

/** Reports of random happenings between invented countries. */
function specOf({ published, reports }: Article): ArticleSpec {
  const clauses = reports.map(({ who, whom, lemma: [verb] }, i) => `${who} ${verb} ${whom} in clause ${i}`);
  return {
    text: clauses.map((clause) => `${clause}.`).join(' '),
    ...(published === undefined ? {} : { published }),
    names: Object.fromEntries(parties.filter((each) => clauses.some((clause) => clause.includes(each))).map((each) => [each, { kind: 'place' as const }])),
    events: reports.map(({ who, whom, lemma: [verb, base], date: when }, i) => ({
      text: clauses[i] ?? '', trigger: verb ?? '', lemma: base ?? '', title: `${who} ${verb} ${whom}`, who: [who], whom: [whom], type: 'assault' as const,
      ...(when === undefined ? {} : { date: when }),
    })),
  };
}

async function reportsByEvent(store: CorpusStore): Promise<string[]> {
  const events = await store.events({ order: 'newest', page: { offset: 0, limit: 1000 } });
  assert.equal(new Set(events.map((event) => event.id)).size, events.length, 'ids are told apart');
  const lists = await Promise.all(events.map(async ({ id }) => (await store.eventSources(id)).map(({ passage }) => `${passage.article.path} ${passage.text}`).sort().join(' + ')));
  return lists.sort();
}

describe('events in the index', () => {
  it('are those of merging the whole corpus at once, in whichever order articles came, changed and went', async () => {
    await fc.assert(fc.asyncProperty(fc.array(article, { minLength: 2, maxLength: 7 }), fc.infiniteStream(fc.nat()), async (drawn, numbers) => {
      const specs = new Map(drawn.map((each, i) => [`/corpus/${i}.txt`, specOf(each)]));
      const mentions = [...specs].flatMap(([path, spec]) => analysisOf(spec).events.map((mention, index): StoredEventMention => ({
        ...mention, articleId: `${path}#0`, index, context: articleContext(spec.text), ...(spec.published === undefined ? {} : { published: spec.published }),
      })));
      const expected = mergeEvents(mentions)
        .map((event) => event.mentions.map((each) => `${String(each.articleId).replace('#0', '')} ${specs.get(String(each.articleId).replace('#0', ''))?.text.slice(each.start, each.end)}`).sort().join(' + '))
        .sort();
      const store = await openSqliteStore({ path: ':memory:', fileSystem: new MemoryFileSystem(), log: silentLog });
      const next = (below: number): number => (numbers.next().value ?? 0) % below;
      const order = [...specs].map((each) => [next(1000), each] as const).sort((a, b) => a[0] - b[0]).map(([, each]) => each);
      for (const [path, spec] of order) {
        // First in a form that it does not keep, so that events have to come apart again.
        if (next(3) === 0) await store.replace([extracted(path, [order[next(order.length)]?.[1] ?? spec])]);
        await store.replace([extracted(path, [spec])]);
      }
      assert.deepEqual(await reportsByEvent(store), expected);
      await store.close();
    }), { numRuns: 60 });
  });
});
