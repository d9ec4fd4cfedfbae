import type { CancellationToken } from 'vscode-languageserver';
import { namedInSentence } from '../../draft/context';
import { openQuoteAt } from '../../draft/openQuote';
import { completeQuote } from '../../features/completeQuote';
import { composeQuote } from '../../features/insertQuote';
import { Citer } from '../bibliography';
import { draftAt, type ServerContext } from '../context';
import { toQuotationItem } from '../convert';
import type { QuotationItem, QuotationsParams, QuoteInsertion, QuoteInsertionParams } from '../protocol';

/** Quotations for the pick, best first; the speaker named in the sentence of the draft comes first. */
export async function onQuotations(context: ServerContext, { words, limit, uri, position }: QuotationsParams, token: CancellationToken): Promise<QuotationItem[]> {
  const { store } = context.session;
  if (!store) return [];
  const place = uri && position ? draftAt(context, uri, position) : undefined;
  const named = place ? namedInSentence(place.draft, place.offset) : [];
  return (await completeQuote(store, { typed: words, named, limit }, token)).map(toQuotationItem);
}

/** The edits that put a quotation at the cursor of a draft; null when it is gone from the index. */
export async function onQuoteInsertion(context: ServerContext, { id, uri, position }: QuoteInsertionParams): Promise<QuoteInsertion | null> {
  const quotation = await context.session.store?.quotation(id);
  const document = context.documents.get(uri);
  if (!quotation || !document) return null;
  const place = draftAt(context, uri, position);
  const settings = await context.settings(uri);
  const text = document.getText(), offset = document.offsetAt(position);
  const citer = settings.quoteInsert === 'words' ? undefined : await Citer.of(context, document, settings);
  const citation = await citer?.cite(quotation.passage.article);
  const composed = composeQuote({
    quotation, quote: place && openQuoteAt(place.draft, offset), text, offset, languageId: document.languageId,
    withSpeaker: settings.quoteInsert === 'words, speaker and citation', citation: citation?.mark,
  });
  return {
    text: composed.text,
    range: { start: document.positionAt(composed.start), end: document.positionAt(composed.end) },
    draftEdits: citation?.draftEdits ?? [],
    ...(citation?.bibliography ? { bibliography: citation.bibliography } : {}),
    ...(citation?.warning ? { warning: citation.warning } : {}),
  };
}
