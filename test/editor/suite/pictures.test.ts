/** The pictures of the README, taken of the sample draft: `npm run pictures` renews them. */
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import * as vscode from 'vscode';
import { flat, indexed } from '../support/attest';
import { driver } from '../support/driver';
import { eventually, inWorkspace, openAlone, setTheme } from '../support/workbench';

const rows = '.sidebar .pane-body .monaco-list-row';
const draft = (): vscode.Uri => inWorkspace('seeds', 'drafts', 'china-iran-report.md');

/** Settings for a picture that shows Attest and the text, and little else. */
const calm: Readonly<Record<string, unknown>> = {
  'editor.fontSize': 13,
  'editor.wordWrap': 'on',
  'editor.renderWhitespace': 'none',
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
};

/** Without the title bar, which says that this is a test. */
const clip = { x: 0, y: 36, width: 1280, height: 684 };

async function picture(name: string, documentation: boolean): Promise<void> {
  assert.ok(statSync(await driver.screenshot(name, { documentation, clip })).size > 20_000);
}

async function set(settings: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [name, value] of Object.entries(settings)) {
    await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
  }
}

/** Opens the draft with that text in the upper part of the window, and the cursor at its end. */
async function draftAt(text: string): Promise<vscode.TextEditor> {
  const { document } = await openAlone(draft());
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, text);
  const editor = await openAlone(draft(), offset + text.length);
  editor.revealRange(new vscode.Range(editor.selection.active, editor.selection.active), vscode.TextEditorRevealType.InCenter);
  return editor;
}

async function hover(): Promise<void> {
  await draftAt('Two envoys called Wang');
  await driver.hoverText('Wang', { near: 'Wang,' });
  await driver.waitForText('.monaco-hover', 'Wang Yi');
  await new Promise((resolve) => setTimeout(resolve, 300));
}

describe('pictures', () => {
  before(async () => {
    await openAlone(draft());
    await indexed(3);
    await driver.resizeWindow(1280, 720);
    await set(calm);
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
  });

  after(async () => {
    await set(Object.fromEntries(Object.keys(calm).map((name) => [name, undefined])));
    await vscode.commands.executeCommand('workbench.view.explorer');
    await setTheme('light');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await driver.resizeWindow(1360, 850);
  });

  it('of the hover', async () => {
    await hover();
    await picture('hover', true);
    await driver.mouseAway();
  });

  it('of the suggestions', async () => {
    await draftAt('and sets down the words.');
    await driver.type(' In the words of Geng Shuang: “interest of');
    await driver.waitForText('.suggest-widget.visible .monaco-list-row', 'It is not in the interest');
    await eventually('the whole quotation beside it', async () => {
      if ((await driver.textsOf('.suggest-details')).some((text) => text.includes('Geng Shuang'))) return true;
      await vscode.commands.executeCommand('toggleSuggestionDetails');
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return undefined;
    });
    await picture('completion', true);
    await driver.press('Escape');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('of the events, with one opened at its passage', async () => {
    await openAlone(draft());
    await vscode.commands.executeCommand('attest.events.focus');
    await driver.resizeSidebar(470);
    const event = await driver.waitForText(rows, '7 October', 15_000);
    await driver.click(rows, flat(event).slice(0, 20));
    await driver.waitForText(rows, '12 April 2024');
    const source = (await driver.textsOf(rows)).map(flat).find((row) => /12 April 2024 ·.*Oct\. 7/.test(row));
    assert.ok(source !== undefined, 'the source is listed');
    await driver.click(rows, source.slice(0, 50));
    await driver.waitForText('.editor-group-container.active .view-line', 'Oct. 7');
    await driver.mouseAway();
    await picture('events', true);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
  });

  it('of a misquote, with what the source has', async () => {
    await draftAt('had a request of its own');
    await driver.waitForText('.squiggly-warning', '', 15_000);
    await driver.hoverText('leading');
    await driver.waitForText('.monaco-hover', 'constructive');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await picture('checking', true);
    await driver.mouseAway();
  });

  for (const theme of ['dark', 'highContrastDark', 'highContrastLight'] as const) {
    it(`of the hover in the theme ${theme}`, async () => {
      await setTheme(theme);
      await hover();
      await picture(`hover-${theme}`, false);
      await driver.mouseAway();
    });
  }
});
