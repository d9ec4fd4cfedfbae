import * as vscode from 'vscode';
import type { PassageLocation, ProtocolRange } from '../server/protocol';
import { complain } from './tell';

export function toRange({ start, end }: ProtocolRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Opens an article with the passage selected and in the middle of the view. Tells the writer when the file is gone. */
export async function openPassage(location: PassageLocation, options: { readonly preview?: boolean; readonly preserveFocus?: boolean; readonly beside?: boolean } = {}): Promise<void> {
  const uri = vscode.Uri.parse(location.uri, true);
  const selection = toRange(location.range);
  try {
    const editor = await vscode.window.showTextDocument(uri, {
      selection,
      preview: options.preview ?? true,
      preserveFocus: options.preserveFocus ?? false,
      ...(options.beside ? { viewColumn: vscode.ViewColumn.Beside } : {}),
    });
    editor.selection = new vscode.Selection(selection.start, selection.end);
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  } catch (error) {
    void complain(vscode.l10n.t('Attest cannot open {0}: {1}', uri.fsPath, error instanceof Error ? error.message : String(error)));
  }
}

/** Article text for a label that would draw `$(name)` as an icon: shown as the characters it is made of. */
export function shown(text: string): string {
  return text.replace(/\$\(/g, '\\$(');
}
