import * as vscode from 'vscode';
import { type NameChoice, namesAtRequest } from '../../server/protocol';
import type { AttestClient } from '../client';

const AFTER_MS = 300;

/** Tells which names are under the cursor of the draft, while `attest.events.followDraft` is on and the view is there to be seen; none when it is switched off. */
export function followNames(client: AttestClient, view: vscode.TreeView<unknown>, tell: (names: readonly number[]) => void): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined, told = '', asked = 0;
  const wanted = (): boolean => vscode.workspace.getConfiguration('attest').get<boolean>('events.followDraft', false);
  const pass = (names: readonly number[]): void => {
    if (names.join() === told) return;
    told = names.join();
    tell(names);
  };
  const ask = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor, turn = ++asked;
    if (!wanted()) return pass([]);
    if (!editor || !view.visible) return;
    const { line, character } = editor.selection.active;
    const names = await client.request<NameChoice[]>(namesAtRequest, { uri: editor.document.uri.toString(), position: { line, character } });
    // Between names nothing changes: what was shown is still what the writer is at.
    if (turn === asked && names && names.length > 0) pass(names.map(({ id }) => id));
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), AFTER_MS);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(soon),
    view.onDidChangeVisibility(soon),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('attest.events.followDraft') && soon()),
    { dispose: () => clearTimeout(timer) },
  );
}
