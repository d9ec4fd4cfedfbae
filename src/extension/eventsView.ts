import * as vscode from 'vscode';
import {
  type EventItem, type EventOrder, type EventPeriod, eventPeriodsRequest, type EventSourceItem, eventSourcesRequest, eventsRequest,
} from '../server/protocol';
import type { AttestClient } from './client';

type Node =
  | { readonly kind: 'period'; readonly period: EventPeriod }
  | { readonly kind: 'event'; readonly event: EventItem; readonly parent: Node }
  | { readonly kind: 'source'; readonly source: EventSourceItem; readonly parent: Node; readonly index: number }
  | { readonly kind: 'more'; readonly parent: Node; readonly shown: number };

const PAGE = 200;

/** Codicon of an event by its PLOVER type. */
const icons: Readonly<Record<string, string>> = {
  agree: 'check', consult: 'comment-discussion', support: 'thumbsup', cooperate: 'link', aid: 'heart', retreat: 'arrow-left', request: 'question', accuse: 'megaphone',
  reject: 'circle-slash', threaten: 'warning', protest: 'organization', sanction: 'law', mobilize: 'rocket', coerce: 'lock', assault: 'flame', other: 'circle-small-filled',
};

/** The events of the corpus by date, with their sources below. */
export class EventsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Node>;
  private readonly subscriptions: vscode.Disposable[];
  private readonly shown = new Map<string, number>();
  private filter = '';
  private order: EventOrder;

  constructor(private readonly client: AttestClient, private readonly memory: vscode.Memento) {
    this.order = memory.get<EventOrder>('events.order', 'newest');
    this.view = vscode.window.createTreeView('attest.events', { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [this.view, this.changed, client.onDidChangeIndex(() => this.refresh()), client.onDidChangeStatus((status) => status.phase === 'ready' && this.refresh())];
    this.setOrder(this.order);
    this.setFilter('');
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  commands(): vscode.Disposable[] {
    const register = vscode.commands.registerCommand;
    return [
      register('attest.events.filter', () => this.askFilter()),
      register('attest.events.clearFilter', () => this.setFilter('')),
      register('attest.events.newestFirst', () => this.setOrder('newest')),
      register('attest.events.oldestFirst', () => this.setOrder('oldest')),
      register('attest.events.refresh', () => this.refresh()),
      register('attest.events.showMore', (node: Node) => {
        if (node.kind !== 'more' || node.parent.kind !== 'period') return;
        this.shown.set(node.parent.period.key, node.shown + PAGE);
        this.changed.fire(node.parent);
      }),
    ];
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) {
      const periods = (await this.client.request<EventPeriod[]>(eventPeriodsRequest, { filter: this.filter, order: this.order })) ?? [];
      this.showMessage(periods);
      return periods.map((period) => ({ kind: 'period', period }));
    }
    if (node.kind === 'period') {
      const limit = this.shown.get(node.period.key) ?? PAGE;
      const events = (await this.client.request<EventItem[]>(eventsRequest, { filter: this.filter, order: this.order, period: node.period.key, offset: 0, limit })) ?? [];
      const children: Node[] = events.map((event) => ({ kind: 'event', event, parent: node }));
      if (events.length < node.period.count) children.push({ kind: 'more', parent: node, shown: events.length });
      return children;
    }
    if (node.kind !== 'event') return [];
    const sources = (await this.client.request<EventSourceItem[]>(eventSourcesRequest, { id: node.event.id })) ?? [];
    return sources.map((source, index) => ({ kind: 'source', source, parent: node, index }));
  }

  getParent(node: Node): Node | undefined {
    return node.kind === 'period' ? undefined : node.parent;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'period': return periodItem(node.period);
      case 'event': return eventItem(node.event, node.parent.kind === 'period' ? node.parent.period.key : '');
      case 'source': return sourceItem(node.source, keyOf(node.parent), node.index);
      case 'more': {
        const item = new vscode.TreeItem('Show more…');
        item.command = { command: 'attest.events.showMore', title: 'Show More', arguments: [node] };
        return item;
      }
    }
  }

  private refresh(): void {
    this.changed.fire(undefined);
  }

  private async askFilter(): Promise<void> {
    const words = await vscode.window.showInputBox({ title: 'Filter Events', prompt: 'Words that an event, its people, its place or its passage must contain', value: this.filter, placeHolder: 'hamas israel' });
    if (words !== undefined) this.setFilter(words.trim());
  }

  private setFilter(words: string): void {
    this.filter = words;
    this.shown.clear();
    void vscode.commands.executeCommand('setContext', 'attest.filtered', words !== '');
    this.refresh();
  }

  private setOrder(order: EventOrder): void {
    this.order = order;
    void this.memory.update('events.order', order);
    void vscode.commands.executeCommand('setContext', 'attest.eventOrder', order);
    this.refresh();
  }

  private showMessage(periods: readonly EventPeriod[]): void {
    const count = periods.reduce((sum, period) => sum + period.count, 0);
    this.view.message = this.filter && count > 0 ? `${count.toLocaleString()} ${count === 1 ? 'event matches' : 'events match'} “${this.filter}”` : '';
    this.view.description = this.filter ? `filtered: ${this.filter}` : '';
  }
}

