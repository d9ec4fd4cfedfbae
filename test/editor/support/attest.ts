/** What the suites ask of Attest through the editor's own commands. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from './driver';
import { eventually } from './workbench';

/** The extension under test, wherever it was loaded from. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('attest-writing.attest');
  if (found === undefined) throw new Error('The extension is not installed.');
  return found;
}

/** Waits until the status bar says that so many articles are indexed. The sample corpus has three. */
export async function indexed(articles = 3, timeoutMs = 30_000): Promise<void> {
  await driver.waitForText('.statusbar-item', `${articles} article${articles === 1 ? '' : 's'}`, timeoutMs);
}

/** The Markdown of the hovers at the middle of `word` in an open document, all in one string; empty when there is none. */
export async function hoverAt(document: vscode.TextDocument, word: string): Promise<string> {
  const offset = document.getText().indexOf(word);
  assert.ok(offset >= 0, `the document contains "${word}"`);
  const position = document.positionAt(offset + Math.floor(word.length / 2));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value))).join('\n\n');
}

/** A place that a link of a hover or a tree opens. */
interface Location {
  readonly uri: string;
}

/** The arguments of the links to passages in the Markdown of a hover, in order. */
export function passageLinks(markdown: string): Location[] {
  return [...markdown.matchAll(/command:attest\.openPassage\?([^)\s"]+)/g)].map((match) => {
    const [location] = JSON.parse(decodeURIComponent(match[1] ?? '')) as [Location];
    return location;
  });
}

/** Opens a passage as its link does, and returns the file's name and the selected words. */
export async function follow(location: Location): Promise<{ readonly file: string; readonly selected: string }> {
  await vscode.commands.executeCommand('attest.openPassage', location);
  return openedPassage(location.uri);
}

/** What is selected in the article that is open in the active editor, once `uri` is that. Any article will do without it. */
export async function openedPassage(uri?: string): Promise<{ readonly file: string; readonly selected: string }> {
  return eventually(`an opened passage${uri === undefined ? '' : ` of ${uri}`}`, () => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || editor.selection.isEmpty) return undefined;
    const { document, selection } = editor;
    if (uri === undefined ? !document.uri.path.includes('/seeds/') : document.uri.path !== vscode.Uri.parse(uri).path) return undefined;
    return { file: document.uri.path.split('/').at(-1) ?? '', selected: document.getText(selection) };
  });
}

/** Attest's suggestions at the cursor; `trigger` is the character that was typed last. */
export async function suggestionsAt({ document, selection }: vscode.TextEditor, trigger?: string): Promise<vscode.CompletionItem[]> {
  const ask = 'vscode.executeCompletionItemProvider';
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(ask, document.uri, selection.active, trigger);
  return list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
}

/** The white space of rendered or wrapped text, made single spaces. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
