import * as vscode from 'vscode';
import { type SourceReportParams, type SourceReportText, sourceReportRequest } from '../server/protocol';
import type { AttestClient } from './client';

/** `Attest: Export Source Report…`: every quote of the draft with its source, saved where the writer says. */
export function registerSourceReport(client: AttestClient): vscode.Disposable[] {
  return [vscode.commands.registerCommand('attest.exportSourceReport', () => exportReport(client))];
}

async function exportReport(client: AttestClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Attest: open the draft whose sources you want to report.'));
    return;
  }
  const formats = [{ label: 'Markdown', format: 'markdown' }, { label: 'HTML', format: 'html' }] as const;
  const picked = await vscode.window.showQuickPick(formats, { title: vscode.l10n.t('Export Source Report'), placeHolder: vscode.l10n.t('How the report is written') });
  if (!picked) return;
  const params: SourceReportParams = { uri: document.uri.toString(), format: picked.format };
  const report = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Attest: checking the draft') }, () => client.request<SourceReportText | null>(sourceReportRequest, params));
  if (!report) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Attest: this document is no draft, or checking is switched off (attest.check.enabled).'));
    return;
  }
  const folder = document.uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(document.uri, '..');
  const target = await vscode.window.showSaveDialog({ title: vscode.l10n.t('Save Source Report'), ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, report.name) } : {}) });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(report.text));
  await vscode.commands.executeCommand('vscode.open', target, { preview: false });
}
