import { familyOf, type Family } from '../../language/lexicon/words';
import type { Participant } from '../../language/types';
import { foldName, foldedWords } from '../fold';
import { actorKeys, united, type ActorKeys } from './actors';
import type { StoredEventMention } from './types';

/** What is known of an article, shared by its mentions; likenesses to others are kept once found. */
export interface ArticleFacts {
  readonly context: ReadonlySet<string>;
  readonly likeness: Map<ArticleFacts, number>;
}

/** A mention with what comparing needs, computed once. */
export interface Facts {
  readonly mention: StoredEventMention;
  readonly article: ArticleFacts;
  readonly family: Family;
  readonly who: ActorKeys;
  readonly whom: ActorKeys;
  readonly all: ActorKeys;
  /** Folded words of the title that are neither participants nor trigger nor function words: what is asked, agreed, fired. */
  readonly matter: ReadonlySet<string>;
  readonly main: boolean;
  /** True for what parties do together, where who and whom may change places. */
  readonly mutual: boolean;
  /** True where the words matter more than the parties: requests, agreements, accusations. */
  readonly worded: boolean;
  /** Names nobody: `the attack`. */
  readonly bare: boolean;
}

const mutualFamilies = new Set(['meet', 'talk', 'discuss', 'agree', 'sign', 'cooperate', 'join', 'share', 'trade', 'exercise', 'fight', 'war', 'marry', 'divorce', 'merge', 'play', 'conference', 'drill']);
const wordedTypes = new Set(['request', 'accuse', 'agree', 'reject', 'threaten', 'support', 'cooperate', 'aid']);
const idle = new Set('the a an to of in on at by for with from into and or but its his her their over after before as about against more than new not may do does is are was were be been has have had that this it up out off'.split(' '));

/** Article facts for mentions of many articles: one for each. */
export function articleFactsOf(): (mention: StoredEventMention) => ArticleFacts {
  const known = new Map<string | number, ArticleFacts>();
  return (mention) => {
    let facts = known.get(mention.articleId);
    if (!facts) known.set(mention.articleId, (facts = { context: new Set(mention.context ?? []), likeness: new Map() }));
    return facts;
  };
}

export function factsOf(mention: StoredEventMention, article: ArticleFacts = { context: new Set(mention.context ?? []), likeness: new Map() }): Facts {
  const family = familyOf(mention.lemma), who = actorKeys(mention.who), whom = actorKeys(mention.whom);
  return {
    mention, article, family, who, whom, all: united(who, whom), matter: matterOf(mention), main: mention.salience !== 'minor',
    mutual: mutualFamilies.has(family.id), worded: wordedTypes.has(mention.type), bare: mention.who.length === 0 && mention.whom.length === 0,
  };
}

function matterOf(mention: StoredEventMention): Set<string> {
  const own = new Set<string>();
  const drop = (list: readonly Participant[]): void => { for (const x of list) for (const word of foldedWords(x.canonical)) own.add(word); };
  drop(mention.who); drop(mention.whom);
  if (mention.where) drop([mention.where]);
  const lemma = foldName(mention.lemma), matter = new Set<string>();
  for (const word of foldedWords(mention.title)) if (!idle.has(word) && !own.has(word) && !word.startsWith(lemma.slice(0, 4))) matter.add(word);
  return matter;
}

/** Share of the smaller set of words that the other has; 1 when either is empty. */
export function matterOverlap(a: Facts, b: Facts): number {
  if (a.matter.size === 0 || b.matter.size === 0) return 1;
  let shared = 0;
  for (const word of a.matter) if (b.matter.has(word)) shared++;
  return shared / Math.min(a.matter.size, b.matter.size);
}
