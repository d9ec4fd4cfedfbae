import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { IndexStatus } from '../../src/server/protocol';
import { buildBundles, bundles } from '../cli/terminal';
import { eventually } from '../support/until';

/** An edit of the workspace that the server asks for, as far as bibliographies need it. */
interface AppliedEdit { readonly edit: { readonly documentChanges: readonly { readonly textDocument?: { readonly uri: string }; readonly edits?: readonly { readonly newText: string }[] }[] } }

/** An editor that knows nothing but LSP, in a folder of its own with the sample corpus. */
export class LspClient {
  /** The section `attest` of its settings. */
  readonly settings: Record<string, unknown> = {};
  /** Whole texts that the server asked to write, by file name. */
  readonly written = new Map<string, string>();
  private opened = 0;

  private constructor(readonly folder: string, private readonly server: ChildProcess, readonly connection: MessageConnection) {}

  static async start(): Promise<LspClient> {
    await buildBundles();
    const folder = mkdtempSync(path.join(tmpdir(), 'attest-lsp-'));
    cpSync('seeds', path.join(folder, 'seeds'), { recursive: true });
    const server = spawn(process.execPath, [path.join(bundles, 'cli.js'), 'server', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    const client = new LspClient(folder, server, connection);
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => client.settings));
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/applyEdit', (edit: AppliedEdit) => (client.write(edit), { applied: true }));
    connection.listen();
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: client.uriOf(''), capabilities: { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } } });
    await connection.sendNotification('initialized', {});
    await client.status(({ phase, articles }) => phase === 'ready' && articles === 3);
    return client;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    const ended = new Promise((resolve) => this.server.on('exit', resolve));
    await this.connection.sendNotification('exit');
    assert.equal(await ended, 0);
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }

  uriOf(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).toString();
  }

  async configure(settings: Readonly<Record<string, unknown>>): Promise<void> {
    for (const key of Object.keys(this.settings)) delete this.settings[key];
    Object.assign(this.settings, settings);
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  /** Asks until the state is as wanted. */
  async status(wanted: (status: IndexStatus) => boolean): Promise<IndexStatus> {
    let now: IndexStatus | undefined;
    return eventually(async () => (wanted(now = await this.connection.sendRequest<IndexStatus>('attest/getStatus')) ? now : undefined), () => `the index is at ${JSON.stringify(now)}`);
  }

  /** Opens a draft; the cursor is where `|` stands. */
  async open(marked: string, languageId = 'markdown', name = `draft${this.opened++}.md`): Promise<{ uri: string; text: string; position: { line: number; character: number } }> {
    const text = marked.replace('|', ''), before = marked.slice(0, marked.indexOf('|')).split('\n'), uri = this.uriOf(name);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return { uri, text, position: { line: before.length - 1, character: before.at(-1)!.length } };
  }

  private write({ edit }: AppliedEdit): void {
    for (const { textDocument, edits } of edit.documentChanges) {
      if (!textDocument || !edits) continue;
      const file = new URL(textDocument.uri).pathname, text = edits.map(({ newText }) => newText).join('');
      this.written.set(path.basename(file), text);
      if (!existsSync(path.dirname(file))) mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

/** A line of text with an edit in it. */
export function edited(text: string, { range, newText }: { range: { start: { line: number; character: number }; end: { line: number; character: number } }; newText: string }): string {
  const lines = text.split('\n'), offset = (at: { line: number; character: number }): number => lines.slice(0, at.line).reduce((sum, line) => sum + line.length + 1, 0) + at.character;
  return text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end));
}
