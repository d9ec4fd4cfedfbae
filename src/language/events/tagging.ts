import type { TextDocument } from '../document';
import { Can, anyVerb, isClosed } from '../lexicon/words';
import type { Sentence } from '../sentences';
import { TokenFlag, TokenKind } from '../tokens';
import type { Marks } from './marks';
import { Tag, isAuxiliary, isVerb } from './tags';
import { readVerb } from './verbReading';
import { wordSet } from '../lists';

/** A sentence being read, left to right. `tags` runs over all tokens of the text; those before `i` are settled. */
export interface Reading {
  readonly document: TextDocument;
  readonly marks: Marks;
  readonly tags: Uint8Array;
  readonly first: number;
  readonly end: number;
  /** True where nearly every word has a capital, so that capitals say nothing. */
  readonly headline: boolean;
}

/** Settles the tag of every token of a sentence. */
export function tagSentence(document: TextDocument, marks: Marks, tags: Uint8Array, sentence: Sentence): Reading {
  const reading: Reading = { document, marks, tags, first: sentence.firstToken, end: sentence.endToken, headline: isHeadline(document, sentence) };
  for (let i = reading.first; i < reading.end; i++) tags[i] = tagOf(reading, i);
  return reading;
}

function isHeadline(document: TextDocument, sentence: Sentence): boolean {
  const { tokens } = document;
  let long = 0, capital = 0;
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    if (tokens.kinds[i] !== TokenKind.word || tokens.ends[i]! - tokens.starts[i]! < 4) continue;
    long++;
    if (tokens.flags[i]! & TokenFlag.capital) capital++;
  }
  return long > 2 && capital / long > 0.7;
}

function tagOf(r: Reading, i: number): number {
  const { tokens, text } = r.document, kind = tokens.kinds[i]!;
  if (r.marks.date[i]! >= 0 && (kind === TokenKind.word || kind === TokenKind.number || kind === TokenKind.punctuation)) return Tag.time;
  if (kind === TokenKind.number) return Tag.number;
  if (kind === TokenKind.quote) return isPluralPossessive(r, i) ? Tag.possessive : Tag.quote;
  if (kind !== TokenKind.word && isInnerHyphen(r, i)) return Tag.adjective;
  if (kind !== TokenKind.word) return markTag(text[tokens.starts[i]!]!, i > 0 && tokens.kinds[i - 1] === TokenKind.number && text[tokens.starts[i]!] === '%');
  const lower = r.marks.lower[i]!;
  if (lower === "'s" || lower === '’s' || lower === '‘s') return possessiveOrBe(r, i);
  if (r.marks.mention[i]! >= 0) return Tag.name;
  return wordTag(r, i, lower);
}

/** The hyphen of `a U.S.-led force`, which stands between two words without a space. */
function isInnerHyphen(r: Reading, i: number): boolean {
  const { tokens, text } = r.document;
  return i > r.first && i + 1 < r.end && '-‑'.includes(text[tokens.starts[i]!]!) && !(tokens.flags[i]! & TokenFlag.afterSpace) && !(tokens.flags[i + 1]! & TokenFlag.afterSpace)
    && tokens.kinds[i - 1] === TokenKind.word && tokens.kinds[i + 1] === TokenKind.word && r.tags[i - 1]! <= Tag.adjective;
}

/** The lone apostrophe of `Hamas’ attack`. */
function isPluralPossessive(r: Reading, i: number): boolean {
  if (i === r.first || i + 1 >= r.end || r.tags[i - 1]! > Tag.name) return false;
  const { tokens, text } = r.document;
  if (tokens.flags[i]! & TokenFlag.afterSpace || !(tokens.flags[i + 1]! & TokenFlag.afterSpace)) return false;
  const mark = text[tokens.starts[i]!]!;
  return (mark === "'" || mark === '’' || mark === '‘') && /[sz]$/.test(r.marks.lower[i - 1]!) && startsPhrase(r, i + 1);
}

