import assert from 'node:assert/strict';
import { escapeFor, notationOf, safeUrl } from '../../../src/features/citations/escape';
import { formatCitation, type CitationForm } from '../../../src/features/citations/format';
import { articleOf, known } from './article';

function check(form: CitationForm, languageId: string, expected: string, article = known, draft = 'Words.\n'): void {
  it(`${form} in ${languageId} → ${expected}`, () => {
    const result = formatCitation({ form, languageId, articles: [article], draft, bibliography: { text: undefined, name: 'references.json', articlePaths: [article.path] } });
    assert.ok(result.ok);
    const notes = result.edits.map((edit) => (edit.kind === 'note' ? draft.slice(0, edit.offset) + edit.text : `+${edit.key}`));
    assert.equal([(result.spaced ? ' ' : '') + result.text, ...notes].join(' | '), expected);
  });
}

describe('formatCitation', () => {
  check('pandoc', 'markdown', ' [@evh-2024-storm-closes-harbour] | +evh-2024-storm-closes-harbour');
  check('pandoc', 'latex', ' \\autocite{evh-2024-storm-closes-harbour} | +evh-2024-storm-closes-harbour');
  check('latex', 'quarto', ' \\autocite{evh-2024-storm-closes-harbour} | +evh-2024-storm-closes-harbour');
  check('pandoc', 'typst', ' @evh-2024-storm-closes-harbour | +evh-2024-storm-closes-harbour');
  check('typst', 'markdown', ' [@evh-2024-storm-closes-harbour] | +evh-2024-storm-closes-harbour');
  check('pandoc', 'asciidoc', ' (Example Valley Herald, 5 March 2024)');
  check('inline', 'markdown', ' (Example Valley Herald, 5 March 2024)');
  check('inline', 'markdown', ' (SCMP, n.d.)', articleOf({ outlet: 'SCMP' }));
  check('inline', 'markdown', ' (harbour.txt, n.d.)', articleOf());
  check('inline', 'markdown', ' (A \\[b\\](c) \\*d\\* \\<e\\>, March 2024)', articleOf({ outlet: 'A [b](c)\n*d* <e>', published: '2024-03' }));
  check('link', 'markdown', ' ([Example Valley Herald, 5 March 2024](https://herald.example/storm))');
  check('link', 'markdown', ' ([SCMP, n.d.](../a%20%28b%29.txt))', articleOf({ outlet: 'SCMP' }, '', '../a (b).txt'));
  check('link', 'latex', ' (\\href{https://x.example/a\\#b}{A \\& B, n.d.})', articleOf({ outlet: 'A & B', url: 'https://x.example/a#b' }));
  check('link', 'typst', ' (#link("https://herald.example/storm")[Example Valley Herald, 5 March 2024])');
  check('link', 'asciidoc', ' (link:https://herald.example/storm[Example Valley Herald&#44; 5 March 2024])');
  check('link', 'restructuredtext', ' (`Example Valley Herald, 5 March 2024 <https://herald.example/storm>`__)');
  it('cites several articles in one citation', () => {
    const other = articleOf({ outlet: 'SCMP', published: '2024-03-06', title: 'Storm over Luz' }, '', '../b.txt'), short = 'Ana van Luz and J. Roe';
    const cited = (form: CitationForm, languageId: string): string => {
      const result = formatCitation({ form, languageId, articles: [known, other, known], draft: 'Words.\n', bibliography: { text: undefined, name: languageId === 'latex' ? 'r.bib' : 'r.json', articlePaths: [known.path, other.path, known.path] } });
      assert.ok(result.ok);
      return [result.text, ...result.edits.map((edit) => (edit.kind === 'note' ? edit.text.trim() : `+${edit.key}`))].join(' | ');
    };
    assert.equal(cited('pandoc', 'markdown'), '[@evh-2024-storm-closes-harbour; @scmp-2024-storm-luz] | +evh-2024-storm-closes-harbour | +scmp-2024-storm-luz');
    assert.equal(cited('latex', 'latex'), '\\autocite{evh-2024-storm-closes-harbour,scmp-2024-storm-luz} | +evh-2024-storm-closes-harbour | +scmp-2024-storm-luz');
    assert.equal(cited('typst', 'typst').split(' | ')[0], '@evh-2024-storm-closes-harbour @scmp-2024-storm-luz');
    assert.ok(cited('inline', 'markdown').startsWith('(Example Valley Herald, 5 March 2024; SCMP, 6 March 2024'));
    assert.match(cited('footnote', 'markdown'), new RegExp(`^\\[\\^1\\] \\| \\[\\^1\\]: ${short}.* \\*Storm over Luz\\*, SCMP, 6 March 2024`));
  });
  const long = 'Ana van Luz and J. Roe, *Storm closes the harbour*, Example Valley Herald, 5 March 2024, <https://herald.example/storm>.';
  check('footnote', 'markdown', `[^1] | Words.\n\n[^1]: ${long}\n`);
  check('footnote', 'markdown', `[^1] | Words.\n\n[^1]: ${long}\n`, known, 'Words.');
  check('footnote', 'markdown', `[^2] | Words[^1].\n\n[^1]: One.\n[^2]: ${long}\n`, known, 'Words[^1].\n\n[^1]: One.');
  check('footnote', 'markdown', '[^a]', known, `Words[^a].\n\n[^a]: ${long}\n`);
  check('footnote', 'markdown', `[^2] | Words[^1].\r\n\r\n[^2]: ${long}\r\n`, known, 'Words[^1].\r\n');
  check('footnote', 'markdown', `[^1] | [^1]: \\[The harbour of Luz was closed on Monday after a …\\], n.d., ../harbour.txt.\n`, articleOf(), '');
  check('footnote', 'latex', '\\footnote{Ana van Luz and J. Roe, \\emph{Storm closes the harbour}, Example Valley Herald, 5 March 2024, \\url{https://herald.example/storm}.}');
  check('footnote', 'restructuredtext', ' [#n1]_ | Words.\n\n.. [#n1] Ana van Luz and J. Roe, *Storm closes the harbour*, Example Valley Herald, 5 March 2024, https://herald.example/storm.\n');
  check('footnote', 'plaintext', ' (Example Valley Herald, 5 March 2024)');
  it('passes on what is wrong with the bibliography', () => {
    const result = formatCitation({ form: 'pandoc', languageId: 'markdown', articles: [known], draft: '', bibliography: { text: '[', name: 'r.json', articlePaths: ['a.txt'] } });
    assert.ok(!result.ok && result.message.startsWith('r.json is not'));
  });
});

describe('escapeFor', () => {
  const hostile = '[a](command:x) <b> `c` ${d} \\e{f} %g #h _i_ *j* ~k ^l &m @n "o" {{< p >}}';
  it('leaves no live markup', () => {
    assert.equal(escapeFor('latex', hostile), '[a](command:x) <b> `c` \\$\\{d\\} \\textbackslash{}e\\{f\\} \\%g \\#h \\_i\\_ *j* \\textasciitilde{}k \\textasciicircum{}l \\&m @n "o" \\{\\{< p >\\}\\}');
    for (const notation of ['markdown', 'typst', 'restructuredtext'] as const) assert.doesNotMatch(escapeFor(notation, hostile), /(?<!\\)[*`<>_]/);
    assert.doesNotMatch(escapeFor('asciidoc', hostile), /[[\]*_`<{]/);
    assert.equal(escapeFor('plaintext', 'a\n\n# b'), 'a # b');
  });
  it('keeps addresses that are none out', () => {
    assert.equal(safeUrl('javascript:alert(1)'), undefined);
    assert.equal(safeUrl('https://x.example/a(b)"c" d'), 'https://x.example/a%28b%29%22c%22%20d');
    assert.equal(notationOf('klingon'), 'plaintext');
  });
});
