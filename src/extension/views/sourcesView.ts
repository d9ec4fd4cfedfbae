import * as vscode from 'vscode';
import type { SourceOrder, SourcesOptions } from '../../server/protocol';
import type { AttestClient } from '../client';
import { RowsView } from './rowsView';

/** The articles of the corpus: their order, and which of them are shown. */
export class SourcesView implements vscode.Disposable {
  readonly rows: RowsView;
  private options: SourcesOptions;
  private readonly changed: vscode.Disposable;

  constructor(client: AttestClient, private readonly memory: vscode.Memento) {
    this.options = { words: '', show: 'all', order: memory.get<SourceOrder>('sources.order', 'date') };
    this.rows = new RowsView('attest.sources', client, () => ({ view: 'sources', options: this.options }));
    this.changed = client.onDidChangeUses(() => this.rows.refreshSoon());
    this.set({});
  }

  dispose(): void {
    this.changed.dispose();
    this.rows.dispose();
  }

  commands(): vscode.Disposable[] {
    const register = vscode.commands.registerCommand;
    return [
      register('attest.sources.filter', () => this.askFilter()),
      register('attest.sources.clearFilter', () => this.set({ words: '', show: 'all' })),
      register('attest.sources.sort', () => this.askOrder()),
    ];
  }

  private async askFilter(): Promise<void> {
    const { t } = vscode.l10n;
    type Choice = vscode.QuickPickItem & Partial<SourcesOptions>;
    const pick = vscode.window.createQuickPick<Choice>();
    pick.title = t('Filter Sources');
    pick.placeholder = t('Words of outlet, headline, byline, date or file name');
    pick.value = this.options.words;
    const show = (): void => {
      const words = pick.value.trim();
      pick.items = [
        { label: words === '' ? `$(list-flat) ${t('All articles')}` : `$(search) ${t('Words: {0}', words)}`, words, show: 'all', alwaysShow: true },
        { label: `$(pass) ${t('Used in drafts')}`, words, show: 'used', alwaysShow: true },
        { label: `$(circle-outline) ${t('Not used in drafts')}`, words, show: 'unused', alwaysShow: true },
        { label: `$(question) ${t('Date or outlet unknown')}`, words, show: 'incomplete', alwaysShow: true },
      ];
    };
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      const [choice] = pick.selectedItems;
      if (choice?.show) this.set({ words: choice.words ?? '', show: choice.show });
      pick.hide();
    });
    pick.onDidHide(() => pick.dispose());
    show();
    pick.show();
  }

  private async askOrder(): Promise<void> {
    const { t } = vscode.l10n;
    const orders: readonly (vscode.QuickPickItem & { readonly order: SourceOrder })[] = [
      { label: `$(calendar) ${t('Newest first')}`, order: 'date' },
      { label: `$(organization) ${t('By outlet')}`, order: 'outlet' },
      { label: `$(list-ordered) ${t('Longest first')}`, order: 'words' },
      { label: `$(references) ${t('Most used in drafts first')}`, order: 'use' },
    ];
    const picked = await vscode.window.showQuickPick(orders, { title: t('Sort Sources'), placeHolder: t('The order of the articles') });
    if (picked) this.set({ order: picked.order });
  }

  private set(options: Partial<SourcesOptions>): void {
    this.options = { ...this.options, ...options };
    void this.memory.update('sources.order', this.options.order);
    const filtered = this.options.words !== '' || this.options.show !== 'all';
    void vscode.commands.executeCommand('setContext', 'attest.sourcesFiltered', filtered);
    this.rows.tree.description = filtered ? vscode.l10n.t('filtered') : '';
    this.rows.reset();
  }
}
