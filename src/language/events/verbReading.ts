import { Can, anyVerb, type Word } from '../lexicon/words';
import { TokenKind } from '../tokens';
import { Tag, isVerb } from './tags';
import { startsPhrase, tagBefore, type Reading } from './tagging';

/**
 * Decides for a word that can be a verb whether it is one here, and in which form. The order of the questions is that of certainty:
 * what stands before (an auxiliary, `to`, a determiner), then what follows, then what else the sentence has.
 */
export function readVerb(r: Reading, i: number, word: Word): number {
  const before = tagBefore(r, i), can = word.can;
  if (before === Tag.to || before === Tag.modal || before === Tag.do) {
    if (can & Can.base) return Tag.base;
  }
  if (before === Tag.have && can & Can.participle) return Tag.participle;
  if (before === Tag.be) {
    if (can & Can.participle) return Tag.participle;
    if (can & Can.gerund) return Tag.gerund;
  }
  const opens = before === Tag.determiner || before === Tag.possessive || before === Tag.number;
  if (can & Can.gerund) return readGerund(r, i, word, before, opens);
  if (can & (Can.past | Can.participle)) return readPast(r, i, word, before, opens);
  if (opens || before === Tag.preposition || before === Tag.adjective) return nounLike(word);
  return can & Can.third && !(can & Can.base) ? readThird(r, i, word, before) : readBase(r, i, word, before);
}

const nounLike = (word: Word): number => (word.can & Can.adjective && !(word.can & Can.noun) ? Tag.adjective : Tag.noun);

function readGerund(r: Reading, i: number, word: Word, before: number, opens: boolean): number {
  const object = startsPhrase(r, i + 1);
  if (word.can & Can.adjective && object && !hasDeterminer(r, i + 1)) return Tag.adjective;
  if (opens || before === Tag.adjective) return object && !hasDeterminer(r, i + 1) ? Tag.adjective : word.noun || opens ? Tag.noun : Tag.gerund;
  if (word.noun && (before === Tag.noun || before === Tag.name) && !object) return Tag.noun;
  if (word.noun && !object && before !== Tag.preposition && before !== Tag.comma) return Tag.noun;
  if (word.noun && before === Tag.preposition && !object) return Tag.noun;
  return Tag.gerund;
}

function hasDeterminer(r: Reading, i: number): boolean {
  return (r.marks.words[i]!.can & (Can.determiner | Can.possessive | Can.pronoun)) !== 0 || r.marks.mention[i]! >= 0;
}

function readPast(r: Reading, i: number, word: Word, before: number, opens: boolean): number {
  const can = word.can, object = startsPhrase(r, i + 1);
  const nounToo = (can & (Can.noun | Can.base)) !== 0;
  if (opens || before === Tag.preposition) return nounToo ? Tag.noun : Tag.adjective;
  if (before === Tag.adjective) return object && !hasDeterminer(r, i + 1) ? Tag.adjective : nounToo ? Tag.noun : Tag.past;
  if (isVerb(before) && object && !hasDeterminer(r, i + 1)) return Tag.adjective;
  if (!(can & Can.past)) return Tag.participle;
  if (!(can & Can.participle)) return Tag.past;
  if (byAhead(r, i)) return Tag.participle;
  if (before === Tag.conjunction || before === Tag.comma) return likeLastVerb(r, i, object, before === Tag.comma);
  if (before === Tag.stop) return object ? Tag.adjective : Tag.participle;
  if (nounToo && !object && (before === Tag.noun || before === Tag.name) && word.noun !== null && finiteAhead(r, i + 1)) return Tag.noun;
  if (before === Tag.relative || before === Tag.pronoun) return Tag.past;
  if (can & Can.adjective && object && !hasDeterminer(r, i + 1)) return Tag.adjective;
  if (before === Tag.name && object && /^(?:based|born|backed|owned|led)$/.test(r.marks.lower[i]!)) return Tag.adjective;
  if (word.verb?.family.sort === 'say' || word.verb?.family.id === 'announce') return Tag.past;
  if (!object && (before === Tag.noun || before === Tag.name) && finiteSeen(r, i) && !afterSaying(r, i)) return Tag.participle;
  if (!object && needsObject.has(word.verb?.lemma ?? '') && !(r.marks.words[i + 1] && i + 1 < r.end && r.marks.words[i + 1]!.can & Can.adverb)) return Tag.participle;
  return !object && finiteAhead(r, i + 1) ? Tag.participle : Tag.past;
}

