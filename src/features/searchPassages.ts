import { type Cancellation, neverCancelled } from '../corpus/ports';
import type { CorpusStore, NameRecord, Passage } from '../corpus/store/store';

/** What a search of the corpus answers. */
export interface FoundPassages {
  /** Names that the words are a form of, most mentioned first; empty when they are none. */
  readonly names: readonly NameRecord[];
  /** Sentences with all the words (the last one may be the beginning of a word), best first, each once; for a name, those that speak of it, most telling first. */
  readonly passages: readonly Passage[];
}

/** Sentences of the corpus that have all the words, or that speak of the name the words are. Empty for no words. */
export async function searchPassages(store: CorpusStore, words: string, limit: number, token: Cancellation = neverCancelled): Promise<FoundPassages> {
  if (words.trim() === '') return { names: [], passages: [] };
  const names = await store.namesByForm(words), found = new Map<string, Passage>();
  const add = (passage: Passage): void => {
    const key = `${passage.article.id} ${passage.start}`;
    if (found.size < limit && !found.has(key)) found.set(key, passage);
  };
  for (const { id } of names) {
    if (token.isCancellationRequested) break;
    for (const { sentence } of await store.mentions(id, { offset: 0, limit })) add(sentence);
  }
  if (!token.isCancellationRequested && found.size < limit) for (const passage of await store.passages(words, limit)) add(passage);
  return { names, passages: [...found.values()] };
}
