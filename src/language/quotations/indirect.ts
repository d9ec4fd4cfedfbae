import { addressing } from './cues';
import { type Folded, isCapital, isStretch, isWord, type ItemRange, lowerBound } from './fold';
import { phraseForward } from './phrases';
import type { Clause } from './clauses';
import { dateline } from './subjects';
import { Word } from './words';

/** A reported clause: the words somebody is said to have said, not his own. */
export interface Reported {
  readonly clause: Clause;
  readonly words: ItemRange;
}

/** Verbs whose clause may go without `that`. */
const bare = new Set('say add tell think believe claim argue insist note hope fear warn suggest admit acknowledge expect announce predict feel know write report'.split(' '));

/**
 * Clauses of a sentence that a reporting verb introduces (`Smith said that …`) or follows (`…, Smith said`), where no words
 * of them stand between quotation marks. At most one for each reporting verb.
 */
export function reportedClauses(f: Folded, sentence: ItemRange, clauses: readonly Clause[]): Reported[] {
  const result: Reported[] = [];
  if (clauses.length === 0) return result;
  const end = lastWord(f, sentence);
  let covered = dateline(f, sentence.from, sentence.to);
  for (let c = 0; c < clauses.length; c++) {
    const clause = clauses[c]!;
    if (!clause.subject || clause.cue < covered) continue;
    const cue = f.cues[clause.cue];
    if (clause.order === 'owner' || cue?.class === 'call') continue;
    const words = following(f, sentence, clause, end) ?? (c === clauses.length - 1 ? preceding(f, sentence, clause, covered) : null);
    if (!words || words.to - words.from < 3 || quotes(f, words)) continue;
    result.push({ clause, words });
    covered = Math.max(covered, words.to);
  }
  return result;
}

function quotes(f: Folded, range: ItemRange): boolean {
  return (f.stretches[lowerBound(f.stretches, range.from)] ?? Infinity) < range.to;
}

function following(f: Folded, sentence: ItemRange, clause: Clause, end: number): ItemRange | null {
  const cue = f.cues[clause.cue];
  if (!cue) {
    // `According to Smith, the plan failed.`
    if (clause.cueFrom !== sentence.from || f.lower[clause.subject!.to] !== ',') return null;
    return until(clause.subject!.to + 1, end);
  }
  if (clause.order === 'after') return null;
  let k = clause.cue + 1;
  if (addressing.has(cue.lemma) && k < sentence.to && f.lower[k] !== 'that') {
    const addressee = phraseForward(f, k, sentence.to, true) ?? (isWord(f, k) && /^(?:him|her|them|me|us)$/.test(f.lower[k]!) ? { from: k, to: k + 1 } : null);
    if (addressee) k = addressee.to;
  }
  // A time or a place may stand between: `said on Friday that`.
  for (let j = k; j < sentence.to && j < k + 12 && isWord(f, j); j++) {
    if (f.lower[j] === 'that') return j > k && !(f.classes[k]! & (Word.preposition | Word.time | Word.adverb)) ? null : until(j + 1, end);
    if (j === k && !(f.classes[j]! & (Word.preposition | Word.time | Word.adverb))) break;
  }
  if (!bare.has(cue.lemma)) return null;
  while (k < sentence.to && f.classes[k]! & (Word.time | Word.adverb) && !(f.classes[k]! & Word.determiner)) k++;
  return opensClause(f, k, sentence.to) ? until(k, end) : null;
}

/** A subject with a finite verb after it. */
function opensClause(f: Folded, from: number, to: number): boolean {
  if (from + 1 >= to) return false;
  if (f.classes[from]! & Word.pronoun) return true;
  const subject = phraseForward(f, from, to, true);
  if (!subject || subject.to >= to) return false;
  for (let k = from + 1; k < to && k <= subject.to + 2; k++) {
    if (isStretch(f, k)) return false;
    if (f.classes[k]! & Word.auxiliary) return true;
    if (k >= subject.to && !isCapital(f, k) && isWord(f, k) && f.classes[k] === 0 && /(?:ed|s)$/.test(f.lower[k]!)) return true;
  }
  return false;
}

/** `The plan failed, Smith said.` */
function preceding(f: Folded, sentence: ItemRange, clause: Clause, covered: number): ItemRange | null {
  const first = clause.order === 'before' ? clause.subject!.from : clause.cueFrom;
  if (clause.order === 'shared' || first - 1 <= covered || f.lower[first - 1] !== ',') return null;
  const end = clause.order === 'before' ? clause.cue + 1 : clause.subject!.to;
  const closes = end >= sentence.to || f.lower[end] === '.' || f.lower[end] === ',' || (f.classes[end]! & (Word.preposition | Word.time | Word.adverb)) !== 0;
  if (!closes) return null;
  // An opening adverbial or name alone is no clause: `On Monday, Smith said.`
  const words = { from: covered, to: first - 1 };
  for (let k = words.from + 1; k < words.to; k++) {
    if (!isStretch(f, k) && (f.classes[k]! & Word.auxiliary || (isWord(f, k) && f.classes[k] === 0 && !isCapital(f, k) && /(?:[^e]ed|[^su]s)$/.test(f.lower[k]!)))) {
      return f.classes[words.from]! & (Word.preposition | Word.subordinator) && !hasComma(f, words) ? null : words;
    }
  }
  return null;
}

function hasComma(f: Folded, range: ItemRange): boolean {
  for (let k = range.from; k < range.to; k++) if (f.lower[k] === ',') return true;
  return false;
}

/** The range, or null when nothing is in it. */
function until(from: number, end: number): ItemRange | null {
  return end > from ? { from, to: end } : null;
}

/** Item after the sentence's last word: its closing marks are no part of a reported clause. */
function lastWord(f: Folded, sentence: ItemRange): number {
  let end = sentence.to;
  while (end > sentence.from && !isStretch(f, end - 1) && !isWord(f, end - 1) && f.lower[end - 1] !== ')') end--;
  return end;
}
