import { t } from '@vscode/l10n';
import { type CancellationToken, type DocumentSymbol, type DocumentSymbolParams, SymbolKind, type WorkspaceSymbol, type WorkspaceSymbolParams } from 'vscode-languageserver';
import type { QuotationRecord } from '../../corpus/store/store';
import { shortened } from '../../features/oneLine';
import { findSymbols } from '../../features/symbols';
import type { ServerContext } from '../context';
import { iconless, toLocation } from '../convert';
import { openArticle, rangeOf } from '../openArticle';

const symbolKinds = { person: SymbolKind.Class, organisation: SymbolKind.Interface, place: SymbolKind.Namespace, event: SymbolKind.Event, article: SymbolKind.File } as const;
/** Characters of a quotation in an outline. */
const LABEL = 80;
/** Characters of a name or a headline. */
const LONGEST = 160;

/** Names, events and articles of the corpus. */
export async function onWorkspaceSymbol({ session }: ServerContext, { query }: WorkspaceSymbolParams, token: CancellationToken): Promise<WorkspaceSymbol[]> {
  if (!session.store) return [];
  return (await findSymbols(session.store, query, token)).map(({ kind, label, passage }) => ({ name: iconless(shortened(label, LONGEST)), kind: symbolKinds[kind], containerName: kind, location: toLocation(passage) }));
}

/** The quotations of an article by speaker, speakers in the order in which they are first quoted. Nothing for drafts: their outline is their notation's. */
export async function onDocumentSymbol(context: ServerContext, { textDocument: { uri } }: DocumentSymbolParams): Promise<DocumentSymbol[]> {
  const article = await openArticle(context, uri);
  const bySpeaker = new Map<string, QuotationRecord[]>();
  for (const quotation of article?.quotations ?? []) {
    const speaker = quotation.speaker?.canonical ?? t('Speaker unknown');
    bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), quotation]);
  }
  return [...bySpeaker].map(([name, quotations]): DocumentSymbol => {
    const ranges = quotations.map(({ passage }) => rangeOf(passage.range)), first = ranges[0]!, last = ranges.at(-1)!;
    const children = quotations.map(({ passage: { text } }, i): DocumentSymbol => ({ name: iconless(`“${shortened(text, LABEL)}”`), kind: SymbolKind.String, range: ranges[i]!, selectionRange: ranges[i]! }));
    return { name: iconless(shortened(name, LONGEST)), kind: SymbolKind.Class, range: { start: first.start, end: last.end }, selectionRange: first, children };
  });
}
