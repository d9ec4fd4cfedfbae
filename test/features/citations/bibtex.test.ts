import assert from 'node:assert/strict';
import fc from 'fast-check';
import { worksIn } from '../../../src/features/citations/bibliographyFile';
import { addToBibtex, bibtexEntry, bibtexWorks, escapeBibtex } from '../../../src/features/citations/bibtex';
import { readBibtex } from '../../../src/features/citations/bibtexFile';
import { plainLatex } from '../../../src/features/citations/latexText';
import { growth } from '../../support/growth';
import { articleOf, known } from './article';

const key = 'evh-2024-storm-closes-harbour';
const written = `@article{${key},
  author = {van Luz, Ana and Roe, J.},
  title = {{Storm closes the harbour}},
  journal = {{Example Valley Herald}},
  date = {2024-03-05},
  year = {2024},
  url = {https://herald.example/storm},
  entrysubtype = {newspaper},
  file = {../harbour.txt},
}
`;

describe('bibtexEntry', () => {
  it('has what is stated', () => assert.equal(`${bibtexEntry(known, key)}\n`, written));
  it('leaves out what is not stated, and pads no date', () => {
    assert.match(bibtexEntry(articleOf({ published: '2024-03' }), 'k'), /date = \{2024-03\},\n {2}year/);
    assert.match(bibtexEntry(articleOf({ published: '2024' }), 'k'), /\},\n {2}year = \{2024\}/);
    assert.doesNotMatch(bibtexEntry(articleOf(), 'k'), /date|year|author|journal|url/);
  });
  it('keeps an institution in one piece', () => assert.match(bibtexEntry(articleOf({ byline: 'Herald staff and agencies' }), 'k'), /author = \{\{Herald staff\} and \{agencies\}\}/));
  it('takes no text of an article for a command', () => {
    assert.equal(escapeBibtex('50% of R&D_costs #1 ~\\end{x} $5^2'), '50\\% of R\\&D\\_costs \\#1 \\textasciitilde{}\\textbackslash{}end\\{x\\} \\$5\\textasciicircum{}2');
    assert.equal(escapeBibtex('a } b { c'), 'a \\textbraceright{} b \\textbraceleft{} c');
  });
});

describe('addToBibtex', () => {
  it('begins a file', () => assert.deepEqual(addToBibtex(undefined, known), { ok: true, text: written, key, added: true, insertion: { offset: 0, text: written } }));
  it('adds to the end and leaves the rest alone, once', () => {
    for (const before of ['@book{doe,\n  title = "A {B}ook",\n}', '% mine\n@string{h = {Herald}}\r\n@misc(x, title = h # { Two})\r\n', '@article{broken, title = {never closed\n']) {
      const once = addToBibtex(before, known);
      assert.ok(once.text.startsWith(before));
      assert.equal(once.added, true);
      assert.deepEqual(addToBibtex(once.text, known), { ok: true, text: once.text, key, added: false });
    }
  });
  it('knows an article that another program has written, by address or headline', () => {
    for (const fields of ['url = "http://www.herald.example/storm/"', 'title = {{S}torm Closes the Harbour}, journaltitle = {Example Valley Herald}, year = 2024, month = mar, date = {2024-03-05}', 'file = {Text:../harbour.txt:text/plain}']) {
      assert.deepEqual(addToBibtex(`@online{own, ${fields}}`, known).key, 'own', fields);
    }
    assert.notEqual(addToBibtex('@online{own, title = {Storm closes the harbour}, date = {2023-03-05}}', known).key, 'own');
  });
  it('gives another key where the key is taken', () => assert.equal(addToBibtex(`@book{${key.toUpperCase()}, title = {Other}}`, known).key, `${key}-2`));
  it('keeps paths with any mark', () => {
    for (const path of ['../a b;c{d.txt', '100%.txt', 'a:b:c.txt', 'ärzte\\x.txt']) {
      const { text } = addToBibtex('', { ...known, path });
      assert.equal(bibtexWorks(text)[0]?.path, path);
    }
  });
});

describe('readBibtex', () => {
  it('reads values of every form', () => {
    const [entry] = readBibtex('@STRING{h = "Her" # {ald}} @comment{x} @Article { k:1 , Title = {A {B} c}, journal=h # { Post}, year = 2024, note = "say {"}hi{"}" }');
    assert.deepEqual([entry?.type, entry?.key, ...(entry?.fields ?? [])], ['article', 'k:1', ['title', 'A {B} c'], ['journal', 'Herald Post'], ['year', '2024'], ['note', 'say {"}hi{"}']]);
  });
  it('goes on behind an entry that is broken', () => {
    assert.deepEqual(readBibtex('@article{a, title = {x\n@book{b, title = {y}}\n@{}\nmail me@here.org\n@misc{c}').map((entry) => entry.key), ['a', 'b', 'c']);
  });
  it('takes a time that grows with the length, whatever is never closed', () => {
    for (const unit of ['@a{k, x = {', '@a{k, x = "', '@a{k,\n', '@', '@string{a = # ', '{', '@a{k, x = y # ']) {
      assert.ok(growth((n) => { const text = unit.repeat(n); return () => readBibtex(text); }, 10_000, 3) < 3, unit);
    }
  });
  it('reads anything', () => {
    fc.assert(fc.property(fc.string(), (text) => void readBibtex(text)));
    fc.assert(fc.property(fc.array(fc.constantFrom('@article{', 'k', ',', 'title', '=', '{', '}', '"', '#', '\n', '\\', '@string(', ')')).map((parts) => parts.join('')), (text) => void readBibtex(text)));
  });
  it('reads back what is written of any article', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (title, outlet) => {
      const article = articleOf({ title: `T${title}`, outlet: `O${outlet}`, published: '2024-03-05' });
      const { text } = addToBibtex('', article);
      assert.equal(addToBibtex(text, article).added, false);
      assert.equal(addToBibtex(text, { ...article, path: 'elsewhere.txt' }).added, false, text);
      assert.equal(worksIn(text).length, 1);
    }));
  });
});

describe('plainLatex', () => {
  for (const [text, expected] of [['G{\\"o}del', 'Gödel'], ["Caf\\'e", 'Café'], ['\\v{S}koda', 'Škoda'], ['A \\& B -- C', 'A & B – C'], ['{\\ss}', 'ß'], ["\\'{\\i}", 'í'], ['``x\'\'', '“x”'], ['', '']] as const) {
    it(text, () => assert.equal(plainLatex(text), expected));
  }
});
