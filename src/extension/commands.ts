import * as vscode from 'vscode';
import { cancelIndexingRequest, type CorpusProblem, problemsRequest, rebuildIndexRequest, rescanRequest } from '../server/protocol';
import type { AttestClient } from './client';
import { shown, toRange } from './passage';
import { inform } from './tell';

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
    register('attest.toggleChecking', () => toggle('check.enabled', vscode.l10n.t('Checking of quotes'))),
    register('attest.toggleHover', () => toggle('hover.enabled', vscode.l10n.t('Hover on names'))),
    register('attest.toggleQuoteCompletion', () => toggle('quoteCompletion.enabled', vscode.l10n.t('Quote completion'))),
  ];
}

async function toggle(key: string, label: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('attest');
  const on = !configuration.get<boolean>(key, true);
  const inWorkspace = configuration.inspect(key)?.workspaceValue !== undefined;
  await configuration.update(key, on, inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
  vscode.window.setStatusBarMessage(on ? vscode.l10n.t('Attest: {0} on', label) : vscode.l10n.t('Attest: {0} off', label), 3000);
}

async function showProblems(client: AttestClient): Promise<void> {
  const problems = (await client.request<CorpusProblem[]>(problemsRequest)) ?? [];
  if (problems.length === 0) {
    void inform(vscode.l10n.t('Attest: every file of the corpus could be read.'));
    return;
  }
  const items = problems.map((problem) => ({
    label: `$(${problem.indexed ? 'info' : 'warning'}) ${shown(problem.path)}`,
    description: problem.isCorrection ? vscode.l10n.t('correction') : problem.indexed ? vscode.l10n.t('indexed all the same') : vscode.l10n.t('not indexed'),
    detail: shown(problem.message),
    problem,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Problems of the Corpus'), placeHolder: vscode.l10n.t('Choose a file to open it'), matchOnDetail: true });
  if (!picked) return;
  const uri = vscode.Uri.parse(picked.problem.uri, true);
  const selection = picked.problem.range ? { selection: toRange(picked.problem.range) } : undefined;
  await vscode.commands.executeCommand('vscode.open', uri, selection);
}

async function showStatus(client: AttestClient): Promise<void> {
  const { status } = client, { t } = vscode.l10n;
  const choices: Choice[] = [
    { label: `$(quote) ${t('Insert Quote…')}`, command: 'attest.insertQuote' },
    { label: `$(calendar) ${t('Show Events')}`, command: 'attest.events.focus' },
    { label: `$(warning) ${t('Show Problems of the Corpus')}`, description: status.problems > 0 ? String(status.problems) : t('none'), command: 'attest.showProblems' },
    { label: `$(folder-opened) ${t('Choose Corpus Folder…')}`, description: status.folders.join(', '), command: 'attest.chooseCorpusFolder' },
    { label: `$(refresh) ${t('Check Corpus for Changes')}`, command: 'attest.rescanCorpus' },
    { label: `$(trash) ${t('Rebuild Index')}`, command: 'attest.rebuildIndex' },
    { label: `$(output) ${t('Show Log')}`, command: 'attest.showLog' },
  ];
  if (status.phase === 'indexing') choices.unshift({ label: `$(stop-circle) ${t('Cancel Indexing')}`, command: 'attest.cancelIndexing' });
  const title = t('Attest: {0} articles, {1} names, {2} quotations, {3} events', status.articles, status.names, status.quotations, status.events);
  const picked = await vscode.window.showQuickPick(choices, { title, placeHolder: status.message ?? vscode.l10n.t('What would you like to do?') });
  if (picked) await vscode.commands.executeCommand(picked.command);
}

async function chooseCorpusFolder(): Promise<void> {
  const workspace = vscode.workspace.workspaceFolders?.[0];
  const picked = await vscode.window.showOpenDialog({
    canSelectFolders: true, canSelectFiles: false, canSelectMany: true, openLabel: vscode.l10n.t('Use as Corpus'), title: vscode.l10n.t('Folder of articles'), ...(workspace ? { defaultUri: workspace.uri } : {}),
  });
  if (!picked || picked.length === 0) return;
  const folders = picked.map((uri) => {
    const relative = vscode.workspace.asRelativePath(uri, false);
    return relative === '' ? '.' : relative;
  });
  const target = workspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('attest').update('corpus.folders', folders, target);
}
