/** The sample draft, as a new user meets it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { flat, follow, hoverAt, indexed, openedPassage, passageLinks } from '../support/attest';
import { driver } from '../support/driver';
import { inWorkspace, openAlone } from '../support/workbench';

const hover = '.monaco-hover';

describe('the sample draft', () => {
  let document: vscode.TextDocument;

  before(async () => {
    ({ document } = await openAlone(inWorkspace('seeds', 'drafts', 'china-iran-report.md')));
    await indexed(3);
  });

  for (const word of ['Geng', 'Soleimani', 'SCMP', 'State Department', 'Houthis', 'Ali Bagheri', 'Raisi', 'Blinken']) {
    it(`has passages for ${word}`, async () => {
      const links = passageLinks(await hoverAt(document, word));
      assert.ok(links.length > 0);
    });
  }

  it('has both men called Wang for the surname alone, each with a passage that its link selects', async () => {
    const editor = await vscode.window.showTextDocument(document);
    const at = document.positionAt(document.getText().indexOf('Wang, for his part'));
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
    await driver.hoverText('Wang', { near: 'Wang,' });
    const shown = flat(await driver.waitForText(hover, 'Wang Yi'));
    assert.match(shown, /Wang Di/);
    const files = new Set<string>();
    for (const link of passageLinks(await hoverAt(document, 'Wang, for'))) {
      const { file, selected } = await follow(link);
      assert.match(selected, /Wang/);
      files.add(file);
    }
    assert.equal(files.size, 2);
  });

  it('opens a passage by the link of a hover on the screen', async () => {
    await vscode.window.showTextDocument(document);
    await driver.mouseAway();
    await driver.waitUntilGone(hover);
    await driver.hoverText('Wang', { near: 'Wang,' });
    await driver.waitForText(hover, 'Wang Yi');
    await driver.click(`${hover} a[data-href*="openPassage"]`);
    assert.match((await openedPassage()).selected, /Wang/);
  });

  for (const word of ['lectern', 'postcard', 'telephone', 'Every', 'What', 'timing']) {
    it(`has nothing for the common word "${word}"`, async () => {
      assert.equal(await hoverAt(document, word), '');
    });
  }

  it('has nothing for words of its front matter', async () => assert.equal(await hoverAt(document, 'bibliography'), ''));

  it('has what happened for a date, with a passage that its link selects', async () => {
    const shown = await hoverAt(document, 'October 7');
    assert.match(shown, /Hamas attacks Israel.*7 October 2023/s);
    const [first] = passageLinks(shown);
    assert.ok(first);
    assert.match((await follow(first)).selected, /Hamas/);
  });

  it('has the article for a citation', async () => {
    const shown = await hoverAt(document, 'dcnf-2024-biden-administration-asked');
    assert.match(shown, /Daily Caller News Foundation · 12 April 2024/);
    assert.equal(passageLinks(shown).length, 1);
  });
});
