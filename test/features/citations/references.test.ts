import assert from 'node:assert/strict';
import { addToBibliography } from '../../../src/features/citations/bibliography';
import { addToBibtex } from '../../../src/features/citations/bibtex';
import { cslDataIn } from '../../../src/features/citations/cslData';
import type { Notation } from '../../../src/features/citations/escape';
import { formatReferences, inNotation, type StyleName, styleNames, styleOf } from '../../../src/features/citations/references';
import { articleOf, known } from './article';

const gate = articleOf({ title: 'A *gate* & <b>more</b>_', outlet: 'Post [Online]', published: '2023-11' }, '', '../gate.txt');

async function references(style: StyleName, notation: Notation = 'markdown', text = both('json')): Promise<readonly string[]> {
  const made = await formatReferences([...cslDataIn(text).values()], styleOf(style), notation, style);
  assert.ok(made.ok, made.ok ? '' : made.message);
  return made.entries;
}

/** A bibliography of two articles. */
function both(format: 'json' | 'bib'): string {
  let text: string | undefined;
  for (const article of [known, gate]) {
    const result = format === 'bib' ? addToBibtex(text, article) : addToBibliography(text, article);
    assert.ok(result.ok);
    text = result.text;
  }
  return text!;
}

describe('formatReferences', () => {
  const expected: Readonly<Record<StyleName, readonly RegExp[]>> = {
    apa: [/^A \\\*gate\\\* \\& .*more.*\\_\. \(2023, November\)\. \*Post \\\[Online\\\]\*\.$/, /^van Luz, A\., \\& Roe, J\. \(2024, March 5\)\. Storm closes the harbour\. \*Example Valley Herald\*\. <https:\/\/herald\.example\/storm>$/],
    'chicago-author-date': [/^Luz, Ana van, and J\. Roe\. 2024\. “Storm (?:C|c)loses the (?:H|h)arbour\.” \*Example Valley Herald\*, March 5\. <https:\/\/herald\.example\/storm>\.$/, /^\*Post \\\[Online\\\]\*\. 2023\./],
    mla: [/^“A \\\*(?:G|g)ate\\\*/, /^van Luz, Ana, and J\. Roe\. “Storm (?:C|c)loses the (?:H|h)arbour\.” \*Example Valley Herald\*, 5 Mar\. 2024, <https:\/\/herald\.example\/storm>\.$/],
  };
  for (const style of styleNames) {
    it(`writes ${style}, in its order`, async () => {
      const entries = await references(style);
      assert.equal(entries.length, 2);
      for (const [i, entry] of entries.entries()) assert.match(entry, expected[style][i]!);
    });
  }
  it('says the same of BibTeX', async () => assert.deepEqual((await references('apa', 'markdown', both('bib'))).map((entry) => entry.replace(/<|>/g, '')).at(1), (await references('apa')).map((entry) => entry.replace(/<|>/g, '')).at(1)));
  it('writes the notation of the draft', async () => {
    assert.match((await references('apa', 'latex'))[1]!, /^van Luz, A\., \\& Roe.* \\emph\{Example Valley Herald\}\. \\url\{https:\/\/herald\.example\/storm\}$/);
    assert.match((await references('apa', 'typst'))[1]!, /#emph\[Example Valley Herald\]\. #link\("https:\/\/herald\.example\/storm"\)$/);
  });
  it('never prints the tie to the corpus', async () => {
    for (const style of styleNames) for (const format of ['json', 'bib'] as const) assert.doesNotMatch((await references(style, 'plaintext', both(format))).join('\n'), /attest|harbour\.txt/);
  });
  it('says what is wrong with a style', async () => {
    for (const [style, message] of [['nonsense', /x\.csl is no CSL style/], ['<style><citation/></style>', /makes no bibliography/], ['<style><info><link href="y" rel="independent-parent"/></info></style>', /points to another style/], ['<style><bibliography><layout', /cannot be used/]] as const) {
      const made = await formatReferences([...cslDataIn(both('json')).values()], style, 'markdown', 'x.csl');
      assert.match(made.ok ? made.entries.join() : made.message, message);
    }
  });
  it('takes any style that the writer has', async () => {
    const style = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>t</title><id>t</id><updated>2024-01-01T00:00:00+00:00</updated></info><citation><layout><text variable="title"/></layout></citation><bibliography second-field-align="flush"><layout><text variable="citation-number" prefix="[" suffix="]"/><text variable="title" font-style="italic"/></layout></bibliography></style>';
    const made = await formatReferences([...cslDataIn(both('json')).values()], style, 'plaintext', 'own');
    assert.deepEqual(made.ok && made.entries[0], '[1] Storm closes the harbour');
  });
});

describe('inNotation', () => {
  it('keeps what is italic, spaces and addresses, and drops other markup', () => {
    assert.equal(inNotation('<div class="csl-entry">A <i>B_c</i> d&#38;e &lt;x&gt; https://h.example/a_b?c=1&#38;d. <span style="x">S</span></div>', 'markdown'), 'A *B\\_c* d\\&e \\<x\\> <https://h.example/a_b?c=1&d>. S');
  });
});

describe('cslDataIn', () => {
  it('reads works of other programs', () => {
    const works = cslDataIn('@book{b, author = "Luz, Jr., Ana and {Post Staff} and Bo Roe", editor={de la Cruz, Carla}, title = {Two}, subtitle={Half}, year = 1999, publisher = {Press}, note={attest: x}}');
    assert.deepEqual(works.get('b'), {
      id: 'b', type: 'book', title: 'Two: Half', author: [{ family: 'Luz', given: 'Ana', suffix: 'Jr.' }, { literal: 'Post Staff' }, { family: 'Roe', given: 'Bo' }],
      editor: [{ family: 'Cruz', given: 'Carla', 'non-dropping-particle': 'de la' }], issued: { 'date-parts': [[1999]] }, publisher: 'Press',
    });
    assert.deepEqual([...cslDataIn('nonsense'), ...cslDataIn('[1, {"x": 2}, null]'), ...cslDataIn('[broken')], []);
  });
});
