import type { CorpusStore, Passage } from '../../../src/corpus/store/store';
import { all } from './subject';

/** A passage without ids. */
export function shown(passage: Passage): string {
  const { start, end } = passage.range;
  return `${passage.article.path}#${passage.article.ordinal} ${start.line}:${start.character}-${end.line}:${end.character} ${passage.text}`;
}

/** Everything a store answers, ids left out: equal for stores that hold the same articles. */
export async function snapshot(store: CorpusStore): Promise<unknown> {
  const names = await store.names(all);
  const events = await store.events({ order: 'newest', page: all });
  const articles = await store.articles(all);
  const called = (id: number | null): string | null => names.find((name) => name.id === id)?.canonical ?? null;
  return {
    counts: await store.counts(),
    articles: articles.map(({ id: _id, ...article }) => article),
    names: await Promise.all(names.map(async ({ id, ...name }) => ({
      ...name,
      mentions: (await store.mentions(id, all)).map((each) => [shown(each.mention), shown(each.sentence), each.speaks]),
      company: (await store.company(id, 20)).map((other) => other.canonical),
      events: (await store.events({ order: 'oldest', name: id, page: all })).map((event) => event.title),
    }))),
    eventNames: (await store.eventNames({}, all)).map(({ name, count }) => [called(name), count]),
    forms: await Promise.all(['wang', 'sbdm', 'aden', 'harbour'].map(async (form) => (await store.namesByForm(form)).map((name) => name.canonical))),
    quotations: await Promise.all(['', 'calm', 'ports calm', 'we want', 'clam seas and'].map(async (words) => (await store.quotations({ words, limit: 20 }))
      .map((each) => [shown(each.passage), shown(each.context), each.cue, each.speaker && { ...each.speaker, name: called(each.speaker.name) }]))),
    passages: (await store.passages('aden', 20)).map(shown),
    events: await Promise.all(events.map(async (event) => [event, (await store.eventSources(event.id)).map((source) => [shown(source.passage), source.date])])),
  };
}
