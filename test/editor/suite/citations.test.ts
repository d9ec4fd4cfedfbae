/** Citations: chosen from a list, and completed as a person types. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { indexed } from '../support/attest';
import { driver } from '../support/driver';
import { eventually, openDraft } from '../support/workbench';

const list = '.suggest-widget.visible';
const key = 'dcnf-2024-biden-administration-asked';

/** The bibliography beside a draft, once it has the key. */
async function bibliographyWith(wanted: string, draft: vscode.Uri): Promise<string> {
  const file = vscode.Uri.joinPath(draft, '..', 'references.json');
  for (let tries = 0; ; tries++) {
    const text = await vscode.workspace.fs.readFile(file).then((bytes) => new TextDecoder().decode(bytes), () => '');
    if (text.includes(`"${wanted}"`)) return text;
    assert.ok(tries < 100, `the bibliography never has ${wanted}: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('citations', () => {
  before(async () => {
    await openDraft('cite.md', '');
    await indexed(3);
  });

  it('are inserted from a list of the articles, and added to the bibliography', async () => {
    const editor = await openDraft('cite.md', 'Blinken called.|');
    void vscode.commands.executeCommand('attest.insertCitation');
    await driver.waitForText('.quick-input-widget', 'Insert Citation');
    await driver.type('daily caller');
    const row = await driver.waitForText('.quick-input-list .monaco-list-row[data-index="0"]', 'The Biden administration asked');
    assert.match(row, /Daily Caller News Foundation.*12 April 2024/s);
    await driver.press('Enter');
    const text = await eventually('the citation', () => (editor.document.getText().includes('@') ? editor.document.getText() : undefined));
    assert.equal(text, `Blinken called. [@${key}]`);
    const entries = JSON.parse(await bibliographyWith(key, editor.document.uri)) as { id: string }[];
    assert.deepEqual(entries.filter(({ id }) => id === key).length, 1);
  });

  it('complete after [@, and add an article that is not in the bibliography', async () => {
    const editor = await openDraft('cite-other.md', 'China urged restraint |.');
    await driver.type('[@');
    await driver.waitForText(list, 'nd-china-urged-restraint');
    await driver.type('urged');
    await driver.waitForText(`${list} .monaco-list-row[data-index="0"]`, 'nd-china-urged-restraint');
    await driver.press('Enter');
    await driver.waitUntilGone(list);
    const text = await eventually('the key', () => (editor.document.getText().includes('restraint]') ? editor.document.getText() : undefined));
    assert.equal(text, 'China urged restraint [@nd-china-urged-restraint].');
    await bibliographyWith('nd-china-urged-restraint', editor.document.uri);
  });

  it('make a bibliography in the style that is chosen', async () => {
    const editor = await openDraft('cite-third.md', 'Blinken called.|');
    void vscode.commands.executeCommand('attest.insertCitation');
    await driver.waitForText('.quick-input-widget', 'Insert Citation');
    await driver.type('daily caller');
    await driver.waitForText('.quick-input-list .monaco-list-row[data-index="0"]', 'The Biden administration asked');
    await driver.press('Enter');
    await eventually('the citation', () => (editor.document.getText().includes(key) ? true : undefined));
    await bibliographyWith(key, editor.document.uri);
    void vscode.commands.executeCommand('attest.insertBibliography');
    await driver.waitForText('.quick-input-widget', 'Insert Bibliography');
    await driver.type('Chicago');
    await driver.waitForText('.quick-input-list .monaco-list-row', 'Chicago');
    await driver.press('Enter');
    const text = await eventually('the bibliography', () => (editor.document.getText().includes('Smith') ? editor.document.getText() : undefined));
    assert.match(text, /\n\nSmith, Jake\. 2024\. .*Daily Caller News Foundation\*, April 12\.\n$/);
  });
});
