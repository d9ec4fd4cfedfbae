import { type Cancellation, neverCancelled } from '../corpus/ports';
import type { CorpusStore, EventRecord, NameRecord, Passage } from '../corpus/store/store';
import { findNameItems } from './findNames';

/** Something of the corpus that can be gone to by its name. */
export interface CorpusSymbol {
  readonly kind: 'person' | 'organisation' | 'place' | 'event';
  readonly label: string;
  /** Where it is spoken of first, or most tellingly. */
  readonly passage: Passage;
}

const NAMES = 30, EVENTS = 30;

/** Names and events that a query leads to, names first; empty for a blank query, which would list the whole corpus. */
export async function findSymbols(store: CorpusStore, query: string, token: Cancellation = neverCancelled): Promise<CorpusSymbol[]> {
  if (query.trim() === '') return [];
  const symbols: CorpusSymbol[] = [];
  for (const name of await findNameItems(store, query, NAMES)) {
    if (token.isCancellationRequested) return [];
    const passage = await placeOfName(store, name);
    if (passage) symbols.push({ kind: name.kind, label: name.canonical, passage });
  }
  for (const event of await store.events({ words: query, order: 'newest', page: { offset: 0, limit: EVENTS } })) {
    if (token.isCancellationRequested) return [];
    const passage = await placeOfEvent(store, event);
    if (passage) symbols.push({ kind: 'event', label: event.title, passage });
  }
  return symbols;
}

async function placeOfName(store: CorpusStore, name: NameRecord): Promise<Passage | undefined> {
  return (await store.mentions(name.id, { offset: 0, limit: 1 }))[0]?.mention;
}

async function placeOfEvent(store: CorpusStore, event: EventRecord): Promise<Passage | undefined> {
  return (await store.eventSources(event.id))[0]?.passage;
}
