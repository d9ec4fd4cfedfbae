import { t } from '@vscode/l10n';
import {
  type CancellationToken, type CompletionItem, CompletionItemKind, type CompletionList, type CompletionParams, MarkupKind, TextEdit,
} from 'vscode-languageserver';
import { namedInSentence } from '../../draft/context';
import { openQuoteAt } from '../../draft/openQuote';
import { completeQuote } from '../../features/completeQuote';
import { oneLine } from '../../features/oneLine';
import { composeQuote } from '../../features/insertQuote';
import { type ServerContext, draftAt } from '../context';
import { iconless, quotationMarkdown, quotationOrigin } from '../convert';
import { Citer } from '../bibliography';
import { ServerCommand } from '../commands';
import { completeKey, isKeyItem, resolveKey } from './keyCompletion';

/** Marks that open a quote, and the space: after it an editor asks nobody again by itself; then what opens a citation's key. */
export const triggerCharacters = ['"', '“', '”', '«', '„', "'", '‘', '`', ' ', '@', '{'];

const MOST = 50;
/** A suggestion's row is one line, and who said it must stay in sight. */
const LABEL = 44;
/** Editors compare at most this much of what is typed. */
const FILTER = 128;

interface ItemData { readonly quotation: number }

export async function onCompletion(context: ServerContext, params: CompletionParams, token: CancellationToken): Promise<CompletionList | null> {
  const { uri } = params.textDocument;
  const place = draftAt(context, uri, params.position);
  if (!place) return null;
  const keys = await completeKey(context, place, params, token);
  if (keys || params.context?.triggerCharacter === '@') return keys ?? null;
  const { document, draft, offset, store } = place;
  const quote = openQuoteAt(draft, offset);
  if (!quote) return null;
  const settings = await context.settings(uri);
  if (!settings.quoteCompletion || token.isCancellationRequested) return null;
  const typed = quote.typed;
  const found = await completeQuote(store, { typed, named: namedInSentence(draft, offset), limit: MOST }, token);
  if (token.isCancellationRequested || found.length === 0) return null;
  const citer = settings.quoteInsert === 'words' ? undefined : await Citer.of(context, document, settings);
  const items: CompletionItem[] = [];
  for (const [rank, quotation] of found.entries()) {
    const { article } = quotation.passage;
    const citation = citer?.cite(article);
    const composed = composeQuote({
      quotation, quote, text: draft.text, offset, languageId: document.languageId, withSpeaker: settings.quoteInsert === 'words, speaker and citation', citation: citation?.mark,
    });
    const { words } = composed;
    items.push({
      label: iconless(oneLine(words.length > LABEL ? `${words.slice(0, LABEL).trimEnd()}…` : words)),
      labelDetails: { description: quotationOrigin(quotation) },
      kind: CompletionItemKind.Reference,
      filterText: `${typed.slice(0, FILTER / 2)} ${words}`.trimStart(),
      sortText: String(rank).padStart(3, '0'),
      preselect: rank === 0,
      textEdit: TextEdit.replace({ start: document.positionAt(composed.start), end: document.positionAt(composed.end) }, composed.text),
      ...(citation && citation.draftEdits.length > 0 ? { additionalTextEdits: citation.draftEdits.map(({ range, text }) => TextEdit.replace(range, text)) } : {}),
      ...(citation?.bibliography ? { command: { title: t('Add Citation'), command: ServerCommand.addCitation, arguments: [uri, article.id] } } : {}),
      data: { quotation: quotation.id } satisfies ItemData,
    });
  }
  if (token.isCancellationRequested) return null;
  return { isIncomplete: true, items };
}

/** The whole quotation and its context, asked for the suggestion that is looked at. */
export async function onCompletionResolve(context: ServerContext, item: CompletionItem): Promise<CompletionItem> {
  const data = item.data as Partial<ItemData> | undefined;
  if (isKeyItem(data)) return resolveKey(context, item, data);
  const quotation = data?.quotation !== undefined && (await context.session.store?.quotation(data.quotation));
  if (!quotation) return item;
  return { ...item, documentation: { kind: MarkupKind.Markdown, value: quotationMarkdown(quotation, context.links) } };
}
