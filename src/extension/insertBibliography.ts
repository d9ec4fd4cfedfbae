import * as vscode from 'vscode';
import { type BibliographyInsertion, type BibliographyParams, bibliographyRequest } from '../server/protocol';
import type { AttestClient } from './client';
import { toRange } from './passage';
import { inform, warn } from './tell';

type Item = vscode.QuickPickItem & { readonly style: string };

const other = 'other';
const styles: readonly Item[] = [
  { label: 'APA', description: '7th edition', style: 'apa' },
  { label: 'Chicago', description: vscode.l10n.t('18th edition, author-date'), style: 'chicago-author-date' },
  { label: 'MLA', description: '9th edition', style: 'mla' },
];

/** `Attest: Insert Bibliography…`: references to the works that the draft cites, in a style that is chosen, at the cursor. */
export function registerInsertBibliography(client: AttestClient): vscode.Disposable[] {
  return [vscode.commands.registerCommand('attest.insertBibliography', () => insertBibliography(client))];
}

async function insertBibliography(client: AttestClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    void inform(vscode.l10n.t('Attest: open a draft and put the cursor where the bibliography belongs.'));
    return;
  }
  const style = await pickStyle(editor.document.uri);
  if (style === undefined) return;
  const { active } = editor.selection;
  const params: BibliographyParams = { uri: editor.document.uri.toString(), position: { line: active.line, character: active.character }, style };
  const insertion = await client.request<BibliographyInsertion>(bibliographyRequest, params);
  if (!insertion) return;
  if (insertion.warning) void warn(`Attest: ${insertion.warning}`);
  else if (insertion.unknown.length > 0) void warn(vscode.l10n.t('Attest: the bibliography has no {0}.', insertion.unknown.join(', ')));
  if (insertion.text !== '') await editor.edit((edit) => edit.replace(toRange(insertion.range), insertion.text));
}

/** The style that the writer chooses, that of the settings first; undefined for none. The title is the notice that the processor's licence asks for. */
async function pickStyle(draft: vscode.Uri): Promise<string | undefined> {
  const set = vscode.workspace.getConfiguration('attest', draft).get<string>('bibliography.style', 'apa');
  const first: Item = styles.find(({ style }) => style === set) ?? { label: set, description: vscode.l10n.t('style file'), style: set };
  const items = [first, ...styles.filter(({ style }) => style !== set), { label: vscode.l10n.t('Style File (.csl)…'), description: vscode.l10n.t('any style of citationstyles.org'), style: other }];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Insert Bibliography'), placeHolder: vscode.l10n.t('Style · Citations by CSL (citeproc-js), citationstyles.org') });
  if (picked?.style !== other) return picked?.style;
  const [file] = (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Style of the bibliography'), openLabel: vscode.l10n.t('Use Style'), filters: { [vscode.l10n.t('Citation style')]: ['csl'] } })) ?? [];
  return file?.fsPath;
}
