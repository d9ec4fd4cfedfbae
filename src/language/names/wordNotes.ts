import { TokenKind } from '../tokens';
import type { Vocabulary } from '../vocabulary';
import type { Gazetteer } from './gazetteer';
import { wordHash } from './hash';
import { shapeOf } from './shape';
import { partOf } from './smallWords';

/** What the view of an article says of each word wherever it stands, by word number. */
export interface WordNotes {
  hash: Int32Array;
  shape: Uint8Array;
  known: Int32Array;
  part: Uint8Array;
}

const kept = new WeakMap<Gazetteer, WeakMap<Vocabulary, WordNotes & { count: number }>>();

/** The notes of all words of a vocabulary; words that came since the last call are added. */
export function notesOf(vocabulary: Vocabulary, gazetteer: Gazetteer): Readonly<WordNotes> {
  let byVocabulary = kept.get(gazetteer);
  if (!byVocabulary) kept.set(gazetteer, (byVocabulary = new WeakMap()));
  let notes = byVocabulary.get(vocabulary);
  if (!notes) byVocabulary.set(vocabulary, (notes = { count: 0, hash: new Int32Array(0), shape: new Uint8Array(0), known: new Int32Array(0), part: new Uint8Array(0) }));
  const { size, exact, kinds } = vocabulary;
  if (notes.hash.length < size) {
    const room = Math.max(1024, size * 2), { hash, shape, known, part } = notes;
    notes.hash = new Int32Array(room); notes.hash.set(hash);
    notes.shape = new Uint8Array(room); notes.shape.set(shape);
    notes.known = new Int32Array(room); notes.known.set(known);
    notes.part = new Uint8Array(room); notes.part.set(part);
  }
  for (; notes.count < size; notes.count++) {
    const id = notes.count, word = exact[id]!, kind = kinds[id]!, hash = wordHash(word, 0, word.length);
    notes.hash[id] = hash;
    notes.shape[id] = shapeOf(word, kind);
    notes.part[id] = partOf(hash);
    notes.known[id] = kind === TokenKind.word ? gazetteer.get(hash) : 0;
  }
  return notes;
}
