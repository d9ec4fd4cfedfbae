import type { Span } from '../../../src/language/types';
import { conll, type Agreement } from './clusters';
import { shared } from './pairs';
import { prf, type Prf } from './prf';

/** A trigger in one article of a topic. */
export interface Trigger extends Span { readonly doc: string }

export interface Topic {
  readonly id: string;
  readonly docs: readonly { readonly id: string; readonly text: string; readonly dct?: string; readonly sentences?: readonly (Span & { readonly gold?: boolean })[]; readonly annotatedEnd?: number }[];
  readonly clusters: readonly { readonly mentions: readonly Trigger[] }[];
}

/** Whether people looked for events at a place: only there is a found one wrong. */
function annotated(doc: Topic['docs'][number], { start, end }: Span): boolean {
  if (doc.annotatedEnd !== undefined) return end <= doc.annotatedEnd;
  const { sentences } = doc;
  return sentences?.[0]?.gold === undefined || sentences.some((sentence) => sentence.gold && sentence.start <= start && end <= sentence.end);
}

/**
 * Events across the articles of topics: triggers found (one to one, shortest first, by shared characters), and the clusters they are put in, all topics as one collection.
 * A found trigger takes the place of the gold one it overlaps.
 */
export function scoreEvents(topics: readonly { readonly topic: Topic; readonly found: readonly (readonly Trigger[])[] }[]): { readonly triggers: Prf; readonly clusters: Agreement } {
  const gold: string[][] = [], system: string[][] = [];
  let right = 0, foundCount = 0, goldCount = 0;
  for (const { topic, found } of topics) {
    const key = ({ doc, start, end }: Trigger): string => `${topic.id}|${doc}|${start}|${end}`;
    const docs = new Map(topic.docs.map((doc) => [doc.id, doc])), seen = new Set<string>();
    const goldHere = new Map<string, Trigger>();
    for (const { mentions } of topic.clusters) {
      const fresh = mentions.filter((mention) => !goldHere.has(key(mention)));
      for (const mention of fresh) goldHere.set(key(mention), mention);
      if (fresh.length > 0) gold.push(fresh.map(key));
    }
    const kept = found.map((cluster) => cluster.filter((mention) => {
      const doc = docs.get(mention.doc);
      if (!doc || !annotated(doc, mention) || seen.has(key(mention))) return false;
      seen.add(key(mention));
      return true;
    }));
    const identity = identify(kept.flat(), goldHere, key);
    for (const cluster of kept) if (cluster.length > 0) system.push(cluster.map((mention) => identity.get(key(mention)) ?? `${key(mention)}|found`));
    right += identity.size;
    foundCount += seen.size;
    goldCount += goldHere.size;
  }
  return { triggers: prf(right, foundCount, goldCount), clusters: conll(gold, system).mean };
}

/** The gold trigger each found one stands for, by key. */
function identify(found: readonly Trigger[], gold: ReadonlyMap<string, Trigger>, key: (trigger: Trigger) => string): Map<string, string> {
  const identity = new Map<string, string>(), free = new Map(gold);
  for (const mention of found) if (gold.has(key(mention))) { identity.set(key(mention), key(mention)); free.delete(key(mention)); }
  const rest = found.filter((mention) => !identity.has(key(mention))).sort((a, b) => (a.doc < b.doc ? -1 : a.doc > b.doc ? 1 : 0) || a.end - a.start - (b.end - b.start) || a.start - b.start);
  for (const mention of rest) {
    let best: string | null = null, most = 0;
    for (const [name, other] of free) {
      const units = other.doc === mention.doc ? shared(other, mention) : 0;
      if (units > most) { most = units; best = name; }
    }
    if (best !== null) { identity.set(key(mention), best); free.delete(best); }
  }
  return identity;
}
