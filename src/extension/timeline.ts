import * as vscode from 'vscode';
import { type EventFilter, type TimelinePage, type TimelinePassage, timelinePassagesRequest, timelineRequest } from '../server/protocol';
import type { FromTimeline, PictureFormat, ToTimeline } from '../webview/messages';
import type { AttestClient } from './client';
import { openPassage } from './passage';
import { timelinePage } from './timelinePage';
import type { EventsView } from './views/eventsView';
import type { RowNode } from './views/rowsView';

const TYPE = 'attest.timeline';

/** `Attest: Show Timeline`: the tab with the picture, at most one. The web view draws; this hands on what it asks for. */
export class Timeline implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private readonly subscriptions: vscode.Disposable[];
  private readonly waiting = new Map<PictureFormat, ((data: string) => void)[]>();

  constructor(private readonly extension: vscode.Uri, private readonly client: AttestClient, private readonly events: EventsView) {
    this.subscriptions = [
      vscode.commands.registerCommand('attest.showTimeline', () => this.show()),
      vscode.commands.registerCommand('attest.saveTimeline', () => this.save()),
      vscode.window.registerWebviewPanelSerializer(TYPE, { deserializeWebviewPanel: async (panel) => this.adopt(panel) }),
      client.onDidChangeIndex(() => this.tell({ kind: 'changed' })),
      client.onDidChangeStatus(() => this.tellStatus()),
      events.onDidChangeOptions(() => this.tellFilter()),
      events.rows.tree.onDidChangeSelection(({ selection: [node] }) => this.select(node)),
    ];
  }

  /** Whether there is a picture that could be saved. */
  get open(): boolean {
    return this.panel !== undefined;
  }

  dispose(): void {
    this.panel?.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** The picture as it is shown: the text of an SVG, or a PNG in base64. Undefined when the tab is closed first. */
  async picture(format: PictureFormat): Promise<string | undefined> {
    const { panel } = this;
    if (!panel) return undefined;
    if (!panel.visible) panel.reveal(undefined, true);
    return new Promise((resolve) => {
      const end = panel.onDidDispose(() => resolve(undefined));
      this.waiting.set(format, [...(this.waiting.get(format) ?? []), (data) => { end.dispose(); resolve(data); }]);
      this.tell({ kind: 'picture', format });
    });
  }

  private show(): void {
    if (this.panel) this.panel.reveal();
    else this.adopt(vscode.window.createWebviewPanel(TYPE, vscode.l10n.t('Timeline'), vscode.ViewColumn.Active));
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel?.dispose();
    const folder = vscode.Uri.joinPath(this.extension, 'dist');
    this.panel = panel;
    panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(this.extension, 'media', `timeline-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.onDidReceiveMessage((message: FromTimeline) => void this.told(message));
    panel.onDidDispose(() => { if (this.panel === panel) this.panel = undefined; });
    panel.webview.html = timelinePage(panel.webview, folder);
  }

  private tell(message: ToTimeline): void {
    void this.panel?.webview.postMessage(message);
  }

  private tellStatus(): void {
    const { phase, articles } = this.client.status;
    this.tell({ kind: 'status', phase, articles });
  }

  private tellFilter(): void {
    const { filter } = this.events.options;
    this.tell({ kind: 'filter', filter, label: labelOf(filter) });
  }

  /** The event of a row of the events view, or of one below it. */
  private select(node: RowNode | undefined): void {
    for (let at = node; at; at = at.parent) if (at.row.item?.kind === 'event') return this.tell({ kind: 'select', id: String(at.row.item.id) });
  }

  private async told(message: FromTimeline): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.tellStatus();
        // A page that was loaded anew has not heard of pictures that were asked for before.
        for (const format of this.waiting.keys()) this.tell({ kind: 'picture', format });
        return this.tellFilter();
      case 'load': {
        const page = await this.client.request<TimelinePage>(timelineRequest, message.params);
        return this.tell({ kind: 'page', request: message.request, page: page ?? { total: 0, events: [], articles: [], density: [] } });
      }
      case 'passages':
        return this.tell({ kind: 'passages', id: message.id, passages: (await this.client.request<TimelinePassage[]>(timelinePassagesRequest, { id: message.id })) ?? [] });
      case 'selected': {
        const item = { kind: 'event', id: message.id } as const;
        if (this.events.rows.tree.visible) await this.events.rows.reveal(item);
        return;
      }
      case 'open': return openPassage(message.location, { beside: true });
      case 'insert': return vscode.commands.executeCommand('attest.insertItem', { row: { item: { kind: 'event', id: message.id, ...(message.article === undefined ? {} : { article: message.article }) } } });
      case 'clearFilter': return vscode.commands.executeCommand('attest.events.clearFilter');
      case 'save': return this.save(message.format);
      case 'picture': {
        const waiting = this.waiting.get(message.format) ?? [];
        this.waiting.delete(message.format);
        for (const resolve of waiting) resolve(message.data);
      }
    }
  }

  private async save(wanted?: PictureFormat): Promise<void> {
    if (!this.panel) this.show();
    const choices = [{ label: 'SVG', description: vscode.l10n.t('sharp at any size'), format: 'svg' }, { label: 'PNG', description: vscode.l10n.t('for programs that draw no SVG'), format: 'png' }] as const;
    const format = wanted ?? (await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('Save Timeline as Picture') }))?.format;
    const data = format && (await this.picture(format));
    if (!format || data === undefined) return;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({ title: vscode.l10n.t('Save Timeline'), filters: { [format.toUpperCase()]: [format] }, ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `timeline.${format}`) } : {}) });
    if (target) await vscode.workspace.fs.writeFile(target, Buffer.from(data, format === 'svg' ? 'utf8' : 'base64'));
  }
}

function labelOf({ words, name, type, article, range }: EventFilter): string {
  return [words, name?.label, type, article?.label, range].filter(Boolean).join(' · ');
}
