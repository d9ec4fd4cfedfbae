import * as vscode from 'vscode';
import type { AttestClient } from '../client';
import type { DraftEditors } from '../draftEditors';
import { toRange } from '../passage';
import { RowsView } from './rowsView';

const FOLLOW_AFTER_MS = 150;

/** The quotes and citations of the draft that was last in front, in its order, with the cursor's one selected. */
export class ThisDraftView implements vscode.Disposable {
  readonly rows: RowsView;
  private readonly subscriptions: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;
  private followed = '';

  constructor(client: AttestClient, private readonly drafts: DraftEditors) {
    this.rows = new RowsView('attest.draft', client, () => ({ view: 'draft', options: { ...(this.uri === undefined ? {} : { uri: this.uri }) } }));
    this.subscriptions = [
      this.rows,
      drafts.onDidChange(() => this.show()),
      client.onDidCheckDraft(({ uri }) => uri === this.uri && this.rows.refreshSoon()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor.document.uri.toString() === this.uri && this.followSoon(textEditor)),
      this.rows.tree.onDidChangeVisibility(() => {
        this.followed = '';
        if (drafts.current) this.followSoon(drafts.current);
      }),
      { dispose: () => clearTimeout(this.timer) },
    ];
    this.show();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private get uri(): string | undefined {
    return this.drafts.current?.document.uri.toString();
  }

  private show(): void {
    const { current } = this.drafts;
    this.rows.tree.description = current ? vscode.workspace.asRelativePath(current.document.uri, false).split('/').at(-1)! : '';
    void vscode.commands.executeCommand('setContext', 'attest.hasDraft', current !== undefined);
    this.rows.reset();
  }

  private followSoon(editor: vscode.TextEditor): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.follow(editor), FOLLOW_AFTER_MS);
  }

  /** Selects the row of the quote or citation at the cursor. Nothing is opened that the writer has closed. */
  private async follow({ selection: { active } }: vscode.TextEditor): Promise<void> {
    if (!this.rows.tree.visible) return;
    const node = this.rows.find(({ range }) => range !== undefined && toRange(range).contains(active));
    if (!node || node.row.id === this.followed) return;
    this.followed = node.row.id;
    await this.rows.tree.reveal(node, { select: true, focus: false });
  }
}
