/** Settings: what the manifest declares is read, and what is read is declared, with the same defaults and choices. */
import assert from 'node:assert/strict';
import { citationForms, defaultFolders, defaultSettings, quoteInserts, readSettings } from '../../src/server/settings';
import { allMatches, manifest, properties, sourceText } from './manifest';

const names = Object.keys(properties).map((name) => name.replace(/^attest\./, ''));
const source = sourceText();

/** The settings as an editor hands them over: the section `attest` as a tree. */
function tree(values: Readonly<Record<string, unknown>>): unknown {
  const section: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const keys = name.split('.').slice(1);
    let at = section;
    for (const key of keys.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>;
    at[keys.at(-1)!] = value;
  }
  return section;
}

describe('settings of the manifest', () => {
  it('belong to the extension, with a default and a description each', () => {
    for (const [name, { default: value, description, markdownDescription }] of Object.entries(properties)) {
      assert.match(name, /^attest\.[a-z]\w*(\.[a-z]\w*)+$/i);
      assert.notEqual(value, undefined, `${name} has no default`);
      assert.ok((description ?? markdownDescription ?? '').length > 20, `${name} has no description`);
    }
  });

  it('are read by the code', () => {
    const literals = allMatches(source, /'(?:attest\.)?([a-z]\w*(?:\.\w+)+)'/gi);
    assert.deepEqual(names.filter((name) => !literals.includes(name)), []);
  });

  it('are all that the code reads and writes', () => {
    const used = [
      ...allMatches(source, /\bat\(\s*section,\s*'([\w.]+)'/g),
      ...allMatches(source, /affectsConfiguration\(\s*'attest\.([\w.]+)'/g),
      ...allMatches(source, /[cC]onfiguration(?:\([^()]*\))?\s*\.(?:get|update|inspect)(?:<[^()]*>)?\(\s*'([\w.]+)'/g),
    ];
    assert.ok(used.length >= names.length / 2, 'the patterns find the places');
    assert.deepEqual(used.filter((name) => !names.includes(name)), []);
  });

  it('have the defaults that the server uses when it is told nothing', () => {
    const declared = Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, property.default]));
    assert.deepEqual(readSettings(tree(declared)), defaultSettings);
    assert.deepEqual(readSettings(undefined), defaultSettings);
  });

  it('offer the choices that the server knows', () => {
    assert.deepEqual(properties['attest.quote.insert']?.enum, [...quoteInserts]);
    assert.deepEqual(properties['attest.citation.form']?.enum, [...citationForms]);
  });

  it('are declared where a distrusted workspace may not set them', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.deepEqual(restrictedConfigurations.filter((name) => properties[name] === undefined), []);
  });
});

describe('activation', () => {
  it('comes with every language of drafts but plain text, which is everywhere', () => {
    for (const language of defaultSettings.draftLanguages) {
      assert.equal(manifest.activationEvents.includes(`onLanguage:${language}`), language !== 'plaintext', language);
    }
  });

  it('comes with every folder that is a corpus without being named', () => {
    for (const folder of defaultFolders) assert.ok(manifest.activationEvents.includes(`workspaceContains:${folder}`), folder);
  });
});
