import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, State, Trace, TransportKind } from 'vscode-languageclient/node';
import {
  Command, type DraftCheckedParams, draftCheckedNotification, indexChangedNotification, type IndexStatus, type InitializationOptions, statusNotification, statusRequest, usesChangedNotification,
  type WriteBibliographyParams, writeBibliographyRequest,
} from '../server/protocol';
import { writeBibliography } from './bibliography';
import { Restarts } from './restarts';
import { complain } from './tell';

const starting: IndexStatus = { phase: 'starting', articles: 0, done: 0, total: 0, problems: 0, quotations: 0, events: 0, names: 0, folders: [] };

/** The language server as the rest of the extension sees it: requests, the state of the index, and word of its changes. */
export class AttestClient implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel('Attest', { log: true });
  private readonly statusChanged = new vscode.EventEmitter<IndexStatus>();
  private readonly indexChanged = new vscode.EventEmitter<void>();
  private readonly draftChecked = new vscode.EventEmitter<DraftCheckedParams>();
  private readonly usesChanged = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[] = [this.statusChanged, this.indexChanged, this.draftChecked, this.usesChanged];
  private client: LanguageClient | undefined;
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

  /** Starts the server; rejects, after telling the writer, when it cannot be started. */
  async start(): Promise<void> {
    const restarts = new Restarts(() => {
      const again = vscode.l10n.t('Restart Language Server'), log = vscode.l10n.t('Show Log');
      void complain(vscode.l10n.t('Attest’s language server ended again and again and was not started once more. Nothing you wrote is touched.'), again, log)
        .then((choice) => (choice === again ? this.restart() : choice === log ? this.log.show() : undefined));
    });
    const client = this.create(restarts);
    this.client = client;
    client.onNotification(statusNotification, (status: IndexStatus) => this.setStatus(status));
    client.onNotification(indexChangedNotification, () => this.indexChanged.fire());
    client.onNotification(usesChangedNotification, () => this.usesChanged.fire());
    client.onNotification(draftCheckedNotification, (checked: DraftCheckedParams) => this.draftChecked.fire(checked));
    client.onRequest(writeBibliographyRequest, (params: WriteBibliographyParams) => writeBibliography(params));
    client.onDidChangeState(({ newState }) => {
      if (this.client !== client) return;
      if (newState === State.Stopped) this.setStatus(restarts.givenUp ? { ...starting, phase: 'failed', message: vscode.l10n.t('The language server has stopped. See the log.') } : starting);
      if (newState === State.Running) this.indexChanged.fire();
    });
    try {
      await client.start();
      this.applyTrace();
      this.setStatus(await client.sendRequest<IndexStatus>(statusRequest));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.setStatus({ ...starting, phase: 'failed', message });
      void complain(vscode.l10n.t('Attest could not start: {0}', message), vscode.l10n.t('Show Log')).then((choice) => choice && this.log.show());
      throw error;
    }
  }

  /** Sends a request; undefined while the server is not running. */
  async request<Result>(method: string, params?: unknown, token?: vscode.CancellationToken): Promise<Result | undefined> {
    const client = this.client;
    if (!client || client.state !== State.Running) return undefined;
    const args = [...(params === undefined ? [] : [params]), ...(token ? [token] : [])] as [];
    return client.sendRequest<Result>(method, ...args);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    const client = this.client;
    this.client = undefined;
    void client?.dispose().catch(() => undefined);
  }

  /** Ends the server, if it runs, and starts another. */
  restart(): Promise<void> {
    this.restarting = this.restarting.then(async () => {
      const client = this.client;
      this.client = undefined;
      await client?.dispose().catch(() => undefined);
      await this.start().catch(() => undefined);
    });
    return this.restarting;
  }

  private create(errorHandler: Restarts): LanguageClient {
    const module = this.context.asAbsolutePath('dist/server.js');
    const languages = vscode.workspace.getConfiguration('attest').get<string[]>('draft.languages', []);
    const storage = this.context.storageUri ?? vscode.Uri.joinPath(this.context.globalStorageUri, 'no-workspace');
    const initializationOptions: InitializationOptions = { storageFolder: storage.fsPath, links: 'command', ...(vscode.l10n.uri ? { texts: vscode.l10n.uri.fsPath } : {}) };
    return new LanguageClient('attest', 'Attest', {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--enable-source-maps'] } },
    }, {
      documentSelector: [
        ...languages.flatMap((language) => [{ scheme: 'file', language }, { scheme: 'untitled', language }, { scheme: 'vscode-remote', language }]),
        { scheme: 'file', pattern: '**/attest.yml' }, { scheme: 'vscode-remote', pattern: '**/attest.yml' },
      ],
      initializationOptions,
      outputChannel: this.log,
      errorHandler,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      markdown: { isTrusted: { enabledCommands: [Command.openPassage] }, supportHtml: false },
      diagnosticCollectionName: 'attest',
    });
  }

  private applyTrace(): void {
    const trace = vscode.workspace.getConfiguration('attest').get<string>('trace.server', 'off');
    void this.client?.setTrace(trace === 'verbose' ? Trace.Verbose : trace === 'messages' ? Trace.Messages : Trace.Off);
  }

  private setStatus(status: IndexStatus): void {
    this.current = status;
    const busy = status.phase === 'scanning' || status.phase === 'indexing' || status.phase === 'starting';
    void vscode.commands.executeCommand('setContext', 'attest.state', busy ? 'indexing' : status.phase);
    void vscode.commands.executeCommand('setContext', 'attest.empty', status.articles === 0);
    this.statusChanged.fire(status);
  }
}
