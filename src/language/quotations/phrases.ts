import { type Folded, isCapital, isStretch, isWord, type ItemRange, stretchAt } from './fold';
import { isSpeakerNoun, Word } from './words';

/**
 * Noun phrases around a reporting verb, found by what can stand inside one. Ranges are of items, half open; `null` when
 * there is none.
 */

/** Items a noun phrase may have, and its appositive again. */
const LONGEST = 40;

const attaching = new Set(['of', 'for', 'at', 'in', 'from', 'with', 'on', 'to', 'by', 'about', 'against', 'near', 'behind']);

/** A full stop inside a sentence belongs to an abbreviation; hyphens and ampersands join. */
const joins = new Set(['.', '-', '–', '&', '/', '\'', '’', '@', '#', '%', '$']);

const isPossessive = (lower: string): boolean => lower === "'s" || lower === '’s' || lower === '‘s';

/** Joseph “Joe” Biden: a word or two in marks between two capitals. */
export function isNickname(f: Folded, k: number): boolean {
  const stretch = stretchAt(f, k)!;
  const first = f.tokens.text.slice(stretch.start, stretch.start + 1);
  return stretch.endToken - stretch.firstToken <= 4 && first !== first.toLowerCase() && isCapital(f, k - 1) && isCapital(f, k + 1) && !/[,.]$/.test(f.tokens.text.slice(stretch.end - 1, stretch.end));
}

/** Whether a noun phrase may begin at item `k`. */
export function startsPhrase(f: Folded, k: number): boolean {
  if (!isWord(f, k)) return f.lower[k] === '@';
  const c = f.classes[k]!;
  if (c & (Word.determiner | Word.pronoun | Word.head)) return true;
  if (isCapital(f, k)) return (c & (Word.time | Word.preposition | Word.subordinator | Word.auxiliary | Word.coordinator)) === 0 || (c & Word.time) !== 0 && isCapital(f, k + 1);
  return isSpeakerNoun(f.lower[k]!) || (c === 0 && !f.cues[k]);
}

/**
 * The noun phrase that begins at item `from`, its appositive after a comma included, no further than `limit`.
 * `tight` stops at a lower-case word that may be the verb (for a phrase that begins a clause).
 */
export function phraseForward(f: Folded, from: number, limit: number, tight: boolean): ItemRange | null {
  const to = Math.min(limit, from + LONGEST);
  if (from >= to || !startsPhrase(f, from)) return null;
  if (f.classes[from]! & Word.pronoun) return { from, to: from + 1 };
  let k = from, sawHead = false;
  for (; k < to; k++) {
    if (isStretch(f, k)) {
      if (isNickname(f, k)) continue;
      break;
    }
    const lower = f.lower[k]!, c = f.classes[k]!;
    if (!isWord(f, k)) {
      if (isPossessive(lower) || (joins.has(lower) && k + 1 < to)) continue;
      break;
    }
    if (isPossessive(lower)) { sawHead = false; continue; }
    const capital = isCapital(f, k);
    if (k > from && !capital) {
      if (c & (Word.auxiliary | Word.pronoun)) break;
      if (c & Word.preposition && attaching.has(lower)) {
        if (!sawHead || k + 1 >= to || !startsPhrase(f, k + 1) || f.classes[k + 1]! & (Word.time | Word.pronoun)) break;
        continue;
      }
      if (c & Word.coordinator) {
        if (lower !== 'and' || !sawHead || !startsPhrase(f, k + 1) || f.classes[k + 1]! & Word.pronoun || tight && !isCapital(f, k + 1)) break;
        continue;
      }
      if (c & (Word.subordinator | Word.preposition | Word.relative | Word.adverb)) break;
      if (c & Word.time && !(c & Word.determiner)) break;
      if (f.cues[k] && f.cues[k]!.form !== 'base' && !f.cues[k]!.alsoNoun) break;
      if (tight && sawHead && !isSpeakerNoun(lower) && (isCapital(f, k - 1) || /(?:ed|ing)$/.test(lower) || isSpeakerNoun(f.lower[k - 1]!)) && !leadsToSpeaker(f, k)) break;
    } else if (c & Word.time && k > from && !isCapital(f, k + 1)) break;
    if (!(c & Word.determiner)) sawHead = true;
  }
  while (k > from && !isWord(f, k - 1) && f.lower[k - 1] !== '.') k--;
  if (k === from) return null;
  return { from, to: withAppositive(f, k, Math.min(limit, k + LONGEST)) };
}

/** `the Democratic | presidential candidate`: words of the open classes up to a noun for a speaker. */
function leadsToSpeaker(f: Folded, from: number): boolean {
  if (isSpeakerNoun(f.lower[from - 1]!)) return false;
  for (let k = from; k < from + 3 && isWord(f, k) && f.classes[k] === 0 && !f.cues[k] && !isCapital(f, k); k++) {
    if (isSpeakerNoun(f.lower[k]!)) return true;
    if (/(?:ed|ing)$/.test(f.lower[k]!)) return false;
  }
  return false;
}

