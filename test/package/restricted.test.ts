/** Restricted Mode: what a workspace that is not trusted may set. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './manifest';

interface Manifest {
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: unknown; readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: { readonly configuration: readonly { readonly properties: Readonly<Record<string, { readonly scope?: string }>> }[] };
}

describe('Restricted Mode', () => {
  const { capabilities, contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const { supported, restrictedConfigurations } = capabilities.untrustedWorkspaces;

  it('is declared, so that the articles inside the workspace can be read in it', () => assert.equal(supported, 'limited'));

  it('takes no setting that names a file or a folder from the workspace', () => {
    assert.deepEqual([...restrictedConfigurations].sort(), ['attest.bibliography.style', 'attest.citation.bibliography', 'attest.corpus.exclude', 'attest.corpus.folders']);
  });

  it('restricts settings that exist', () => {
    const settings = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    assert.deepEqual(restrictedConfigurations.filter((name) => !settings.includes(name)), []);
  });
});
