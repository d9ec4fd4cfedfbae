import type { TextDocument } from '../document';
import type { Sentence } from '../sentences';
import { TokenKind, type Tokens } from '../tokens';
import type { Words } from '../vocabulary';
import { Known, longestPhrase, type Gazetteer } from './gazetteer';
import { phraseHash } from './hash';
import { hasCapital, Shape } from './shape';
import { Part } from './smallWords';
import { WordBits } from './wordBits';
import { notesOf } from './wordNotes';

/** What the rest of the article says of a word; a bit set by word. */
export const Elsewhere = {
  lowerCase: 1,
  /** With a capital where the grammar asks for none. */
  capitalInside: 2,
  afterTitle: 4,
  beforeSaying: 8,
  afterFirstName: 16,
  withOrganisationHead: 32,
  afterIn: 64,
  inBrackets: 128,
  afterThe: 256,
  initialBefore: 512,
  sayingAfterRun: 1024,
} as const;

/** Line styles: where capitals say little. */
export const Line = { prose: 0, capitals: 1, titleCase: 2 } as const;

/** What the tagger's features are made of, by token, computed once. */
export interface View {
  readonly tokens: Tokens;
  readonly words: Words;
  readonly gazetteer: Gazetteer;
  readonly sentences: readonly Sentence[];
  readonly word: Int32Array;
  readonly shape: Uint8Array;
  readonly known: Int32Array;
  /** Bits of {@link Part}. */
  readonly part: Uint8Array;
  /** Bits of the longest gazetteer phrase of two or more words that covers the token. */
  readonly phrase: Int32Array;
  /** Where in that phrase: 0 none, 1 first, 2 inside, 3 last. */
  readonly phrasePlace: Uint8Array;
  /** 1 where a token may be part of a name; all others are outside. */
  readonly candidate: Uint8Array;
  /** {@link Line} of the sentence, by token. */
  readonly line: Uint8Array;
  readonly first: Uint8Array;
  /** First token of the run of capitalised words a token stands in, and the one after its last; equal where there is none. */
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
  readonly elsewhere: WordBits;
  /** Whether the article, or the sentence, is about sport, by sentence order; see {@link sportOf}. */
  readonly sport: Uint8Array;
}

/** Reads a document for the tagger. */
export function viewOf(document: TextDocument, gazetteer: Gazetteer): View {
  const { tokens, sentences } = document;
  const { ids, vocabulary } = document.words, notes = notesOf(vocabulary, gazetteer), n = ids.length;
  const view: View = {
    tokens, words: document.words, sentences, gazetteer, word: new Int32Array(n), shape: new Uint8Array(n), known: new Int32Array(n), part: new Uint8Array(n), phrase: new Int32Array(n),
    phrasePlace: new Uint8Array(n), candidate: new Uint8Array(n), line: new Uint8Array(n), first: new Uint8Array(n),
    runStart: new Int32Array(n), runEnd: new Int32Array(n), elsewhere: new WordBits(n >> 1), sport: new Uint8Array(sentences.length),
  };
  for (let i = 0; i < n; i++) {
    const id = ids[i]!;
    view.word[i] = notes.hash[id]!;
    view.shape[i] = notes.shape[id]!;
    view.known[i] = notes.known[id]!;
    view.part[i] = notes.part[id]!;
  }
  for (const sentence of sentences) {
    readLine(view, sentence);
    markCandidates(view, sentence);
    markRuns(view, sentence);
    markPhrases(view, sentence, gazetteer);
  }
  for (const sentence of sentences) rememberElsewhere(view, sentence);
  markSport(view);
  return view;
}

function readLine(view: View, { firstToken, endToken }: Sentence): void {
  let words = 0, capitals = 0, capitalised = 0, long = 0;
  let first = -1;
  for (let i = firstToken; i < endToken; i++) {
    if (view.tokens.kinds[i] !== TokenKind.word || view.shape[i] === Shape.possessive) continue;
    if (first < 0) first = i;
    words++;
    const shape = view.shape[i]!, length = view.tokens.ends[i]! - view.tokens.starts[i]!;
    if (shape === Shape.capitals || shape === Shape.initialism || shape === Shape.initial) capitals++;
    if (length > 3) { long++; if (hasCapital(shape)) capitalised++; }
  }
  if (first >= 0) view.first[first] = 1;
  const line = words > 2 && capitals * 10 >= words * 7 ? Line.capitals : long > 3 && capitalised * 10 >= long * 8 ? Line.titleCase : Line.prose;
  if (line !== Line.prose) view.line.fill(line, firstToken, endToken);
}

/** Words with a capital, and what can stand between two of them inside a name: up to three marks and small words. */
function markCandidates(view: View, { firstToken, endToken }: Sentence): void {
  let last = -10;
  for (let i = firstToken; i < endToken; i++) {
    const shape = view.shape[i]!;
    if (hasCapital(shape) && !standsAlone(view, i, endToken)) {
      const gap = i - last - 1;
      if (gap > 0 && gap <= 3 && bridges(view, last + 1, i)) view.candidate.fill(1, last + 1, i);
      view.candidate[i] = 1;
      last = i;
    } else if (last === i - 1 && (shape === Shape.possessive || shape === Shape.number || (shape === Shape.mark && !(view.tokens.flags[i]! & 8) && view.tokens.text.charCodeAt(view.tokens.starts[i]!) === 46))) {
      view.candidate[i] = 1;
    }
  }
}

