/** The pictures of the README, taken of the sample draft: `npm run pictures` renews them. */
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import * as vscode from 'vscode';
import { flat, indexed } from '../support/attest';
import { driver } from '../support/driver';
import { openView } from '../support/views';
import { eventually, inWorkspace, openAlone, openDraft, setTheme } from '../support/workbench';

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

/** The upper part of it, for what takes no more room. */
const upper = { ...clip, height: 540 };

async function picture(name: string, documentation: boolean, part = clip): Promise<void> {
  assert.ok(statSync(await driver.screenshot(name, { documentation, clip: part })).size > 20_000);
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

/** The menu of fixes on the misquote. */
async function quickFixes(): Promise<void> {
  await draftAt('play a lead');
  await driver.waitForText('.squiggly-warning', '', 15_000);
  // An editor that is busy may miss the key: a person who sees no menu presses it again.
  await eventually('the menu of fixes', async () => {
    await driver.press('Control+.');
    return driver.waitForText('.action-widget', 'Use the source’s words', 2000).catch(() => undefined);
  }, 15_000);
  await driver.mouseAway();
}

/** Drafts that, with the report, use one quotation of an article. */
const memos = ['memo.md', 'summary.md'];
const writeMemo = (name: string, words: string) => vscode.workspace.fs.writeFile(inWorkspace(name), Buffer.from(`# Memo\n\nThe embassy in Beijing was blunt: “T${words},” it wrote.\n`));

/** The places of drafts that use a quotation, beside it in its article. */
async function peekedUses(): Promise<void> {
  const words = 'he end of America’s evil influence in West Asia has begun';
  for (const name of memos) await writeMemo(name, words);
  const uri = inWorkspace('seeds', '000_5678d4bdc6f3dbc2.txt'), { document } = await openAlone(uri), at = document.positionAt(document.getText().indexOf(words));
  const editor = await openAlone(uri, document.offsetAt(at));
  // The line above it must not lie below the tabs.
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  await eventually('the memo among the references', async () => {
    const places = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', uri, at);
    return places.some(({ uri: place }) => place.path.endsWith('memo.md')) ? true : undefined;
  });
  const used = () => eventually('the lens', async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri), title = `used in ${memos.length + 1} drafts`;
    return lenses.some(({ range, command }) => range.start.line === at.line && command?.title === title) ? { title, alike: lenses.filter(({ command }) => command?.title === title).length } : undefined;
  });
  let { title, alike } = await used();
  // Drafts of other tests use other quotations of the article; the line that is clicked must be the only one that says so.
  while (alike > 1) {
    const name = `memo-${memos.length}.md`;
    memos.push(name);
    await writeMemo(name, words);
    ({ title, alike } = await used());
  }
  await driver.waitForText('.codelens-decoration', title, 15_000);
  await driver.click('.codelens-decoration a', title);
  await driver.waitForText('.peekview-widget', 'memo.md');
  await driver.mouseAway();
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** Words of an article pasted into the draft, with the ways to paste them open. */
async function pasted(): Promise<void> {
  const uri = inWorkspace('seeds', '000_5678d4bdc6f3dbc2.txt'), { document } = await openAlone(uri), start = document.getText().indexOf('exercise restraint');
  await vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(document.positionAt(start), document.positionAt(start + 'exercise restraint'.length)) });
  await driver.press('Control+c');
  await new Promise((resolve) => setTimeout(resolve, 500));
  await draftAt('and sets down the words.');
  await driver.type(' Geng asked all sides to ');
  await driver.press('Control+v');
  await driver.click('.post-edit-widget');
  await driver.waitForText('.context-view, .action-widget', 'Paste as cited quote');
  await driver.mouseAway();
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
    for (const name of ['memo.md', 'summary.md']) await vscode.workspace.fs.delete(inWorkspace(name));
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
    await openView('Events');
    await driver.resizeSidebar(470);
    const event = await driver.waitForText(rows, '7 October', 15_000);
    await driver.click(rows, flat(event).slice(0, 20));
    const source = await eventually('the source', async () => (await driver.textsOf(rows)).map(flat).find((row) => /12 April 2024 ·.*Oct\. 7/.test(row)));
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

  it('of the ways to mend it', async () => {
    await quickFixes();
    await picture('fixes', true, upper);
    await driver.press('Escape');
  });

  it('of an article whose quotations drafts use, and of the places', async () => {
    await peekedUses();
    await picture('uses', false);
    await driver.press('Escape');
    await driver.waitUntilGone('.peekview-widget');
    await driver.hoverText('evil influence');
    await driver.waitForText('.monaco-hover', 'Used in 3 drafts');
    await picture('article', true, upper);
    await driver.mouseAway();
  });

  it('of words of an article that are pasted as a cited quote', async () => {
    await pasted();
    await picture('paste', true, upper);
    await driver.press('Escape');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('of a few minutes of work, in motion', async () => {
    await driver.resizeWindow(1080, 620);
    const frames: { picture: string; ms: number }[] = [];
    const frame = async (ms: number): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      const name = `tour-${frames.length + 1}`;
      await driver.screenshot(name, { coarse: true, clip: { x: 0, y: 36, width: 1080, height: 584 } });
      frames.push({ picture: name, ms });
    };
    const { document } = await openDraft('tour.md', '# China and Iran\n\nBeijing has called on all sides to exercise restraint. |\n');
    await openView('Events');
    await driver.resizeSidebar(340);
    await driver.waitForText(rows, 'Hamas attacks Israel', 15_000);
    await vscode.window.showTextDocument(document, { preview: false, preserveFocus: false });
    await frame(1500);
    await driver.type('Geng Shuang said “');
    await driver.waitForText('.suggest-widget.visible .monaco-list-row', '');
    await frame(1200);
    await driver.type('interest of any');
    await driver.waitForText('.suggest-widget.visible .monaco-list-row', 'not in the interest');
    await frame(1800);
    await driver.press('Enter');
    await driver.waitForText('.codelens-decoration', '1 exact', 15_000);
    await frame(2000);
    await driver.type(' Foreign minister Wang has been to Tehran.');
    await driver.hoverText('Wang');
    await driver.waitForText('.monaco-hover', 'Wang Yi');
    await frame(3000);
    await driver.mouseAway();
    await driver.waitUntilGone('.monaco-hover');
    await driver.press('Enter');
    await driver.press('Enter');
    await driver.click(rows, 'Hamas attacks Israel');
    await frame(1200);
    await driver.press('Control+Enter');
    await eventually('the event in the draft', () => (/Hamas attacks Israel on 7 October 2023 \[@/.test(document.getText()) ? true : undefined));
    await driver.mouseAway();
    await frame(2500);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('attest.showTimeline');
    await eventually('the timeline', async () => ((await driver.webviewTexts('g.mark').catch(() => [])).length > 5 ? true : undefined));
    await frame(3000);
    const { size } = statSync(await driver.animate('tour', frames));
    assert.ok(size > 50_000 && size < 900_000, `${size} bytes`);
    await driver.resizeWindow(1280, 720);
    await document.save();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    // Another draft with these words would make two lines of the article alike, and the next test clicks one of them.
    await vscode.workspace.fs.delete(document.uri);
  });

  for (const theme of ['dark', 'highContrastDark', 'highContrastLight'] as const) {
    it(`of a misquote and of an article in the theme ${theme}`, async () => {
      await setTheme(theme);
      await quickFixes();
      await picture(`fixes-${theme}`, false, upper);
      await driver.press('Escape');
      await driver.hoverText('leading');
      await driver.waitForText('.monaco-hover', 'constructive');
      await picture(`checking-${theme}`, false);
      await driver.mouseAway();
      await peekedUses();
      await picture(`article-${theme}`, false);
      await driver.press('Escape');
    });

    it(`of the hover in the theme ${theme}`, async () => {
      await setTheme(theme);
      await hover();
      await picture(`hover-${theme}`, false);
      await driver.mouseAway();
    });
  }
});
