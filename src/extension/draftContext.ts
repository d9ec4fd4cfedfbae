import * as vscode from 'vscode';

/** Keeps the context key `attest.draft`, true while the active editor shows a document of a draft's language; menus look at it. */
export function watchDraftContext(): vscode.Disposable {
  const update = (): void => {
    const languages = vscode.workspace.getConfiguration('attest').get<string[]>('draft.languages', []);
    const language = vscode.window.activeTextEditor?.document.languageId;
    void vscode.commands.executeCommand('setContext', 'attest.draft', language !== undefined && languages.includes(language));
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidOpenTextDocument(update), // also when a document's language changes
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('attest.draft.languages') && update()),
  );
}