/** A function word with the capital of a sentence's beginning, or a day: no name, unless another capital follows or precedes it. */
function standsAlone(view: View, i: number, end: number): boolean {
  if (view.shape[i] !== Shape.capitalised && view.shape[i] !== Shape.initial) return false;
  if (i + 1 < end && (hasCapital(view.shape[i + 1]!) || (view.shape[i] === Shape.initial && view.shape[i + 1] === Shape.mark && !(view.tokens.flags[i + 1]! & 8)))) return false;
  return view.first[i] ? (view.part[i]! & Part.opener) !== 0 : (view.part[i]! & Part.dayOrMonth) !== 0 && !hasCapital(view.shape[i - 1]!);
}

/** Whether only small words of names, numbers and the marks of names stand between. */
function bridges(view: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (view.shape[i] === Shape.lower && !(view.part[i]! & Part.connector)) return false;
    if (view.shape[i] === Shape.mark && !inNames.includes(view.tokens.text.charAt(view.tokens.starts[i]!))) return false;
  }
  return true;
}

const inNames = '.,&\'’"“”()/-';

function markRuns(view: View, { firstToken, endToken }: Sentence): void {
  for (let i = firstToken; i < endToken; i++) {
    if (!hasCapital(view.shape[i]!)) { view.runStart[i] = i; view.runEnd[i] = i; continue; }
    let end = i + 1;
    while (end < endToken && end < i + 12) {
      if (hasCapital(view.shape[end]!)) { end++; continue; }
      const joins = (view.part[end]! & Part.runConnector) !== 0 || view.shape[end] === Shape.connector || (view.shape[end - 1] === Shape.initial && view.shape[end] === Shape.mark);
      if (joins && end + 1 < endToken && hasCapital(view.shape[end + 1]!)) { end += 2; continue; }
      break;
    }
    view.runStart.fill(i, i, end);
    view.runEnd.fill(end, i, end);
    i = end - 1;
  }
}

function markPhrases(view: View, { firstToken, endToken }: Sentence, gazetteer: Gazetteer): void {
  for (let i = firstToken; i < endToken; i++) {
    if (!(view.known[i]! & Known.begins) || view.shape[i] === Shape.lower) continue;
    let hash = view.word[i]!, best = 0, bits = 0;
    const limit = Math.min(endToken, i + longestPhrase);
    for (let j = i + 1; j < limit; j++) {
      hash = phraseHash(hash, view.word[j]!);
      if (view.shape[j] === Shape.lower) continue;
      const found = gazetteer.get(hash) & ~Known.begins;
      if (found) { best = j; bits = found; }
    }
    if (!best) continue;
    view.phrase.fill(bits, i, best + 1);
    view.phrasePlace.fill(2, i, best + 1);
    view.phrasePlace[i] = 1;
    view.phrasePlace[best] = 3;
    i = best;
  }
}

/** Collects what the whole article says of each word. */
function rememberElsewhere(view: View, { firstToken, endToken }: Sentence): void {
  const { word, shape, known, part, elsewhere, line } = view;
  if (line[firstToken] === Line.capitals) return;
  for (let i = firstToken; i < endToken; i++) {
    if (shape[i] === Shape.lower) { if (view.tokens.kinds[i] === TokenKind.word) elsewhere.add(word[i]!, Elsewhere.lowerCase); continue; }
    if (!hasCapital(shape[i]!)) continue;
    let bits = 0;
    const before = i > firstToken ? i - 1 : -1, after = i + 1 < endToken ? i + 1 : -1;
    if (!view.first[i] && line[i] === Line.prose) bits |= Elsewhere.capitalInside;
    if (before >= 0) {
      if (known[before]! & Known.title && hasCapital(shape[before]!)) bits |= Elsewhere.afterTitle;
      if (known[before]! & Known.firstName && shape[before] === Shape.capitalised) bits |= Elsewhere.afterFirstName;
      if (part[before]! & Part.locative) bits |= Elsewhere.afterIn;
      if (part[before]! & Part.the) bits |= Elsewhere.afterThe;
      if (view.tokens.text.charCodeAt(view.tokens.starts[before]!) === 40) bits |= Elsewhere.inBrackets;
      if (shape[before] === Shape.mark && before > firstToken && shape[before - 1] === Shape.initial) bits |= Elsewhere.initialBefore;
    }
    if (after >= 0 && known[after]! & Known.saying && shape[after] === Shape.lower) bits |= Elsewhere.beforeSaying;
    const end = view.runEnd[i]!;
    if (end > i + 1 && known[end - 1]! & (Known.organisationHead | Known.companyEnding)) bits |= Elsewhere.withOrganisationHead;
    if (end < endToken && known[end]! & Known.saying && shape[end] === Shape.lower) bits |= Elsewhere.sayingAfterRun;
    if (bits) elsewhere.add(word[i]!, bits);
  }
}

/** Share of sports words: 0 none, 1 the article has some, 2 it is about sport. */
function markSport(view: View): void {
  let words = 0, hits = 0;
  for (const { firstToken, endToken } of view.sentences) {
    for (let i = firstToken; i < endToken; i++) {
      if (view.tokens.kinds[i] !== TokenKind.word) continue;
      words++;
      if (view.known[i]! & Known.sport) hits++;
    }
  }
  view.sport.fill(hits * 40 >= words && hits > 1 ? 2 : hits * 150 >= words && hits > 0 ? 1 : 0);
}
