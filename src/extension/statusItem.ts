import * as vscode from 'vscode';
import { cancelIndexingRequest, type IndexStatus } from '../server/protocol';
import type { AttestClient } from './client';

const plural = (n: number, one: string): string => `${n.toLocaleString()} ${n === 1 ? one : one + 's'}`;
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
    void vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: 'Attest: reading the corpus', cancellable: true }, (progress, token) => {
      let before = 0;
      this.report = (status) => {
        const { done, total } = status;
        const percent = total > 0 ? (100 * done) / total : 0;
        progress.report({ message: total > 0 ? `${done.toLocaleString()} of ${plural(total, 'file')}${timeLeft(status)}` : 'looking for files', increment: Math.max(0, percent - before) });
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
  return remaining < 90 ? `, about ${plural(Math.ceil(remaining / 10) * 10, 'second')} left` : `, about ${plural(Math.round(remaining / 60), 'minute')} left`;
}

function describe(status: IndexStatus): { text: string; tooltip: string; warn?: boolean } {
  switch (status.phase) {
    case 'starting':
      return { text: '$(sync~spin) Attest', tooltip: 'starting' };
    case 'scanning':
      return { text: '$(sync~spin) Attest', tooltip: 'looking for articles' };
    case 'indexing':
      return { text: `$(sync~spin) Attest ${status.total > 0 ? Math.floor((100 * status.done) / status.total) : 0}%`, tooltip: `reading articles, ${status.done} of ${status.total}${timeLeft(status)}` };
    case 'no-corpus':
      return { text: '$(quote) Attest', tooltip: 'no folder of articles yet; click to choose one' };
    case 'failed':
      return { text: '$(error) Attest', tooltip: status.message ?? 'the index cannot be used', warn: true };
    case 'cancelled':
    case 'ready': {
      const problems = status.problems > 0 ? `, ${plural(status.problems, 'problem')}` : '';
      const cancelled = status.phase === 'cancelled' ? ' (indexing cancelled)' : '';
      return {
        text: `$(quote) ${plural(status.articles, 'article')}${status.problems > 0 ? ` $(warning) ${status.problems}` : ''}`,
        tooltip: `${plural(status.articles, 'article')}, ${plural(status.names, 'name')}, ${plural(status.quotations, 'quotation')}, ${plural(status.events, 'event')}${problems}${cancelled}`,
      };
    }
  }
}
