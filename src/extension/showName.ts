import * as vscode from 'vscode';
import { type NameItem, type NamePassage, namePassagesRequest, type NamesParams, namesRequest } from '../server/protocol';
import type { AttestClient } from './client';
import { openPassage, shown } from './passage';

type NameChoice = vscode.QuickPickItem & { readonly name: NameItem };
type PassageChoice = vscode.QuickPickItem & { readonly passage: NamePassage };

const icons = { person: 'person', organisation: 'organization', place: 'location' } as const;

/** `Attest: Show Passages of a Name…`: what the hover shows, as lists that the keyboard and a screen reader reach. */
export function registerShowName(client: AttestClient): vscode.Disposable[] {
  return [vscode.commands.registerCommand('attest.showName', () => showName(client))];
}

function said({ mentions, articles }: NameItem): string {
  return articles === 1 ? vscode.l10n.t('{0} mentions in 1 source', mentions) : vscode.l10n.t('{0} mentions in {1} sources', mentions, articles);
}

function formUnderCursor(): string {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return '';
  if (!editor.selection.isEmpty) return editor.document.getText(editor.selection).trim().slice(0, 100);
  const word = editor.document.getWordRangeAtPosition(editor.selection.active);
  const text = word ? editor.document.getText(word) : '';
  return /^\p{Lu}/u.test(text) ? text : '';
}

async function showName(client: AttestClient): Promise<void> {
  const name = await pickName(client, formUnderCursor());
  if (!name) return;
  const passages = (await client.request<NamePassage[]>(namePassagesRequest, { id: name.id, limit: 200 })) ?? [];
  const items: PassageChoice[] = passages.map((passage) => ({ label: shown(passage.source.label), description: passage.source.published, detail: shown(passage.text), passage }));
  const title = `${name.canonical}${name.role ? `, ${name.role}` : ''}: ${said(name)}`;
  const picked = await vscode.window.showQuickPick(items, {
    title, placeHolder: vscode.l10n.t('Choose a passage to open it'), matchOnDetail: true,
    onDidSelectItem: (item) => void openPassage((item as PassageChoice).passage.location, { preserveFocus: true }),
  });
  if (picked) await openPassage(picked.passage.location);
}

function pickName(client: AttestClient, form: string): Promise<NameItem | undefined> {
  const pick = vscode.window.createQuickPick<NameChoice>();
  pick.title = vscode.l10n.t('Show Passages of a Name');
  pick.placeholder = vscode.l10n.t('Name of a person, organisation or place');
  pick.matchOnDescription = true;
  pick.value = form;
  let asked = 0;
  const ask = async (): Promise<void> => {
    const turn = ++asked;
    pick.busy = true;
    const params: NamesParams = { form: pick.value, limit: 100 };
    const names = (await client.request<NameItem[]>(namesRequest, params)) ?? [];
    if (turn !== asked) return;
    pick.busy = false;
    pick.items = names.map((name) => ({
      label: `$(${icons[name.kind]}) ${shown(name.canonical)}`,
      description: `${name.role ? `${shown(name.role)} · ` : ''}${said(name)}`,
      alwaysShow: true,
      name,
    }));
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue(() => void ask());
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.name);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void ask();
  });
}
