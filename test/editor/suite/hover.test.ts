/** Hover citations. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { flat, follow, hoverAt, indexed, openedPassage, passageLinks } from '../support/attest';
import { driver } from '../support/driver';
import { openDraft } from '../support/workbench';

const draft = `# Who spoke

The envoy met Wang before noon, and Geng spoke to the press after Soleimani was dead.

What SCMP had from the State Department was about the Houthis, not about Jean-Loup Samaan.
`;

const rest = '.monaco-hover';

describe('the hover on a name', () => {
  let document: vscode.TextDocument;

  before(async () => {
    ({ document } = await openDraft('hover.md', draft));
    await indexed(3);
  });

  for (const [word, known] of [
    ['Geng', 'Geng Shuang'],
    ['Soleimani', 'Qasem Soleimani'],
    ['SCMP', 'South China Morning Post'],
    ['State Department', 'State Department'],
    ['Houthis', 'Houthi'],
    ['Samaan', 'Jean-Loup Samaan'],
  ] as const) {
    it(`tells of ${word}, with passages that can be opened`, async () => {
      const hover = await hoverAt(document, word);
      assert.ok(flat(hover.replaceAll('\\', '')).includes(known), `the hover says:\n${hover}`);
      const links = passageLinks(hover);
      assert.ok(links.length > 0, 'there is a link');
      for (const link of links) {
        const { selected } = await follow(link);
        assert.ok(selected.includes(word) || known.split(' ').some((part) => selected.includes(part)), `selected: ${selected}`);
      }
      await vscode.window.showTextDocument(document);
    });
  }

  it('shows both whom a surname may mean, each with a passage of its own article', async () => {
    const hover = await hoverAt(document, 'Wang');
    assert.match(hover, /Wang Yi/);
    assert.match(hover, /Wang Di/);
    const files = new Set<string>();
    for (const link of passageLinks(hover)) {
      const { file, selected } = await follow(link);
      assert.match(selected, /Wang/);
      files.add(file);
    }
    assert.equal(files.size, 2);
    await vscode.window.showTextDocument(document);
  });

  for (const word of ['envoy', 'noon', 'about', 'before', 'press', 'dead', 'What']) {
    it(`says nothing on the common word "${word}"`, async () => {
      assert.equal(await hoverAt(document, word), '');
    });
  }

  it('appears where the mouse rests, and its link opens the article with the passage selected', async () => {
    await vscode.window.showTextDocument(document);
    await driver.hoverText('Wang');
    const shown = flat(await driver.waitForText(rest, 'Wang Di'));
    assert.match(shown, /Wang Yi/);
    await driver.screenshot('bench-hover');
    await driver.click(`${rest} a[data-href*="openPassage"]`);
    const { selected } = await openedPassage();
    assert.match(selected, /Wang/);
    assert.ok(shown.includes(flat(selected).slice(0, 20)), `the hover shows what is selected:\n${shown}\n${selected}`);
  });

  it('does not appear on a common word', async () => {
    await vscode.window.showTextDocument(document);
    await driver.mouseAway();
    await driver.waitUntilGone(rest);
    await driver.hoverText('envoy');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual(await driver.textsOf(rest), []);
  });

  it('can be switched off, and on again', async () => {
    const settings = vscode.workspace.getConfiguration('attest');
    await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Global);
    assert.equal(await hoverAt(document, 'Geng'), '');
    await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Global);
    assert.notEqual(await hoverAt(document, 'Geng'), '');
  });
});
