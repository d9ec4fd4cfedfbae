import * as vscode from 'vscode';
import { cancelIndexingRequest, type IndexStatus } from '../server/protocol';
import type { AttestClient } from './client';

const number = (n: number): string => n.toLocaleString(vscode.env.language);
const articlesInWords = (n: number): string => (n === 1 ? vscode.l10n.t('1 article') : vscode.l10n.t('{0} articles', number(n)));
const problemsInWords = (n: number): string => (n === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', number(n)));
/** Indexing shorter than this shows only in the status bar. */
const PROGRESS_AFTER_MS = 1500;

/** The state of the index in the status bar, and progress that can be cancelled when indexing is long. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('attest.status', vscode.StatusBarAlignment.Right, 90);
  private readonly subscription: vscode.Disposable;
  private progressTimer: NodeJS.Timeout | undefined;
  private endProgress: (() => void) | undefined;
  private report: ((status: IndexStatus) => void) | undefined;

  constructor(private readonly client: AttestClient) {
    this.item.name = 'Attest';
    this.item.command = 'attest.showStatus';
    this.subscription = client.onDidChangeStatus((status) => this.show(status));
    this.show(client.status);
  }

  dispose(): void {
    clearTimeout(this.progressTimer);
    this.endProgress?.();
    this.subscription.dispose();
    this.item.dispose();
  }

  private show(status: IndexStatus): void {
    const { text, tooltip, warn } = describe(status);
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.accessibilityInformation = { label: `Attest: ${tooltip}`, role: 'button' };
    this.item.backgroundColor = warn ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.item.show();
    const busy = status.phase === 'scanning' || status.phase === 'indexing';
    if (busy) {
      this.progressTimer ??= setTimeout(() => this.showProgress(), PROGRESS_AFTER_MS);
      this.report?.(status);
    } else {
      clearTimeout(this.progressTimer);
      this.progressTimer = undefined;
      this.endProgress?.();
    }
  }

  private showProgress(): void {
    void vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Attest: reading the corpus'), cancellable: true }, (progress, token) => {
      let before = 0;
      this.report = (status) => {
        const { done, total } = status;
        const percent = total > 0 ? (100 * done) / total : 0;
        progress.report({ message: total > 0 ? vscode.l10n.t('{0} of {1} files', number(done), number(total)) + timeLeft(status) : vscode.l10n.t('looking for files'), increment: Math.max(0, percent - before) });
        before = Math.max(before, percent);
      };
      this.report(this.client.status);
      token.onCancellationRequested(() => void this.client.request(cancelIndexingRequest));
      return new Promise<void>((resolve) => {
        this.endProgress = () => {
          this.endProgress = this.report = undefined;
          resolve();
        };
      });
    });
  }
}

/** `, about 4 minutes left`; empty while it cannot be said, or is hardly worth saying. */
function timeLeft({ remaining }: IndexStatus): string {
  if (remaining === undefined || remaining < 10) return '';
  return `, ${remaining < 90 ? vscode.l10n.t('about {0} seconds left', Math.ceil(remaining / 10) * 10) : vscode.l10n.t('about {0} minutes left', Math.round(remaining / 60))}`;
}

function describe(status: IndexStatus): { text: string; tooltip: string; warn?: boolean } {
  switch (status.phase) {
    case 'starting':
      return { text: '$(sync~spin) Attest', tooltip: vscode.l10n.t('starting') };
    case 'scanning':
      return { text: '$(sync~spin) Attest', tooltip: vscode.l10n.t('looking for articles') };
    case 'indexing':
      return { text: `$(sync~spin) Attest ${status.total > 0 ? Math.floor((100 * status.done) / status.total) : 0}%`, tooltip: vscode.l10n.t('reading articles, {0} of {1}', status.done, status.total) + timeLeft(status) };
    case 'no-corpus':
      return { text: '$(quote) Attest', tooltip: vscode.l10n.t('no folder of articles yet; click to choose one') };
    case 'failed':
      return { text: '$(error) Attest', tooltip: status.message ?? vscode.l10n.t('the index cannot be used'), warn: true };
    case 'cancelled':
    case 'ready': {
      const problems = status.problems > 0 ? `, ${problemsInWords(status.problems)}` : '';
      const cancelled = status.phase === 'cancelled' ? ` (${vscode.l10n.t('indexing cancelled')})` : '';
      return {
        text: `$(quote) ${articlesInWords(status.articles)}${status.problems > 0 ? ` $(warning) ${status.problems}` : ''}`,
        tooltip: `${articlesInWords(status.articles)}, ${vscode.l10n.t('{0} names, {1} quotations, {2} events', number(status.names), number(status.quotations), number(status.events))}${problems}${cancelled}`,
      };
    }
  }
}
