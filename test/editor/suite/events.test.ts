/** The events sidebar, as it is seen and clicked. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { flat, indexed, openedPassage } from '../support/attest';
import { driver } from '../support/driver';
import { inView } from '../support/views';
import { eventually, openDraft } from '../support/workbench';

const rows = '.sidebar .pane-body .monaco-list-row';
/** Rows that stand at the second level: the events, below their periods. */
const attack = /Hamas.*7 October.*2 sources/i;

async function visibleRows(): Promise<string[]> {
  return (await driver.textsOf(rows)).map(flat);
}

/** The rows once they have come to rest: the line that tells of a filter is there before the rows are. */
async function settledRows(): Promise<string[]> {
  let last: string[] = [];
  let rests = 0;
  return eventually('rows that stay', async () => {
    const now = await visibleRows();
    rests = now.join('\n') === last.join('\n') ? rests + 1 : 0;
    last = now;
    return rests >= 8 ? now : undefined;
  });
}

/** Filters the events as a person does who clicks the funnel and types. */
async function filter(words: string): Promise<void> {
  void vscode.commands.executeCommand('attest.events.filter');
  await driver.waitForText('.quick-input-widget', 'Filter Events');
  await driver.press('ControlOrMeta+a');
  await driver.type(words);
  await driver.press('Enter');
  await driver.waitForText('.sidebar', `“${words}”`);
}

describe('the events sidebar', () => {
  before(async () => {
    await openDraft('events.md', '# Events\n');
    await indexed(3);
    await vscode.commands.executeCommand('attest.events.focus');
    await driver.resizeSidebar(520);
    await driver.waitForText(rows, '2023', 15_000);
  });

  after(async () => {
    await vscode.commands.executeCommand('attest.events.clearFilter');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('shows what several articles report once, and opens each of them at its passage', async () => {
    await filter('hamas attack');
    const found = await eventually('the attack', async () => {
      const all = (await visibleRows()).filter((row) => attack.test(row));
      return all.length > 0 ? all : undefined;
    });
    assert.equal(found.length, 1, found.join('\n'));
    await driver.screenshot('bench-events');
    const label = (await driver.textsOf(rows)).find((row) => attack.test(flat(row))) ?? '';
    const before = await settledRows();
    await driver.click(rows, flat(label).slice(0, 15));
    // An article that reports it more than once has a line for each passage.
    const sources = await eventually('the sources', async () => {
      const now = await visibleRows();
      const fresh = now.filter((row) => !before.includes(row));
      return fresh.length >= 2 ? fresh : undefined;
    });
    const files = new Set<string>();
    for (const source of sources) {
      await openDraft('events.md', '# Events\n');
      await driver.click(rows, source.slice(0, 80));
      const { file, selected } = await openedPassage();
      assert.match(selected, /Oct(\.|ober) 7/);
      files.add(file);
    }
    assert.equal(files.size, 2, 'two articles');
  });

  it('puts what an undated article reports under no year that nobody stated', async () => {
    await filter('ballistic');
    const all = await settledRows();
    const strike = all.findIndex((row) => /missiles/i.test(row));
    assert.ok(strike > 0, all.join('\n'));
    const period = all.slice(0, strike).findLast((row) => !/source/.test(row)) ?? '';
    assert.doesNotMatch(period, /\b(19|20)\d\d\b/);
    assert.doesNotMatch(all[strike] ?? '', /\b(19|20)\d\d\b/);
  });

  it('says how many a filter leaves, and shows all again without it', async () => {
    await filter('ballistic');
    const few = (await settledRows()).length;
    await vscode.commands.executeCommand('attest.events.clearFilter');
    await eventually('more rows', async () => ((await visibleRows()).length > few ? true : undefined));
    await driver.waitUntilGone(inView('Events', '.message'));
  });

  it('says what to do when a filter leaves nothing', async () => {
    void vscode.commands.executeCommand('attest.events.filter');
    await driver.waitForText('.quick-input-widget', 'Filter Events');
    await driver.press('ControlOrMeta+a');
    await driver.type('zeppelin marmalade');
    await driver.press('Enter');
    await driver.waitForText('.sidebar', 'No event matches the filter');
    await driver.click('.sidebar a.monaco-button, .sidebar .welcome-view-content a', 'Clear Filter');
    await driver.waitForText(rows, '2023');
  });
});
