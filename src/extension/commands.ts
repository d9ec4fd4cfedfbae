import * as vscode from 'vscode';
import { cancelIndexingRequest, type CorpusProblem, problemsRequest, rebuildIndexRequest, rescanRequest } from '../server/protocol';
import type { AttestClient } from './client';
import { toRange } from './passage';

type Choice = vscode.QuickPickItem & { readonly command: string };

/** Commands about the index and the switches; those of the views stand with their views. */
export function registerCommands(client: AttestClient): vscode.Disposable[] {
  const register = (id: string, run: () => unknown): vscode.Disposable => vscode.commands.registerCommand(id, run);
  return [
    register('attest.rescanCorpus', () => client.request(rescanRequest)),
    register('attest.restartServer', () => client.restart()),
    register('attest.rebuildIndex', () => client.request(rebuildIndexRequest)),
    register('attest.cancelIndexing', () => client.request(cancelIndexingRequest)),
    register('attest.showLog', () => client.log.show()),
    register('attest.showProblems', () => showProblems(client)),
    register('attest.showStatus', () => showStatus(client)),
    register('attest.chooseCorpusFolder', chooseCorpusFolder),
    register('attest.completeQuote', () => vscode.commands.executeCommand('editor.action.triggerSuggest')),
    register('attest.fixTypography', () => vscode.commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.attest.typographic', apply: 'first' })),
    register('attest.showFindings', () => vscode.commands.executeCommand('workbench.actions.view.problems')),
    register('attest.toggleChecking', () => toggle('check.enabled', 'Checking of quotes')),
    register('attest.toggleHover', () => toggle('hover.enabled', 'Hover on names')),
    register('attest.toggleQuoteCompletion', () => toggle('quoteCompletion.enabled', 'Quote completion')),
  ];
}

async function toggle(key: string, label: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('attest');
  const on = !configuration.get<boolean>(key, true);
  const inWorkspace = configuration.inspect(key)?.workspaceValue !== undefined;
  await configuration.update(key, on, inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
  vscode.window.setStatusBarMessage(`Attest: ${label} ${on ? 'on' : 'off'}`, 3000);
}

async function showProblems(client: AttestClient): Promise<void> {
  const problems = (await client.request<CorpusProblem[]>(problemsRequest)) ?? [];
  if (problems.length === 0) {
    void vscode.window.showInformationMessage('Attest: every file of the corpus could be read.');
    return;
  }
  const items = problems.map((problem) => ({
    label: `$(${problem.indexed ? 'info' : 'warning'}) ${problem.path}`,
    description: problem.isCorrection ? 'correction' : problem.indexed ? 'indexed all the same' : 'not indexed',
    detail: problem.message,
    problem,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: 'Problems of the Corpus', placeHolder: 'Choose a file to open it', matchOnDetail: true });
  if (!picked) return;
  const uri = vscode.Uri.parse(picked.problem.uri, true);
  const selection = picked.problem.range ? { selection: toRange(picked.problem.range) } : undefined;
  await vscode.commands.executeCommand('vscode.open', uri, selection);
}

async function showStatus(client: AttestClient): Promise<void> {
  const { status } = client;
  const choices: Choice[] = [
    { label: '$(quote) Insert Quote…', command: 'attest.insertQuote' },
    { label: '$(calendar) Show Events', command: 'attest.events.focus' },
    { label: '$(warning) Show Problems of the Corpus', description: status.problems > 0 ? String(status.problems) : 'none', command: 'attest.showProblems' },
    { label: '$(folder-opened) Choose Corpus Folder…', description: status.folders.join(', '), command: 'attest.chooseCorpusFolder' },
    { label: '$(refresh) Check Corpus for Changes', command: 'attest.rescanCorpus' },
    { label: '$(trash) Rebuild Index', command: 'attest.rebuildIndex' },
    { label: '$(output) Show Log', command: 'attest.showLog' },
  ];
  if (status.phase === 'indexing') choices.unshift({ label: '$(stop-circle) Cancel Indexing', command: 'attest.cancelIndexing' });
  const title = `Attest: ${status.articles} articles, ${status.names} names, ${status.quotations} quotations, ${status.events} events`;
  const picked = await vscode.window.showQuickPick(choices, { title, placeHolder: status.message ?? 'What would you like to do?' });
  if (picked) await vscode.commands.executeCommand(picked.command);
}

async function chooseCorpusFolder(): Promise<void> {
  const workspace = vscode.workspace.workspaceFolders?.[0];
  const picked = await vscode.window.showOpenDialog({
    canSelectFolders: true, canSelectFiles: false, canSelectMany: true, openLabel: 'Use as Corpus', title: 'Folder of articles', ...(workspace ? { defaultUri: workspace.uri } : {}),
  });
  if (!picked || picked.length === 0) return;
  const folders = picked.map((uri) => {
    const relative = vscode.workspace.asRelativePath(uri, false);
    return relative === '' ? '.' : relative;
  });
  const target = workspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('attest').update('corpus.folders', folders, target);
}
