import { hash48 } from '../fold';
import { sameStory } from './context';
import { dateTogether } from './dates';
import { disagreementsOf } from './disagreements';
import { articleFactsOf, factsOf, type Facts } from './facts';
import { keysOf } from './keys';
import { closeStory, excludes, passesBy, sameness, storyOf } from './same';
import type { MergedEvent, StoredEventMention } from './types';

export { articleContext } from './context';
export { eventKeys } from './keys';
export { withoutPassing } from './passing';
export { dateOfSource, dateTogether } from './dates';
export { headingOf, noDate, noYear } from './heading';
export { periodOf, type Period } from './period';
export type { Disagreement, MergedEvent, StoredEventMention } from './types';

/** Blocks beyond this size hold what everybody reports every day; of them only neighbours in time and place are compared. */
const blockLimit = 120;

/**
 * Merges mentions that report one event. Conservative: every two mentions of an event agree on who, whom and when as far as they say,
 * and at least one link between any two is strong. The outcome does not depend on the order of the mentions.
 * Only mentions that share a key of {@link eventKeys} are compared, so that a part of a corpus can be merged alone.
 */
export function mergeEvents(mentions: readonly StoredEventMention[]): MergedEvent[] {
  // Mentions of an article have one context: that of the first of them.
  const articleOf = articleFactsOf();
  return unique(clustersOf([...mentions].sort(byPlace).map((mention) => factsOf(mention, articleOf(mention)))).map(eventOf));
}

/** Which reports are one event, without saying what they tell together: the events, and the reports of each, in the order of their places. */
export function clustersOf(given: readonly Facts[]): readonly (readonly Facts[])[] {
  if (given.length === 1) return [given];
  const facts = [...given].sort((a, b) => byPlace(a.mention, b.mention));
  return link(facts, candidates(facts)).sort((a, b) => a[0]! - b[0]!).map((members) => members.map((i) => facts[i]!));
}

function byPlace(a: StoredEventMention, b: StoredEventMention): number {
  const one = String(a.articleId), two = String(b.articleId);
  return one === two ? a.index - b.index || a.trigger.start - b.trigger.start : one < two ? -1 : 1;
}

interface Pair { readonly a: number; readonly b: number; readonly weight: number }

/** Pairs that may be one event, surest first. */
function candidates(facts: readonly Facts[]): Pair[] {
  const blocks = new Map<string, number[]>(), seen = new Set<number>(), pairs: Pair[] = [];
  facts.forEach((each, i) => { for (const key of keysOf(each)) { const block = blocks.get(key); if (block) block.push(i); else blocks.set(key, [i]); } });
  for (const block of blocks.values()) {
    for (let x = 0; x < block.length; x++) {
      for (let y = x + 1; y < block.length && y <= x + blockLimit; y++) {
        const a = block[x]!, b = block[y]!, id = a * facts.length + b;
        if (seen.has(id)) continue;
        seen.add(id);
        const weight = sameness(facts[a]!, facts[b]!);
        if (weight > 0 && takesUp(facts, a, b)) pairs.push({ a, b, weight });
      }
    }
  }
  return pairs.sort((p, q) => q.weight - p.weight || p.a - q.a || p.b - q.b);
}

/** Within an article `the attack` takes up the last attack told before it, no other. `facts` are in the order of the text. */
function takesUp(facts: readonly Facts[], a: number, b: number): boolean {
  const one = facts[a]!, two = facts[b]!;
  if (one.mention.articleId !== two.mention.articleId || !two.bare) return true;
  for (let i = b - 1; i > a; i--) {
    const between = facts[i]!;
    if (!between.bare && between.family.id === two.family.id && (!one.bare || between.main)) return false;
  }
  return true;
}

/** Joins pairs into clusters as long as no two members of a cluster contradict each other. */
function link(facts: readonly Facts[], pairs: readonly Pair[]): number[][] {
  const clusterOf = facts.map((_, i) => i), members = facts.map((_, i) => [i]);
  for (const { a, b, weight } of pairs) {
    const one = clusterOf[a]!, two = clusterOf[b]!;
    if (one === two || contradicts(facts, members[one]!, members[two]!, weight < 3 && storyOf(facts[a]!, facts[b]!) < closeStory)) continue;
    for (const i of members[two]!) clusterOf[i] = one;
    members[one]!.push(...members[two]!);
    members[two] = [];
  }
  return members.filter((list) => list.length > 0).map((list) => list.sort((a, b) => a - b));
}

/** Whether two clusters hold reports that cannot be one event; two reports worth a line of their own must each be sure of the other; where the link is weak, the articles on both sides must on the whole tell one story. */
function contradicts(facts: readonly Facts[], one: readonly number[], two: readonly number[], weak: boolean): boolean {
  let story = 0;
  for (const a of one) for (const b of two) {
    const x = facts[a]!, y = facts[b]!;
    if (x.main && y.main ? excludes(x, y) || sameness(x, y) === 0 : passesBy(x, y)) return true;
    story += storyOf(x, y);
  }
  return weak && story / (one.length * two.length) < sameStory;
}

const unionOf = (facts: readonly Facts[], role: 'who' | 'whom'): string[] => {
  const found = new Map<string, string>();
  for (const { mention } of facts) for (const x of mention[role]) if (!found.has(x.canonical.toLowerCase())) found.set(x.canonical.toLowerCase(), x.canonical);
  return [...found.values()];
};

/** What reports of one event, in the order of their places, tell together. Nothing else has a say in it. */
export function eventOf(facts: readonly Facts[]): MergedEvent {
  const best = spokesman(facts), { mention } = best, mentions = facts.map((f) => f.mention);
  const main = facts.filter((f) => f.main), telling = main.length > 0 ? main : facts;
  const date = dateTogether(mentions.map((m) => m.date).filter((d) => d !== null));
  const who = unionOf(telling, 'who'), whom = unionOf(telling, 'whom');
  const where = mention.where?.canonical ?? telling.find((f) => f.mention.where)?.mention.where?.canonical ?? null;
  const id = hash48([mention.title, mention.type, mention.modality, date?.value ?? '', ...who, '>', ...whom, where ?? ''].join('\n').toLowerCase()).toString(36);
  return {
    id, title: mention.title, type: mention.type, modality: mention.modality, salience: main.length > 0 ? 'main' : 'minor', date, who, whom, where, mentions,
    disagreements: main.length > 1 ? disagreementsOf(main.map((f) => f.mention)) : [],
  };
}

/** The report whose title the event bears: one worth showing, told at a verb with who and whom, neither bare nor long; the first of equals. */
function spokesman(facts: readonly Facts[]): Facts {
  const score = ({ main, mention }: Facts): number => {
    const words = mention.title.split(' ').length;
    return (main ? 8 : 0) + (mention.who.length > 0 ? 2 : 0) + (mention.whom.length > 0 ? 2 : 0) + (words >= 3 && words <= 10 ? 1 : 0) + (mention.modality === 'fact' ? 1 : 0) - (mention.title === '' ? 20 : 0);
  };
  let best = facts[0]!;
  for (const each of facts) if (score(each) > score(best)) best = each;
  return best;
}

/** Events that read alike keep apart by a number, in the order of their first report. */
function unique(events: readonly MergedEvent[]): MergedEvent[] {
  const count = new Map<string, number>();
  return events.map((event) => {
    const n = (count.get(event.id) ?? 0) + 1;
    count.set(event.id, n);
    return n === 1 ? event : { ...event, id: `${event.id}-${n}` };
  });
}
