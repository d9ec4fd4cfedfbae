import { type CancellationToken, type Hover, MarkupKind } from 'vscode-languageserver';
import { dateAt } from '../../draft/dates';
import { citeDate } from '../../features/citeDate';
import type { DraftPlace, ServerContext } from '../context';
import { dateCardMarkdown } from '../convert';

/** What the sources say happened at the date under the cursor; null where there is no date, or nothing happened. */
export async function dateHover(context: ServerContext, { document, draft, offset, store }: DraftPlace, token: CancellationToken): Promise<Hover | null> {
  const date = dateAt(draft, offset);
  const card = date ? await citeDate(store, date, token) : undefined;
  if (!card) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: dateCardMarkdown(card, context.links) },
    range: { start: document.positionAt(card.date.start), end: document.positionAt(card.date.end) },
  };
}
