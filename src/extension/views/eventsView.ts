import * as vscode from 'vscode';
import type { EventFilter, EventGrouping, EventsOptions } from '../../server/protocol';
import type { AttestClient } from '../client';
import { askEventFilter } from './eventFilter';
import { followNames } from './followNames';
import { RowsView } from './rowsView';

/** The events of the corpus: their order, grouping and filter, and the draft that they follow on wish. */
export class EventsView implements vscode.Disposable {
  readonly rows: RowsView;
  private readonly changed = new vscode.EventEmitter<EventsOptions>();
  /** The filter, the order or the grouping is another: what shows the same events follows. */
  readonly onDidChangeOptions = this.changed.event;
  private filter: EventFilter = {};
  private order: EventsOptions['order'];
  private grouping: EventGrouping;
  private first: readonly number[] = [];
  private readonly following: vscode.Disposable;

  constructor(private readonly client: AttestClient, private readonly memory: vscode.Memento) {
    this.order = memory.get<EventsOptions['order']>('events.order', 'newest');
    this.grouping = memory.get<EventGrouping>('events.grouping', 'date');
    this.rows = new RowsView('attest.events', client, () => ({ view: 'events', options: this.options }));
    this.following = followNames(client, this.rows.tree, (names) => {
      this.first = names;
      this.rows.refresh();
    });
    this.show();
  }

  get options(): EventsOptions {
    const { filter, order, grouping, first } = this;
    return { filter, order, grouping, first };
  }

  dispose(): void {
    this.following.dispose();
    this.changed.dispose();
    this.rows.dispose();
  }

  commands(): vscode.Disposable[] {
    const register = vscode.commands.registerCommand;
    return [
      register('attest.events.filter', async () => this.setFilter(await askEventFilter(this.client, this.filter))),
      register('attest.events.clearFilter', () => this.setFilter({})),
      register('attest.events.aboutName', (node?: { readonly id?: unknown; readonly canonical?: unknown }) => this.showAbout(node)),
      register('attest.events.newestFirst', () => this.set({ order: 'newest' })),
      register('attest.events.oldestFirst', () => this.set({ order: 'oldest' })),
      register('attest.events.groupByDate', () => this.set({ grouping: 'date' })),
      register('attest.events.groupByName', () => this.set({ grouping: 'name' })),
      register('attest.events.groupByType', () => this.set({ grouping: 'type' })),
      register('attest.events.refresh', () => this.rows.refresh()),
      register('attest.events.follow', () => setFollowing(true)),
      register('attest.events.unfollow', () => setFollowing(false)),
    ];
  }

  /** Shows only what has all of this; undefined leaves the filter as it is. */
  setFilter(filter: EventFilter | undefined): void {
    if (filter === undefined) return;
    this.filter = filter;
    this.show();
  }

  private async showAbout(node: { readonly id?: unknown; readonly canonical?: unknown } | undefined): Promise<void> {
    if (typeof node?.id !== 'number' || typeof node.canonical !== 'string') return;
    this.setFilter({ name: { id: node.id, label: node.canonical } });
    await vscode.commands.executeCommand('attest.events.focus');
  }

  private set({ order = this.order, grouping = this.grouping }: Partial<Pick<EventsOptions, 'order' | 'grouping'>>): void {
    this.order = order;
    this.grouping = grouping;
    void this.memory.update('events.order', order);
    void this.memory.update('events.grouping', grouping);
    this.show();
  }

  private show(): void {
    void vscode.commands.executeCommand('setContext', 'attest.filtered', Object.keys(this.filter).length > 0);
    void vscode.commands.executeCommand('setContext', 'attest.eventOrder', this.order);
    void vscode.commands.executeCommand('setContext', 'attest.eventGrouping', this.grouping);
    this.rows.tree.description = Object.keys(this.filter).length > 0 ? vscode.l10n.t('filtered') : '';
    this.rows.reset();
    this.changed.fire(this.options);
  }
}

async function setFollowing(on: boolean): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('attest');
  const inWorkspace = configuration.inspect('events.followDraft')?.workspaceValue !== undefined;
  await configuration.update('events.followDraft', on, inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
}
