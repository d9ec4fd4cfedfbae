import * as vscode from 'vscode';
import { type PassageInsertionParams, type PassageLocation, passageInsertionRequest, type QuoteInsertion } from '../server/protocol';
import { writeBibliography } from './bibliography';
import type { AttestClient } from './client';
import { toRange } from './passage';
import { inform, warn } from './tell';

/** Where a text was copied from; travels with it on the clipboard. */
const mime = 'application/vnd.attest.passage';
const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('attest', 'citedQuote');

/** *Paste as cited quote*: copying notes where it was copied from; pasting what came from an article into a draft offers it with marks and citation. */
export function registerPasteQuote(client: AttestClient): vscode.Disposable[] {
  const provider = new PasteQuote(client);
  const languages = vscode.workspace.getConfiguration('attest').get<string[]>('draft.languages', []).map((language) => ({ language }));
  return [
    provider,
    vscode.languages.registerDocumentPasteEditProvider(languages, provider, { providedPasteEditKinds: [kind], copyMimeTypes: [mime], pasteMimeTypes: [mime] }),
    vscode.commands.registerCommand('attest.pasteAsCitedQuote', () => provider.paste()),
  ];
}

interface Offered { readonly uri: string; readonly text: string; readonly insertion: QuoteInsertion }

class PasteQuote implements vscode.DocumentPasteEditProvider, vscode.Disposable {
  /** Offers whose bibliography is to be written once they are taken. */
  private offered: Offered[] = [];
  /** What was copied last, for the command: editors in a browser give no extension the clipboard's other contents. */
  private copied: { readonly text: string; readonly source: PassageLocation } | undefined;
  private readonly watching = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const taken = this.offered.find(({ uri, text }) => uri === document.uri.toString() && contentChanges.some((change) => change.text === text));
    if (!taken) return;
    this.offered = [];
    void settle(taken.insertion);
  });

  constructor(private readonly client: AttestClient) {}

  dispose(): void {
    this.watching.dispose();
  }

  prepareDocumentPaste(document: vscode.TextDocument, ranges: readonly vscode.Range[], data: vscode.DataTransfer): void {
    const [range] = ranges;
    if (range === undefined || ranges.length !== 1 || range.isEmpty) return;
    const { start, end } = range, source: PassageLocation = { uri: document.uri.toString(), range: { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } } };
    data.set(mime, new vscode.DataTransferItem(JSON.stringify(source)));
    this.copied = { text: document.getText(range), source };
  }

  /** Pastes what was copied from an article, if that is what the clipboard still holds. */
  async paste(): Promise<void> {
    const editor = vscode.window.activeTextEditor, text = await vscode.env.clipboard.readText();
    if (!editor) return;
    const { document, selection } = editor, uri = document.uri.toString(), { line, character } = selection.start;
    const source = this.copied && sameText(this.copied.text, text) ? this.copied.source : undefined;
    const insertion = source && (await this.client.request<QuoteInsertion | null>(passageInsertionRequest, { source, uri, position: { line, character } } satisfies PassageInsertionParams));
    if (!insertion) {
      void inform(vscode.l10n.t('Attest: copy some words of an article first; then they can be pasted here as a cited quote.'));
      return;
    }
    const range = toRange(insertion.range);
    await editor.edit((edit) => {
      edit.replace(range.union(selection), insertion.text);
      for (const { range: place, text: further } of insertion.draftEdits) edit.insert(toRange(place).start, further);
    });
    await settle(insertion);
  }

  async provideDocumentPasteEdits(document: vscode.TextDocument, ranges: readonly vscode.Range[], data: vscode.DataTransfer, context: vscode.DocumentPasteEditContext, token: vscode.CancellationToken): Promise<vscode.DocumentPasteEdit[]> {
    const item = data.get(mime), [range] = ranges;
    if (!item || !range || ranges.length !== 1 || !vscode.workspace.getConfiguration('attest', document).get('paste.enabled', true)) return [];
    if (context.only && !context.only.contains(kind)) return [];
    const source = JSON.parse(await item.asString()) as PassageLocation, { line, character } = range.start, uri = document.uri.toString();
    if (source.uri === uri) return [];
    const insertion = await this.client.request<QuoteInsertion | null>(passageInsertionRequest, { source, uri, position: { line, character } } satisfies PassageInsertionParams, token);
    if (!insertion || token.isCancellationRequested) return [];
    const edit = new vscode.DocumentPasteEdit(insertion.text, vscode.l10n.t('Paste as cited quote'), kind);
    // Plain text stays what a paste does by itself.
    edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    const further = new vscode.WorkspaceEdit(), within = toRange(insertion.range);
    // What was typed of the quote, and its closing mark, are part of the words that are put in.
    for (const gap of [new vscode.Range(within.start, range.start), new vscode.Range(range.end, within.end.isAfter(range.end) ? within.end : range.end)]) if (!gap.isEmpty) further.delete(document.uri, gap);
    for (const { range: place, text } of insertion.draftEdits) further.insert(document.uri, toRange(place).start, text);
    if (further.size > 0) edit.additionalEdit = further;
    this.offered = [...this.offered.slice(-4), { uri, text: insertion.text, insertion }];
    return [edit];
  }
}

const sameText = (a: string, b: string): boolean => a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n');

/** What follows an insertion: the bibliography, and what kept the citation from being made. */
async function settle({ bibliography, warning }: QuoteInsertion): Promise<void> {
  if (bibliography) await writeBibliography(bibliography);
  if (warning) void warn(`Attest: ${warning}`);
}
