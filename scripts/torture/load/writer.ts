/** A writer at an editor: types, rests the mouse, is offered quotations; asks as VS Code asks, and looks at what comes back. */
import { performance } from 'node:perf_hooks';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import type { CompletionList, Hover, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type RowsAnswer, rowsRequest } from '../../../src/server/protocol';
import type { Random } from '../../random';
import type { Server } from '../harness/server';

/** Versions that are kept to look back at. */
const KEPT = 400;

export class Writer {
  /** Milliseconds from question to answer, by kind of question. */
  readonly took = new Map<string, number[]>();
  /** What was shown that does not belong to the text it was shown for. */
  readonly stale: string[] = [];
  checks = 0;
  keys = 0;
  cancelled = 0;
  private readonly document: TextDocument;
  private readonly versions = new Map<number, string>();
  private readonly pending = new Set<Promise<unknown>>();
  private completing: CancellationTokenSource | undefined;

  constructor(private readonly server: Server, readonly uri: string, text: string, private readonly random: Random) {
    this.document = TextDocument.create(uri, 'markdown', 1, text);
    this.versions.set(1, text);
    server.connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; version?: number; diagnostics: readonly { range: Range; code?: string }[] }) => {
      server.findings.set(params.uri, { version: params.version, diagnostics: params.diagnostics as never });
      if (params.uri === uri) this.looked(params.version, params.diagnostics);
    });
  }

  get text(): string {
    return this.document.getText();
  }

  open(): Promise<void> {
    return this.server.open(this.uri, this.text);
  }

  /** Types some characters at an offset, as one change. */
  async type(offset: number, text: string): Promise<void> {
    const at = this.document.positionAt(offset), version = this.document.version + 1, change = { range: { start: at, end: at }, text };
    TextDocument.update(this.document, [change], version);
    this.versions.set(version, this.text);
    this.versions.delete(version - KEPT);
    this.keys++;
    await this.server.notify('textDocument/didChange', { textDocument: { uri: this.uri, version }, contentChanges: [change] });
  }

  /** Asks for quotations at an offset; a question that was asked before and has no answer yet is taken back, as editors do. */
  suggest(offset: number): void {
    this.completing?.cancel();
    const asked = (this.completing = new CancellationTokenSource()), position = this.document.positionAt(offset);
    this.ask<CompletionList | null>('completion', 'textDocument/completion', { textDocument: { uri: this.uri }, position }, asked, (list) => {
      for (const { textEdit } of list?.items ?? []) {
        if (!textEdit || !('range' in textEdit)) continue;
        const { start, end } = textEdit.range;
        if (start.line !== position.line || end.line !== position.line || start.character > position.character || end.character < position.character) this.stale.push(`a suggestion for ${JSON.stringify(textEdit.range)} where ${JSON.stringify(position)} was asked`);
      }
    });
  }

  /** Rests the mouse on a capitalised word somewhere; what is shown there must be about the word. */
  hover(): void {
    const { text } = this, from = this.random.below(text.length - 2_000), found = /[A-Z][a-z]{3,}/.exec(text.slice(from));
    if (!found) return;
    const start = from + found.index, version = this.document.version;
    this.ask<Hover | null>('hover', 'textDocument/hover', { textDocument: { uri: this.uri }, position: this.document.positionAt(start + 1) }, undefined, (hover) => {
      if (!hover?.range) return;
      const at = TextDocument.create('', '', 0, this.versions.get(version)!), [from, to] = [at.offsetAt(hover.range.start), at.offsetAt(hover.range.end)];
      if (from > start + 1 || to < start + 1) this.stale.push(`a hover on [${from}, ${to}) where ${start} was asked`);
    });
  }

  /** What an editor asks for by itself after a change: the line above the draft, its links, its rows. */
  settle(): void {
    const textDocument = { uri: this.uri };
    this.ask('line above the draft', 'textDocument/codeLens', { textDocument });
    this.ask('links', 'textDocument/documentLink', { textDocument });
    this.ask<RowsAnswer>('rows of the draft', rowsRequest, { view: 'draft', options: { uri: this.uri }, offset: 0, limit: 200 });
  }

  /** What is asked anew when the index has changed: the view of events that is open. */
  refresh(): void {
    this.ask<RowsAnswer>('rows of events', rowsRequest, { view: 'events', options: { filter: {}, order: 'newest', grouping: 'date' }, offset: 0, limit: 200 });
  }

  /** Waits for the answers that are still to come. */
  async rest(): Promise<void> {
    while (this.pending.size > 0) await Promise.allSettled([...this.pending]);
  }

  private ask<T>(kind: string, method: string, params: unknown, cancel?: CancellationTokenSource, look?: (answer: T) => void): void {
    const began = performance.now();
    const answer = (cancel ? this.server.connection.sendRequest<T>(method, params, cancel.token) : this.server.connection.sendRequest<T>(method, params)).then((value) => {
      if (cancel?.token.isCancellationRequested) return void this.cancelled++;
      this.took.set(kind, [...(this.took.get(kind) ?? []), performance.now() - began]);
      look?.(value);
    }, (error: unknown) => {
      if (cancel?.token.isCancellationRequested) this.cancelled++;
      else this.stale.push(`${kind} failed: ${String(error)}`);
    });
    this.pending.add(answer);
    void answer.finally(() => this.pending.delete(answer));
  }

  /** Findings say of which version they are: each must lie within a quote of that text, and no version before one that was shown may follow. */
  private looked(version: number | undefined, diagnostics: readonly { readonly range: Range; readonly code?: string }[]): void {
    if (version === undefined) return;
    this.checks++;
    const text = this.versions.get(version);
    if (text === undefined) return void this.stale.push(`findings of version ${version} at version ${this.document.version}`);
    const at = TextDocument.create('', '', 0, text);
    for (const { range, code } of diagnostics) {
      if (code !== 'misquoted' && code !== 'not-found') continue;
      const start = at.offsetAt(range.start), line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
      if (line.lastIndexOf('“') < 0 || line.lastIndexOf('”') > line.lastIndexOf('“')) this.stale.push(`a finding of version ${version} outside of a quote: ${JSON.stringify(at.getText(range).slice(0, 60))}`);
    }
  }
}
