import type { CancellationToken, DefinitionParams, LocationLink } from 'vscode-languageserver';
import { LineIndex } from '../../corpus/lines';
import { citationAt } from '../../draft/citations';
import { quoteAt, wordsOf } from '../../draft/quotes';
import { eventAt } from '../../features/draftEvents';
import { draftAt, type ServerContext } from '../context';
import { toUri } from '../convert';
import type { DraftVerification } from '../draftVerification';
import { articlesOfCitation } from './citationHover';

const atStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** From a quote to the passage it was taken from, from a citation to its article, from an event to the passages that report it. */
export async function onDefinition(context: ServerContext, verification: DraftVerification, params: DefinitionParams, token: CancellationToken): Promise<LocationLink[]> {
  const place = draftAt(context, params.textDocument.uri, params.position);
  if (!place) return [];
  const { document, draft, offset, store } = place, verifier = verification.verifierOf(store);
  const spanOf = (start: number, end: number) => ({ start: document.positionAt(start), end: document.positionAt(end) });
  const citation = citationAt(draft, offset);
  if (citation && citation.keys.length > 0) {
    const originSelectionRange = spanOf(citation.start, citation.end);
    return (await articlesOfCitation(context, place, citation)).map(({ path }) => ({ originSelectionRange, targetUri: toUri(path), targetRange: atStart, targetSelectionRange: atStart }));
  }
  const quote = quoteAt(draft, offset);
  if (quote) {
    const [best] = (await verifier.finder.verify(wordsOf(draft, quote), {}, token)).matches;
    if (!best) return [];
    const { start, end } = best.comparison.source, range = new LineIndex(best.source.words.text).range(start, end);
    return [{ originSelectionRange: spanOf(quote.start, quote.end), targetUri: toUri(best.article.path), targetRange: range, targetSelectionRange: range }];
  }
  const event = await eventAt(store, verifier, draft, offset);
  return (event?.passages ?? []).map(({ article, range }) => ({ originSelectionRange: spanOf(event!.span.start, event!.span.end), targetUri: toUri(article.path), targetRange: range, targetSelectionRange: range }));
}