/** `Iraqi bases` is an adjective, `the Iraqis said` and `an Iraqi was` are not. */
function demonymTag(r: Reading, i: number, lower: string): number {
  const next = i + 1 < r.end ? r.marks.words[i + 1]! : null;
  if (next && next.can & Can.conjunction && i + 3 < r.end && r.marks.words[i + 2]!.can & (Can.adjective | Can.demonym) && startsPhrase(r, i + 3) && !/s$/.test(lower)) return Tag.adjective;
  if (next && next.can & Can.conjunction && i + 4 < r.end && r.marks.words[i + 3]!.can & Can.demonym && !/s$/.test(lower)) return Tag.adjective;
  if (!next || next.can === 0 || isClosed(next) || r.marks.date[i + 1]! >= 0) return Tag.noun;
  if (lower.endsWith('s') && lower !== 'swiss' && lower !== 'saudis') return next.can & (Can.noun | Can.actor) && !(next.can & anyVerb) ? Tag.adjective : Tag.noun;
  if (startsPhrase(r, i + 1)) return Tag.adjective;
  return next.can & (Can.past | Can.adverb) ? Tag.noun : Tag.adjective;
}

function markTag(c: string, percent: boolean): number {
  if (percent || c === '$' || c === '€' || c === '£' || c === '%') return Tag.number;
  if (c === ',') return Tag.comma;
  if (c === '—' || c === '–' || c === '-' || c === '―') return Tag.dash;
  if (c === '(' || c === ')' || c === '[' || c === ']') return Tag.bracket;
  return Tag.stop;
}

function possessiveOrBe(r: Reading, i: number): number {
  const before = i > r.first ? r.tags[i - 1]! : Tag.stop;
  return before === Tag.pronoun ? Tag.be : Tag.possessive;
}

function wordTag(r: Reading, i: number, lower: string): number {
  const word = r.marks.words[i]!, can = word.can, capital = (r.document.tokens.flags[i]! & TokenFlag.capital) !== 0;
  const inside = capital && i > r.first && !r.headline && r.tags[i - 1] !== Tag.quote;
  if (inside && lower === 'us' && r.document.tokens.flags[i]! & TokenFlag.allCapitals) return Tag.name;
  if (inside && word.noun !== null && r.document.tokens.flags[i]! & TokenFlag.allCapitals) return Tag.noun;
  if (inside && (can & Can.demonym) === 0 && !(isClosed(word) && !(can & Can.modal)) && !(can & Can.time)) return Tag.name;
  if (can & Can.negation) return Tag.negation;
  if (lower === 'to') return toTag(r, i);
  if (lower === 'that') return thatTag(r, i);
  if (can & Can.be) return Tag.be;
  if (can & Can.have) return Tag.have;
  if (can & Can.do) return Tag.do;
  if (can & Can.modal && !isDeterminer(tagBefore(r, i))) return inside && capital ? Tag.name : Tag.modal;
  if (can & Can.relative) return lower === 'whose' ? Tag.relative : whTag(r, i, lower);
  if (can & Can.possessive) return lower === 'her' && !startsPhrase(r, i + 1) ? Tag.pronoun : Tag.determiner;
  if (can & Can.subordinator) return lower === 'so' ? Tag.adverb : Tag.subordinator;
  if (can & Can.determiner) return can & Can.pronoun && !startsPhrase(r, i + 1) ? Tag.pronoun : Tag.determiner;
  if (can & Can.pronoun) return Tag.pronoun;
  if (can & Can.conjunction) return Tag.conjunction;
  if (i > r.first && r.tags[i - 1] === Tag.adjective && '-‑'.includes(r.document.text[r.document.tokens.starts[i - 1]!]!)) return Tag.adjective;
  if (numberWords.has(lower)) return Tag.number;
  if (can & Can.preposition && !(can & anyVerb && tagBefore(r, i) === Tag.be)) return can & Can.adverb && !startsPhrase(r, i + 1) ? Tag.adverb : Tag.preposition;
  if (can & anyVerb) return readVerb(r, i, word);
  if (can & Can.time && can & Can.noun) return isTimePhrase(r, i, capital) ? Tag.time : Tag.noun;
  if (can & Can.adverb) return can & Can.adjective && startsPhrase(r, i + 1) ? Tag.adjective : Tag.adverb;
  if (can & Can.demonym) return demonymTag(r, i, lower);
  if (can & Can.adjective) return can & Can.noun && !continuesPhrase(r, i + 1) ? Tag.noun : Tag.adjective;
  return capital && (r.headline || i > r.first) && !(can & Can.actor) && word.noun === null && !r.headline ? Tag.name : Tag.noun;
}

const numberWords = wordSet('two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty');

