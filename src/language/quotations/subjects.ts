import type { Clause } from './clauses';
import { type Folded, isCapital, isDash, isStretch, isWord, type ItemRange } from './fold';
import { phraseBackward, phraseForward } from './phrases';
import { isPossessiveAt } from './verbs';
import { isSpeakerNoun, Word } from './words';

/** Items around a verb in which its subject is looked for. */
const REACH = 100;

/** `Smith, a farmer, said`: the phrase before the comma that matches the one at `comma`. */
export function beforeParenthesis(f: Folded, sentence: ItemRange, comma: number): ItemRange | null {
  let commas = 0;
  for (let j = comma - 1; j > sentence.from && j > comma - REACH; j--) {
    const lower = f.lower[j];
    if (isStretch(f, j) && !isCapital(f, j - 1)) return null;
    if (lower !== ',' && lower !== '—' && lower !== '–') continue;
    commas++;
    const next = f.lower[j + 1] ?? '', c = f.classes[j + 1] ?? 0;
    if (f.lower[j - 1] === 'who') return { from: j - 1, to: j };
    // An item of a list inside the parenthesis (`a farmer, father and poet`) goes on to the comma before.
    const opensParenthesis = (c & (Word.determiner | Word.relative | Word.preposition)) !== 0 || /(?:ing|ed)$/.test(next) || isSpeakerNoun(next) || commas > 1 || isNumberLike(next);
    if (commas === 1 && isCapital(f, j + 1) && !(c & (Word.determiner | Word.time)) && adverbialBefore(f, sentence, j)) return phraseBackward(f, j + 1, comma);
    // `the party’s chairman, Ada Smith, said`: a role before a name.
    if (commas === 1 && isCapital(f, j + 1) && isSpeakerNoun(f.lower[j - 1]!)) return phraseBackward(f, sentence.from, j);
    if (!opensParenthesis && hasEarlierComma(f, sentence, j)) continue;
    const subject = phraseBackward(f, sentence.from, j);
    // `Smith, whose firm, Acme, makes bread, said`: the relative clause is a part of the parenthesis.
    if (subject && f.classes[subject.from - 1]! & Word.relative && f.lower[subject.from - 2] === ',') continue;
    if (subject) return subject;
  }
  // No second comma: the words before the comma open the sentence, as in `After that, said`; nobody is named there.
  return commas === 0 ? phraseBackward(f, sentence.from, comma) : null;
}

/** The phrase with the appositive between it and the comma at `comma` (`the director, Ada Smith,`); without a clause that stands there. */
export function withParenthesis(f: Folded, subject: ItemRange, comma: number): ItemRange {
  const first = subject.to + 1;
  if (f.lower[subject.to] !== ',' || comma - first > 14 || comma <= first) return subject;
  const c = f.classes[first]!;
  const apposes = isCapital(f, first) ? !(c & (Word.preposition | Word.time)) : (c & Word.determiner) !== 0 || isSpeakerNoun(f.lower[first]!) || isNumberLike(f.lower[first]!);
  for (let k = first; k < comma; k++) if (isStretch(f, k) || f.classes[k]! & (Word.relative | Word.auxiliary)) return subject;
  return apposes ? { from: subject.from, to: comma } : subject;
}

/** What stands before the comma at `comma`, back to the one before, is an adverbial: `after winning, Smith, a farmer, said`. */
function adverbialBefore(f: Folded, sentence: ItemRange, comma: number): boolean {
  let j = comma - 1;
  while (j > sentence.from && j > comma - REACH && f.lower[j - 1] !== ',' && !isStretch(f, j)) j--;
  return opensAdverbial(f, j);
}

const isNumberLike = (lower: string): boolean => /^\d/.test(lower);

function hasEarlierComma(f: Folded, sentence: ItemRange, before: number): boolean {
  for (let j = before - 1; j > sentence.from && j > before - 15; j--) if (f.lower[j] === ',') return true;
  return false;
}

