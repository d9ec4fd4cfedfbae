import { isSayingNoun, mayInvert } from './cues';
import { type Folded, isCapital, isStretch, isWord, type ItemRange, lowerBound } from './fold';
import { phraseBackward, phraseForward, startsPhrase } from './phrases';
import { absoluteSubject, beforeParenthesis, sentenceSubject, sharedSubject, withParenthesis } from './subjects';
import { isPossessiveAt, isVerb, namesNoun } from './verbs';
import { isSpeakerNoun, Word } from './words';

/** Who a reporting verb's subject is, and where the verb with its subject begins and ends. */
export interface Clause {
  /** Item of the reporting verb (of the last word of `according to`). */
  readonly cue: number;
  /** First item of the cue phrase: differs from `cue` for `according to`. */
  readonly cueFrom: number;
  readonly subject: ItemRange | null;
  /** What `who` stands for, where the subject is that word. */
  readonly antecedent?: ItemRange | null;
  /** `before`: X said. `after`: said X. `shared`: the subject of a verb before it (`saying`, `and added`). `source`: according to X. `owner`: X’s claim. */
  readonly order: 'before' | 'after' | 'shared' | 'source' | 'owner';
}

const beForms = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'am', 'got', 'gets', "isn't", "wasn't"]);

/** The clauses of a sentence whose verb reports, in order. */
export function reportingClauses(f: Folded, sentence: ItemRange): Clause[] {
  const clauses: Clause[] = [];
  let lead = lowerBound(f.leads, sentence.from);
  for (let k = sentence.from; k < sentence.to; k++) {
    if (f.leads[lead] === k) {
      lead++;
      const source = sourcePhrase(f, sentence, k) ?? possessed(f, sentence, k);
      if (source) { clauses.push(source); continue; }
    }
    if (f.cues[k] && isVerb(f, sentence, k)) clauses.push(clauseOf(f, sentence, k, clauses));
  }
  return clauses;
}

/** `according to X`, `in the words of X`, `as X put it` is a verb of its own. */
function sourcePhrase(f: Folded, sentence: ItemRange, k: number): Clause | null {
  const lower = f.lower[k];
  let at = -1;
  if (lower === 'according' && f.lower[k + 1] === 'to') at = k + 2;
  else if (lower === 'words' && f.lower[k + 1] === 'of' && f.lower[k - 1] === 'the') at = k + 2;
  else if (lower === 'per' && k > sentence.from && (f.lower[k - 1] === ',' || isStretch(f, k - 1))) at = k + 1;
  if (at < 0) return null;
  let subject = phraseForward(f, at, sentence.to, false);
  if (k === sentence.from && subject && subject.to >= sentence.to - 1) {
    // `According to Smith, the river rose.`: what follows the comma is the sentence, and no appositive.
    let comma = at;
    while (comma < subject.to && f.lower[comma] !== ',') comma++;
    subject = phraseForward(f, at, comma, false);
  }
  return subject && { cue: at - 1, cueFrom: k, subject, order: 'source' };
}

/** `Smith’s claim that`, `her call for`: a noun of saying with its owner. */
function possessed(f: Folded, sentence: ItemRange, k: number): Clause | null {
  if (!isSayingNoun(f.lower[k]!)) return null;
  let b = k - 1;
  while (b > sentence.from && b >= k - 2 && isWord(f, b) && f.classes[b] === 0 && !isPossessiveAt(f, b)) b--;
  const lower = f.lower[b];
  if (b < sentence.from) return null;
  if (lower === 'his' || lower === 'her' || lower === 'their' || lower === 'my' || lower === 'its') return { cue: k, cueFrom: k, subject: { from: b, to: b + 1 }, order: 'owner' };
  const mark = isPossessiveAt(f, b) || ((lower === '’' || lower === "'") && b > sentence.from);
  const subject = mark ? phraseBackward(f, sentence.from, b) : null;
  return subject && { cue: k, cueFrom: k, subject, order: 'owner' };
}

const clause = (cue: number, subject: ItemRange | null, order: Clause['order']): Clause => ({ cue, cueFrom: cue, subject, order });

