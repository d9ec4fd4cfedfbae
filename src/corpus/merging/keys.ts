import { factsOf, type Facts } from './facts';
import type { StoredEventMention } from './types';

/** Names of an article that a mention without participants is filed under, the most mentioned first. */
const contextKeys = 4;

/**
 * Keys under which a mention is filed: only mentions that share a key can be merged, whichever other articles there are.
 * A few per mention: kind of happening with each party, and with the article's most mentioned names. Empty for sayings.
 */
export function eventKeys(mention: StoredEventMention): string[] {
  return keysOf(factsOf(mention));
}

export function keysOf(facts: Facts): string[] {
  if (facts.family.sort !== 'event') return [];
  const violent = facts.mention.type === 'assault', kinds = violent && facts.main ? [facts.family.id, 'assault'] : [facts.family.id];
  const keys = new Set<string>([`${facts.family.id}@${typeof facts.mention.articleId} ${String(facts.mention.articleId)}`]);
  for (const kind of kinds) {
    for (const actor of facts.all.keys) if (actor !== '') keys.add(`${kind} ${actor}`);
  }
  for (const word of (facts.mention.context ?? []).slice(0, contextKeys)) keys.add(`${facts.family.id}~${word}`);
  return [...keys];
}