/** `Smith said he was tired and added`: a pronoun gives way to the name that reports before it. */
function named(f: Folded, subject: ItemRange, earlier: readonly Clause[]): ItemRange {
  if (!/^(?:he|she|it|they)$/.test(f.lower[subject.from]!)) return subject;
  const outer = earlier.at(-1);
  const fits = outer?.subject && outer.order === 'before' && f.cues[outer.cue]?.class === 'say' && !(f.classes[outer.subject.from]! & Word.pronoun);
  return fits ? outer.subject! : subject;
}

/** `with spectators chanting`: the phrase between `with` and the participle. */
export function absoluteSubject(f: Folded, sentence: ItemRange, end: number): ItemRange | null {
  for (let j = end - 1; j >= sentence.from && j >= end - 12 && !isStretch(f, j) && f.lower[j] !== ','; j--) {
    if (f.lower[j] === 'with' && j + 1 < end) return { from: j + 1, to: end };
  }
  return null;
}

/**
 * The subject a verb without one of its own shares. A participle belongs to the main clause (`Smith called, saying`), a
 * coordinated verb to the nearest clause before it (`when she arrived and said`).
 */
export function sharedSubject(f: Folded, sentence: ItemRange, k: number, earlier: readonly Clause[]): ItemRange | null {
  for (let e = earlier.length - 1; e >= 0 && e >= earlier.length - 6; e--) {
    if (earlier[e]!.order === 'after' && earlier[e]!.subject) return earlier[e]!.subject;
  }
  const last = earlier.at(-1);
  if (f.cues[k]?.form === 'participle' && last?.subject && last.order === 'before') {
    // `…, Smith said on Monday, adding`: the clause set off by commas carries on.
    const lead = f.lower[last.subject.from - 1];
    if (lead === ',' || isStretch(f, last.subject.from - 1)) return last.subject;
  }
  const manner = /^(?:by|from|in|after|while|before|when)$/.test(f.lower[k - 1] ?? '');
  if (f.cues[k]?.form !== 'participle' || manner || trailingClause(f, sentence, k)) {
    const near = nearestSubject(f, sentence, k);
    if (near) return named(f, near, earlier);
  }
  if (!isStretch(f, sentence.from)) {
    const main = sentenceSubject(f, sentence.from, k);
    if (main) return main;
  }
  return earlier.slice(0, 6).find((clause) => clause.subject !== null && clause.order === 'before')?.subject ?? sentenceSubject(f, sentence.from, k);
}

/** A subordinate clause after the main one holds the participle: `…, when protesters interrupted, shouting`. */
function trailingClause(f: Folded, sentence: ItemRange, k: number): boolean {
  for (let j = k - 1; j > sentence.from + 2 && j > k - 40; j--) {
    if (/^(?:when|while|where|as|because|after|before|but)$/.test(f.lower[j]!) && f.lower[j - 1] === ',') return true;
  }
  return false;
}

/** Subject of the last finite verb before item `k`: a pronoun or a name with a verb after it. */
export function nearestSubject(f: Folded, sentence: ItemRange, k: number): ItemRange | null {
  for (let j = k - 1; j > sentence.from && j > k - 60; j--) {
    if (isStretch(f, j) || isCapital(f, j) || !isWord(f, j)) continue;
    const finite = f.classes[j]! & Word.auxiliary || f.cues[j]?.form === 'finite' && !f.cues[j]!.alsoNoun || (/(?:[^e]ed|[^su]s)$/.test(f.lower[j]!) && f.classes[j] === 0) || irregularPasts.has(f.lower[j]!);
    if (!finite || isPossessiveAt(f, j - 1) || isPossessiveAt(f, j)) continue;
    let b = j - 1;
    while (b > sentence.from && f.classes[b]! & (Word.adverb | Word.auxiliary) && !(f.classes[b]! & Word.head)) b--;
    if (b < sentence.from || !isWord(f, b)) continue;
    if (f.lower[b] === 'who') {
      // `those who left but said`: a defining clause is over when the main one goes on.
      if (f.lower[b - 1] === ',' && !commaBetween(f, j, k)) return { from: b, to: b + 1 };
      continue;
    }
    if (f.classes[b]! & Word.pronoun && f.lower[b] !== 'it' && f.lower[b] !== 'you') return { from: b, to: b + 1 };
    if (isCapital(f, b) && !(f.classes[b]! & (Word.preposition | Word.subordinator | Word.time | Word.coordinator | Word.determiner))) {
      const phrase = phraseBackward(f, sentence.from, b + 1);
      // After a preposition or a verb it is an object: `for Smith waited`.
      if (phrase && (phrase.from === sentence.from || !isWord(f, phrase.from - 1) || f.classes[phrase.from - 1]! & (Word.subordinator | Word.coordinator))) return phrase;
    }
  }
  return null;
}

