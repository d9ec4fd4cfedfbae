import assert from 'node:assert/strict';
import { articlesOf, textOf } from '../../../scripts/bench/corpus/files';
import { annotateText } from '../../../src/corpus/annotate';
import { articleContext } from '../../../src/corpus/merging';
import { articleFactsOf, factsOf, type Facts } from '../../../src/corpus/merging/facts';
import { sameness } from '../../../src/corpus/merging/same';
import { mayBeOne, reportsIn, sketchOf, tellOneStory, type Sketch } from '../../../src/corpus/merging/sketch';
import { contextLikeness, sameStory } from '../../../src/corpus/merging/context';

interface Sketched { readonly facts: readonly Facts[]; readonly context: readonly string[]; readonly sketch: Sketch }

function sketched(text: string, articleId: number, published?: string): Sketched {
  const { analysis } = annotateText(text, published), context = articleContext(text), articleOf = articleFactsOf();
  const facts = analysis.events.map((event, index) => {
    const mention = { ...event, articleId, index, context, ...(published === undefined ? {} : { published }) };
    return factsOf(mention, articleOf(mention));
  });
  return { facts, context, sketch: sketchOf(context, facts) };
}

for (const dated of [true, false]) describe(`the sketch of an article ${dated ? 'with' : 'without'} a date`, () => {
  // Without the dates of their heads, too.
  const articles = [...articlesOf(3, 70)].map((article, id) => {
    const day = new Date(article.day * 86_400_000).toISOString().slice(0, 10), text = textOf(article, false);
    return dated ? sketched(text, id, day) : sketched(text.replaceAll(day, ''), id);
  });
  const pairs = articles.flatMap((one, i) => articles.slice(i + 1).map((two) => [one, two] as const));

  it('has a place for each report', () => {
    for (const { facts, sketch } of articles) assert.equal(reportsIn(sketch), facts.length);
  });

  it('tells of every two articles that tell one story, and of hardly any others', () => {
    let same = 0, chance = 0;
    for (const [one, two] of pairs) {
      const told = tellOneStory(one.sketch, two.sketch);
      if (contextLikeness(new Set(one.context), new Set(two.context)) >= sameStory) {
        assert.ok(told);
        same++;
      } else if (told) chance++;
    }
    assert.ok(same > 20 && chance < pairs.length / 500, `${same} and ${chance} of ${pairs.length}`);
  });

  it('lets every two reports that can be one event through, and few others', () => {
    let same = 0, through = 0, all = 0;
    for (const [one, two] of pairs) {
      const story = tellOneStory(one.sketch, two.sketch);
      one.facts.forEach((a, i) => two.facts.forEach((b, j) => {
        const may = mayBeOne(one.sketch, i, two.sketch, j, story), sure = sameness(a, b);
        assert.ok(may || sure === 0, `“${a.mention.title}” and “${b.mention.title}” are kept apart, with a likeness of ${sure}`);
        all++;
        if (may) through++;
        if (sure > 0) same++;
      }));
    }
    assert.ok(same > 20 && through < all / 50, `${same} of ${through} of ${all}`);
  });
});
