import type { Clause } from './clauses';
import { mayInvert } from './cues';
import { type Folded, isCapital, isDash, isStretch, isWord, type ItemRange, stretchAt } from './fold';
import { phraseBackward, phraseForward } from './phrases';
import { irregularPasts, nearestSubject, sentenceSubject } from './subjects';
import { isPossessiveAt } from './verbs';
import { Word } from './words';

/** What is found out about one quoted stretch within its sentence. */
export interface Attribution {
  readonly item: number;
  /** The clause that reports it; null when none does. */
  readonly clause: Clause | null;
  /** Items of the speaker's phrase: the clause's subject, a label (`Smith: “…”`), a signature (`“…” — Smith`), else the sentence's subject. */
  readonly speaker: ItemRange | null;
  /** How well the speaker is tied to the quotation, 0 to 100; 0 when only the sentence's subject is known. */
  readonly weight: number;
  /** The sentence holds nothing but quoted words: its speaker is whoever is speaking already. */
  readonly bare: boolean;
}

/** Attributes each quoted stretch of a sentence to the clause that reports it. `clauses` are those of the sentence. */
export function attributeSentence(f: Folded, sentence: ItemRange, clauses: readonly Clause[]): Attribution[] {
  const result: Attribution[] = [];
  const bare = !hasOwnWords(f, sentence);
  let next = 0;
  for (let item = sentence.from; item < sentence.to; item++) {
    if (!isStretch(f, item)) continue;
    while (next < clauses.length && clauses[next]!.cue < item) next++;
    result.push(attribute(f, sentence, item, clauses, next, bare));
  }
  return result;
}

function hasOwnWords(f: Folded, sentence: ItemRange): boolean {
  for (let k = sentence.from; k < sentence.to; k++) if (isWord(f, k)) return true;
  return false;
}

/** Clauses looked at on either side of a quotation: keeps the work per quotation constant. */
const REACH = 4;

function attribute(f: Folded, sentence: ItemRange, item: number, clauses: readonly Clause[], next: number, bare: boolean): Attribution {
  if (bare) return { item, clause: null, speaker: null, weight: 0, bare };
  let best: Clause | null = null, weight = 0;
  const consider = (clause: Clause): void => {
    if (!clause.subject) return;
    const w = clause.cue < item ? before(f, item, clause) : after(f, sentence, item, clause, best !== null && best.cue < item ? best : null, weight);
    if (w > weight) { best = clause; weight = w; }
  };
  for (let c = Math.max(0, next - REACH); c < Math.min(clauses.length, next + REACH); c++) consider(clauses[c]!);
  if (next + REACH < clauses.length) consider(clauses.at(-1)!);
  const found = best as Clause | null;
  if (weight < 79) {
    const clause = frame(f, sentence, item);
    if (clause) return { item, clause, speaker: clause.subject, weight: 88, bare };
  }
  if (weight < 85) {
    const named = label(f, sentence, item) ?? signature(f, sentence, item);
    if (named) return { item, clause: null, speaker: named, weight: 90, bare };
  }
  if (found && weight > 20) return { item, clause: found, speaker: found.subject, weight, bare };
  const owner = ownerOf(f, sentence, item);
  if (owner) return { item, clause: null, speaker: owner, weight, bare };
  return { item, clause: found, speaker: found ? found.subject : nearestSubject(f, sentence, item) ?? sentenceSubject(f, sentence.from, item), weight, bare };
}

/** `Smith’s “if you can pay, you may stay” rule`: whose words they are, where no clause says it. */
function ownerOf(f: Folded, sentence: ItemRange, item: number): ItemRange | null {
  return isPossessiveAt(f, item - 1) && item - 1 > sentence.from ? phraseBackward(f, sentence.from, item - 1) : null;
}

/**
 * The frame of direct speech makes a reporting verb of any verb: `“…,” she surmised`, `“…!” beamed Smith`. Null when the
 * quotation does not stand in one.
 */