/** Verbs that never go without an object: `Driver arrested on suspicion` is a headline in the passive. */
const needsObject = new Set('hit arrest detain jail imprison kill murder slay assassinate wound injure charge indict convict sentence acquit fine sack dismiss oust nominate appoint elect hire hospitalise hospitalize evacuate rescue release kidnap abduct hijack expel deport destroy damage sue accuse capture seize ban suspend apprehend nab execute behead behead publish'.split(' '));

/** `killed by`, `hit and killed by`: the passive without its auxiliary. */
function byAhead(r: Reading, i: number): boolean {
  const { lower, words } = r.marks;
  if (i + 1 >= r.end) return false;
  if (lower[i + 1] === 'by') return r.marks.date[i + 2] === undefined || r.marks.date[i + 2]! < 0;
  return i + 3 < r.end && lower[i + 1] === 'and' && (words[i + 2]!.can & Can.participle) !== 0 && lower[i + 3] === 'by';
}

/** After `and` a verb takes the form of the verb it is joined to. */
function likeLastVerb(r: Reading, i: number, object: boolean, comma: boolean): number {
  for (let j = i - 1, seen = 0; j >= r.first && seen < 40; j--, seen++) {
    const tag = r.tags[j]!;
    if (tag === Tag.past || tag === Tag.third) return comma && !object ? Tag.participle : Tag.past;
    if (tag === Tag.participle && !comma) return r.tags[j - 1] === Tag.have || r.tags[j - 1] === Tag.be || !object ? Tag.participle : Tag.past;
    if (tag === Tag.base && !comma) return Tag.participle;
    if (tag === Tag.have || tag === Tag.be || tag === Tag.do) return comma && !object ? Tag.participle : Tag.past;
  }
  if (comma && object) return Tag.past;
  return object && !comma ? Tag.adjective : Tag.participle;
}

/**
 * Whether the clause still has its finite verb to come: then a form in `-ed` after a noun is a shortened relative clause
 * (`the man arrested on Friday was charged`). Only prepositional phrases and times may stand between; another subject ends the search.
 */
