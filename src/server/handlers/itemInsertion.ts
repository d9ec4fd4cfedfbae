import { fitted } from '../../features/insertItem';
import type { ServerContext } from '../context';
import type { ItemInsertionParams, QuoteInsertion } from '../protocol';
import { onCitationInsertion } from './citations';
import { onEventInsertion, onQuoteInsertion } from './quotations';

/** The edits that put an item of a view into a draft, with its citation; null when it is gone from the index. */
export async function onItemInsertion(context: ServerContext, params: ItemInsertionParams): Promise<QuoteInsertion | null> {
  const { uri, position } = params, document = context.documents.get(uri);
  const insertion = document ? await insertionOf(context, params) : null;
  if (!document || !insertion) return null;
  const { start, end } = insertion.range, at = document.offsetAt(start);
  // What takes the place of something, as within a quote that is open, fits there by itself.
  const plain = at === document.offsetAt(end) && at === document.offsetAt(position) && insertion.text !== '';
  return plain ? { ...insertion, text: fitted(insertion.text, document.getText(), at) } : insertion;
}

async function insertionOf(context: ServerContext, { item, uri, position }: ItemInsertionParams): Promise<QuoteInsertion | null> {
  switch (item.kind) {
    case 'article': return onCitationInsertion(context, { id: Number(item.id), uri, position });
    case 'event': return onEventInsertion(context, { id: String(item.id), uri, position, ...(item.article === undefined ? {} : { article: item.article }) });
    case 'quotation': return onQuoteInsertion(context, { id: Number(item.id), uri, position, cited: true });
    case 'name': {
      const name = await context.session.store?.name(Number(item.id));
      return name ? { text: name.canonical, range: { start: position, end: position }, draftEdits: [] } : null;
    }
  }
}