function frame(f: Folded, sentence: ItemRange, item: number): Clause | null {
  const leading = leadingFrame(f, sentence, item);
  if (leading) return leading;
  let k = item + 1;
  if (item - sentence.from > 1 || (!endsInPause(f, item) && f.lower[k] !== ',')) return null;
  if (f.lower[k] === ',') k++;
  if (k + 1 >= sentence.to || !isWord(f, k)) return null;
  if (isFinite(f, k)) {
    const subject = isCapital(f, k + 1) || f.classes[k + 1]! & (Word.determiner | Word.pronoun) ? phraseForward(f, k + 1, sentence.to, false) : null;
    return subject && { cue: k, cueFrom: k, subject, order: 'after' };
  }
  const subject = phraseForward(f, k, sentence.to, true);
  return subject && subject.to < sentence.to && isFinite(f, subject.to) ? { cue: subject.to, cueFrom: subject.to, subject, order: 'before' } : null;
}

/** `Smith shot back, “…”`: a subject, a verb, a comma or colon. */
function leadingFrame(f: Folded, sentence: ItemRange, item: number): Clause | null {
  const mark = f.lower[item - 1];
  if (mark !== ',' && mark !== ':') return null;
  let k = item - 2;
  if (/^(?:back|out|up|on|off|down|in|away)$/.test(f.lower[k] ?? '')) k--;
  if (k <= sentence.from || !isFinite(f, k)) return null;
  const subject = phraseBackward(f, sentence.from, k);
  return subject && { cue: k, cueFrom: k, subject, order: 'before' };
}

/** A lower-case word that has the look of a finite verb. */
function isFinite(f: Folded, k: number): boolean {
  return isWord(f, k) && !isCapital(f, k) && f.classes[k] === 0 && (/(?:[^e]ed|[^sui]s)$/.test(f.lower[k]!) || irregularPasts.has(f.lower[k]!));
}

/** `Rep. Ada Smith (Leeds): “…”`, as in a transcript: a name with its title and nothing else before the colon. */
function label(f: Folded, sentence: ItemRange, item: number): ItemRange | null {
  const colon = item - 1, last = colon - 1;
  if (f.lower[colon] !== ':' || colon - sentence.from > 10 || !isCapital(f, sentence.from) || !(isCapital(f, last) || f.lower[last] === ')')) return null;
  for (let k = sentence.from; k < colon; k++) {
    if (f.cues[k] || f.classes[k]! & (Word.auxiliary | Word.pronoun | Word.subordinator) || isStretch(f, k) || isFinite(f, k)) return null;
  }
  return { from: sentence.from, to: colon };
}

/** `“…” — Smith`: a name alone after a dash. */
function signature(f: Folded, sentence: ItemRange, item: number): ItemRange | null {
  if (!isDash(f.lower[item + 1] ?? '') || !isCapital(f, item + 2) || item !== sentence.from) return null;
  const phrase = phraseForward(f, item + 2, sentence.to, false);
  return phrase && (phrase.to >= sentence.to || f.lower[phrase.to] === '.' || f.lower[phrase.to] === ',') ? phrase : null;
}

/** How well a clause that stands before a quotation introduces it. */
function before(f: Folded, item: number, clause: Clause): number {
  const from = clause.order === 'after' || clause.order === 'source' ? clause.subject!.to : clause.cue + 1;
  let gap = Math.max(0, item - from);
  const mark = f.lower[item - 1];
  const introduced = mark === ',' || mark === ':';
  const cue = f.cues[clause.cue];
  if (introduced && gap > 0) gap--;
  // Other quoted stretches between do not come between a verb and its object.
  let base = clause.order === 'source' ? 70 : clause.order === 'owner' ? ownerWeight(f, item, clause) : cue?.class === 'think' ? 68 : 84;
  // `anybody who complains about it “is wrong”`: a defining relative clause ends before the quotation.
  if (gap > 0 && clause.antecedent && f.lower[clause.subject!.from - 1] !== ',') base -= 35;
  return Math.max(20, base + (introduced ? 6 : 0) - Math.min(45, gap));
}

