/** First steps: the walkthrough, the sample, and the report of a problem. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { indexed } from '../support/attest';
import { driver } from '../support/driver';
import { eventually, openDraft } from '../support/workbench';

describe('first steps', () => {
  before(async () => {
    await openDraft('first.md', '# First\n');
    await indexed(3);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('begin with a walkthrough that names them', async () => {
    await vscode.commands.executeCommand('attest.getStarted');
    await driver.waitForText('.gettingStartedContainer', 'Get Started with Attest', 15_000);
    for (const step of ['Pick a folder of articles', 'Rest the mouse on a name', 'Complete a quote', 'Browse the events', 'Check the draft']) await driver.waitForText('.gettingStartedContainer', step);
    await driver.screenshot('walkthrough');
  });

  it('report a problem with versions and figures, and with no word of an article', async () => {
    await vscode.commands.executeCommand('attest.reportProblem');
    const text = await eventually('the report', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.isUntitled && document.getText().includes('# Versions') ? document.getText() : undefined;
    });
    assert.match(text, /- Attest \d+\.\d+\.\d+\n/);
    assert.match(text, /- articles 3, names \d+, quotations \d+, events \d+/);
    assert.doesNotMatch(text, /Hamas|Biden|Beijing|Iran/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('put a sample where the writer says, and write over nothing', async () => {
    const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'attest-sample-')));
    try {
      for (const name of ['attest-sample', 'attest-sample-2']) {
        const target = await vscode.commands.executeCommand<vscode.Uri>('attest.openSample', vscode.Uri.file(folder));
        assert.equal(target.fsPath, path.join(folder, name));
        const sources = path.join(folder, name, 'sources');
        await eventually(`the sample in ${name}`, () => (existsSync(path.join(sources, 'drafts', 'china-iran-report.md')) ? true : undefined));
        assert.equal(readdirSync(sources).filter((file) => file.endsWith('.txt')).length, 3);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
