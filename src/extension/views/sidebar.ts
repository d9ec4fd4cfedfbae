import * as vscode from 'vscode';
import type { AttestClient } from '../client';
import type { DraftEditors } from '../draftEditors';
import { EventsView } from './eventsView';
import { NamesView } from './namesView';
import type { RowNode, RowsView } from './rowsView';
import { SourcesView } from './sourcesView';
import { ThisDraftView } from './thisDraftView';

/** The views of the sidebar. */
export class Sidebar implements vscode.Disposable {
  readonly events: EventsView;
  readonly sources: SourcesView;
  readonly names: NamesView;
  readonly thisDraft: ThisDraftView;
  private readonly subscription: vscode.Disposable;
  private endProgress: (() => void) | undefined;

  constructor(private readonly client: AttestClient, memory: vscode.Memento, drafts: DraftEditors) {
    this.events = new EventsView(client, memory);
    this.sources = new SourcesView(client, memory);
    this.names = new NamesView(client, memory);
    this.thisDraft = new ThisDraftView(client, drafts);
    this.subscription = client.onDidChangeStatus(() => this.showProgress());
    this.showProgress();
  }

  /** The views' trees of rows. */
  get trees(): readonly RowsView[] {
    return [this.events.rows, this.sources.rows, this.names.rows, this.thisDraft.rows];
  }

  dispose(): void {
    this.endProgress?.();
    this.subscription.dispose();
    for (const view of [this.events, this.sources, this.names, this.thisDraft]) view.dispose();
  }

  commands(): vscode.Disposable[] {
    return [
      ...this.events.commands(), ...this.sources.commands(), ...this.names.commands(),
      vscode.commands.registerCommand('attest.showMoreRows', (view: RowsView, node: RowNode) => view.showMore(node)),
    ];
  }

  /** A line at the top of the views runs as long as the corpus is being read. */
  private showProgress(): void {
    const { phase } = this.client.status, busy = phase === 'starting' || phase === 'scanning' || phase === 'indexing';
    if (!busy) this.endProgress?.();
    if (!busy || this.endProgress) return;
    void vscode.window.withProgress({ location: { viewId: 'attest.events' } }, () => new Promise<void>((resolve) => {
      this.endProgress = () => {
        this.endProgress = undefined;
        resolve();
      };
    }));
  }
}