/** `, a spokesman for the party`: the end of the appositive that begins with the comma at `k`, or `k`. */
function withAppositive(f: Folded, k: number, to: number): number {
  if (f.lower[k] !== ',') return k;
  const next = k + 1;
  if (next >= to || !isWord(f, next)) return k;
  const c = f.classes[next]!;
  const starts = (c & Word.determiner) !== 0 || isSpeakerNoun(f.lower[next]!) || /^(?:who|whose|former|chief|senior|executive|president|co-founder|head|vice|\d\d)$/.test(f.lower[next]!);
  if (!starts) return k;
  let j = next;
  let relative = (c & Word.relative) !== 0;
  while (j < to && !isStretch(f, j) && f.lower[j] !== ',' && f.lower[j] !== ';' && f.lower[j] !== ':' && f.lower[j] !== '—') {
    if (f.classes[j]! & Word.relative) relative = true;
    // A finite verb makes a clause of it: `according to the count, the party has won`.
    else if (!relative && f.classes[j]! & Word.auxiliary) return k;
    j++;
  }
  return j === to && f.lower[j - 1] === '.' ? j - 1 : j;
}

/**
 * The noun phrase that ends before item `end`, no earlier than `start`: `the committee’s chairman`, `people who know him`.
 */
export function phraseBackward(f: Folded, start: number, end: number): ItemRange | null {
  const from = Math.max(start, end - LONGEST);
  let k = end;
  while (k > from && (f.classes[k - 1]! & Word.adverb) !== 0 && !isCapital(f, k - 1)) k--;
  const last = k;
  if (k > from && f.classes[k - 1]! & Word.pronoun && f.lower[k - 1] !== 'who') return { from: k - 1, to: k };
  while (k > from) {
    const j = k - 1;
    if (isStretch(f, j)) {
      if (isNickname(f, j)) { k = j; continue; }
      break;
    }
    const lower = f.lower[j]!, c = f.classes[j]!;
    if (!isWord(f, j)) {
      if (lower === ')') {
        const open = openBracket(f, from, j);
        if (open < 0) break;
        k = open;
        continue;
      }
      if (isPossessive(lower) || joins.has(lower)) { k = j; continue; }
      if (lower === ',' && isCapital(f, j - 1) && /^(?:jr|sr|ii|iii|iv)$/.test(f.lower[j + 1] ?? '')) { k = j; continue; }
      break;
    }
    if (isPossessive(lower)) { k = j; continue; }
    if (isCapital(f, j) && !(c & (Word.pronoun | Word.subordinator | Word.preposition | Word.coordinator | Word.adverb | Word.determiner | Word.time))) { k = j; continue; }
    if (c & Word.auxiliary || (f.cues[j] && f.cues[j]!.form === 'finite' && !f.cues[j]!.alsoNoun)) {
      const head = relativeBefore(f, from, j);
      if (head < 0) break;
      k = head;
      continue;
    }
    if (c & Word.pronoun && lower !== 'who') break;
    if (c & Word.relative) {
      if (j > from && isWord(f, j - 1) && k < last && (lower === 'who' || lower === 'which') && !(f.classes[j - 1]! & Word.preposition)) { k = j; continue; }
      break;
    }
    if (c & Word.coordinator) {
      if (lower === 'and' && isCapital(f, j - 1) && isCapital(f, j + 1)) { k = j; continue; }
      break;
    }
    if (c & Word.preposition && attaching.has(lower)) {
      if (k === last || j === from || !isWord(f, j - 1) || f.classes[j - 1]! & (Word.auxiliary | Word.coordinator | Word.subordinator) || (f.cues[j - 1] && !f.cues[j - 1]!.alsoNoun)) break;
      k = j;
      continue;
    }
    if (c & (Word.subordinator | Word.preposition)) break;
    if (c & Word.time) break;
    // `the court rejected Smith’s claim`: a verb with its object, where no article makes an adjective of it.
    if (c === 0 && lower.endsWith('ed') && k < last && isCapital(f, k) && j > from && isWord(f, j - 1) && !(f.classes[j - 1]! & (Word.determiner | Word.adverb | Word.preposition)) && !isPossessive(f.lower[j - 1]!)) break;
    if (c & Word.determiner) {
      k = j;
      if (j > from && f.classes[j - 1]! & (Word.preposition | Word.determiner) && (attaching.has(f.lower[j - 1]!) || f.classes[j - 1]! & Word.determiner)) continue;
      break;
    }
    k = j;
  }
  while (k < last && (!isWord(f, k) || (f.classes[k]! & Word.adverb && !(f.classes[k]! & Word.determiner)) || isPossessive(f.lower[k]!))) k++;
  return k < last ? { from: k, to: last } : null;
}

/** Head noun's end when a restrictive relative clause holds the verb at `verb`: `people who are close to him`. */
function relativeBefore(f: Folded, from: number, verb: number): number {
  for (let j = verb - 1; j >= from && j >= verb - 4; j--) {
    if (!isWord(f, j)) return -1;
    if (f.lower[j] === 'who') return j > from && isWord(f, j - 1) ? j : -1;
  }
  return -1;
}

function openBracket(f: Folded, from: number, close: number): number {
  for (let j = close - 1; j >= from && j >= close - 20; j--) if (f.lower[j] === '(') return j;
  return -1;
}
