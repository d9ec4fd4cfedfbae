/** The real server bundle, as an editor starts it. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, IPCMessageReader, IPCMessageWriter, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { serverArguments, serverEnvironment } from '../../../src/extension/serverArguments';
import { type IndexStatus, writeBibliographyRequest } from '../../../src/server/protocol';
import { root } from '../../editor/paths';
import { nodePath } from '../../with-node.mjs';

export interface ServerOptions {
  /** Workspace folders. */
  readonly roots: readonly string[];
  readonly storage: string;
  /** The section `attest` of the settings. */
  readonly settings?: Record<string, unknown>;
  /** Further options for Node. */
  readonly execArgv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** User that it runs as, where the one who asks may choose. */
  readonly uid?: number;
  /** Started by a process of its own and spoken to over its channel, as VS Code’s extension host does it; that process is then what is killed. */
  readonly window?: boolean;
  /** Program and its arguments in place of `dist/server.js --stdio`. */
  readonly program?: readonly string[];
}

export interface Finding {
  readonly message: string;
  readonly code?: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: { readonly line: number; readonly character: number } };
}

/** A server with an editor that answers for it. */
export class Server {
  /** What was shown to the writer as a message. */
  readonly shown: string[] = [];
  readonly logged: string[] = [];
  /** Findings by address, as last published, with the version they are of. */
  readonly findings = new Map<string, { readonly version: number | undefined; readonly diagnostics: readonly Finding[] }>();
  errors = '';
  readonly exit: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;

  private constructor(readonly process: ChildProcess, readonly connection: MessageConnection, readonly settings: Record<string, unknown>) {
    this.exit = new Promise((resolve) => process.on('exit', (code, signal) => resolve({ code, signal })));
    process.stderr?.setEncoding('utf8').on('data', (chunk: string) => { this.errors = (this.errors + chunk).slice(-100_000); });
  }

  /** Starts a server and shakes hands. Does not wait for the index. */
  static async start(options: ServerOptions): Promise<Server> {
    if (options.window) {
      const window = fork(path.join(root, 'scripts', 'torture', 'harness', 'window.mjs'), [path.join(root, 'dist', 'server.js')], { execPath: nodePath, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
      return Server.greeted(window, createMessageConnection(new IPCMessageReader(window), new IPCMessageWriter(window)), options, window.pid);
    }
    const program = options.program ?? [path.join(root, 'dist', 'server.js'), '--stdio'];
    const child = spawn(nodePath, [...(options.program ? [] : serverArguments), ...(options.execArgv ?? []), ...program], { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...serverEnvironment, ...options.env }, ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }) });
    child.stdin.on('error', () => undefined);
    const reader = new StreamMessageReader(child.stdout);
    // A server that is killed in the middle of a message would have its reader wait for the rest for ever, and this process with it.
    reader.partialMessageTimeout = 0;
    return Server.greeted(child, createMessageConnection(reader, new StreamMessageWriter(child.stdin)), options, options.uid === undefined ? process.pid : undefined);
  }

  private static async greeted(child: ChildProcess, connection: MessageConnection, options: ServerOptions, /** Ends with it; another user’s process cannot be watched. */ processId: number | undefined): Promise<Server> {
    const server = new Server(child, connection, options.settings ?? {});
    connection.onError(() => undefined);
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => server.settings));
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/codeLens/refresh', () => null);
    connection.onRequest('workspace/applyEdit', () => ({ applied: true }));
    connection.onRequest(writeBibliographyRequest, () => true);
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => void server.shown.push(message));
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => { if (server.logged.push(message) > 2000) server.logged.shift(); });
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }: { uri: string; version?: number; diagnostics: Finding[] }) => {
      server.findings.set(uri, { version, diagnostics });
    });
    connection.listen();
    await server.request('initialize', {
      processId: processId ?? null, rootUri: null,
      workspaceFolders: options.roots.map((folder) => ({ uri: pathToFileURL(folder).toString(), name: path.basename(folder) })),
      initializationOptions: { storageFolder: options.storage, links: 'command' },
      capabilities: { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, workspaceFolders: true, codeLens: { refreshSupport: true } } },
    });
    await connection.sendNotification('initialized', {});
    return server;
  }

  /** Starts a server and waits until its index is ready. */
  static async ready(options: ServerOptions): Promise<Server> {
    const server = await Server.start(options);
    await server.status(({ phase }) => phase === 'ready');
    return server;
  }

  request<Result>(method: string, params?: unknown): Promise<Result> {
    const answer = params === undefined ? this.connection.sendRequest<Result>(method) : this.connection.sendRequest<Result>(method, params);
    return Promise.race([answer, this.exit.then(({ code, signal }): never => { throw new Error(`the server has ended (${code ?? signal}): ${this.errors.slice(-2000)}`); })]);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Asks until the state is as wanted. @param limit, every milliseconds */
  async status(wanted: (status: IndexStatus) => boolean, limit = 60_000, every = 20): Promise<IndexStatus> {
    const until = Date.now() + limit;
    for (;;) {
      const now = await this.request<IndexStatus>('attest/getStatus');
      if (wanted(now)) return now;
      if (Date.now() > until) throw new Error(`after ${limit / 1000} s the index is at ${JSON.stringify(now)}`);
      await new Promise((resolve) => setTimeout(resolve, every));
    }
  }

  async open(uri: string, text: string, languageId = 'markdown', version = 1): Promise<void> {
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Replaces the whole text of an open document. */
  async replace(uri: string, text: string, version: number): Promise<void> {
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  /** The hover's Markdown at a place; undefined where there is none. */
  async hover(uri: string, line: number, character: number): Promise<string | undefined> {
    const answer = await this.request<{ contents: { value: string } } | null>('textDocument/hover', { textDocument: { uri }, position: { line, character } });
    return answer?.contents.value;
  }

  /** The findings of a version of a draft, once it has been checked. */
  async checked(uri: string, version: number, limit = 30_000): Promise<readonly Finding[]> {
    for (let waited = 0; waited < limit; waited += 20) {
      const found = this.findings.get(uri);
      if (found?.version === version) return found.diagnostics;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`version ${version} of ${uri} was not checked within ${limit / 1000} s`);
  }

  /** Waits until the server has found its index in order, every page of it. */
  async lookedThrough(limit = 30_000): Promise<void> {
    for (let waited = 0; !this.logged.some((message) => message.includes('The index file is in order')); waited += 20) {
      if (waited > limit) throw new Error('the index was not found in order');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Id of the server that a window has started. */
  get served(): number {
    return Number(/^SERVER (\d+)$/m.exec(this.errors)?.[1]);
  }

  kill(): Promise<unknown> {
    this.process.kill('SIGKILL');
    return this.exit.finally(() => this.connection.dispose());
  }

  /** Ends as an editor ends it; an exit code other than 0 throws. */
  async stop(): Promise<void> {
    await this.request('shutdown');
    await this.notify('exit', undefined);
    const { code, signal } = await this.exit;
    this.connection.dispose();
    if (code !== 0) throw new Error(`the server ended with ${code ?? signal}: ${this.errors.slice(-500)}`);
  }
}
