import { hash48 } from '../fold';
import { stem, type ActorKeys } from './actors';
import { sameStory } from './context';
import type { Facts } from './facts';
import { modalityOf, modalitiesClash } from './modality';
import { kindsOf } from './passing';
import { periodOf } from './period';
import { isViolent } from './same';

/**
 * What an article and its reports look like from afar, in numbers alone: enough to tell that two reports are not of one event without opening either
 * article. First how many context words there are, then a number for each, ascending, then {@link EACH} numbers for each report.
 */
export type Sketch = Int32Array;

/** Where each thing stands among the numbers of a report: sets of words as 64 bits each, first and last possible day, the rest in bits. */
const KINDS = 0, WHO = 2, WHOM = 4, FIRST = 6, LAST = 7, FLAGS = 8, EACH = 9;
const MUTUAL = 4, VIOLENT = 8;
/** Beyond every day, before and after. */
const ALWAYS = 2 ** 30;
const DAY = 86_400_000;

/** @param context what the article is about, each word once @param reports all that are kept of it, in their order */
export function sketchOf(context: Iterable<string>, reports: readonly Facts[]): Sketch {
  const words = Int32Array.from(context, (word) => hash48(word) | 0).sort(), sketch = new Int32Array(1 + words.length + reports.length * EACH);
  sketch[0] = words.length;
  sketch.set(words, 1);
  reports.forEach(({ mention, family, who, whom, mutual }, index) => {
    const at = 1 + words.length + index * EACH, period = mention.date ? periodOf(mention.date.value.split('T', 1)[0]!) : null;
    mark(sketch, at + KINDS, kindsOf(mention.lemma));
    mark(sketch, at + WHO, wordsOf(who));
    mark(sketch, at + WHOM, wordsOf(whom));
    sketch[at + FIRST] = period ? Date.parse(period.start) / DAY : -ALWAYS;
    sketch[at + LAST] = period ? Date.parse(period.end) / DAY : ALWAYS;
    sketch[at + FLAGS] = modalityOf(mention.modality) | (mutual ? MUTUAL : 0) | (isViolent(family.id) ? VIOLENT : 0);
  });
  return sketch;
}

/** Reports that a sketch has. */
export function reportsIn(sketch: Sketch): number {
  return (sketch.length - 1 - sketch[0]!) / EACH;
}

/** Whether two articles tell one story, as far as numbers for words can say: two words have the same number once in billions of times. */
export function tellOneStory(a: Sketch, b: Sketch): boolean {
  const most = a[0]!, others = b[0]!;
  if (most === 0 || others === 0) return false;
  let shared = 0;
  for (let i = 1, j = 1; i <= most && j <= others;) {
    const one = a[i]!, two = b[j]!;
    if (one === two) { shared++; i++; j++; } else if (one < two) i++;
    else j++;
  }
  return shared / Math.sqrt(most * others) >= sameStory;
}

/**
 * False only where two reports of different articles cannot be one event (`sameness` of same.ts is 0): nothing alike happens, the days are
 * apart, one is denied, or neither the story nor the parties are shared.
 * @param story whether their articles tell one story ({@link tellOneStory})
 */
export function mayBeOne(a: Sketch, one: number, b: Sketch, two: number, story: boolean): boolean {
  const x = 1 + a[0]! + one * EACH, y = 1 + b[0]! + two * EACH;
  if (!share(a, x + KINDS, b, y + KINDS)) return false;
  if (a[x + FIRST]! > b[y + LAST]! + 1 || b[y + FIRST]! > a[x + LAST]! + 1) return false;
  const flags = a[x + FLAGS]!, others = b[y + FLAGS]!, both = flags & others;
  if (modalitiesClash(flags & 3, others & 3)) return false;
  if (story) return true;
  const who = share(a, x + WHO, b, y + WHO), whom = share(a, x + WHOM, b, y + WHOM);
  if (both & MUTUAL) return who || whom || share(a, x + WHO, b, y + WHOM) || share(a, x + WHOM, b, y + WHO);
  return who && (whom || (both & VIOLENT) !== 0);
}

/** Parties are the same only where they share a word. */
function* wordsOf({ keys }: ActorKeys): Generator<string> {
  for (const key of keys) for (const word of key.split(' ')) yield stem(word);
}

function mark(sketch: Sketch, at: number, words: Iterable<string>): void {
  for (const word of words) {
    const bit = hash48(word) & 63;
    sketch[at + (bit >>> 5)]! |= 1 << (bit & 31);
  }
}

function share(a: Sketch, x: number, b: Sketch, y: number): boolean {
  return (a[x]! & b[y]!) !== 0 || (a[x + 1]! & b[y + 1]!) !== 0;
}
