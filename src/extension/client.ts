import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  Command, type DraftCheckedParams, draftCheckedNotification, indexChangedNotification, type IndexStatus, type InitializationOptions, statusNotification, statusRequest, usesChangedNotification,
  type WriteBibliographyParams, writeBibliographyRequest,
} from '../server/protocol';
import { writeBibliography } from './bibliography';
import type * as LanguageClients from './languageClient';
import { Restarts } from './restarts';
import { serverArguments, serverEnvironment } from './serverArguments';
import { complain } from './tell';

const starting: IndexStatus = { phase: 'starting', articles: 0, done: 0, total: 0, problems: 0, quotations: 0, events: 0, names: 0, folders: [] };

/** Those who wait for a server to answer. */
interface Awaited {
  resolve(this: void): void;
  reject(this: void, error: unknown): void;
}

/**
 * The client of the language server protocol stands in a bundle of its own, eight times the rest of the extension: it is loaded when a server is first
 * started and the editor has been told that the extension is there.
 */
async function loadClients(): Promise<typeof LanguageClients> {
  await new Promise((resolve) => setImmediate(resolve));
  return import('./languageClient');
}

/** The language server as the rest of the extension sees it: requests, the state of the index, and word of its changes. */
export class AttestClient implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel('Attest', { log: true });
  private readonly statusChanged = new vscode.EventEmitter<IndexStatus>();
  private readonly indexChanged = new vscode.EventEmitter<void>();
  private readonly draftChecked = new vscode.EventEmitter<DraftCheckedParams>();
  private readonly usesChanged = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[] = [this.statusChanged, this.indexChanged, this.draftChecked, this.usesChanged];
  private clients: typeof LanguageClients | undefined;
  private client: LanguageClient | undefined;
  /** Goes up with each launch, and at the end: what an earlier one was waiting for is let go of. */
  private launches = 0;
  private awaited: Awaited | undefined;
  private restarting: Promise<void> = Promise.resolve();
  private current = starting;

  readonly onDidChangeStatus = this.statusChanged.event;
  readonly onDidChangeIndex = this.indexChanged.event;
  /** A draft has been checked. */
  readonly onDidCheckDraft = this.draftChecked.event;
  /** Drafts quote or cite otherwise than before. */
  readonly onDidChangeUses = this.usesChanged.event;

  constructor(private readonly context: vscode.ExtensionContext) {
    this.subscriptions.push(
      this.log,
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('attest.draft.languages')) void this.restart();
        if (change.affectsConfiguration('attest.trace.server')) this.applyTrace();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.restart()),
    );
  }

  get status(): IndexStatus {
    return this.current;
  }

  /** Starts the server, and another whenever it ends unasked; resolves when one answers, rejects, after telling the writer, when they end again and again. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => void this.launch(new Restarts(), (this.awaited = { resolve, reject })));
  }

  private async launch(restarts: Restarts, awaited: Awaited): Promise<void> {
    const launch = ++this.launches;
    try {
      this.clients ??= await loadClients();
      if (launch === this.launches) this.run(this.clients, restarts, awaited);
    } catch (error) {
      this.giveUp(error);
      awaited.reject(error);
    }
  }

  private run(clients: typeof LanguageClients, restarts: Restarts, awaited: Awaited): void {
    const client = this.create(clients);
    this.client = client;
    // A server can end in many ways, during its start as well: whichever word of it comes first counts, and the client of a server that ended is used no more.
    const ended = (error?: unknown): void => {
      if (this.client !== client) return;
      this.client = undefined;
      void client.dispose().catch(() => undefined);
      this.setStatus(starting);
      if (restarts.another()) void this.launch(restarts, awaited);
      else {
        this.giveUp(error);
        awaited.reject(error);
      }
    };
    client.onNotification(statusNotification, (status: IndexStatus) => {
      if (this.client === client) this.setStatus(status);
    });
    client.onNotification(indexChangedNotification, () => this.indexChanged.fire());
    client.onNotification(usesChangedNotification, () => this.usesChanged.fire());
    client.onNotification(draftCheckedNotification, (checked: DraftCheckedParams) => this.draftChecked.fire(checked));
    client.onRequest(writeBibliographyRequest, (params: WriteBibliographyParams) => writeBibliography(params));
    client.onDidChangeState(({ newState }) => {
      if (client.isRunning() && this.client === client) this.indexChanged.fire();
      if (clients.hasEnded(newState)) ended();
    });
    client.start().then(async () => {
      if (this.client !== client) return;
      this.applyTrace();
      this.setStatus(await client.sendRequest<IndexStatus>(statusRequest));
      awaited.resolve();
    }).catch(ended);
  }

  /** Tells the writer that the server is not started once more. */
  private giveUp(error: unknown): void {
    const again = vscode.l10n.t('Restart Language Server'), log = vscode.l10n.t('Show Log');
    this.setStatus({ ...starting, phase: 'failed', message: error instanceof Error ? error.message : vscode.l10n.t('The language server has stopped. See the log.') });
    void complain(vscode.l10n.t('Attest’s language server ended again and again and was not started once more. Nothing you wrote is touched.'), again, log)
      .then((choice) => (choice === again ? this.restart() : choice === log ? this.log.show() : undefined));
  }

  /** Sends a request; undefined while the server is not running. */
  async request<Result>(method: string, params?: unknown, token?: vscode.CancellationToken): Promise<Result | undefined> {
    const client = this.client;
    if (!client?.isRunning()) return undefined;
    const args = [...(params === undefined ? [] : [params]), ...(token ? [token] : [])] as [];
    return client.sendRequest<Result>(method, ...args);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    const client = this.client;
    this.client = undefined;
    this.launches++;
    void client?.dispose().catch(() => undefined);
  }

  /** Ends the server, if it runs, and starts another; who waits for the one before waits for this one. */
  restart(): Promise<void> {
    this.restarting = this.restarting.then(async () => {
      const { client, awaited } = this;
      this.client = undefined;
      this.launches++;
      await client?.dispose().catch(() => undefined);
      await this.start().then(awaited?.resolve, awaited?.reject);
    });
    return this.restarting;
  }

  private create({ createLanguageClient }: typeof LanguageClients): LanguageClient {
    const module = this.context.asAbsolutePath('dist/server.js');
    const languages = vscode.workspace.getConfiguration('attest').get<string[]>('draft.languages', []);
    const storage = this.context.storageUri ?? vscode.Uri.joinPath(this.context.globalStorageUri, 'no-workspace');
    const initializationOptions: InitializationOptions = { storageFolder: storage.fsPath, links: 'command', ...(vscode.l10n.uri ? { texts: vscode.l10n.uri.fsPath } : {}) };
    return createLanguageClient({ module, arguments: serverArguments, environment: serverEnvironment }, {
      documentSelector: [
        ...languages.flatMap((language) => [{ scheme: 'file', language }, { scheme: 'untitled', language }, { scheme: 'vscode-remote', language }]),
        { scheme: 'file', pattern: '**/attest.yml' }, { scheme: 'vscode-remote', pattern: '**/attest.yml' },
      ],
      initializationOptions,
      outputChannel: this.log,
      markdown: { isTrusted: { enabledCommands: [Command.openPassage] }, supportHtml: false },
      diagnosticCollectionName: 'attest',
    });
  }

  private applyTrace(): void {
    if (this.client) this.clients?.trace(this.client, vscode.workspace.getConfiguration('attest').get<string>('trace.server', 'off'));
  }

  private setStatus(status: IndexStatus): void {
    this.current = status;
    const busy = status.phase === 'scanning' || status.phase === 'indexing' || status.phase === 'starting';
    void vscode.commands.executeCommand('setContext', 'attest.state', busy ? 'indexing' : status.phase);
    void vscode.commands.executeCommand('setContext', 'attest.empty', status.articles === 0);
    this.statusChanged.fire(status);
  }
}
