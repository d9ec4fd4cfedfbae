import { annotateText } from '../../../src/corpus/annotate';
import type { CorpusStore } from '../../../src/corpus/store/store';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import { proseOf } from '../../../src/draft/prose';
import type { DraftText } from '../../../src/draft/text';
import type { FixEdit } from '../../../src/features/verification/fixes';
import { contentHash } from '../../support/corpusBuilder';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { silentLog } from '../../support/silentLog';

/** A store with articles read as the indexer reads them: by path, the text and the day of publication. */
export async function readCorpus(articles: Readonly<Record<string, readonly [text: string, published?: string]>>): Promise<CorpusStore> {
  const store = await openSqliteStore({ path: ':memory:', fileSystem: new MemoryFileSystem(), hash: contentHash, log: silentLog });
  await putArticles(store, articles);
  return store;
}

/** Puts articles into a store, in place of what stood at their paths. */
export async function putArticles(store: CorpusStore, articles: Readonly<Record<string, readonly [text: string, published?: string]>>): Promise<void> {
  await store.replace(Object.entries(articles).map(([path, [text, published]]) => ({
    path, stamp: { size: text.length, mtimeMs: 1, hash: contentHash(new TextEncoder().encode(text)) }, articles: [annotateText(text, published)], problems: [], textIsFile: false,
  })));
}

export const markdown = (text: string): DraftText => proseOf(text, 'markdown');

/** A text with edits made. */
export function edited(text: string, edits: readonly FixEdit[]): string {
  return [...edits].sort((a, b) => b.start - a.start).reduce((changed, { start, end, text: put }) => changed.slice(0, start) + put + changed.slice(end), text);
}

/** Two reports of one press conference, an older one of another day, and one without quotations. */
export const press = {
  '/press/lamp.txt': [
    'Harbour commissioner Ingrid Solheim opened the inquiry in Lorvik on Monday.\n\n' +
    '“We will not sell the old harbour to anyone who asks,” Solheim said, “and the 1,200 jobs in the docks will stay.”\n\n' +
    'Dock workers cheered outside the hall.\n\n' +
    '“Nobody has shown me a single honest ledger from that company,” union leader Pavel Ostrander said.\n\n' +
    '“I once heard the old mayor say ‘sell the water and you sell the town’ to a full room,” Solheim said.', '2024-05-02',
  ],
  '/press/bell.txt': [
    'Commissioner Ingrid Solheim spoke for an hour in Lorvik.\n\n“We will not sell the old harbour to anyone who asks,” Ingrid Solheim said.\n\nShe left by boat.', '2024-05-01',
  ],
  '/press/tide.txt': [
    'Fishing crews fear the new quota. “The herring have moved north and our boats must follow them,” skipper Marta Quillfeather said on the quay in Lorvik.', '2023-11-20',
  ],
} as const;
