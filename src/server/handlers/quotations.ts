import type { CancellationToken } from 'vscode-languageserver';
import type { ArticleRecord } from '../../corpus/store/store';
import { namedInSentence } from '../../draft/context';
import { openQuoteAt } from '../../draft/openQuote';
import { completeQuote } from '../../features/completeQuote';
import { escapeFor, notationOf } from '../../features/citations/escape';
import { citeEvent } from '../../features/citeEvent';
import { quotePassage } from '../../features/citePassage';
import { composeQuote, type QuotedWords } from '../../features/insertQuote';
import { Citer, type PreparedCitation } from '../bibliography';
import { draftAt, type ServerContext } from '../context';
import { toQuotationItem } from '../convert';
import { openArticle } from '../openArticle';
import type { EventInsertionParams, PassageInsertionParams, ProtocolPosition, QuotationItem, QuotationsParams, QuoteInsertion, QuoteInsertionParams } from '../protocol';

/** Quotations for the pick, best first; the speaker named in the sentence of the draft comes first. */
export async function onQuotations(context: ServerContext, { words, limit, uri, position }: QuotationsParams, token: CancellationToken): Promise<QuotationItem[]> {
  const { store } = context.session;
  if (!store) return [];
  const place = uri && position ? draftAt(context, uri, position) : undefined;
  const named = place ? namedInSentence(place.draft, place.offset) : [];
  return (await completeQuote(store, { typed: words, named, limit }, token)).map(toQuotationItem);
}

/** The edits that put a quotation at the cursor of a draft; null when it is gone from the index. */
export async function onQuoteInsertion(context: ServerContext, { id, uri, position, cited }: QuoteInsertionParams): Promise<QuoteInsertion | null> {
  const quotation = await context.session.store?.quotation(id);
  return quotation ? insertWords(context, quotation, quotation.passage.article, { uri, position, cited: cited ?? false }) : null;
}

/** The edits that put a stretch of an article as a cited quote at the cursor of a draft; null when the article is not indexed as it stands. */
export async function onPassageInsertion(context: ServerContext, { source, uri, position }: PassageInsertionParams): Promise<QuoteInsertion | null> {
  const article = await openArticle(context, source.uri);
  if (!article) return null;
  const { document, articles, quotations } = article, [first] = articles;
  const words = quotePassage(document.getText(), { start: document.offsetAt(source.range.start), end: document.offsetAt(source.range.end) }, quotations);
  return words && first ? insertWords(context, words, first, { uri, position, cited: true }) : null;
}

/** The edits that put an event as a cited sentence at the cursor of a draft; null when it is gone from the index. */
export async function onEventInsertion(context: ServerContext, { id, article, uri, position }: EventInsertionParams): Promise<QuoteInsertion | null> {
  const event = context.session.store && (await citeEvent(context.session.store, id, article)), document = context.documents.get(uri);
  if (!event || !document) return null;
  const citation = (await Citer.of(context, document, await context.settings(uri))).cite(...event.sources.map(({ passage }) => passage.article));
  const mark = citation.mark ? (citation.mark.spaced ? ' ' : '') + citation.mark.text : '';
  const stop = citation.mark?.spaced === false ? `.${mark}` : `${mark}.`;
  return { text: escapeFor(notationOf(document.languageId), event.words) + stop, range: { start: position, end: position }, ...further(citation) };
}

async function insertWords(context: ServerContext, words: QuotedWords, article: ArticleRecord, { uri, position, cited }: { readonly uri: string; readonly position: ProtocolPosition; readonly cited: boolean }): Promise<QuoteInsertion | null> {
  const document = context.documents.get(uri);
  if (!document) return null;
  const place = draftAt(context, uri, position), settings = await context.settings(uri);
  const text = document.getText(), offset = document.offsetAt(position);
  const citation = settings.quoteInsert === 'words' && !cited ? undefined : (await Citer.of(context, document, settings)).cite(article);
  const composed = composeQuote({
    quotation: words, quote: place && openQuoteAt(place.draft, offset), text, offset, languageId: document.languageId,
    withSpeaker: settings.quoteInsert === 'words, speaker and citation', citation: citation?.mark,
  });
  return { text: composed.text, range: { start: document.positionAt(composed.start), end: document.positionAt(composed.end) }, ...further(citation) };
}

/** What a citation changes besides the place of the cursor. */
function further(citation: PreparedCitation | undefined): Pick<QuoteInsertion, 'draftEdits' | 'bibliography' | 'warning'> {
  return { draftEdits: citation?.draftEdits ?? [], ...(citation?.bibliography ? { bibliography: citation.bibliography } : {}), ...(citation?.warning ? { warning: citation.warning } : {}) };
}
