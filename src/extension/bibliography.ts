import * as vscode from 'vscode';
import type { WriteBibliographyParams } from '../server/protocol';

/** Writes a bibliography: through its document when it is open, so that nothing unsaved is lost; else to the disk. */
export async function writeBibliography({ uri, text }: WriteBibliographyParams): Promise<boolean> {
  const target = vscode.Uri.parse(uri, true);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === target.toString());
  if (!open) {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    return true;
  }
  const wasSaved = !open.isDirty;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(target, new vscode.Range(0, 0, open.lineCount, 0), text);
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  return wasSaved ? open.save() : true;
}
