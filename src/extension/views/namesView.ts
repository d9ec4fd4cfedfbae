import * as vscode from 'vscode';
import type { NamesOptions } from '../../server/protocol';
import type { AttestClient } from '../client';
import { RowsView } from './rowsView';

/** The people, organisations and places of the corpus. */
export class NamesView implements vscode.Disposable {
  readonly rows: RowsView;
  private options: NamesOptions;

  constructor(client: AttestClient, private readonly memory: vscode.Memento) {
    this.options = { words: '', order: memory.get<NamesOptions['order']>('names.order', 'mentions') };
    this.rows = new RowsView('attest.names', client, () => ({ view: 'names', options: this.options }));
    this.set({});
  }

  dispose(): void {
    this.rows.dispose();
  }

  commands(): vscode.Disposable[] {
    const register = vscode.commands.registerCommand;
    return [
      register('attest.names.filter', () => this.askFilter()),
      register('attest.names.clearFilter', () => this.set({ words: '' })),
      register('attest.names.mostMentionedFirst', () => this.set({ order: 'mentions' })),
      register('attest.names.alphabetical', () => this.set({ order: 'alphabet' })),
    ];
  }

  private async askFilter(): Promise<void> {
    const { t } = vscode.l10n;
    const words = await vscode.window.showInputBox({ title: t('Filter Names'), prompt: t('A name, or how it begins'), value: this.options.words });
    if (words !== undefined) this.set({ words: words.trim() });
  }

  private set(options: Partial<NamesOptions>): void {
    this.options = { ...this.options, ...options };
    void this.memory.update('names.order', this.options.order);
    void vscode.commands.executeCommand('setContext', 'attest.namesFiltered', this.options.words !== '');
    void vscode.commands.executeCommand('setContext', 'attest.nameOrder', this.options.order);
    this.rows.tree.description = this.options.words !== '' ? vscode.l10n.t('filtered') : '';
    this.rows.reset();
  }
}
