/** What the suites need of the workbench again and again, by `vscode`. */
import * as vscode from 'vscode';
import path from 'node:path';

/** The folder that the editor has open, a fresh copy of the sample corpus. */
export function workspaceFolder(): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No folder is open.');
  return folder.uri.fsPath;
}

/** The address of a file of the workspace. */
export function inWorkspace(...parts: string[]): vscode.Uri {
  return vscode.Uri.file(path.join(workspaceFolder(), ...parts));
}

/** Opens a file alone in the window, with the cursor at that offset and the keyboard on it. */
export async function openAlone(uri: vscode.Uri, offset = 0): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const document = await vscode.workspace.openTextDocument(uri);
  const position = document.positionAt(offset);
  // Setting the selection of an open editor is not waited for: what is typed next could come before it.
  return vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(position, position) });
}

let drafts = 0;

/**
 * Writes a draft and opens it alone, with the cursor where the text has a `|`, else at its start. Each gets a name of its own
 * (`hover-7.md` for `hover.md`): the editor keeps a closed document for a while, and would show that instead of what is written.
 */
export async function openDraft(name: string, text: string): Promise<vscode.TextEditor> {
  const { dir, name: stem, ext } = path.parse(name);
  const uri = inWorkspace(dir, `${stem}-${++drafts}${ext}`);
  const mark = text.indexOf('|');
  const content = mark < 0 ? text : text.slice(0, mark) + text.slice(mark + 1);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(content, 'utf8'));
  return openAlone(uri, Math.max(0, mark));
}

/** Waits until the question has an answer other than `undefined`; the answer. Throws with `what` after the time (milliseconds). */
export async function eventually<T>(what: string, ask: () => T | undefined | Promise<T | undefined>, timeoutMs = 10_000): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The themes that pictures are taken in, by the names that newer and older editors give them. */
const themes = {
  light: { names: ['Light 2026', 'Default Light Modern'], kind: vscode.ColorThemeKind.Light },
  dark: { names: ['Dark 2026', 'Default Dark Modern'], kind: vscode.ColorThemeKind.Dark },
  highContrastDark: { names: ['Default High Contrast'], kind: vscode.ColorThemeKind.HighContrast },
  highContrastLight: { names: ['Default High Contrast Light'], kind: vscode.ColorThemeKind.HighContrastLight },
} as const;

/** Changes the colours of the editor, and waits until they show. */
export async function setTheme(theme: keyof typeof themes): Promise<void> {
  const { names, kind } = themes[theme];
  const manifest = vscode.extensions.getExtension('vscode.theme-defaults')?.packageJSON as
    | { contributes: { themes: readonly { id: string }[] } }
    | undefined;
  const ids = manifest?.contributes.themes.map(({ id }) => id) ?? [];
  const name = names.find((one) => ids.includes(one));
  if (name === undefined) throw new Error(`This editor has none of the themes ${names.join(', ')}, but ${ids.join(', ')}.`);
  await vscode.workspace.getConfiguration('workbench').update('colorTheme', name, vscode.ConfigurationTarget.Global);
  await eventually(`the ${theme} theme`, () => (vscode.window.activeColorTheme.kind === kind ? true : undefined));
  // The colours come with a short transition, which a picture must not catch.
  await new Promise((resolve) => setTimeout(resolve, 300));
}
