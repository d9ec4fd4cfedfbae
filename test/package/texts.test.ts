/** Texts of the manifest: they stand in `package.nls.json`, and German has each of them. */
import assert from 'node:assert/strict';
import { allMatches, manifestText, manifestTexts } from './manifest';

/** Where the manifest has words for the writer. `category` is the product's name. */
const shown = new Set(['title', 'contents', 'description', 'markdownDescription', 'displayName', 'altText', 'enumDescriptions', 'markdownEnumDescriptions', 'deprecationMessage']);

const english = manifestTexts();
const used = allMatches(manifestText, /"%([\w.-]+)%"/g);

/** What a translation has to keep as it is: commands and links, code, addresses. */
const fixed = (text: string): string[] => [...text.matchAll(/\]\(([^)]+)\)|`([^`]+)`/g)].map(([, link, code]) => link ?? code ?? '').sort();

describe('texts of the manifest', () => {
  it('stand under keys, all that a writer can read', () => {
    const bare: string[] = [];
    JSON.parse(manifestText, function (this: unknown, key: string, value: unknown) {
      const words = typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
      if (shown.has(key)) bare.push(...words.filter((word) => !/^%[\w.-]+%$/.test(word)));
      return value;
    });
    assert.deepEqual(bare.filter((text) => text !== 'Attest'), []);
  });

  it('are there for every key, and no other', () => {
    assert.deepEqual(Object.keys(english).sort(), used);
  });

  it('are all in German, and keep commands, links and code', () => {
    const german = manifestTexts('de');
    assert.deepEqual(Object.keys(german), Object.keys(english));
    for (const [key, text] of Object.entries(english)) {
      assert.deepEqual(fixed(german[key]!), fixed(text), key);
      if (/\p{L} \p{L}/u.test(text.replace(/`[^`]*`/g, ''))) assert.notEqual(german[key], text, `${key} is not translated`);
    }
  });
});
