/** What the window keeps when it is loaded again. Runs last; its second half in the window that comes then. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { flat, indexed } from '../support/attest';
import { driver } from '../support/driver';
import { eventually } from '../support/workbench';

/** The line above the picture, once it tells of so many events. */
const shown = (what: string, wanted: (line: string) => boolean): Promise<string> => eventually(what, async () => {
  const [line = ''] = (await driver.webviewTexts('.status').catch(() => [])).map(flat);
  return wanted(line) ? line : undefined;
});

describe('a window that is loaded again', () => {
  let again = false;
  before(async () => { again = (await driver.rounds()) > 0; });

  it('was left with the timeline filtered, by type, with an event selected', async function () {
    if (again) return this.skip();
    await indexed(3);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('attest.showTimeline');
    await shown('the timeline', (line) => / events$/.test(line));
    await driver.webviewClick('button', 'By type');
    await driver.webviewFill('input[type=search]', 'Hamas');
    const line = await shown('fewer events', (found) => /\d events?$/.test(found));
    assert.match(line, /2023/);
    await driver.webviewClick('g.mark[aria-label^="Hamas attacks Israel,"] .event');
    await eventually('details', async () => (await driver.webviewTexts('aside .chosen h2')).find((text) => text.includes('Hamas attacks Israel')));
    // The page keeps its state a moment after it has changed.
    await new Promise((resolve) => setTimeout(resolve, 1000));
  });

  it('has the timeline as it was left, once the index is open', async function () {
    if (!again) return this.skip();
    // A window and a page come up anew.
    this.timeout(90_000);
    await indexed(3);
    await eventually('the tab', () => vscode.window.tabGroups.activeTabGroup.tabs.find(({ label }) => label === 'Timeline'));
    const [pressed] = await eventually('the tools', async () => { const found = await driver.webviewTexts('button[aria-pressed=true]').catch(() => []); return found.length > 1 ? [found.map(flat)] : undefined; }, 60_000);
    assert.deepEqual(pressed, ['Events', 'By type']);
    await shown('the events of the filter', (line) => /2023.* · \d{1,2} events?$/.test(line));
    for (const label of await driver.webviewTexts('g.mark title')) assert.ok(label.length > 0);
    await eventually('the details of what was selected', async () => (await driver.webviewTexts('aside .chosen h2')).find((text) => text.includes('Hamas attacks Israel')));
  });
});
