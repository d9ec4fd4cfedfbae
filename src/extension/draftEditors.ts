import * as vscode from 'vscode';
import { isDraftRequest } from '../server/protocol';
import type { AttestClient } from './client';

/** Knows the draft that was last in front: what is inserted from a view goes there, even while an article is shown. */
export class DraftEditors implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: vscode.Disposable[];
  private last: vscode.TextEditor | undefined;

  constructor(private readonly client: AttestClient) {
    this.subscriptions = [
      this.changed,
      vscode.window.onDidChangeActiveTextEditor((editor) => void this.look(editor)),
      vscode.workspace.onDidCloseTextDocument((document) => document === this.last?.document && this.set(undefined)),
      client.onDidChangeStatus(({ phase }) => phase === 'ready' && void this.look(vscode.window.activeTextEditor)),
      client.onDidCheckDraft(() => this.last === undefined && void this.look(vscode.window.activeTextEditor)),
    ];
  }

  /** The editor of the draft that was last in front; undefined when there has been none. */
  get current(): vscode.TextEditor | undefined {
    return this.last;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async look(editor: vscode.TextEditor | undefined): Promise<void> {
    if (!editor || editor === this.last) return;
    const isDraft = await this.client.request<boolean>(isDraftRequest, { uri: editor.document.uri.toString() });
    if (isDraft && editor === vscode.window.activeTextEditor) this.set(editor);
  }

  private set(editor: vscode.TextEditor | undefined): void {
    const before = this.last?.document;
    this.last = editor;
    if (editor?.document !== before) this.changed.fire();
  }
}