/** `to` before a word that can only be a bare verb there. */
function toTag(r: Reading, i: number): number {
  let next = i + 1;
  while (next < r.end && r.document.tokens.kinds[next] === TokenKind.quote) next++;
  while (next < r.end && r.marks.words[next]!.can & (Can.adverb | Can.negation) && !(r.marks.words[next]!.can & Can.base)) next++;
  if (next >= r.end || r.marks.mention[next]! >= 0) return Tag.preposition;
  const can = r.marks.words[next]!.can;
  if (r.marks.lower[next] === 'be' || r.marks.lower[next] === 'have' || r.marks.lower[next] === 'do') return Tag.to;
  return can & Can.base ? Tag.to : Tag.preposition;
}

function thatTag(r: Reading, i: number): number {
  const before = tagBefore(r, i), next = i + 1 < r.end ? r.marks.words[i + 1]!.can : 0;
  const verbNext = (next & (Can.be | Can.have | Can.do | Can.modal | Can.past | Can.third)) !== 0 && r.marks.mention[i + 1]! < 0 && !(next & Can.noun);
  if (before === Tag.noun || before === Tag.name) return verbNext ? Tag.relative : Tag.that;
  if (isVerb(before) || isAuxiliary(before) || before === Tag.time || before === Tag.comma || before === Tag.conjunction || before === Tag.adjective) return verbNext ? Tag.pronoun : Tag.that;
  return verbNext ? Tag.pronoun : Tag.determiner;
}

const whTag = (r: Reading, i: number, lower: string): number => (lower === 'which' && tagBefore(r, i) !== Tag.comma && startsPhrase(r, i + 1) && isVerb(tagBefore(r, i)) ? Tag.determiner : Tag.relative);

const isDeterminer = (tag: number): boolean => tag === Tag.determiner || tag === Tag.possessive;

/** A capitalised month or weekday, or `last week`: time even where no recogniser claimed it. */
function isTimePhrase(r: Reading, i: number, capital: boolean): boolean {
  if (capital && i > r.first) return true;
  const before = i > r.first ? r.marks.lower[i - 1]! : '';
  return before === 'last' || before === 'next' || before === 'this' || before === 'today' || /^(?:today|yesterday|tomorrow|tonight|overnight)$/.test(r.marks.lower[i]!);
}

/** Tag before `i`, adverbs passed over; `stop` at the start of the sentence. */
export function tagBefore(r: Reading, i: number): number {
  let j = i - 1;
  while (j >= r.first && (r.tags[j] === Tag.adverb || r.tags[j] === Tag.negation || r.tags[j] === Tag.quote) && j > i - 5) j--;
  return j < r.first ? Tag.stop : r.tags[j]!;
}

/** Whether a noun phrase can start at `i`; looks at what the word can be, as its tag is not settled yet. */
export function startsPhrase(r: Reading, i: number): boolean {
  if (i >= r.end) return false;
  if (r.marks.date[i]! >= 0) return false;
  if (r.marks.mention[i]! >= 0) return true;
  const kind = r.document.tokens.kinds[i]!;
  if (kind === TokenKind.number) return true;
  if (kind !== TokenKind.word) return kind === TokenKind.symbol && '$€£'.includes(r.document.text[r.document.tokens.starts[i]!]!);
  const can = r.marks.words[i]!.can;
  if (can & (Can.determiner | Can.possessive | Can.pronoun | Can.demonym)) return true;
  if (can & (Can.preposition | Can.conjunction | Can.subordinator | Can.relative | Can.be | Can.have | Can.do | Can.modal | Can.negation)) return false;
  if (can & (Can.adjective | Can.noun)) return true;
  if (!r.headline && r.document.tokens.flags[i]! & TokenFlag.capital) return true;
  return (can & (Can.participle | Can.gerund)) !== 0 && i + 1 < r.end && (r.marks.words[i + 1]!.can & (Can.noun | Can.adjective)) !== 0 && (r.marks.words[i + 1]!.can & anyVerb) === 0;
}

/** Whether the phrase that is being read goes on at `i`: a word that can only start another one ends it. */
function continuesPhrase(r: Reading, i: number): boolean {
  return startsPhrase(r, i) && (r.marks.mention[i]! >= 0 || (r.marks.words[i]!.can & (Can.determiner | Can.possessive | Can.pronoun)) === 0);
}
