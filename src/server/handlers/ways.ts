import {
  type CancellationToken, type DefinitionParams, type Location, type LocationLink, type ReferenceParams, SymbolKind, type WorkspaceSymbol, type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { LineIndex } from '../../corpus/lines';
import { citationAt } from '../../draft/citations';
import { quoteAt, wordsOf } from '../../draft/quotes';
import { phrasesAt } from '../../draft/words';
import { nameReferences, usesInDraft } from '../../features/references';
import { findSymbols } from '../../features/symbols';
import { verifyQuote } from '../../features/verification/verifyQuote';
import { draftAt, type ServerContext } from '../context';
import { toLocation, toUri } from '../convert';
import { articlesOfCitation } from './citationHover';

const atStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** From a quote to the passage it was taken from, from a citation to its article. */
export async function onDefinition(context: ServerContext, params: DefinitionParams, token: CancellationToken): Promise<LocationLink[]> {
  const place = draftAt(context, params.textDocument.uri, params.position);
  if (!place) return [];
  const { document, draft, offset, store } = place;
  const spanOf = (start: number, end: number) => ({ start: document.positionAt(start), end: document.positionAt(end) });
  const citation = citationAt(draft, offset);
  if (citation) {
    const originSelectionRange = spanOf(citation.start, citation.end);
    return (await articlesOfCitation(context, place, citation)).map(({ path }) => ({ originSelectionRange, targetUri: toUri(path), targetRange: atStart, targetSelectionRange: atStart }));
  }
  const quote = quoteAt(draft, offset);
  if (!quote) return [];
  const verdict = await verifyQuote(store, wordsOf(draft, quote), {}, token);
  const [best] = verdict.matches;
  if (!best) return [];
  const { start, end } = best.comparison.source;
  const uri = toUri(best.article.path), range = new LineIndex(best.source.words.text).range(start, end);
  return [{ originSelectionRange: spanOf(quote.start, quote.end), targetUri: uri, targetRange: range, targetSelectionRange: range }];
}

/** The passages of a name in the corpus, then its uses in the open drafts. */
export async function onReferences(context: ServerContext, params: ReferenceParams, token: CancellationToken): Promise<Location[]> {
  const place = draftAt(context, params.textDocument.uri, params.position);
  if (!place) return [];
  const { names, passages } = await nameReferences(place.store, phrasesAt(place.draft, place.offset), token);
  const uses: Location[] = [];
  for (const document of names.length > 0 ? context.documents.all() : []) {
    const draft = draftAt(context, document.uri, { line: 0, character: 0 })?.draft;
    for (const { start, end } of draft ? usesInDraft(draft, names) : []) uses.push({ uri: document.uri, range: { start: document.positionAt(start), end: document.positionAt(end) } });
  }
  return [...passages.map(toLocation), ...uses];
}

const symbolKinds = { person: SymbolKind.Class, organisation: SymbolKind.Interface, place: SymbolKind.Namespace, event: SymbolKind.Event } as const;

/** Names and events of the corpus. */
export async function onWorkspaceSymbol({ session }: ServerContext, { query }: WorkspaceSymbolParams, token: CancellationToken): Promise<WorkspaceSymbol[]> {
  if (!session.store) return [];
  return (await findSymbols(session.store, query, token)).map(({ kind, label, passage }) => ({ name: label, kind: symbolKinds[kind], containerName: kind, location: toLocation(passage) }));
}
