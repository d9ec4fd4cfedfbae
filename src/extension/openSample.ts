import * as vscode from 'vscode';
import { complain } from './tell';

/** First steps: the walkthrough, and `Attest: Open Sample…`, which copies the sample corpus and its draft to a folder that the writer chooses, and opens it. */
export function registerOpenSample(context: vscode.ExtensionContext): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('attest.openSample', (where?: vscode.Uri) => openSample(context, where)),
    vscode.commands.registerCommand('attest.getStarted', () => vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#getStarted`, false)),
  ];
}

const folderName = 'attest-sample';

/** @param where folder to put the sample in, for a caller who opens it himself; asked for when it is not given. Returns where the sample is. */
async function openSample(context: vscode.ExtensionContext, where: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const parent = where ?? (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, canSelectMany: false, title: t('Folder to Put the Sample In'), openLabel: t('Put the Sample Here') }))?.[0];
  if (!parent) return undefined;
  const target = await freeFolder(parent);
  try {
    await vscode.workspace.fs.copy(vscode.Uri.joinPath(context.extensionUri, 'seeds'), vscode.Uri.joinPath(target, 'sources'), { overwrite: false });
  } catch (error) {
    void complain(t('Attest could not copy the sample to {0}: {1}', target.fsPath, error instanceof Error ? error.message : String(error)));
    return undefined;
  }
  if (!where) await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: vscode.workspace.workspaceFolders !== undefined });
  return target;
}

/** A folder that is not there yet: nothing of the writer's is written over. */
async function freeFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  const taken = new Set((await vscode.workspace.fs.readDirectory(parent)).map(([name]) => name));
  for (let n = 1; ; n++) {
    const name = n === 1 ? folderName : `${folderName}-${n}`;
    if (!taken.has(name)) return vscode.Uri.joinPath(parent, name);
  }
}