function finiteAhead(r: Reading, from: number): boolean {
  let governed = false, inPhrase = false;
  for (let j = from; j < r.end && j < from + 14; j++) {
    if (r.document.tokens.kinds[j] === TokenKind.quote && /s$/.test(r.marks.lower[j - 1]!)) continue;
    if (r.document.text[r.document.tokens.starts[j]!] === '(') { const close = glossEnd(r, j); if (close < 0) return false; j = close; continue; }
    if (r.document.tokens.kinds[j] === TokenKind.punctuation || r.document.tokens.kinds[j] === TokenKind.quote) return false;
    if (r.marks.date[j]! >= 0) { inPhrase = governed = false; continue; }
    const can = r.marks.mention[j]! >= 0 ? Can.noun : r.marks.words[j]!.can;
    if (can & (Can.subordinator | Can.relative | Can.conjunction | Can.pronoun) || r.marks.lower[j] === 'that') return false;
    if (/^['’‘]s?$/.test(r.marks.lower[j]!)) continue;
    if (can & (Can.be | Can.have | Can.do | Can.modal)) return true;
    if (can & Can.preposition) { governed = true; inPhrase = false; continue; }
    if (can & Can.past && !(can & (Can.noun | Can.adjective)) && inPhrase) return true;
    if (can & (Can.determiner | Can.possessive) && inPhrase) return false;
    if (can & Can.adverb && !(can & (Can.noun | Can.adjective))) continue;
    if (!inPhrase && !governed) return false;
    inPhrase = true;
  }
  return false;
}

/** The closing bracket of a short parenthesis that opens at `at`; -1 when it is not short. */
function glossEnd(r: Reading, at: number): number {
  for (let j = at + 1; j < r.end && j < at + 4; j++) if (r.document.text[r.document.tokens.starts[j]!] === ')') return j;
  return -1;
}

function readThird(r: Reading, i: number, word: Word, before: number): number {
  if (before === Tag.comma && word.verb?.family.sort === 'say') return Tag.third;
  if (isVerb(before) || before === Tag.have || before === Tag.be) return Tag.noun;
  if (before === Tag.name && !startsPhrase(r, i + 1) && finiteSeen(r, i) && !afterSaying(r, i)) return Tag.noun;
  if (!(word.can & Can.noun)) return before === Tag.noun && r.marks.words[i]!.noun === null && !startsPhrase(r, i + 1) && finiteSeen(r, i) ? Tag.noun : Tag.third;
  if (before === Tag.relative || before === Tag.pronoun) return Tag.third;
  if (before !== Tag.noun && before !== Tag.name && before !== Tag.time && before !== Tag.conjunction) return Tag.noun;
  if (before === Tag.conjunction) return lastVerbTag(r, i) === Tag.third && startsPhrase(r, i + 1) ? Tag.third : Tag.noun;
  if (startsPhrase(r, i + 1)) return Tag.third;
  return !finiteSeen(r, i) && !finiteAhead(r, i + 1) && !pluralBefore(r, i) && r.end - r.first < 16 && i + 1 < r.end && r.document.tokens.kinds[i + 1] === TokenKind.word ? Tag.third : Tag.noun;
}

function readBase(r: Reading, i: number, word: Word, before: number): number {
  const object = startsPhrase(r, i + 1), nounToo = (word.can & Can.noun) !== 0 || word.noun !== null;
  if (before === Tag.relative || before === Tag.to) return Tag.base;
  if (before === Tag.pronoun) return object || !nounToo ? Tag.base : Tag.noun;
  if (before === Tag.conjunction) return isVerb(lastVerbTag(r, i)) && lastVerbTag(r, i) === Tag.base && (object || !nounToo) ? Tag.base : Tag.noun;
  if (before === Tag.noun || before === Tag.name) {
    if (pluralBefore(r, i) && (object || !nounToo) && !finiteSeen(r, i)) return Tag.base;
    if (thatClause(r, i) && object) return Tag.base;
    if (pluralBefore(r, i) && !finiteSeen(r, i) && i + 1 < r.end && r.marks.words[i + 1]!.can & Can.preposition && !finiteAhead(r, i + 1) && !verbAnywhere(r, i + 1)) return Tag.base;
  }
  return word.can & Can.adjective && !nounToo ? Tag.adjective : Tag.noun;
}

/** `demanded that Israel ease restrictions`: a bare form after `that` and a subject. */
function thatClause(r: Reading, i: number): boolean {
  for (let j = i - 1; j >= r.first && j > i - 14; j--) {
    if (r.tags[j] === Tag.that) return true;
    if (r.tags[j]! >= Tag.be && r.tags[j]! <= Tag.past) return false;
  }
  return false;
}

/** Whether any later word of the sentence must be a finite verb. */
function verbAnywhere(r: Reading, from: number): boolean {
  for (let j = from; j < r.end && j < from + 40; j++) if (r.marks.mention[j]! < 0 && r.marks.words[j]!.can & (Can.be | Can.have | Can.do | Can.modal | Can.past)) return true;
  return false;
}

function pluralBefore(r: Reading, i: number): boolean {
  let j = i - 1;
  while (j >= r.first && (r.tags[j] === Tag.adverb || r.tags[j] === Tag.negation)) j--;
  if (j < r.first) return false;
  const lower = r.marks.lower[j]!;
  return (/[^s]s$/.test(lower) && r.tags[j] === Tag.noun) || lower === 'police' || lower === 'people' || lower.endsWith('men') || (j >= 2 && r.tags[j - 1] === Tag.conjunction && r.tags[j] === Tag.name);
}

/** Whether a finite verb stands before `i` in its clause. */
function finiteSeen(r: Reading, i: number): boolean {
  for (let j = i - 1; j >= r.first && j > i - 24; j--) {
    const tag = r.tags[j]!;
    if (tag === Tag.that || tag === Tag.subordinator || tag === Tag.relative || tag === Tag.stop || tag === Tag.dash) return false;
    if (tag >= Tag.be && tag <= Tag.past && tag !== Tag.base) return true;
  }
  return false;
}

function afterSaying(r: Reading, i: number): boolean {
  for (let j = i - 1; j >= r.first && j > i - 24; j--) if (isVerb(r.tags[j]!)) return r.marks.words[j]!.verb?.family.sort === 'say';
  return false;
}

function lastVerbTag(r: Reading, i: number): number {
  for (let j = i - 1; j >= r.first && j > i - 24; j--) if (isVerb(r.tags[j]!)) return r.tags[j]!;
  return Tag.stop;
}

export const verbBits = anyVerb;
