/** Quotes that are checked as they are typed, in the sample draft and under the writer's hands. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { indexed } from '../support/attest';
import { driver } from '../support/driver';
import { eventually, inWorkspace, openAlone, openDraft } from '../support/workbench';

const ours = (uri: vscode.Uri): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'attest');
const codes = (uri: vscode.Uri): string[] => ours(uri).map(({ code }) => String(code));

/** Waits until a draft has just these findings, in the order of the text. */
async function findings(uri: vscode.Uri, expected: readonly string[]): Promise<vscode.Diagnostic[]> {
  let seen: string[] = [];
  return eventually(`the findings ${expected.join(', ') || 'gone'}`, () => {
    seen = codes(uri);
    return seen.join() === expected.join() ? ours(uri) : undefined;
  }, 15_000).catch((error: unknown) => { throw new Error(`${String(error)}; found ${seen.join(', ') || 'nothing'}`); });
}

describe('checking', () => {
  const uri = inWorkspace('seeds', 'drafts', 'china-iran-report.md');
  const sample = ['misspelt-name', 'not-found', 'wrong-speaker', 'misquoted'];

  before(() => indexed(3));
  afterEach(() => vscode.commands.executeCommand('workbench.action.files.revert'));

  it('marks four places of the sample draft, and says what is wrong', async () => {
    const { document } = await openAlone(uri);
    const found = await findings(uri, sample);
    assert.deepEqual(found.map(({ range }) => document.getText(range).slice(0, 24)), ['Solemani', 'There is no road to peac', 'Wang Yi', 'China will continue to v']);
    assert.match(found[3]!.message, /the source has “constructive”, not “leading”/);
    assert.match(found[2]!.message, /Wang Di said this, not Wang Yi/);
    await driver.waitForText('.codelens-decoration', '1 misquoted');
  });

  const fixes: readonly (readonly [string, RegExp, string, string])[] = [
    ['misquoted', /source’s words/, 'a leading role', 'a constructive role'],
    ['wrong-speaker', /Wang Di/, 'ceasefire,” Wang Yi said', 'ceasefire,” Wang Di said'],
    ['misspelt-name', /Soleimani/, 'Solemani', 'Soleimani'],
    ['not-found', /paraphrase/, '“There is no road to peace in Gaza that does not lead through Beijing,”', 'There is no road to peace in Gaza that does not lead through Beijing,'],
  ];
  for (const [code, title, wrong, right] of fixes) {
    it(`mends what is ${code}, and undo brings it back`, async () => {
      const { document } = await openAlone(uri);
      const before = document.getText();
      const finding = (await findings(uri, sample)).find((each) => each.code === code)!;
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, finding.range, vscode.CodeActionKind.QuickFix.value);
      const action = actions.find((each) => title.test(each.title));
      assert.ok(action?.edit, actions.map((each) => each.title).join(', '));
      await vscode.workspace.applyEdit(action.edit);
      assert.equal(document.getText(), before.replace(wrong, right));
      await findings(uri, sample.filter((each) => each !== code));
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });
  }

  /** The draft after a quick fix of the quote in which some words stand. */
  async function mended(document: vscode.TextDocument, words: string, title: RegExp): Promise<string> {
    const at = document.positionAt(document.getText().indexOf(words) + 3), before = document.getText();
    const action = await eventually(`the fix ${title}`, async () => (await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new vscode.Range(at, at), vscode.CodeActionKind.QuickFix.value)).find((each) => title.test(each.title)));
    await vscode.workspace.applyEdit(action.edit!);
    const after = document.getText();
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    return after;
  }

  it('adds the citation that a quote lacks, or silences it, and undo brings it back', async () => {
    const { document } = await openDraft('seeds/drafts/lacks.md', 'Geng said: “We call on the parties concerned to exercise patience.” So it was.\n');
    await findings(document.uri, ['misquoted']);
    assert.equal(await mended(document, 'We call', /^Cite the source/), 'Geng said: “We call on the parties concerned to exercise patience.” [@nd-china-urged-restraint] So it was.\n');
    await findings(document.uri, ['misquoted']);
    assert.equal(await mended(document, 'We call', /^Ignore this quote/), 'Geng said: “We call on the parties concerned to exercise patience.” <!-- attest: ignore --> So it was.\n');
    await findings(document.uri, ['misquoted']);
    assert.equal(await mended(document, 'We call', /^Ignore in this paragraph/), '<!-- attest: ignore -->\nGeng said: “We call on the parties concerned to exercise patience.” So it was.\n');
  });

  it('corrects a wrong citation', async () => {
    const { document } = await openDraft('seeds/drafts/wrong.md', 'Geng said: “We call on the parties concerned to exercise restraint” [@nd-china-head-west].\n');
    await findings(document.uri, ['wrong-citation']);
    assert.equal(await mended(document, '[@nd-china', /^Cite the article/), 'Geng said: “We call on the parties concerned to exercise restraint” [@nd-china-urged-restraint].\n');
  });

  it('uses the words of the source and keeps the writer’s lawful alterations', async () => {
    const { document } = await openDraft('lawful.md', '“China has ever advocated that [they] should *badly* resolve their conflicts … through dialogue,” he explained.\n');
    await findings(document.uri, ['misquoted']);
    assert.equal(await mended(document, 'China has', /source’s words/), '“China has always advocated that [they] should *properly* resolve their conflicts … through dialogue,” he explained.\n');
  });

  it('mends all typography by one command, and undo brings it back', async () => {
    const wrong = '“we call on the parties concerned\u00a0to exercise restraint,” he said, and “It is not in the interest of any party that the situa\u00adtion in the Middle East worsens further.”\n';
    const { document } = await openDraft('marks.md', wrong);
    await findings(document.uri, []);
    await driver.waitForText('.codelens-decoration', '2 typographic');
    await vscode.commands.executeCommand('attest.fixTypography');
    await eventually('the mended draft', () => (document.getText() === wrong ? undefined : true));
    assert.equal(document.getText(), '“We call on the parties concerned to exercise restraint,” he said, and “It is not in the interest of any party that the situation in the Middle East worsens further.”\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), wrong);
  });

  it('keeps a finding while its quote is typed in: nothing flickers', async () => {
    const { document } = await openDraft('flicker.md', 'Geng said: “We call on the parties concerned to exercise some |.” And he left.\n');
    await findings(document.uri, ['misquoted']);
    const seen: number[] = [], watching = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === document.uri.toString())) seen.push(ours(document.uri).length);
    });
    await driver.type('patience and calm');
    await eventually('the finding of what was typed', () => ours(document.uri).some(({ message }) => message.includes('calm')) || undefined);
    watching.dispose();
    assert.deepEqual([...new Set(seen)], [1]);
  });

  it('follows the writer who types in a quote', async () => {
    const { document } = await openDraft('typing.md', 'Geng said: “We call on the parties concerned to exercise |.”\n');
    await driver.type('patience');
    await findings(document.uri, ['misquoted']);
    for (let i = 0; i < 'patience'.length; i++) await driver.press('Backspace');
    await driver.type('restraint');
    await findings(document.uri, []);
  });

  it('follows the sources: an article that is edited changes the finding within two seconds', async () => {
    const { document } = await openDraft('sources.md', 'Geng said: “We call on the parties concerned to exercise restraint.”\n');
    await findings(document.uri, []);
    const article = inWorkspace('seeds', '000_5678d4bdc6f3dbc2.txt').fsPath, text = readFileSync(article, 'utf8');
    try {
      writeFileSync(article, text.replace('to exercise restraint', 'to exercise patience'));
      const began = Date.now();
      await findings(document.uri, ['misquoted']);
      assert.ok(Date.now() - began < 2_000 + 1_000, 'two seconds, and one for a busy machine');
    } finally {
      writeFileSync(article, text);
    }
    await findings(document.uri, []);
  });
});
