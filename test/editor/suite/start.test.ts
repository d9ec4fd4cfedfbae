/** The start: a draft is opened, and without any command the sample corpus is indexed. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import * as vscode from 'vscode';
import { extension, indexed } from '../support/attest';
import { driver } from '../support/driver';
import { variables } from '../support/protocol';
import { eventually, openDraft, workspaceFolder } from '../support/workbench';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('starting', () => {
  before(async () => {
    await openDraft('start.md', '# A draft\n');
  });

  it('activates when a draft is open', async () => {
    await eventually('activation', () => (extension().isActive ? true : undefined), 20_000);
  });

  it('is the extension that is to be tried: the source folder, or the installed package', () => {
    const home = process.env[variables.home] ?? '';
    const { extensionPath } = extension();
    assert.ok(extensionPath.startsWith(home) && home !== '', `${extensionPath} is not in ${home}`);
  });

  it('indexes the articles of the workspace by itself and says how many', async () => {
    await indexed(3);
  });

  it('provides every command that the manifest names', async () => {
    const { contributes } = extension().packageJSON as Manifest;
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(contributes.commands.map(({ command }) => command).filter((command) => !known.includes(command)), []);
  });

  it('complains of nothing', async () => {
    assert.deepEqual(await driver.textsOf('.notifications-toasts .notification-list-item'), []);
  });

  it('keeps its index out of the folder of the writer', () => {
    const files = readdirSync(workspaceFolder(), { recursive: true, encoding: 'utf8' });
    assert.deepEqual(files.filter((file) => !/\.(md|txt|json)$|^seeds([\\/]drafts)?$/.test(file)), []);
  });
});