function clauseOf(f: Folded, sentence: ItemRange, k: number, earlier: readonly Clause[]): Clause {
  const cue = f.cues[k]!;
  if (mayInvert(cue)) {
    const after = invertedSubject(f, sentence, k);
    if (after) return clause(k, after, 'after');
  }
  let b = k - 1, passive = false, progressive = false;
  if (isPossessiveAt(f, b) && b > sentence.from && f.classes[b - 1]! & Word.pronoun) { progressive = true; b--; }
  while (b >= sentence.from && !isStretch(f, b) && f.classes[b]! & (Word.auxiliary | Word.adverb) && !(f.classes[b]! & (Word.determiner | Word.time | Word.preposition)) && !isNominalHead(f, b) && !(f.classes[b]! & Word.pronoun)) {
    if (beForms.has(f.lower[b]!)) { progressive = true; passive = cue.form === 'finite'; }
    b--;
  }
  b = beforeTime(f, sentence, b);
  b = beforeInsertion(f, sentence, b);
  if (passive || (cue.form === 'finite' && f.lower[k + 1] === 'by')) {
    for (let j = k + 1; j < sentence.to && j < k + 8; j++) if (f.lower[j] === 'by') return clause(k, phraseForward(f, j + 1, sentence.to, true), 'after');
    return clause(k, null, 'before');
  }
  if (!progressive && namesNoun(f, sentence, k, b)) return clause(k, null, 'before');
  if (cue.form === 'participle' && !progressive) {
    // `with spectators chanting`, `a hat reading`: what stands before the participle speaks.
    if (cue.lemma === 'read' && b >= sentence.from && isWord(f, b)) return clause(k, phraseBackward(f, sentence.from, b + 1), 'before');
    const own = b >= sentence.from && isWord(f, b) && !(f.classes[b]! & (Word.preposition | Word.subordinator | Word.coordinator)) ? absoluteSubject(f, sentence, b + 1) : null;
    return own ? clause(k, own, 'before') : clause(k, sharedSubject(f, sentence, k, earlier), 'shared');
  }
  if (b >= sentence.from && isStretch(f, b) && cue.form === 'finite') {
    // `Smith, wearing a shirt that read “Peace,” shouted`
    const subject = beforeParenthesis(f, sentence, b);
    if (subject) return clause(k, subject, 'before');
  }
  if (b < sentence.from || isStretch(f, b)) return clause(k, sharedSubject(f, sentence, k, earlier), 'shared');
  const c = f.classes[b]!, lower = f.lower[b]!;
  if (cue.form === 'base' && lower === 'to') return clause(k, sharedSubject(f, sentence, k, earlier), 'shared');
  if (c & Word.coordinator) return clause(k, sharedSubject(f, sentence, k, earlier), 'shared');
  if (c & Word.relative) {
    const end = f.lower[b - 1] === ',' ? b - 1 : b;
    const antecedent = phraseBackward(f, sentence.from, end);
    // `which said` after a preposition (`in which she said`) is no subject.
    if (f.classes[b - 1]! & Word.preposition) return clause(k, sharedSubject(f, sentence, k, earlier), 'shared');
    return { ...clause(k, { from: b, to: b + 1 }, 'before'), antecedent };
  }
  if (lower === ',' || lower === '—' || lower === '–') {
    const subject = afterStretch(f, sentence, b) ?? beforeParenthesis(f, sentence, b);
    if (!subject) return clause(k, sharedSubject(f, sentence, k, earlier), 'shared');
    if (f.lower[subject.to - 1] !== 'who') return clause(k, withParenthesis(f, subject, b), 'before');
    // `Smith, who, asked again, said`
    const who = subject.to - 1;
    return { ...clause(k, { from: who, to: who + 1 }, 'before'), antecedent: phraseBackward(f, sentence.from, f.lower[who - 1] === ',' ? who - 1 : who) };
  }
  const subject = phraseBackward(f, sentence.from, b + 1);
  if (!subject) return clause(k, sharedSubject(f, sentence, k, earlier), 'shared');
  const outer = earlier.at(-1);
  if (outer?.subject && isRepeated(f, subject, outer)) return clause(k, outer.subject, 'before');
  if (f.lower[subject.from - 1] === 'what' && f.classes[subject.from]! & Word.pronoun && f.lower[subject.from] !== 'i') {
    // `Smith denounced what he called “…”`: the pronoun is the main clause's subject.
    const main = earlier.slice(0, 6).find(({ subject: own, order }) => own !== null && order !== 'owner')?.subject ?? sentenceSubject(f, sentence.from, subject.from - 1);
    if (main) return clause(k, main, 'before');
  }
  return clause(k, subject, 'before');
}

