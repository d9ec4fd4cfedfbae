/** The test bench itself: that the driver's keyboard, mouse and camera act on the same editor that the tests ask by `vscode`. */
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import * as vscode from 'vscode';
import { driver } from '../support/driver';
import { eventually, openDraft } from '../support/workbench';

describe('the test bench', () => {
  it('types into the file that is open', async () => {
    const editor = await openDraft('typed.md', '');
    await driver.type('Two words and “marks”.');
    // The tests learn of a key a moment after it shows.
    await eventually('the words', () => (editor.document.getText() === 'Two words and “marks”.' ? true : undefined));
  });

  it('clicks on words where they are shown', async () => {
    const editor = await openDraft('clicked.md', 'First line.\n\nOne word, another word.\n');
    await driver.clickText('word', { near: 'another', nth: 1 });
    const start = editor.document.getText().lastIndexOf('word');
    await eventually('the cursor in the second word', () => {
      const offset = editor.document.offsetAt(editor.selection.active);
      return offset > start && offset < start + 4 ? offset : undefined;
    });
  });

  it('reads a hover from the screen, where the mouse rests on a word', async () => {
    const provider = vscode.languages.registerHoverProvider('markdown', {
      provideHover: (document, position) => new vscode.Hover(`about ${document.getText(document.getWordRangeAtPosition(position))}`),
    });
    try {
      await openDraft('hovered.md', 'Nothing here but a hippopotamus.\n');
      await driver.hoverText('hippopotamus');
      await driver.waitForText('.monaco-hover', 'about hippopotamus');
      await driver.mouseAway();
      await driver.waitUntilGone('.monaco-hover');
    } finally {
      provider.dispose();
    }
  });

  it('takes pictures', async () => {
    await openDraft('pictured.md', '# A picture\n');
    assert.ok(statSync(await driver.screenshot('bench')).size > 5000);
  });

  it('says what it saw instead of what it was asked for', async () => {
    await openDraft('missing.md', 'Only this.\n');
    await assert.rejects(driver.waitForText('.editor-group-container.active .view-line', 'something else', 100), /Only this/);
  });
});