function commaBetween(f: Folded, from: number, to: number): boolean {
  for (let j = from; j < to; j++) if (f.lower[j] === ',') return true;
  return false;
}

export const irregularPasts = new Set(`shot hit went came took made gave got kept left stood sat spoke met won lost ran began brought held led sent built cut put let set rose fell grew knew
  drew drove flew ate broke chose wore threw caught taught bought fought sought slept felt paid laid`.split(/\s+/));

/** The first noun phrase of a sentence that can be its subject, before item `end`. */
export function sentenceSubject(f: Folded, from: number, end: number): ItemRange | null {
  const to = Math.min(end, from + REACH);
  let k = dateline(f, from, to), fallback: ItemRange | null = null;
  for (let guard = 0; guard < 6 && k < to; guard++) {
    while (k < to && !isStretch(f, k) && (f.classes[k]! & (Word.coordinator | Word.adverb) && !(f.classes[k]! & Word.determiner) || f.lower[k] === ',' || f.lower[k] === '(' || f.lower[k] === '—')) k++;
    if (k >= to) break;
    if (!opensAdverbial(f, k)) {
      const phrase = phraseForward(f, k, to, true);
      // `in Ames, Iowa, on Sunday, Smith spoke`: what a comma follows after an adverbial is a part of that.
      if (phrase && !isTimeSpan(f, phrase) && (guard === 0 || phrase.to >= to || f.lower[phrase.to] !== ',')) return phrase;
      fallback ??= phrase;
    }
    let comma = k;
    while (comma < to && f.lower[comma] !== ',' && (comma === k || !isStretch(f, comma))) comma++;
    if (comma >= to) return fallback ?? (guard === 0 && !isStretch(f, k) ? phraseForward(f, nextCapital(f, k + 1, to), to, true) : null);
    k = comma + 1;
  }
  return fallback;
}

/** Item after a dateline (`LONDON (Reuters) – `), or `from`. */
export function dateline(f: Folded, from: number, to: number): number {
  for (let k = from; k < to && k < from + 9; k++) {
    if (k > from && isDash(f.lower[k]!)) return k + 1;
    if (!isCapital(f, k) && !/^[(),./]$/.test(f.lower[k]!) && !/^\d/.test(f.lower[k]!)) return from;
  }
  return from;
}

/** Whether a phrase or clause that says when, where or why begins at item `k`. */
export function opensAdverbial(f: Folded, k: number): boolean {
  const c = f.classes[k]!, lower = f.lower[k]!;
  if (isStretch(f, k) || lower === 'here' || lower === 'there' || lower === 'asked') return true;
  if (c & (Word.preposition | Word.subordinator) && !(c & Word.pronoun)) return true;
  return (/(?:ing|ed)$/.test(lower) && !isCapital(f, k + 1)) || ((c & Word.time) !== 0 && (f.lower[k + 1] === ',' || f.classes[k + 1]! & Word.time) !== 0);
}

/** `Eight years ago`, `The next morning`. */
function isTimeSpan(f: Folded, phrase: ItemRange): boolean {
  if (commaBetween(f, phrase.from, phrase.to)) return false;
  const last = f.lower[phrase.to - 1] ?? '';
  return f.lower[phrase.to] === 'ago' || f.lower[phrase.to] === 'later' || f.lower[phrase.to] === 'earlier' || /^(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|moments?|time)$/.test(last) && f.lower[phrase.to] === ',' || (f.classes[phrase.to - 1]! & Word.time) !== 0;
}

function nextCapital(f: Folded, from: number, to: number): number {
  for (let j = from; j < to; j++) if (isCapital(f, j) || f.classes[j]! & Word.pronoun) return j;
  return to;
}