/** `Smith said he thought`: the pronoun right after a reporting verb is the one who reports. */
function isRepeated(f: Folded, subject: ItemRange, outer: Clause): boolean {
  if (!/^(?:he|she|it|they)(?:['’](?:d|s|ll|ve|re))?$/.test(f.lower[subject.from]!) || outer.order !== 'before' || f.classes[outer.subject!.from]! & Word.pronoun) return false;
  if (subject.from - outer.cue > 8) return false;
  for (let j = outer.cue + 1; j < subject.from; j++) {
    // A time or a place may stand between, another clause may not: `said that over the years he had`.
    if (f.lower[j] !== 'that' && (!isWord(f, j) || f.cues[j] || f.classes[j]! & (Word.auxiliary | Word.subordinator | Word.coordinator) && !(f.classes[j]! & Word.preposition))) return false;
  }
  return f.cues[outer.cue]?.class !== 'call';
}

/** `who has in the past called`: the item before the auxiliary that a prepositional phrase parts from its verb; `b` when none does. */
function beforeInsertion(f: Folded, sentence: ItemRange, b: number): number {
  for (let j = b - 1; j > sentence.from && j >= b - 4; j--) {
    if (!isWord(f, j)) return b;
    if (!(f.classes[j]! & Word.preposition)) continue;
    let k = j - 1;
    if (!(f.classes[k]! & Word.auxiliary)) return b;
    while (k > sentence.from && f.classes[k]! & (Word.auxiliary | Word.adverb) && !(f.classes[k]! & Word.pronoun)) k--;
    return k;
  }
  return b;
}

const times = /^(?:days|weeks|months|years|hours|minutes|mornings|nights|ago|earlier|later)$/;

/** `Smith on Friday called`: the item before a time that stands between subject and verb. */
function beforeTime(f: Folded, sentence: ItemRange, b: number): number {
  let k = b;
  while (k > sentence.from && isWord(f, k) && (f.classes[k]! & Word.time && !(f.classes[k]! & Word.subordinator) || times.test(f.lower[k]!))) k--;
  if (k === b) return b;
  while (k > sentence.from && /^(?:on|this|last|next|early|late|in|a|an|one|two|three|four|five|six|seven|eight|nine|ten|few|less|more|than|about|some)$/.test(f.lower[k] ?? '')) k--;
  return k >= sentence.from && isWord(f, k) ? k : b;
}

const isNominalHead = (f: Folded, k: number): boolean => (f.classes[k]! & Word.head) !== 0;

/** `“…,” Ada Smith, 30, of Leeds, who was there, said`: the name right after the quotation, whatever commas follow it. */
function afterStretch(f: Folded, sentence: ItemRange, comma: number): ItemRange | null {
  for (let j = comma - 1; j >= sentence.from && j > comma - 30; j--) {
    if (!isStretch(f, j)) continue;
    if (!isCapital(f, j + 1) || !startsPhrase(f, j + 1)) return null;
    const phrase = phraseForward(f, j + 1, comma, true);
    return phrase && (f.lower[phrase.to] === ',' || phrase.to === comma) ? phrase : null;
  }
  return null;
}

/** `said Smith`, after a quotation, a comma, or at the sentence's end. */
function invertedSubject(f: Folded, sentence: ItemRange, k: number): ItemRange | null {
  const before = k > sentence.from ? k - 1 : -1;
  const afterStretch = before >= 0 && (isStretch(f, before) || (f.lower[before] === ',' && isStretch(f, before - 1)) || f.lower[before] === '—' || f.lower[before] === '-');
  const afterComma = before >= 0 && f.lower[before] === ',';
  if (!afterStretch && !afterComma && !(before >= 0 && f.classes[before]! & Word.preposition && f.lower[before] === 'as')) return null;
  const next = k + 1;
  if (next >= sentence.to || !startsPhrase(f, next) || f.classes[next]! & Word.time) return null;
  if (f.classes[next]! & Word.pronoun) return afterStretch ? { from: next, to: next + 1 } : null;
  if (f.lower[next] === 'that' || f.lower[next] === 'this' && !isSpeakerNoun(f.lower[next + 1] ?? '')) return null;
  const phrase = phraseForward(f, next, sentence.to, false);
  // `Smith, citing “the cost,” said the plan would fail`: a verb follows, so the phrase is its subject.
  if (phrase && afterStretch) return f.classes[phrase.to]! & Word.auxiliary && f.lower[phrase.to - 1] !== ',' ? null : phrase;
  if (!phrase) return null;
  // `…, said Smith.` and `…, said Smith, a farmer.` but not `Smith, a farmer, said the plan would fail.`
  const end = f.lower[phrase.to];
  if ((phrase.to >= sentence.to || end === '.' || end === ',') && (isCapital(f, next) || isSpeakerNoun(f.lower[phrase.to - 1]!) || hasStretchBefore(f, sentence, k))) return phrase;
  return hasStretchBefore(f, sentence, k) && end !== 'as' && ((f.classes[phrase.to] ?? 0) & (Word.preposition | Word.time)) !== 0 ? phrase : null;
}

function hasStretchBefore(f: Folded, sentence: ItemRange, k: number): boolean {
  for (let j = k - 1; j >= sentence.from && j > k - 60; j--) if (isStretch(f, j)) return true;
  return false;
}
