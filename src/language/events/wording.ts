import { lookUp, type Sense } from '../lexicon/words';
import { phraseAt, type Scene } from './participants';

const senseOf = (noun: string): Sense['family'] => lookUp(noun).noun!.family;

/** What a verb of force means with an object that cannot suffer it: `killed the bill`, `struck a deal`, `released a statement`. */
const turns: readonly { readonly verbs: RegExp; readonly objects: RegExp; readonly noun: string }[] = [
  { verbs: /^(?:kill|sink|torpedo)$/, objects: /^(?:deal|plan|bill|proposal|project|law|story|idea|measure|motion|amendment|time)$/, noun: 'cancellation' },
  { verbs: /^(?:strike|hammer_out)$/, objects: /^(?:deal|agreement|accord|pact|bargain|compromise|truce)$/, noun: 'agreement' },
  { verbs: /^(?:strike|hit|hammer)$/, objects: /^(?:balance|tone|note|chord|record|high|low|market|markets|shelves|road|streets|target|target|peak|bottom|headlines|economy|profits|sales)$/, noun: 'impact' },
  { verbs: /^(?:release|issue|drop|leak)$/, objects: /^(?:statement|statements|report|reports|results|figures|video|videos|footage|album|film|book|document|documents|tape|tapes|letter|photo|photos|photographs|picture|pictures|image|images|data|details|song|single|version|findings|list|transcript)$/, noun: 'publication' },
  { verbs: /^(?:beat|crush|rout|sweep|defeat|down)$/, objects: /^(?:champions?|favourites?|favorites?|rivals?|opponents?|team|side)$/, noun: 'defeat' },
];

/** The rows of the table that a verb is in; none for nearly all. */
function turnsOf(lemma: string): typeof turns {
  let found = byLemma.get(lemma);
  if (found) return found;
  found = turns.filter(({ verbs }) => verbs.test(lemma));
  if (byLemma.size > 5000) byLemma.clear();
  byLemma.set(lemma, found.length === 0 ? none : found);
  return found;
}

const byLemma = new Map<string, typeof turns>(), none: typeof turns = [];

/** The sense of a verb with its object; the given one where the object takes nothing from it. `object` is a chunk number or undefined. */
export function senseWithObject(s: Scene, sense: Sense, object: number | undefined): Sense {
  if (object === undefined) return sense;
  const head = s.reading.marks.lower[phraseAt(s, object).head]!;
  const turn = turnsOf(sense.lemma).find(({ objects }) => objects.test(head));
  return turn ? { lemma: sense.lemma, family: senseOf(turn.noun) } : sense;
}
