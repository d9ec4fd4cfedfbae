import * as vscode from 'vscode';
import { type InsertableItem, itemInsertionRequest, type QuoteInsertion } from '../server/protocol';
import { writeBibliography } from './bibliography';
import type { AttestClient } from './client';
import type { DraftEditors } from './draftEditors';
import { toRange } from './passage';
import { itemMime, type RowNode, type RowsView } from './views/rowsView';
import { inform, warn } from './tell';

/** Rows of the views get into the draft: dragged to a place, or by `Insert into Draft` at the cursor. */
export function registerInsertItem(client: AttestClient, drafts: DraftEditors, views: readonly RowsView[]): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('attest.insertItem', async (node?: RowNode | 'focused') => insertAtCursor(client, drafts, typeof node === 'object' ? node : await chosen(views, node === 'focused'))),
    vscode.languages.registerDocumentDropEditProvider('*', new ItemDrop(client), { dropMimeTypes: [itemMime], providedDropEditKinds: [dropKind] }),
  ];
}

const dropKind = vscode.DocumentDropOrPasteEditKind.Text.append('attest');

/** The row that is selected: keys carry no row with them. @param focused select the one that the keyboard is on */
async function chosen(views: readonly RowsView[], focused: boolean): Promise<RowNode | undefined> {
  if (focused) await vscode.commands.executeCommand('list.selectAndPreserveFocus');
  return views.find(({ tree }) => tree.visible && tree.selection[0]?.row.item)?.tree.selection[0];
}

async function ask(client: AttestClient, item: InsertableItem, document: vscode.TextDocument, { line, character }: vscode.Position): Promise<QuoteInsertion | null | undefined> {
  return client.request<QuoteInsertion | null>(itemInsertionRequest, { item, uri: document.uri.toString(), position: { line, character } });
}

async function insertAtCursor(client: AttestClient, drafts: DraftEditors, node: RowNode | undefined): Promise<void> {
  const item = node?.row.item;
  if (!item) return void inform(vscode.l10n.t('Attest: choose an event, a quotation, an article or a name in one of the views.'));
  const draft = drafts.current;
  if (!draft) return void inform(vscode.l10n.t('Attest: open the draft that it is to go into.'));
  const { document, selection, viewColumn } = draft;
  const insertion = await ask(client, item, document, selection.active);
  if (!insertion) return void warn(vscode.l10n.t('Attest: that is no longer in the corpus.'));
  if (insertion.warning) void warn(`Attest: ${insertion.warning}`);
  if (insertion.text === '') return;
  // Not by the editor: it may be behind the article that was looked at.
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, toRange(insertion.range), insertion.text);
  for (const { range, text } of insertion.draftEdits) edit.replace(document.uri, toRange(range), text);
  if (!(await vscode.workspace.applyEdit(edit))) return;
  const end = document.positionAt(document.offsetAt(toRange(insertion.range).start) + insertion.text.length);
  await vscode.window.showTextDocument(document, { ...(viewColumn === undefined ? {} : { viewColumn }), selection: new vscode.Range(end, end) });
  if (insertion.bibliography) await writeBibliography(insertion.bibliography);
}

class ItemDrop implements vscode.DocumentDropEditProvider {
  constructor(private readonly client: AttestClient) {}

  async provideDocumentDropEdits(document: vscode.TextDocument, position: vscode.Position, data: vscode.DataTransfer): Promise<vscode.DocumentDropEdit | undefined> {
    const dragged = await data.get(itemMime)?.asString();
    const [item] = dragged === undefined ? [] : (JSON.parse(dragged) as InsertableItem[]);
    const insertion = item && (await ask(this.client, item, document, position));
    if (insertion?.warning) void warn(`Attest: ${insertion.warning}`);
    if (!insertion || insertion.text === '') return undefined;
    const edit = new vscode.DocumentDropEdit(insertion.text, vscode.l10n.t('Insert from Attest'), dropKind);
    if (insertion.draftEdits.length > 0) {
      edit.additionalEdit = new vscode.WorkspaceEdit();
      for (const { range, text } of insertion.draftEdits) edit.additionalEdit.replace(document.uri, toRange(range), text);
    }
    // Now: the editor does not tell when it makes the edit, and an edit of the bibliography's file would be left unsaved.
    if (insertion.bibliography) await writeBibliography(insertion.bibliography);
    return edit;
  }
}
