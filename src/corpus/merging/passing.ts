import type { EventMention } from '../../language/types';
import { familyOf } from '../../language/lexicon/words';
import { articleFactsOf, factsOf, type Facts } from './facts';
import { kindOfHappening, sameness } from './same';

/**
 * The mentions of one article that an event of the corpus can be made of, in their order: those worth a line, those with a date, and what hangs
 * together with one of them, over others if need be. The rest, most of what a text holds, is mentioned in passing and can join nothing
 * elsewhere ({@link eventKeys} files it nowhere): no list shows it and no event gains by it.
 */
export function withoutPassing(events: readonly EventMention[]): EventMention[] {
  const kept = events.map(({ salience, date }) => salience !== 'minor' || date !== null);
  const open = new Map<string, Set<number>>();
  events.forEach(({ lemma }, i) => {
    if (kept[i]) return;
    for (const kind of kindsOf(lemma)) {
      const list = open.get(kind);
      if (list) list.add(i);
      else open.set(kind, new Set([i]));
    }
  });
  const articleOf = articleFactsOf(), known: (Facts | undefined)[] = [];
  const facts = (index: number): Facts => known[index] ??= factOf(index);
  const factOf = (index: number): Facts => {
    const mention = { ...events[index]!, articleId: 0, index };
    return factsOf(mention, articleOf(mention));
  };
  const waiting = events.flatMap((_, i) => (kept[i] ? [i] : []));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const kind of kindsOf(events[next]!.lemma)) {
      for (const other of open.get(kind) ?? []) {
        if (kept[other] || sameness(facts(next), facts(other)) === 0) continue;
        kept[other] = true;
        waiting.push(other);
      }
    }
  }
  return events.filter((_, i) => kept[i]);
}

/** Whether two mentions of these lemmas can be the same at all. */
export function akin(one: string, two: string): boolean {
  if (one === two) return true;
  const kinds = kindsOf(two);
  return kindsOf(one).some((kind) => kinds.includes(kind));
}

/** Texts have the same few thousand words for what happens. */
const kindsKnown = new Map<string, readonly string[]>(), MOST_KNOWN = 10_000;

/** Two mentions that share none of these are not the same. */
export function kindsOf(lemma: string): readonly string[] {
  let kinds = kindsKnown.get(lemma);
  if (!kinds) {
    if (kindsKnown.size >= MOST_KNOWN) kindsKnown.clear();
    kindsKnown.set(lemma, kinds = findKinds(lemma));
  }
  return kinds;
}

function findKinds(lemma: string): string[] {
  const family = familyOf(lemma);
  return family.sort === 'event' ? [family.id, `=${lemma}`, ...kindOfHappening(family.id).map((kind) => `~${kind}`)] : [];
}
