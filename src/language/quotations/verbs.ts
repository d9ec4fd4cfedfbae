import { type Folded, isCapital, isStretch, isWord, type ItemRange } from './fold';
import { phraseBackward } from './phrases';
import { isSpeakerNoun, Word } from './words';

/** Whether the word at `k`, a form of a reporting verb, is one here, and not a noun or an adjective. */
export function isVerb(f: Folded, sentence: ItemRange, k: number): boolean {
  const cue = f.cues[k]!;
  if (cue.lemma === 'put' && f.lower[k + 1] !== 'it' && f.lower[k + 1] !== 'this') return false;
  if (cue.weak && !touchesSpeech(f, sentence, k) && f.lower[k + 1] !== 'out') return false;
  let b = k - 1;
  while (b >= sentence.from && f.classes[b]! & Word.adverb && !(f.classes[b]! & Word.determiner)) b--;
  const c = b >= sentence.from ? f.classes[b]! : 0;
  const before = b >= sentence.from ? f.lower[b]! : '';
  if (cue.form === 'base') {
    if (before === 'to' || c & Word.auxiliary) return true;
    if (c & Word.pronoun) return before !== 'he' && before !== 'she' && before !== 'it';
    if (cue.alsoNoun) return isWord(f, b) && c === 0 && /[^s]s$|men$|people$/.test(before) && !isPossessiveAt(f, b) && !nounFollows(f, sentence, k);
    return b >= sentence.from && ((c & Word.head) !== 0 || (c & (Word.determiner | Word.preposition)) === 0);
  }
  if (cue.form === 'participle') return (c & Word.determiner) === 0 || (c & Word.head) !== 0;
  if (isPossessiveAt(f, b)) return false;
  if (!cue.alsoNoun) return !(c & Word.determiner && !(c & (Word.head | Word.relative)));
  if (c & (Word.pronoun | Word.relative | Word.auxiliary)) return true;
  if (c & (Word.determiner | Word.preposition)) return (c & Word.head) !== 0 && !numbers.test(before);
  if (/^\d/.test(before)) return false;
  const nounBefore = isWord(f, b) && c === 0 && !isCapital(f, b) && !isSpeakerNoun(before);
  if (objects.test(f.lower[k + 1] ?? '') && isWord(f, b)) return true;
  if (touchesSpeech(f, sentence, k) && (!nounBefore || (f.classes[b - 1] ?? 0) & Word.determiner)) return true;
  if (c & Word.coordinator) return b - 1 >= sentence.from && isWord(f, b - 1) && !nounFollows(f, sentence, k);
  if (!(isWord(f, b) ? isCapital(f, b) || isSpeakerNoun(before) : before === ',' || before === ')' || isStretch(f, b) || before === '.')) return false;
  return !nounFollows(f, sentence, k);
}

/** Quoted words stand right after the verb (a comma or a colon between), or right before it or its subject. */
function touchesSpeech(f: Folded, sentence: ItemRange, k: number): boolean {
  const next = f.lower[k + 1];
  if (k + 1 < sentence.to && (isStretch(f, k + 1) || next === ':' || next === 'that' || (next === ',' && isStretch(f, k + 2)))) return true;
  for (let j = k - 1; j >= sentence.from && j >= k - 4; j--) if (isStretch(f, j)) return f.lower[j + 1] === ',' || k - j <= 3;
  return false;
}

/** What follows a noun and not a verb of speech: the phrase's preposition, a verb, the sentence's end. */
function nounFollows(f: Folded, sentence: ItemRange, k: number): boolean {
  const next = k + 1;
  if (next >= sentence.to || f.lower[next] === '.') return true;
  const lower = f.lower[next]!;
  return /^(?:of|about|on|for|from|in|by|against|to|as|at|with|were|are|is|was|have|has|had|will|would|and|or|regarding)$/.test(lower) || (f.cues[next] !== undefined && f.cues[next]!.form === 'finite');
}

const numbers = /^(?:two|three|four|five|six|seven|eight|nine|ten|few|several|both|all|each)$/;

const objects = /^(?:it|him|her|them|us|me|himself|herself|itself|themselves|this)$/;

export const isPossessiveAt = (f: Folded, k: number): boolean => k >= 0 && /^['’‘]s$/.test(f.lower[k] ?? '');

/** Verbs whose object stands between them and the quoted name, so that a participle right before it is passive: `a film called “…”`. */
const naming = new Set(['call', 'dub', 'label', 'term', 'deem', 'bill', 'nickname', 'brand', 'describe', 'title', 'caption', 'headline', 'name', 'pitch', 'style', 'tag', 'mark', 'depict', 'portray', 'frame', 'characterise', 'characterize']);

/** `a film called “…”`, `an event billed as “…”`: the noun before is what is named, not who names it. */
export function namesNoun(f: Folded, sentence: ItemRange, k: number, b: number): boolean {
  const cue = f.cues[k]!;
  if (!naming.has(cue.lemma) || cue.form !== 'finite' || !/(?:ed|d)$/.test(f.lower[k]!)) return false;
  if (!isStretch(f, k + 1) && !(f.lower[k + 1] === 'as' && (isStretch(f, k + 2) || isStretch(f, k + 3))) && !(f.lower[k + 1] === 'the' && isStretch(f, k + 2))) return false;
  if (b < sentence.from || !isWord(f, b) || isCapital(f, b) || f.classes[b]! & (Word.pronoun | Word.relative)) return f.lower[b] === ',' || f.lower[b] === '—';
  const subject = phraseBackward(f, sentence.from, b + 1);
  return !subject || !['what', 'which', 'that'].includes(f.lower[subject.from - 1] ?? '');
}
