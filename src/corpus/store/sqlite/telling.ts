import type { Analysis, NameMention, Span } from '../../../language/types';
import { foldName } from '../../fold';

/** A mention with what it is worth showing. */
export interface TellingMention extends Span {
  /** The sentence around it; the mention itself when no sentence holds it. */
  readonly sentence: Span;
  /** Index of that sentence; null when there is none. */
  readonly sentenceIndex: number | null;
  /** Whole, 0 to 63; higher tells a reader more of the bearer. */
  readonly score: number;
  readonly speaks: boolean;
}

// Weights: a role beside the name says who somebody is, which is what a reader asks first; then the full name, words
// of his own, deeds.
const ROLE = 16;
const FULL_NAME = 10;
const SPEAKS = 9;
const ACTS = 7;
const FIRST = 4;
const CERTAIN = 2;
const READABLE = 3;
/** How far from a mention, in code units, a role still belongs to it. */
const ROLE_REACH = 60;

/** All mentions of each name of a text, most telling first, by index into `analysis.names`. */
export function tellingMentions(analysis: Analysis): TellingMention[][] {
  const voices = voicesOf(analysis);
  const deeds = deedsOf(analysis);
  const byName: NameMention[][] = analysis.names.map(() => []);
  for (const mention of analysis.mentions) byName[mention.name]?.push(mention);
  return byName.map((mentions, index) => {
    const name = analysis.names[index];
    const canonical = foldName(name?.canonical ?? '');
    return mentions
      .map((mention, position): TellingMention => {
        const sentenceIndex = sentenceAt(analysis.sentences, mention.start);
        const found = sentenceIndex === null ? undefined : analysis.sentences[sentenceIndex];
        const sentence = { start: found?.start ?? mention.start, end: Math.max(found?.end ?? mention.end, mention.end) };
        const speaks = sentenceIndex !== null && (voices.get(index)?.has(sentenceIndex) ?? false);
        const score =
          (name?.roles.some((role) => distance(role, mention) <= ROLE_REACH && overlaps(role, sentence)) ? ROLE : 0) +
          (foldName(mention.text) === canonical ? FULL_NAME : 0) +
          (speaks ? SPEAKS : 0) +
          (sentenceIndex !== null && deeds.get(index)?.has(sentenceIndex) ? ACTS : 0) +
          (position === 0 ? FIRST : 0) +
          (mention.certain ? CERTAIN : 0) +
          readable(sentence);
        return { start: mention.start, end: mention.end, sentence, sentenceIndex, score, speaks };
      })
      .sort((a, b) => b.score - a.score || a.start - b.start);
  });
}

/** Sentences in which a name's bearer speaks, or that stand beside his words, by name. */
function voicesOf(analysis: Analysis): Map<number, Set<number>> {
  const voices = new Map<number, Set<number>>();
  for (const quotation of analysis.quotations) {
    const name = quotation.speaker?.name;
    if (name === null || name === undefined) continue;
    const first = sentenceAt(analysis.sentences, quotation.start);
    const last = sentenceAt(analysis.sentences, Math.max(quotation.start, quotation.end - 1));
    if (first === null || last === null) continue;
    for (let i = first - 1; i <= last + 1; i++) entry(voices, name).add(i);
  }
  return voices;
}

/** Sentences in which a name's bearer does something, by name. */
function deedsOf(analysis: Analysis): Map<number, Set<number>> {
  const deeds = new Map<number, Set<number>>();
  for (const event of analysis.events) {
    const sentence = sentenceAt(analysis.sentences, event.trigger.start);
    if (sentence === null) continue;
    for (const actor of event.who) if (actor.name !== null) entry(deeds, actor.name).add(sentence);
  }
  return deeds;
}

function entry(map: Map<number, Set<number>>, key: number): Set<number> {
  let set = map.get(key);
  if (!set) map.set(key, (set = new Set()));
  return set;
}

/** Index of the sentence that holds an offset; null when none does. Sentences ascend. */
export function sentenceAt(sentences: readonly Span[], offset: number): number | null {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle];
    if (!sentence) return null;
    if (offset < sentence.start) high = middle - 1;
    else if (offset >= sentence.end) low = middle + 1;
    else return middle;
  }
  return null;
}

function readable(sentence: Span): number {
  const length = sentence.end - sentence.start;
  return length >= 40 && length <= 350 ? READABLE : 0;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function distance(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}
