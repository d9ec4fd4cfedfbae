import { Can, countryOf, lookUp } from '../../language/lexicon/words';
import type { Participant } from '../../language/types';
import { foldName } from '../fold';

/** Names under which states act in the news, and capitals that stand for their governments; folded. */
const sameState: Record<string, string> = {
  us: 'united states', usa: 'united states', america: 'united states', 'united states of america': 'united states', washington: 'united states', 'white house': 'united states', uk: 'britain', 'united kingdom': 'britain', 'great britain': 'britain',
  london: 'britain', beijing: 'china', prc: 'china', moscow: 'russia', kremlin: 'russia', tehran: 'iran', paris: 'france', berlin: 'germany', tokyo: 'japan', 'new delhi': 'india', delhi: 'india', islamabad: 'pakistan', kyiv: 'ukraine', kiev: 'ukraine', ankara: 'turkey',
  riyadh: 'saudi arabia', cairo: 'egypt', damascus: 'syria', baghdad: 'iraq', beirut: 'lebanon', kabul: 'afghanistan', seoul: 'south korea', pyongyang: 'north korea', un: 'united nations', eu: 'european union', nato: 'nato',
};

/** Keys of one participant: two participants that share one can be the same. `named` ones speak against each other when they differ. */
export interface ActorKeys {
  readonly keys: ReadonlySet<string>;
  readonly named: boolean;
}

const empty: ActorKeys = { keys: new Set(), named: false };

/** `I'm`: whoever speaks. */
const speaking = /^(?:I|We|You)['’]/i;

/** People by what they are, capitalised by a headline or as the first word: `Driver`, `Drunk Man`. */
function isCommon(folded: string): boolean {
  const words = folded.split(' ');
  return (lookUp(words.at(-1)!).can & Can.actor) !== 0 && words.slice(0, -1).every((word) => (lookUp(word).can & (Can.adjective | Can.determiner)) !== 0);
}

/** Keys of a list of participants: canonical forms, states under one name, countries behind adjectives, heads of common nouns. */
export function actorKeys(list: readonly Participant[]): ActorKeys {
  if (list.length === 0) return empty;
  const keys = new Set<string>();
  let named = false;
  for (const participant of list) {
    if (speaking.test(participant.canonical)) continue;
    const folded = foldName(participant.canonical);
    keys.add(sameState[folded] ?? folded);
    if (participant.name !== null) { named = true; continue; }
    for (const word of folded.split(' ')) {
      const country = countryOf(word);
      if (country) { keys.add(foldName(country)); named = true; }
    }
    if (/\p{Lu}/u.test(participant.canonical) && !isCommon(folded)) named = true;
    else keys.add(folded.split(' ').pop()!);
  }
  return { keys, named };
}

export type ActorRelation = 'match' | 'alike' | 'unknown' | 'conflict';

/**
 * `match`: one of each is the same, or is the other with more words (`Academy Awards`, `annual Academy Awards`); `conflict`: both name somebody
 * and nobody is shared; `alike`: only a word is shared (`Lee`, `Ann Lee`), which may be chance; `unknown`: one names nobody.
 */
export function relateActors(a: ActorKeys, b: ActorKeys): ActorRelation {
  for (const key of a.keys) if (b.keys.has(key)) return 'match';
  if (!a.named || !b.named) return 'unknown';
  let shared = false;
  for (const one of a.keys) for (const two of b.keys) {
    const relation = relateWords(one, two);
    if (relation === 2) return 'match';
    shared ||= relation === 1;
  }
  return shared ? 'alike' : 'conflict';
}

/**
 * How the parties of what is done together relate: as {@link relateActors} has it, but in conflict when each side has a party that the other has not
 * (`Xi met Biden`, `Xi met Raisi`).
 */
export function relateParties(a: ActorKeys, b: ActorKeys): ActorRelation {
  const relation = relateActors(a, b);
  return relation === 'match' && alone(a, b) && alone(b, a) ? 'conflict' : relation;
}

/** Whether a party of `a` is none of `b`. */
function alone(a: ActorKeys, b: ActorKeys): boolean {
  return [...a.keys].some((one) => one !== '' && ![...b.keys].some((two) => one === two || relateWords(one, two) > 0));
}

/** A word of a party's key as it is compared: `strikes` and `strike` are one. */
export const stem = (word: string): string => (word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word);

/** 2: the shorter, of two words or more, stands in the longer. 1: a last word is shared, or a single word stands in the other. 0: apart. */
function relateWords(one: string, two: string): number {
  const a = one.split(' ').map(stem), b = two.split(' ').map(stem), [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.every((word) => long.includes(word))) return short.length > 1 || long.length === 1 ? 2 : 1;
  return a.at(-1) === b.at(-1) && a.at(-1)!.length > 2 ? 1 : 0;
}

/** Both lists as one: for what two parties do together, either may stand first. */
export function united(a: ActorKeys, b: ActorKeys): ActorKeys {
  return { keys: new Set([...a.keys, ...b.keys]), named: a.named || b.named };
}
