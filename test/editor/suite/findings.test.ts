/** Files of the corpus folder that are no articles, or poor ones: each has a finding that names it, and the rest works. */
import assert from 'node:assert/strict';
import { chmodSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { flat, hoverAt, indexed } from '../support/attest';
import { driver } from '../support/driver';
import { eventually, openDraft, workspaceFolder } from '../support/workbench';

const seed = (name: string): string => path.join(workspaceFolder(), 'seeds', name);

/** Makes a file that cannot be read. Root may read whatever the permissions say, but not a link to itself. */
function makeUnreadable(file: string): void {
  if (process.getuid?.() === 0) return symlinkSync(path.basename(file), file);
  writeFileSync(file, 'Nobody may read this.\n');
  chmodSync(file, 0);
}

const files: Readonly<Record<string, (file: string) => void>> = {
  'binary.txt': (file) => writeFileSync(file, Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 37) % 256))),
  'empty.txt': (file) => writeFileSync(file, ''),
  'latin.txt': (file) => writeFileSync(file, Buffer.from('“Señor Ibáñez arrived in Málaga,” said Zoë Müller.\n'.replace(/[“”]/g, '"'), 'latin1')),
  'large.txt': (file) => {
    // Moved in when it is whole: half written it would be a smaller file for a moment.
    const aside = path.join(workspaceFolder(), 'large.part');
    writeFileSync(aside, 'The harbour was quiet, and nobody came to see it.\n'.repeat(1_050_000));
    renameSync(aside, file);
  },
  'unreadable.txt': makeUnreadable,
};

describe('a file in the corpus that is no proper article', () => {
  let document: vscode.TextDocument;

  before(async function () {
    this.timeout(60_000);
    ({ document } = await openDraft('findings.md', 'They met Zoë Müller, and then Geng Shuang.\n'));
    await indexed(3);
    for (const [name, make] of Object.entries(files)) make(seed(name));
  });

  after(async () => {
    for (const name of Object.keys(files)) rmSync(seed(name), { force: true });
    await indexed(3);
  });

  for (const name of Object.keys(files)) {
    it(`has a finding that names it: ${name}`, async () => {
      const [finding] = await eventually(`a finding on ${name}`, () => {
        const found = vscode.languages.getDiagnostics(vscode.Uri.file(seed(name)));
        return found.length > 0 ? found : undefined;
      }, 20_000);
      assert.ok(finding?.message.includes(name), finding?.message);
    });
  }

  it('is read when only its encoding is old', async () => {
    await eventually('the hover on Zoë Müller', async () => ((await hoverAt(document, 'Zoë Müller')).includes('Málaga') ? true : undefined));
  });

  it('leaves the rest as it was', async () => {
    assert.match(await hoverAt(document, 'Geng Shuang'), /Geng Shuang/);
  });

  it('is listed where the writer looks for what is wrong', async () => {
    void vscode.commands.executeCommand('attest.showProblems');
    const list = '.quick-input-list .monaco-list-row';
    await driver.waitForText(list, 'binary.txt');
    const shown = flat((await driver.textsOf(list)).join(' '));
    for (const name of Object.keys(files)) assert.ok(shown.includes(name), `${name} is not in: ${shown}`);
    await driver.press('Escape');
  });

  it('has no finding any more when it is gone', async () => {
    for (const name of Object.keys(files)) rmSync(seed(name), { force: true });
    let left: string[] = [];
    await eventually('no finding', () => {
      left = vscode.languages.getDiagnostics().flatMap(([uri, found]) => (path.basename(uri.path) in files ? found.map(({ message }) => `${path.basename(uri.path)}: ${message}`) : []));
      return left.length === 0 ? true : undefined;
    }, 20_000).catch((error: unknown) => { throw new Error(`${String(error)}; left are ${left.join(', ')}`); });
  });
});
