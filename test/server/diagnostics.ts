import type { Diagnostic } from 'vscode-languageserver';
import { eventually } from '../support/until';
import type { LspClient } from './lspClient';

/** What a client was told to show, by address; the latest for each. */
export class Diagnostics {
  private readonly shown = new Map<string, Diagnostic[]>();
  private readonly told = new Map<string, number>();

  constructor(private readonly client: LspClient) {
    client.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
      this.shown.set(uri, diagnostics);
      this.told.set(uri, (this.told.get(uri) ?? 0) + 1);
    });
  }

  of(uri: string): Diagnostic[] {
    return this.shown.get(uri) ?? [];
  }

  /** Waits until what is shown is as wanted. */
  when(uri: string, wanted: (diagnostics: readonly Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    return eventually(() => (this.told.has(uri) && wanted(this.of(uri)) ? this.of(uri) : undefined), () => `${uri} shows ${JSON.stringify(this.of(uri))}`);
  }

  /** Opens a draft and waits until it has been checked. */
  async open(name: string, text: string): Promise<Diagnostic[]> {
    const uri = this.client.uriOf(name);
    this.told.delete(uri);
    await this.client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    return this.when(uri, () => true);
  }
}
