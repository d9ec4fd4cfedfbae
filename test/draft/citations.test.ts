import assert from 'node:assert/strict';
import { citationAt, citationsBeside, citationsOf, openKeyAt } from '../../src/draft/citations';
import { bibliographiesOf } from '../../src/draft/frontMatter';
import { proseOf } from '../../src/draft/prose';
import { quotesOf } from '../../src/draft/quotes';
import { draftAt } from './marked';

function check(text: string, expected: string[], languageId = 'markdown'): void {
  it(`${languageId}: ${text.replaceAll('\n', '↵')}`, () => {
    const found = citationsOf(proseOf(text, languageId)).map((citation) => {
      const { note, source, url } = citation;
      const rest = note ? `${note.label}=${note.definition ? text.slice(note.definition.start, note.definition.end).trim() : '?'}` : source ? `${source.outlet}/${source.date ?? 'unknown'}` : url ?? citation.keys.map((key) => key.text).join('+');
      return `${citation.form} ${text.slice(citation.start, citation.end)} ${rest}`;
    });
    assert.deepEqual(found, expected);
  });
}

describe('citationsOf', () => {
  check('So [@luz2020, p. 3].', ['key [@luz2020, p. 3] luz2020']);
  check('So [see @a:b_c; -@{d e}].', ['key [see @a:b_c; -@{d e}] a:b_c+d e']);
  check('As @luz2020. says', ['key @luz2020 luz2020']);
  check('A note[^n] and[^m].\n\n[^n]: Luz, *Port*.', ['note [^n] n=Luz, *Port*.', 'note [^m] m=?']);
  check('So (Herald, n.d.) and (The Herald, 5 March 2024) and (Herald, March 5, 2024).', ['inline (Herald, n.d.) Herald/unknown', 'inline (The Herald, 5 March 2024) The Herald/5 March 2024', 'inline (Herald, March 5, 2024) Herald/March 5, 2024']);
  check('So ([Herald, 2024](../a.txt)).', ['link [Herald, 2024](../a.txt) ../a.txt']);
  check('Mail a@b.example (in short, no date) `[@code]` \\@x', ['link a@b.example mailto:a@b.example']);
  check('So~\\autocite[3]{luz,roe} and \\citep{doe}.', ['key \\autocite[3]{luz,roe} luz+roe', 'key \\citep{doe} doe'], 'latex');
  check('So @luz[p. 3] and #cite(<roe>).', ['key @luz[p. 3] luz', 'key #cite(<roe>) roe'], 'typst');
  check('So cite:[luz,roe].', ['key cite:[luz,roe] luz+roe'], 'asciidoc');
  check('So :cite:p:`luz` and [#n]_.\n\n.. [#n] Port.', ['key :cite:p:`luz` luz', 'note [#n]_ n=Port.'], 'restructuredtext');
});

describe('citationsBeside', () => {
  const beside = (text: string, expected: string[]): void => {
    it(text, () => {
      const draft = proseOf(text, 'markdown'), [quote, next] = quotesOf(draft);
      assert.deepEqual(citationsBeside(draft, quote!, next?.outerStart).map((citation) => text.slice(citation.start, citation.end)), expected);
    });
  };
  beside('“Open it” [@a].', ['[@a]']);
  beside('“Open it,” Luz said [@a]. Roe agreed [@b].', ['[@a]']);
  beside('“Open it.” [@a] Roe agreed [@b].', ['[@a]']);
  beside('“Open it,” and “shut it” [@a].', []);
  beside('[@b] says “open it”.', []);
});

describe('openKeyAt', () => {
  const key = (marked: string, expected: string | undefined, languageId?: string): void => {
    it(marked, () => {
      const { draft, offset } = draftAt(marked, languageId);
      assert.equal(openKeyAt(draft, offset)?.typed, expected);
    });
  };
  key('So [@lu|', 'lu');
  key('So [@|', '');
  key('So [see @a; @b|', 'b');
  key('So \\autocite{a, lu|', 'lu', 'latex');
  key('mail a@b|', undefined);
  key('So it is|', undefined);
});

describe('citationAt and bibliographiesOf', () => {
  it('finds the citation under the cursor', () => {
    const { draft, offset } = draftAt('So [@lu|z] on');
    assert.equal(citationAt(draft, offset)?.keys[0]?.text, 'luz');
    assert.equal(citationAt(draft, 0), undefined);
  });
  it('reads what the draft names', () => {
    assert.deepEqual(bibliographiesOf('---\ntitle: A\nbibliography: refs.json\n---\n', 'markdown'), ['refs.json']);
    assert.deepEqual(bibliographiesOf('---\r\nbibliography: [a.json, b.bib]\r\n---\r\n', 'quarto'), ['a.json', 'b.bib']);
    assert.deepEqual(bibliographiesOf('---\nbibliography: [a\n---\n', 'markdown'), []);
    assert.deepEqual(bibliographiesOf('bibliography: a.json', 'markdown'), []);
    assert.deepEqual(bibliographiesOf('\\addbibresource{a.bib}\\bibliography{b,c}', 'latex'), ['a.bib', 'b', 'c']);
    assert.deepEqual(bibliographiesOf('#bibliography("a.yml")', 'typst'), ['a.yml']);
  });
});
