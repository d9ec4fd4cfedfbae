/** Ways between drafts and sources, there and back, as a person goes them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { flat, indexed } from '../support/attest';
import { driver } from '../support/driver';
import { eventually, inWorkspace, openAlone, openDraft } from '../support/workbench';

const peek = '.peekview-widget', lens = '.codelens-decoration';
const article = (): vscode.Uri => inWorkspace('seeds', '000_5678d4bdc6f3dbc2.txt');
const restraint = 'We call on the parties concerned to exercise restraint';

const files = (locations: readonly vscode.Location[]): string[] => [...new Set(locations.map(({ uri }) => uri.path.split('/').at(-1)!.replace(/-\d+(?=\.md)/, '')))].sort();

/** The position of some words in a document. */
function placeOf(document: vscode.TextDocument, words: string): vscode.Position {
  const offset = document.getText().indexOf(words);
  assert.ok(offset >= 0, words);
  return document.positionAt(offset + 5);
}

/** Opens an article with words of it selected, in the middle of the window. */
async function selectIn(uri: vscode.Uri, words: string): Promise<vscode.TextEditor> {
  const { document } = await openAlone(uri), start = document.getText().indexOf(words);
  assert.ok(start >= 0, words);
  // Given to the window with the document: a selection that is set afterwards is not waited for.
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
  const editor = await vscode.window.showTextDocument(document, { preview: false, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenter);
  return editor;
}

/** Copies words of the article as a person does. */
async function copy(words: string): Promise<void> {
  await selectIn(article(), words);
  await driver.press('Control+c');
  // A browser without a display keeps what keys copy apart from what extensions read.
  await vscode.env.clipboard.writeText(words);
  // The editor tells extensions of a copy a moment after the key.
  await new Promise((resolve) => setTimeout(resolve, 500));
}

describe('ways', () => {
  before(async () => {
    await vscode.workspace.fs.writeFile(inWorkspace('memo.md'), Buffer.from(`Geng said: “${restraint}.”\n`));
    await openDraft('ways.md', '');
    await indexed(3);
  });
  after(() => vscode.workspace.fs.delete(inWorkspace('memo.md')));
  afterEach(async () => {
    await driver.press('Escape');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('lead from a quote to its passage and to the drafts that quote it, open or not', async () => {
    const { document } = await openDraft('ways.md', `He said “${restraint},” twice.\n`), at = placeOf(document, restraint);
    const definition = await vscode.commands.executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, at);
    assert.deepEqual(definition.map(({ targetUri }) => targetUri.path), [article().path]);
    const found = await eventually('the references', async () => {
      const references = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at);
      return files(references).includes('memo.md') ? references : undefined;
    });
    for (const name of ['000_5678d4bdc6f3dbc2.txt', 'china-iran-report.md', 'memo.md', 'ways.md']) assert.ok(files(found).includes(name), `${name} is not among ${files(found).join(', ')}`);
  });

  it('are peeked by keyboard', async () => {
    const text = `He said “${restraint},” twice.\n`;
    await openDraft('ways.md', text.replace('call on', 'call| on'));
    await driver.press(process.platform === 'linux' ? 'Control+Shift+F10' : 'Alt+F12');
    assert.match(flat(await driver.waitForText(peek, '000_5678d4bdc6f3dbc2.txt')), /exercise restraint/);
    await driver.press('Escape');
    await driver.waitUntilGone(peek);
    await driver.press('Shift+F12');
    await driver.waitForText(`${peek} .reference-zone-widget .tree, ${peek}`, 'china-iran-report.md');
  });

  it('are shown above a quotation of an article that drafts use, and lead to them', async () => {
    const { document } = await selectIn(article(), restraint), { line } = placeOf(document, restraint);
    const title = await eventually('the lens', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      return lenses.find(({ range, command }) => range.start.line === line && /^used in (?:[2-9]|\d\d) drafts$/.test(command?.title ?? ''))?.command?.title;
    });
    await driver.waitForText(lens, title, 20_000);
    const shown = (await driver.textsOf(lens)).map(flat).filter((text) => text.startsWith('used in'));
    assert.ok(shown.length >= 3, shown.join(', '));
    await driver.click(`${lens} a`, title);
    assert.match(flat(await driver.waitForText(peek, 'memo.md')), /china-iran-report\.md/);
  });

  it('outline an article by its speakers', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', article());
    const geng = symbols.find(({ name }) => name === 'Geng Shuang');
    assert.ok(geng?.children.some(({ name }) => name.includes('call on the parties')), symbols.map(({ name }) => name).join(', '));
  });

  it('find articles by symbol', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'Daily Caller');
    assert.ok(symbols.some(({ name, location }) => name.includes('Daily Caller News Foundation, 12 April 2024') && location.uri.path.endsWith('001_735a9a513be99861.txt')));
  });

  it('paste what was copied from an article as a cited quote, and undo takes it away', async () => {
    await copy('exercise restraint');
    const { document } = await openDraft('seeds/drafts/paste.md', 'Geng asked all sides to |.\n');
    await vscode.commands.executeCommand('attest.pasteAsCitedQuote');
    await eventually('the pasted quote', () => (document.getText() !== 'Geng asked all sides to .\n' ? true : undefined));
    assert.equal(document.getText(), 'Geng asked all sides to “exercise restraint” [@nd-china-urged-restraint].\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'Geng asked all sides to .\n');
  });

  it('paste plain text unless they are asked, and offer the quote beside it', async () => {
    await copy('exercise restraint');
    const { document } = await openDraft('seeds/drafts/paste.md', 'Geng asked all sides to |.\n');
    await driver.press('Control+v');
    await eventually('the pasted text', () => (document.getText() === 'Geng asked all sides to exercise restraint.\n' ? true : undefined));
    await driver.click('.post-edit-widget');
    await driver.waitForText('.context-view, .action-widget', 'Paste as cited quote');
  });

  it('paste with a citation that the bibliography gets', async () => {
    await copy('exercise restraint');
    const { document } = await openDraft('apart/paste.md', 'To |.\n');
    await vscode.commands.executeCommand('attest.pasteAsCitedQuote');
    const key = await eventually('the citation', () => /\[@([a-z0-9-]+)\]/.exec(document.getText())?.[1]);
    const file = vscode.Uri.joinPath(document.uri, '..', 'references.json');
    await eventually('the entry', async () => (await vscode.workspace.fs.readFile(file).then((bytes) => new TextDecoder().decode(bytes), () => '')).includes(`"${key}"`) || undefined);
  });
});
