import * as vscode from 'vscode';
import { type ArticleItem, type ArticlesParams, articlesRequest, type CitationInsertion, type CitationInsertionParams, citationInsertionRequest } from '../server/protocol';
import { writeBibliography } from './bibliography';
import type { AttestClient } from './client';
import { shown, toRange } from './passage';
import { searchPick } from './searchPick';
import { inform, warn } from './tell';

const MOST = 60;

/** `Attest: Insert Citation…`: a search over the articles that cites the one that is chosen at the cursor. */
export function registerInsertCitation(client: AttestClient): vscode.Disposable[] {
  return [vscode.commands.registerCommand('attest.insertCitation', () => pickArticle(client))];
}

async function pickArticle(client: AttestClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    void inform(vscode.l10n.t('Attest: open a draft and put the cursor where the citation belongs.'));
    return;
  }
  const picked = await searchPick<ArticleItem>({
    title: vscode.l10n.t('Insert Citation'), placeholder: vscode.l10n.t('Outlet, headline, byline, date or words of the article'), openLabel: vscode.l10n.t('Open the article'),
    ask: (words, token) => client.request<ArticleItem[]>(articlesRequest, { words, limit: MOST } satisfies ArticlesParams, token),
    toItem,
    open: ({ source }) => vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(source.uri, true), { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }),
  });
  if (picked) await insert(client, editor, picked);
}

function toItem({ title, path, source: { outlet, published } }: ArticleItem): vscode.QuickPickItem {
  return { label: shown(title === '' ? path : title), description: shown([outlet ?? vscode.l10n.t('outlet unknown'), published].join(' · ')), detail: shown(path) };
}

async function insert(client: AttestClient, editor: vscode.TextEditor, article: ArticleItem): Promise<void> {
  const { active } = editor.selection;
  const params: CitationInsertionParams = { id: article.id, uri: editor.document.uri.toString(), position: { line: active.line, character: active.character } };
  const insertion = await client.request<CitationInsertion | null>(citationInsertionRequest, params);
  if (!insertion) {
    void warn(vscode.l10n.t('Attest: that article is no longer in the corpus.'));
    return;
  }
  if (insertion.warning) void warn(`Attest: ${insertion.warning}`);
  if (insertion.text === '') return;
  const done = await editor.edit((edit) => {
    edit.replace(toRange(insertion.range), insertion.text);
    for (const further of insertion.draftEdits) edit.replace(toRange(further.range), further.text);
  });
  if (done && insertion.bibliography) await writeBibliography(insertion.bibliography);
}
