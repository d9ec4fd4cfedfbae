import { articleContext, mergeEvents, type StoredEventMention } from '../../../src/corpus/merging';
import { analysisOf } from '../engines/attest';
import { readLines } from '../gold';
import { row, type Row } from '../row';
import { scoreEvents, type Topic, type Trigger } from '../scores/events';
import { timed } from '../timed';

/** The event mentions of articles, as the corpus would hand them to merging. */
export function mentionsOf(docs: Topic['docs']): { readonly mentions: StoredEventMention[]; readonly speed: number | null } {
  const { results, speed } = timed(docs.map(({ text, dct }) => (dct === undefined ? { text } : { text, published: dct })), analysisOf);
  const mentions = results.flatMap((analysis, i) => {
    const { id, dct, text } = docs[i]!, context = articleContext(text);
    return analysis.events.map((event, index) => ({ ...event, articleId: id, index, context, ...(dct === undefined ? {} : { published: dct }) }));
  });
  return { mentions, speed };
}

export const triggerOf = ({ articleId, trigger }: StoredEventMention): Trigger => ({ doc: String(articleId), start: trigger.start, end: trigger.end });

/** Mentions with one lemma are one event: the floor of merging across articles. */
function byLemma(mentions: readonly StoredEventMention[]): StoredEventMention[][] {
  const clusters = new Map<string, StoredEventMention[]>();
  for (const mention of mentions) clusters.set(mention.lemma, [...(clusters.get(mention.lemma) ?? []), mention]);
  return [...clusters.values()];
}

/** Events across the articles of a topic, with our own triggers: mean F1 of the three cluster measures. */
export function events(folder: string): Row[] {
  const topics = readLines<Topic>(folder, 'events.dev.jsonl');
  if (!topics) return [];
  const read = topics.map((topic) => ({ topic, ...mentionsOf(topic.docs) }));
  const speeds = read.flatMap(({ speed }) => (speed === null ? [] : [speed]));
  const mean = speeds.length ? speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length : null;
  const score = (merge: (mentions: readonly StoredEventMention[]) => readonly (readonly StoredEventMention[])[]): ReturnType<typeof scoreEvents> =>
    scoreEvents(read.map(({ topic, mentions }) => ({ topic, found: merge(mentions).map((cluster) => cluster.map(triggerOf)) })));
  const merged = score((mentions) => mergeEvents(mentions).map((event) => event.mentions)), lemma = score(byLemma);
  return [
    row('event triggers, ECB+', 'Attest', merged.triggers, mean),
    row('events across articles, ECB+', 'same lemma', lemma.clusters, null),
    row('events across articles, ECB+', 'Attest', merged.clusters, mean),
  ];
}
