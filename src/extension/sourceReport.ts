import * as vscode from 'vscode';
import { type SourceReportParams, type SourceReportText, sourceReportRequest } from '../server/protocol';
import type { AttestClient } from './client';
import type { Timeline } from './timeline';
import { inform, warn } from './tell';

/** `Attest: Export Source Report…`: every quote of the draft with its source, saved where the writer says. */
export function registerSourceReport(client: AttestClient, timeline: Timeline): vscode.Disposable[] {
  return [vscode.commands.registerCommand('attest.exportSourceReport', () => exportReport(client, timeline))];
}

async function exportReport(client: AttestClient, timeline: Timeline): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    void inform(vscode.l10n.t('Attest: open the draft whose sources you want to report.'));
    return;
  }
  const formats = ([{ label: 'Markdown', format: 'markdown' }, { label: 'HTML', format: 'html' }] as const).flatMap((format) => [
    { ...format, withTimeline: false }, ...(timeline.open ? [{ ...format, description: vscode.l10n.t('with the timeline as it is shown'), withTimeline: true }] : []),
  ]);
  const picked = await vscode.window.showQuickPick(formats, { title: vscode.l10n.t('Export Source Report'), placeHolder: vscode.l10n.t('How the report is written') });
  if (!picked) return;
  const svg = picked.withTimeline ? await timeline.picture('svg') : undefined;
  const params: SourceReportParams = { uri: document.uri.toString(), format: picked.format, ...(svg === undefined ? {} : { timeline: svg }) };
  const report = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Attest: checking the draft') }, () => client.request<SourceReportText | null>(sourceReportRequest, params));
  if (!report) {
    void warn(vscode.l10n.t('Attest: this document is no draft, or checking is switched off (attest.check.enabled).'));
    return;
  }
  const folder = document.uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(document.uri, '..');
  const target = await vscode.window.showSaveDialog({ title: vscode.l10n.t('Save Source Report'), ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, report.name) } : {}) });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(report.text));
  if (report.picture) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(target, '..', report.picture.name), new TextEncoder().encode(report.picture.text));
  await vscode.commands.executeCommand('vscode.open', target, { preview: false });
}
