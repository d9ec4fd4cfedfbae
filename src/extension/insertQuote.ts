import * as vscode from 'vscode';
import { type QuotationItem, type QuotationsParams, quotationsRequest, type QuoteInsertion, type QuoteInsertionParams, quoteInsertionRequest } from '../server/protocol';
import { writeBibliography } from './bibliography';
import type { AttestClient } from './client';
import { openPassage, shown, toRange } from './passage';
import { searchPick } from './searchPick';
import { inform, warn } from './tell';

const MOST = 60;

/** `Attest: Insert Quote…`: a search over quotations and speakers that shows the context and inserts the exact words. */
export function registerInsertQuote(client: AttestClient): vscode.Disposable[] {
  return [vscode.commands.registerCommand('attest.insertQuote', () => pickQuote(client))];
}

async function pickQuote(client: AttestClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    void inform(vscode.l10n.t('Attest: open a draft and put the cursor where the quote belongs.'));
    return;
  }
  const { active } = editor.selection;
  const picked = await searchPick<QuotationItem>({
    title: vscode.l10n.t('Insert Quote'), placeholder: vscode.l10n.t('Words of the quotation, or who said it'), openLabel: vscode.l10n.t('Open in source'),
    ask: (words, token) => client.request<QuotationItem[]>(quotationsRequest, {
      words, limit: MOST, uri: editor.document.uri.toString(), position: { line: active.line, character: active.character },
    } satisfies QuotationsParams, token),
    toItem,
    open: ({ location }) => openPassage(location, { beside: true, preserveFocus: true }),
  });
  if (picked) await insert(client, editor, picked);
}

function toItem({ text, speaker, source, context }: QuotationItem): vscode.QuickPickItem {
  const origin = [speaker ?? vscode.l10n.t('speaker unknown'), source.label, source.published].join(' · ');
  return { label: shown(`“${text}”`), description: shown(origin), detail: shown(context) };
}

async function insert(client: AttestClient, editor: vscode.TextEditor, quotation: QuotationItem): Promise<void> {
  const { active } = editor.selection;
  const params: QuoteInsertionParams = { id: quotation.id, uri: editor.document.uri.toString(), position: { line: active.line, character: active.character } };
  const insertion = await client.request<QuoteInsertion | null>(quoteInsertionRequest, params);
  if (!insertion) {
    void warn(vscode.l10n.t('Attest: that quotation is no longer in the corpus.'));
    return;
  }
  const done = await editor.edit((edit) => {
    edit.replace(toRange(insertion.range), insertion.text);
    for (const further of insertion.draftEdits) edit.replace(toRange(further.range), further.text);
  });
  if (!done) return;
  if (insertion.bibliography) await writeBibliography(insertion.bibliography);
  if (insertion.warning) void warn(`Attest: ${insertion.warning}`);
}
