/** Texts of the code: all of them stand in the bundles, English and German, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bareTexts, isProse } from '../../scripts/texts/bare';
import { bundleOf, collectTexts } from '../../scripts/texts/collect';
import { codeMeanings } from '../../src/features/verification/finding';
import { isListed } from '../../src/features/phrases';
import { root } from './manifest';

const bundle = (name: string): Record<string, string> => JSON.parse(readFileSync(path.join(root, 'l10n', name), 'utf8')) as Record<string, string>;
const values = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

describe('texts of the code', () => {
  const uses = collectTexts(), english = bundleOf(uses), german = bundle('bundle.l10n.de.json');

  it('are written out where they are asked for', () => {
    assert.ok(uses.length > 100, 'the search finds the places');
    assert.deepEqual(uses.filter(({ text }) => text === undefined).map(({ place }) => place), []);
  });

  it('stand in the bundle for translators (npm run texts)', () => assert.deepEqual(bundle('bundle.l10n.json'), english));

  it('are all in German, and no other', () => {
    assert.deepEqual(Object.keys(english).filter((text) => !german[text]), []);
    assert.deepEqual(Object.keys(german).filter((text) => english[text] === undefined), []);
  });

  it('are all that the editor, the server and the timeline say', () => {
    const shown = ['extension', 'server', 'webview', ...['finding', 'fixes', 'hidden', 'verifyDraft'].map((name) => `features/verification/${name}.ts`)];
    // Values of settings, pages, fonts and paths of a drawing; what the command line and the report of a problem say is in English.
    const names = /^words(?:, speaker)? and citation$|^default-src |^<!DOCTYPE|^Segoe UI|^M .*H|reportProblem/, meanings = new Set(Object.values(codeMeanings));
    assert.deepEqual(bareTexts(shown).filter(({ text }) => isProse(text) && !names.test(text) && !meanings.has(text) && !isListed(text)).filter(({ place }) => !names.test(place)).map(({ place, text }) => `${place} ${text}`), []);
  });

  it('have the same values in German', () => {
    // A century is counted in words here and in figures there.
    for (const [text, translation] of Object.entries(german)) if (!text.endsWith(' century')) assert.deepEqual(values(translation), values(text), text);
  });
});
