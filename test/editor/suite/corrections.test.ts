/** Corrections: made by command, by hand, and undone, as the editor shows them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { flat, hoverAt, indexed } from '../support/attest';
import { driver } from '../support/driver';
import { eventually, inWorkspace, openAlone, openDraft } from '../support/workbench';

const file = (): vscode.Uri => inWorkspace('seeds', 'attest.yml');
const firstRow = '.quick-input-list .monaco-list-row[data-index="0"]';
const rows = '.sidebar .pane-body .monaco-list-row';

async function textOfFile(): Promise<string> {
  return vscode.workspace.fs.readFile(file()).then((bytes) => new TextDecoder().decode(bytes), () => '');
}

/** Types into the list that is open under a title, and takes the first row. */
async function choose(title: string, words: string, row: string): Promise<void> {
  await driver.waitForText('.quick-input-widget', title);
  await driver.type(words);
  // The first row may be right before the list has come to rest, and the last words of the search have not arrived.
  await eventually(`“${row}” first`, async () => {
    const before = await driver.textsOf(firstRow);
    await new Promise((resolve) => setTimeout(resolve, 250));
    return before.join().includes(row) && before.join() === (await driver.textsOf(firstRow)).join() ? true : undefined;
  });
  await driver.press('Enter');
}

/** Answers the input box that is open under a title. */
async function answer(title: string, words: string): Promise<void> {
  await driver.waitForText('.quick-input-widget', title);
  await driver.press('ControlOrMeta+a');
  await driver.type(words);
  await driver.press('Enter');
}

describe('corrections', () => {
  before(async () => {
    await openDraft('corrections.md', '');
    await indexed(3);
  });

  after(async () => {
    // What is open and not saved would be written again after the file is deleted.
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === file().fsPath);
    if (open) await vscode.window.showTextDocument(open);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(file()).then(undefined, () => undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('make two names one by keyboard; the hover follows, and the line taken out by hand undoes it', async () => {
    const { document } = await openDraft('corrections.md', 'It was said that Wang called.\n');
    const whom = async (): Promise<string[]> => [...(await hoverAt(document, 'Wang')).matchAll(/\*\*(Wang \w+)\*\* —/g)].map(([, name]) => name!);
    assert.deepEqual((await whom()).sort(), ['Wang Di', 'Wang Yi']);
    void vscode.commands.executeCommand('attest.names.merge');
    await choose('Merge Names', 'Wang Di', 'Wang Di');
    await choose('Merge “Wang Di” with', 'Wang Yi', 'Wang Yi');
    await choose('Merge Names', 'Wang Yi', 'Wang Yi');
    await eventually('one name', async () => ((await whom()).join() === 'Wang Yi' ? true : undefined));
    assert.match(await textOfFile(), /^# Corrections[\s\S]*\nnames:\n {2}same:\n {4}- \[Wang Yi, Wang Di\]\n$/);
    const editor = await openAlone(file());
    const line = editor.document.positionAt(editor.document.getText().indexOf('    - [')).line;
    await editor.edit((edit) => edit.delete(editor.document.lineAt(line).rangeIncludingLineBreak));
    await editor.document.save();
    await eventually('two names', async () => ((await whom()).sort().join() === 'Wang Di,Wang Yi' ? true : undefined));
  });

  it('are written into the file that is open, where the editor can undo them', async () => {
    const editor = await openAlone(file());
    const before = editor.document.getText();
    void vscode.commands.executeCommand('attest.names.notAName');
    await choose('Not a Name', 'Houthi', 'Houthi');
    await eventually('the line', () => (/no-name:\n {4}- Houthi/.test(editor.document.getText()) ? true : undefined));
    await eventually('saved', () => (editor.document.isDirty ? undefined : true));
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
    await editor.document.save();
  });

  it('have their mistakes marked at their place, and listed', async () => {
    await vscode.workspace.fs.writeFile(file(), Buffer.from('# Ours\narticles:\n  001_735a9a513be99861.txt:\n    date: 12.4\n    outlt: Wire\n  gone.txt:\n    outlet: Wire\nnames:\n  same:\n    - [Wang Yi, Wong Yi]\n'));
    const messages = await eventually('the findings', () => {
      const found = vscode.languages.getDiagnostics(file());
      return found.length === 4 ? found : undefined;
    });
    assert.deepEqual(messages.map(({ range, source }) => [range.start.line, source]), [[3, 'Attest'], [4, 'Attest'], [5, 'Attest'], [9, 'Attest']]);
    await openAlone(file());
    await eventually('the squiggles', async () => ((await driver.textsOf('.squiggly-error')).length > 0 && (await driver.textsOf('.squiggly-warning')).length > 0 ? true : undefined));
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await driver.waitForText('.markers-panel', 'Wong Yi');
    await driver.screenshot('corrections-mistakes');
    await vscode.commands.executeCommand('workbench.action.closePanel');
    void vscode.commands.executeCommand('attest.showProblems');
    await driver.waitForText('.quick-input-list', 'no article gone.txt');
    await driver.press('Escape');
    await vscode.workspace.fs.writeFile(file(), Buffer.from('# Ours\n'));
    await eventually('no findings', () => (vscode.languages.getDiagnostics(file()).length === 0 ? true : undefined));
  });

  it('date an article, which moves its events in the view', async () => {
    await vscode.commands.executeCommand('attest.events.focus');
    await driver.resizeSidebar(420);
    await driver.waitForText(rows, '2023', 15_000);
    assert.ok(!(await driver.textsOf(rows)).some((row) => /January 2020/.test(flat(row))));
    void vscode.commands.executeCommand('attest.article.setDate', { uri: inWorkspace('seeds', '000_5678d4bdc6f3dbc2.txt').toString(), label: 'South China Morning Post', outlet: null, title: null, published: '' });
    await answer('Set Publication Date', '2020-01-08');
    await driver.waitForText(rows, 'January 2020', 15_000);
    await driver.screenshot('corrections-dated');
    assert.match(await textOfFile(), /date: 2020-01-08\n {4}content: [0-9a-f]{16}\n/);
    await vscode.workspace.fs.writeFile(file(), Buffer.from('# Ours\n'));
    await eventually('no January', async () => ((await driver.textsOf(rows)).some((row) => /January 2020/.test(flat(row))) ? undefined : true));
  });

  it('hide an event that is chosen from a list', async () => {
    void vscode.commands.executeCommand('attest.events.hide');
    await choose('Hide an Event', 'hamas attacks', 'Hamas attacks');
    await eventually('the line', async () => (/hide:\n {4}- event: Hamas attacks/.test(await textOfFile()) ? true : undefined));
    void vscode.commands.executeCommand('attest.events.hide');
    await driver.waitForText('.quick-input-widget', 'Hide an Event');
    await driver.type('hamas attacks israel');
    await eventually('no such event', async () => ((await driver.textsOf('.quick-input-list .monaco-list-row')).some((row) => /^Hamas attacks Israel\b.*7 October/.test(flat(row))) ? undefined : true));
    await driver.press('Escape');
  });

  it('open by command, with what they are for where there is no file yet', async () => {
    await vscode.workspace.fs.delete(file());
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('attest.openCorrections');
    const editor = await eventually('the file', () => (vscode.window.activeTextEditor?.document.uri.path.endsWith('attest.yml') ? vscode.window.activeTextEditor : undefined));
    assert.equal(editor.document.isUntitled, true);
    assert.match(editor.document.getText(), /^# Corrections to what Attest finds/);
    assert.equal(await textOfFile(), '');
  });
});