/** `his claim that “…”`, `her call for “…”`; but not `his plan “was mad”`, `called his plan “mad”`: there somebody else speaks. */
function ownerWeight(f: Folded, item: number, clause: Clause): number {
  const next = f.lower[clause.cue + 1] ?? '';
  if (item - clause.cue > 8) return 30;
  return /^(?:that|of|for|about|to|:|,)$/.test(next) ? 72 : 30;
}

/** How well a clause that stands after a quotation reports it; `left` is the best clause before it, tied to it as well as `tie` says. */
function after(f: Folded, sentence: ItemRange, item: number, clause: Clause, left: Clause | null, tie: number): number {
  const from = Math.min(clause.cueFrom, clause.order === 'before' ? clause.subject!.from : clause.cueFrom);
  let k = item + 1;
  const comma = f.lower[k] === ',' || isDash(f.lower[k] ?? '');
  if (comma) k++;
  const immediate = from === k || (from > k && from - k <= 2 && onlyAdverbs(f, k, from));
  const paused = comma || endsInPause(f, item);
  const cue = f.cues[clause.cue];
  // `After Smith called it “mad,” Jones said: “…”`: the main clause has words of its own to report.
  if (left && clause.order === 'before' && !isSplit(sentence, item) && hasComplement(f, sentence, clause)) return 30;
  // `When Smith shouted, “Out!” Jones laughed`: what introduces the words directly is stronger than what follows them.
  if (left && f.cues[left.cue]?.class === 'say' && tie >= 88) return 60;
  // `“a rule” that would help`: a relative clause says something of the words before it.
  if (clause.antecedent !== undefined) return 10;
  if (immediate) {
    if (clause.order === 'owner') return 10;
    if (clause.order === 'shared') return paused ? 78 : 40;
    if (cue && cue.class === 'call' && !mayInvert(cue)) return paused ? 50 : 20;
    return paused ? 100 : clause.order === 'source' ? 80 : 75;
  }
  if (clause.order === 'shared' || clause.order === 'owner' || cue?.class === 'call') return 10;
  // `…, as the report put it.`
  const as = f.lower[from - 1] === 'as' ? 1 : 0;
  const set = f.lower[from - 1 - as] === ',' || (as === 1 && from - 1 - as === item);
  if (!set) return clause.order === 'source' ? 45 : 15;
  // A clause that closes the sentence reports all of it: `…, said Smith.`
  const end = clause.order === 'before' ? clause.cue + 1 : clause.subject!.to;
  const closes = end >= sentence.to || f.lower[end] === '.' || f.lower[end] === ',' || isStretch(f, end) || (f.classes[end]! & (Word.preposition | Word.time | Word.adverb)) !== 0;
  return closes ? 70 : 30;
}

function onlyAdverbs(f: Folded, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (!(f.classes[k]! & Word.adverb)) return false;
  return true;
}

/** The quoted words end as speech does before `he said`: with a comma, a question, an exclamation, a dash. */
function endsInPause(f: Folded, item: number): boolean {
  const stretch = stretchAt(f, item);
  return stretch !== undefined && ',?!—–-…'.includes(f.tokens.text[stretch.end - 1] ?? ' ');
}

/** The sentence opens with the quotation, or with a word that only goes with it. */
function isSplit(sentence: ItemRange, item: number): boolean {
  return item - sentence.from <= 1;
}

/** The verb has an object or a clause of its own after it: `said: “…”`, `said that`, `said he`. */
function hasComplement(f: Folded, sentence: ItemRange, clause: Clause): boolean {
  const next = clause.cue + 1;
  if (next >= sentence.to) return false;
  const lower = f.lower[next]!;
  return lower === ':' || lower === 'that' || isStretch(f, next) || (lower === ',' && isStretch(f, next + 1)) ||
    (isWord(f, next) && !(f.classes[next]! & (Word.preposition | Word.time | Word.adverb | Word.coordinator | Word.subordinator)) && f.cues[clause.cue]?.lemma !== 'tell');
}