/** Tells a node apart from all others of the view. */
function keyOf(node: Node): string {
  switch (node.kind) {
    case 'period': return node.period.key;
    case 'event': return `${keyOf(node.parent)}:${node.event.id}`;
    case 'source': return `${keyOf(node.parent)}:${node.index}`;
    case 'more': return `${keyOf(node.parent)}:more`;
  }
}

function periodItem(period: EventPeriod): vscode.TreeItem {
  const item = new vscode.TreeItem(period.label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `period:${period.key}`;
  item.description = String(period.count);
  item.accessibilityInformation = { label: `${period.label}, ${period.count} ${period.count === 1 ? 'event' : 'events'}` };
  item.contextValue = 'period';
  return item;
}

function eventItem(event: EventItem, period: string): vscode.TreeItem {
  const title = event.modality === 'fact' ? event.title : `${event.title} (${event.modality})`;
  const sources = event.sources === 1 ? '1 source' : `${event.sources} sources`;
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
  // With its period: while the index changes, the list of one period may be older than that of another.
  item.id = `event:${period}:${event.id}`;
  item.description = [event.shortDate, event.sources === 1 ? '' : sources, event.disagreements.length > 0 ? 'sources disagree' : ''].filter(Boolean).join(' · ');
  item.iconPath = new vscode.ThemeIcon(icons[event.type] ?? 'circle-small-filled');
  const lines = [title, `${event.date}${event.dateReason ? ` (${event.dateReason})` : ''}`, sources, ...event.disagreements.map((words) => `Sources disagree on ${words}`)];
  item.tooltip = lines.join('\n');
  item.accessibilityInformation = { label: `${title}, ${event.type}, ${event.date}, ${sources}${event.disagreements.length > 0 ? ', sources disagree' : ''}` };
  item.contextValue = 'event';
  return item;
}

function sourceItem(source: EventSourceItem, event: string, index: number): vscode.TreeItem {
  const item = new vscode.TreeItem(source.article.label);
  item.id = `source:${event}:${index}`;
  item.description = `${source.article.published} · ${source.text}`;
  const dated = source.date === '' ? '' : `\nDates it ${source.date}${source.dateReason ? ` (${source.dateReason})` : ''}`;
  item.tooltip = `${source.article.title ?? source.article.label}\n${source.article.outlet ?? 'outlet unknown'}, ${source.article.published}${dated}\n\n${source.text}`;
  item.iconPath = new vscode.ThemeIcon('quote');
  item.accessibilityInformation = { label: `${source.article.label}, ${source.article.published}: ${source.text}` };
  item.command = { command: 'attest.openPassage', title: 'Open Passage', arguments: [source.location] };
  item.contextValue = 'source';
  return item;
}
