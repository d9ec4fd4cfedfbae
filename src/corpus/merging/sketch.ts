import { hash48 } from '../fold';
import { stem, type ActorKeys } from './actors';
import { sameStory } from './context';
import { mayAgree } from './dates';
import type { Facts } from './facts';
import { modalityOf, modalitiesClash } from './modality';
import { periodOf } from './period';
import { isDoneToPlace, isViolent, kindOfHappening } from './same';

/**
 * What an article and its reports look like from afar, in numbers alone: enough to tell that two reports are not of one event without opening either
 * article. First how many context words there are, then a number for each, ascending, then {@link EACH} numbers for each report.
 */
export type Sketch = Int32Array;

/**
 * Where each thing stands among the numbers of a report: numbers for family and lemma, 0 where nothing happens; parties, words as 64 bits each; first and
 * last possible day; the rest in bits.
 */
export const FAMILY = 0, LEMMA = 1, WHO = 2, WHOM = 4, FIRST = 6, LAST = 7, FLAGS = 8, EACH = 9;
/** Bits: what parties do together, what violence is told in turn with, who and whom are named, it is done to a place, it has a date that another can agree with; from {@link KINDS} on other things told in turn. */
const MUTUAL = 4, VIOLENT = 8, WHO_NAMED = 16, WHOM_NAMED = 32, TO_PLACE = 64, DATED = 128, KINDS = 8, KIND_BITS = 16;
/** Beyond every day, before (negative) and after. */
export const ALWAYS = 2 ** 30;
const DAY = 86_400_000;
/** Numbers for words are below this, so that one takes two bytes. Two words with the same number let a pair through now and then, which is told apart when it is opened. */
const NUMBERS = 2 ** 16;

/** @param context what the article is about, each word once @param reports all that are kept of it, in their order */
export function sketchOf(context: Iterable<string>, reports: readonly Facts[]): Sketch {
  const words = Int32Array.from(context, (word) => hash48(word) % NUMBERS).sort(), sketch = new Int32Array(1 + words.length + reports.length * EACH);
  sketch[0] = words.length;
  sketch.set(words, 1);
  reports.forEach((report, index) => {
    const { mention, family, who, whom } = report;
    const at = 1 + words.length + index * EACH, period = mention.date ? periodOf(mention.date.value.split('T', 1)[0]!) : null;
    if (family.sort === 'event') {
      sketch[at + FAMILY] = numberOf(family.id);
      sketch[at + LEMMA] = numberOf(mention.lemma);
    }
    mark(sketch, at + WHO, wordsOf(who));
    mark(sketch, at + WHOM, wordsOf(whom));
    sketch[at + FIRST] = period ? Date.parse(period.start) / DAY : -ALWAYS;
    sketch[at + LAST] = period ? Date.parse(period.end) / DAY : ALWAYS;
    sketch[at + FLAGS] = modalityOf(mention.modality) | kindsIn(family.id) | flagsOf(report);
  });
  return sketch;
}

/** Reports that a sketch has. */
export function reportsIn(sketch: Sketch): number {
  return (sketch.length - 1 - sketch[0]!) / EACH;
}

/** Whether two articles tell one story, as far as numbers for words can say: of fifty pairs one shares a number by chance, which seldom decides. */
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
  const flags = a[x + FLAGS]!, others = b[y + FLAGS]!, both = flags & others;
  const related = a[x + FAMILY] !== 0 && b[y + FAMILY] !== 0 && (a[x + FAMILY] === b[y + FAMILY] || a[x + LEMMA] === b[y + LEMMA]), kin = both >> KINDS !== 0;
  if (!related && !kin && (both & VIOLENT) === 0) return false;
  if (a[x + FIRST]! > b[y + LAST]! + 1 || b[y + FIRST]! > a[x + LAST]! + 1) return false;
  if (modalitiesClash(flags & 3, others & 3)) return false;
  // Where the articles tell different stories, the dates must agree.
  if (!story && (both & DATED) === 0) return false;
  const who = share(a, x + WHO, b, y + WHO), whom = share(a, x + WHOM, b, y + WHOM);
  if (both & MUTUAL) return who || whom || share(a, x + WHO, b, y + WHOM) || share(a, x + WHOM, b, y + WHO) || (story && (nobody(flags) || nobody(others)));
  // Two who are named and share no word are not the same. Violence of one day and place may be told with other victims.
  if (both & WHO_NAMED && !who) return false;
  if (both & WHOM_NAMED && !whom && (flags & TO_PLACE) === (others & TO_PLACE)) return who && (both & VIOLENT) !== 0;
  if (related && story) return true;
  // Of another word, one party must be the same; of another kind of violence, both.
  return story && kin ? who || whom : who && (whom || (both & VIOLENT) !== 0);
}

const nobody = (flags: number): boolean => (flags & (WHO_NAMED | WHOM_NAMED)) === 0;

/** Parties are the same only where they share a word. */
function* wordsOf({ keys }: ActorKeys): Generator<string> {
  for (const key of keys) for (const word of key.split(' ')) yield stem(word);
}

/** Other than 0. */
function numberOf(word: string): number {
  return hash48(word) % (NUMBERS - 1) + 1;
}

function flagsOf({ who, whom, mutual, mention }: Facts): number {
  return (mutual ? MUTUAL : 0) | (who.named ? WHO_NAMED : 0) | (whom.named ? WHOM_NAMED : 0) | (isDoneToPlace(mention) ? TO_PLACE : 0) | (mention.date && mayAgree(mention.date) ? DATED : 0);
}

function kindsIn(family: string): number {
  return isViolent(family) ? VIOLENT : kindOfHappening(family).reduce((bits, kind) => bits | 1 << (KINDS + hash48(kind) % KIND_BITS), 0);
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
