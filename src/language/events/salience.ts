import { Can, countryOf, lookUp } from '../lexicon/words';
import type { Participant } from '../types';
import type { FoundEvent } from './found';
import type { Scene } from './participants';
import { Tag } from './tags';
import { standsAlone } from './title';
import { wordSet } from '../lists';

/** Families that say too little for a line of their own. */
const tooThin = new Set('try fail succeed use work continue start end happen cause plan intend change affect live stay wait connect become turn put keep go carry fill complete avoid encourage respond approach confront allow force cover notify call_name operate spend earn move hold show appear hear see watch study read lack honour refrain refer lead make carry_out find rule'.split(' '));
const thinVerbs = new Set('come go get take bring make give see'.split(' '));

/** Whether an event may be worth a line of its own: somebody named does or suffers something definite that the text tells as having happened or as due. */
export function mayBeMain(s: Scene, event: FoundEvent): boolean {
  const { sense: { family }, date, who, whom, modality } = event;
  if (family.sort !== 'event' || s.reading.marks.quoted[event.trigger] || !event.asserted || event.level === 'gap' || takesUp(s, event) || isHabit(s, event)) return false;
  if (!who.some(isNamed) && !whom.some(isNamed)) return false;
  if (who.length > 0 && !who.some(acts)) return false;
  if (event.form === 'verb' && !event.passive && needsMatter.has(family.type) && !hasMatter(s, event)) return false;
  if (event.sense.lemma === 'give' && !whom.some(acts)) return false;
  if (event.form === 'noun' && !standsAlone(s, event)) return false;
  if (family.type === 'other') return date !== null && !tooThin.has(family.id) && !thinVerbs.has(event.sense.lemma) && modality !== 'denied' && event.form === 'verb';
  if (modality === 'feared' || modality === 'denied') return date !== null && who.length > 0;
  if (event.form === 'verb') return who.length > 0 || date !== null;
  return event.carrier !== null || date !== null || (who.length > 0 && whom.length > 0);
}

/** Whether a title reads as a line: a verb alone with its subject needs at least a time. */
export function readsAsLine(title: string, event: FoundEvent): boolean {
  const words = title === '' ? 0 : title.split(' ').length;
  return words >= (event.form === 'verb' && !event.passive && event.date === null ? 3 : 2);
}

/** `people talk of`: the plain present of a sentence tells a habit, that of a headline a happening. */
function isHabit(s: Scene, event: FoundEvent): boolean {
  const group = s.chunks[event.chunk]!;
  return group.kind === 'group' && group.form === Tag.base && group.finite && group.modal === null && s.chunks[s.chunks.length - 1]!.kind === 'stop';
}

const ofAKind = wordSet('such similar no any');

/** `such a restriction`: told before, or of a kind. */
function takesUp(s: Scene, event: FoundEvent): boolean {
  const next = s.chunks[event.form === 'verb' ? event.chunk + 1 : event.chunk];
  return next?.kind === 'phrase' && ofAKind.has(s.reading.marks.lower[next.first]!);
}

/** Kinds of event that say nothing without what is asked, said or barred. */
const needsMatter = new Set(['agree', 'request', 'accuse', 'support', 'aid', 'sanction', 'reject', 'threaten', 'assault', 'coerce']);

const aiming = wordSet('on for against with at to in upon into between over');

/** Whether an object, a clause, an infinitive or `for`, `on`, `against` follows. */
function hasMatter(s: Scene, event: FoundEvent): boolean {
  for (let j = event.chunk + 1; j < event.chunk + 4; j++) {
    const item = s.chunks[j];
    if (!item || item.kind === 'stop' || item.kind === 'comma') return false;
    if (item.kind === 'phrase' || item.kind === 'that' || item.kind === 'group' || item.kind === 'time') return true;
    if (item.kind === 'preposition') return aiming.has(s.reading.marks.lower[item.first]!);
  }
  return false;
}

/** What the words of a participant look like. */
interface Look {
  /** A name by its look: every word of three letters and more begins with a capital. */
  readonly named: boolean;
  /** A name, a country's adjective or a capital somewhere in it. */
  readonly holdsName: boolean;
}

const looks = new Map<string, Look>();
const mostLooks = 4096, longestLook = 60;

/** The look of some words; that of short ones is kept, as the same return in every article. */
function lookOf(text: string): Look {
  const known = text.length <= longestLook ? looks.get(text) : undefined;
  if (known) return known;
  const named = looksNamed(text), look = { named, holdsName: named || hasName(text) };
  if (text.length > longestLook) return look;
  if (looks.size >= mostLooks) looks.clear();
  // The key is a string of its own: a slice would keep the article in memory.
  looks.set(` ${text}`.slice(1), look);
  return look;
}

function hasName(text: string): boolean {
  for (const word of text.split(' ')) if (countryOf(word.toLowerCase()) !== null || /^\p{Lu}.+[’']s$/u.test(word) || (/^\p{Lu}\p{Ll}/u.test(word) && text.indexOf(word) > 0)) return true;
  return false;
}

const looksNamed = (text: string): boolean => /^\p{Lu}/u.test(text) && !/(?:^|\s)\p{Ll}{3,}/u.test(text) && !/^That\b/.test(text);

const isNamed = (participant: Participant): boolean => participant.name !== null || lookOf(participant.text).holdsName;

/** Somebody who can do something: a name, people, a body. */
function acts(participant: Participant): boolean {
  if (participant.name !== null || lookOf(participant.text).named) return true;
  const head = participant.text.split(/ (?:of|for|in) /)[0]!.split(' ').pop()!.toLowerCase();
  // `head` is a body's part, but not in `the head of West Asian affairs`.
  return (lookUp(head).can & (Can.actor | Can.demonym)) !== 0 || /(?:^|\s)head of /.test(participant.text);
}
