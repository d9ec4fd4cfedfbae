import { stemmer } from 'stemmer';

/** Stems kept: the same few tens of thousands of words come over and over. */
const MOST_KEPT = 50_000;
const kept = new Map<string, string>();

/** A folded word without its endings (Porter 1980), so that `meets` finds `meeting`; as it is where it has letters other than English ones. */
export function stemOf(word: string): string {
  let stem = kept.get(word);
  if (stem === undefined) {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(word, stem = /^[a-z]{3,40}$/.test(word) ? stemmer(word) : word);
  }
  return stem;
}
