import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { txtReader } from '../../../src/article/txt';
import { citationsOf } from '../../../src/draft/citations';
import { bibliographiesOf } from '../../../src/draft/frontMatter';
import { proseOf } from '../../../src/draft/prose';
import { addToBibliography, bibliographyEntries } from '../../../src/features/citations/bibliography';
import { openingOf } from '../../../src/corpus/opening';

describe('the sample draft', () => {
  const draft = readFileSync('seeds/drafts/china-iran-report.md', 'utf8'), bibliography = readFileSync('seeds/drafts/references.json', 'utf8');
  it('has the bibliography that citing its articles makes', () => {
    let text: string | undefined;
    for (const file of readdirSync('seeds').filter((name) => name.endsWith('.txt')).sort()) {
      const article = txtReader.read(readFileSync(`seeds/${file}`), file).articles[0]!;
      const entry = addToBibliography(text, { path: `../${file}`, metadata: article.metadata, opening: openingOf(article.text, article.noise) });
      assert.ok(entry.ok && entry.added);
      text = entry.text;
    }
    assert.equal(bibliography, text);
    assert.deepEqual(bibliographiesOf(draft, 'markdown'), ['references.json']);
  });
  it('cites only what the bibliography has', () => {
    const known = new Set(bibliographyEntries(bibliography).map((entry) => entry.key));
    const cited = citationsOf(proseOf(draft, 'markdown')).flatMap((citation) => citation.keys.map((key) => key.text));
    assert.ok(cited.length >= 5);
    assert.deepEqual(cited.filter((key) => !known.has(key)), []);
  });
});
