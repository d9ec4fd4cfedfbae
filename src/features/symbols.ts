import { type Cancellation, neverCancelled } from '../corpus/ports';
import type { CorpusStore, EventRecord, NameRecord, Passage } from '../corpus/store/store';
import { findArticles } from './findArticles';
import { findNameItems } from './findNames';
import { nameSource } from './sourceLabel';

/** Something of the corpus that can be gone to by its name. */
export interface CorpusSymbol {
  readonly kind: 'person' | 'organisation' | 'place' | 'event' | 'article';
  readonly label: string;
  /** Where it is spoken of first, or most tellingly; for an article, its beginning. */
  readonly passage: Pick<Passage, 'article' | 'range'>;
}

const NAMES = 30, EVENTS = 30, ARTICLES = 30;
const beginning = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Names, events and articles that a query leads to, in this order; empty for a blank query, which would list the whole corpus. */
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
  for (const { article, title } of await findArticles(store, query, ARTICLES, token)) {
    const { label, published } = nameSource(article);
    symbols.push({ kind: 'article', label: `${title === '' ? label : title} (${label}, ${published})`, passage: { article, range: beginning } });
  }
  return token.isCancellationRequested ? [] : symbols;
}

async function placeOfName(store: CorpusStore, name: NameRecord): Promise<Passage | undefined> {
  return (await store.mentions(name.id, { offset: 0, limit: 1 }))[0]?.mention;
}

async function placeOfEvent(store: CorpusStore, event: EventRecord): Promise<Passage | undefined> {
  return (await store.eventSources(event.id))[0]?.passage;
}
