import * as vscode from 'vscode';
import { type InsertableItem, type Row, type RowsAnswer, rowPathRequest, rowsRequest, type ViewState } from '../../server/protocol';
import type { AttestClient } from '../client';
import { toRange } from '../passage';

/** A row as the tree keeps it. Its plain data stands beside it, so that commands of menus get what they know: `id`, `canonical`. */
export interface RowNode extends Readonly<Record<string, unknown>> {
  readonly row: Row;
  readonly parent: RowNode | undefined;
}

interface Level {
  readonly nodes: RowNode[];
  /** Where the next page begins; undefined when all rows are there. */
  next: number | undefined;
}

/** Type of what is dragged out of the views: {@link InsertableItem}[] as JSON. */
export const itemMime = 'application/vnd.attest.items';

const PAGE = 200, LARGEST_PAGE = 3_200;
/** Changes of the index come often while it is made. */
const REFRESH_AFTER_MS = 200;
const MORE = '>more';

/** A view of rows that the server makes: pages, refreshes without losing what is chosen or open, opens passages, lets rows be dragged. */
export class RowsView implements vscode.TreeDataProvider<RowNode>, vscode.TreeDragAndDropController<RowNode>, vscode.Disposable {
  readonly tree: vscode.TreeView<RowNode>;
  readonly dropMimeTypes = [];
  readonly dragMimeTypes = [itemMime];
  private readonly changed = new vscode.EventEmitter<RowNode | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly levels = new Map<string, Level>();
  /** Levels whose rows are as they should be shown: only more of them has come. */
  private readonly kept = new Set<string>();
  private readonly subscriptions: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;

  constructor(id: string, private readonly client: AttestClient, private readonly state: () => ViewState) {
    this.tree = vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true, canSelectMany: true, dragAndDropController: this });
    this.subscriptions = [
      this.tree, this.changed,
      client.onDidChangeIndex(() => this.refreshSoon()),
      client.onDidChangeStatus((status) => status.phase === 'ready' && this.refreshSoon()),
      { dispose: () => clearTimeout(this.timer) },
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  refresh(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.changed.fire(undefined);
  }

  refreshSoon(): void {
    this.timer ??= setTimeout(() => this.refresh(), REFRESH_AFTER_MS);
  }

  /** Begins anew: another filter or order has other rows. */
  reset(): void {
    this.levels.clear();
    this.refresh();
  }

  async getChildren(node?: RowNode): Promise<RowNode[]> {
    const key = node?.row.id ?? '';
    const level = this.kept.delete(key) ? this.levels.get(key) : await this.load(node, 0, Math.max(PAGE, this.levels.get(key)?.nodes.length ?? 0));
    if (!level) return [];
    if (level.next === undefined) return level.nodes;
    const label = vscode.l10n.t('Show more…');
    return [...level.nodes, { row: { id: `${key}${MORE}`, kind: 'more', label, spoken: label }, parent: node }];
  }

  getParent(node: RowNode): RowNode | undefined {
    return node.parent;
  }

  getTreeItem(node: RowNode): vscode.TreeItem {
    const { row } = node;
    const item = new vscode.TreeItem(row.label, row.children === 'open' ? vscode.TreeItemCollapsibleState.Expanded : row.children ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
    item.id = row.id;
    item.contextValue = row.kind;
    item.accessibilityInformation = { label: row.spoken, role: 'treeitem' };
    if (row.description !== undefined) item.description = row.description;
    item.tooltip = row.tooltip ?? row.label;
    if (row.icon !== undefined) item.iconPath = new vscode.ThemeIcon(row.icon, row.colour === undefined ? undefined : new vscode.ThemeColor(row.colour));
    // The editor's own command: a click shows a preview and leaves the keyboard here, Enter opens for good.
    if (row.location) item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [vscode.Uri.parse(row.location.uri, true), { selection: toRange(row.location.range) }] };
    else if (row.kind === 'more') item.command = { command: 'attest.showMoreRows', title: row.label, arguments: [this, node] };
    return item;
  }

  handleDrag(nodes: readonly RowNode[], data: vscode.DataTransfer): void {
    const items = nodes.flatMap(({ row }) => row.item ?? []);
    if (items.length > 0) data.set(itemMime, new vscode.DataTransferItem(JSON.stringify(items)));
  }

  async showMore(more: RowNode): Promise<void> {
    const key = more.parent?.row.id ?? '', level = this.levels.get(key);
    if (level?.next === undefined) return;
    const further = await this.load(more.parent, level.next, Math.min(LARGEST_PAGE, Math.max(PAGE, level.nodes.length)), level);
    if (further) this.kept.add(key);
    this.changed.fire(more.parent);
  }

  /** Selects the row of an item, and shows it; false when the view does not have it. */
  async reveal(item: InsertableItem, focus = false): Promise<boolean> {
    const path = (await this.client.request<string[]>(rowPathRequest, { ...this.state(), item })) ?? [];
    let node: RowNode | undefined;
    for (const id of path) {
      const parent: RowNode | undefined = node;
      node = await this.child(parent, id);
      if (!node) return false;
    }
    if (!node) return false;
    await this.tree.reveal(node, { select: true, focus, expand: false });
    return true;
  }

  /** The first of the rows that have been loaded that is as wanted. */
  find(wanted: (row: Row) => boolean): RowNode | undefined {
    for (const { nodes } of this.levels.values()) {
      const found = nodes.find(({ row }) => wanted(row));
      if (found) return found;
    }
    return undefined;
  }

  private async child(parent: RowNode | undefined, id: string): Promise<RowNode | undefined> {
    const key = parent?.row.id ?? '';
    let level = this.levels.get(key) ?? (await this.load(parent, 0, PAGE));
    for (;;) {
      const found = level?.nodes.find(({ row }) => row.id === id);
      if (found || level?.next === undefined) return found;
      level = await this.load(parent, level.next, LARGEST_PAGE, level);
      this.kept.add(key);
      this.changed.fire(parent);
    }
  }

  private async load(parent: RowNode | undefined, offset: number, limit: number, before?: Level): Promise<Level | undefined> {
    const key = parent?.row.id ?? '';
    const answer = await this.client.request<RowsAnswer>(rowsRequest, { ...this.state(), ...(parent ? { of: key } : {}), offset, limit });
    if (!answer) return undefined;
    if (!parent) this.tree.message = answer.message ?? '';
    const known = new Set(before?.nodes.map(({ row }) => row.id));
    const nodes = answer.rows.filter(({ id }) => !known.has(id)).map((row): RowNode => ({ ...row.data, row, parent }));
    const level: Level = { nodes: [...(before?.nodes ?? []), ...nodes], next: offset + limit < answer.total ? offset + limit : undefined };
    this.levels.set(key, level);
    return level;
  }
}
