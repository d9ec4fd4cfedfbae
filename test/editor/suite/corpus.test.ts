/** Changes in the corpus from outside of the editor, and files that are no articles. */
import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type * as vscode from 'vscode';
import { hoverAt, indexed } from '../support/attest';
import { eventually, openDraft, workspaceFolder } from '../support/workbench';

const soon = 2000;
const seed = (name: string): string => path.join(workspaceFolder(), 'seeds', name);

async function hoverBecomes(document: vscode.TextDocument, word: string, expected: RegExp | 'nothing'): Promise<string> {
  return eventually(`the hover on ${word}: ${String(expected)}`, async () => {
    const hover = await hoverAt(document, word);
    return (expected === 'nothing' ? hover === '' : expected.test(hover)) ? hover || 'nothing' : undefined;
  }, soon);
}

describe('a change in the corpus', () => {
  let document: vscode.TextDocument;

  before(async () => {
    ({ document } = await openDraft('change.md', 'They asked Orla Venn, then Tomasz Brandl, and later Venn alone.\n'));
    await indexed(3);
  });

  after(() => {
    for (const name of ['harbour.txt', 'renamed.txt', 'deeper']) rmSync(seed(name), { recursive: true, force: true });
  });

  it('of an article that is dropped in answers hovers within two seconds', async () => {
    assert.equal(await hoverAt(document, 'Orla Venn'), '');
    writeFileSync(seed('harbour.txt'), '“The harbour wall will stand by spring,” harbour master Orla Venn said on Monday.\n');
    assert.match(await hoverBecomes(document, 'Orla Venn', /harbour/), /Orla Venn/);
  });

  it('of an article that is edited is followed', async () => {
    writeFileSync(seed('harbour.txt'), '“The harbour wall will stand by spring,” engineer Tomasz Brandl said on Monday.\n');
    await hoverBecomes(document, 'Tomasz Brandl', /harbour/);
    await hoverBecomes(document, 'Orla Venn', 'nothing');
  });

  it('of an article that is renamed leads to where it is', async () => {
    renameSync(seed('harbour.txt'), seed('renamed.txt'));
    await hoverBecomes(document, 'Tomasz Brandl', /renamed\.txt/);
  });

  it('of a folder that is added is followed', async () => {
    mkdirSync(seed('deeper'));
    writeFileSync(path.join(seed('deeper'), 'ferry.md'), '---\ntitle: The ferry\n---\n\nOrla Venn sold the ferry in March, the council said.\n');
    await hoverBecomes(document, 'Orla Venn', /ferry/);
    rmSync(seed('deeper'), { recursive: true });
    await hoverBecomes(document, 'Orla Venn', 'nothing');
  });

  it('of an article that is deleted takes it away within two seconds', async () => {
    rmSync(seed('renamed.txt'));
    await hoverBecomes(document, 'Tomasz Brandl', 'nothing');
    await indexed(3);
  });
});
