/** Pandoc reads what is written: the bibliography of a rendered draft is the one that was cited. Skipped where there is no Pandoc. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addToBibtex } from '../../../src/features/citations/bibtex';
import { formatCitation } from '../../../src/features/citations/format';
import { articleOf, known } from './article';

const awkward = articleOf({ title: 'R&D up 50%: “{Why}” #1_of ~many\\ $5', outlet: 'Post & Mail_Online', byline: 'Bo Ström', published: '2023-11' }, '', '../r&d 50%.txt');
const installed = spawnSync('pandoc', ['--version']).status === 0;

describe('Pandoc', () => {
  let folder: string;
  before(function () {
    if (!installed) {
      console.log('      pandoc is not installed: these tests are skipped');
      this.skip();
    }
    folder = mkdtempSync(path.join(tmpdir(), 'attest-pandoc-'));
  });
  after(() => { if (installed) rmSync(folder, { recursive: true, force: true }); });

  function pandoc(args: readonly string[], input: string): string {
    const { status, stdout, stderr } = spawnSync('pandoc', args, { input, cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.equal(stderr, '');
    return stdout;
  }

  /** A draft that cites both articles, and its bibliography. */
  function draftWith(name: string): string {
    let text: string | undefined, draft = `---\nbibliography: ${name}\n---\n\n`;
    for (const article of [known, awkward]) {
      const citation = formatCitation({ form: 'pandoc', languageId: 'markdown', articles: [article], draft, bibliography: { text, name, articlePaths: [article.path] } });
      assert.ok(citation.ok);
      for (const edit of citation.edits) if (edit.kind === 'bibliography') text = edit.text;
      draft += `It was said ${citation.text}.\n\n`;
    }
    writeFileSync(path.join(folder, name), text ?? '');
    return draft;
  }

  for (const name of ['references.json', 'references.bib']) {
    it(`renders a draft with ${name}`, () => {
      const shown = pandoc(['--citeproc', '-t', 'plain', '--wrap=none'], draftWith(name));
      assert.match(shown, /said \((?:van )?Luz and Roe 2024\)\./);
      assert.match(shown, /Luz, Ana van, and J\. Roe\. 2024\. “Storm closes the harbour\.” Example Valley Herald, March 5, 2024\. https:\/\/herald\.example\/storm\./i);
      assert.match(shown, /Ström, Bo\. 2023\. “R&D up 50%: [‘“]\{Why\}[’”] #1_of ~many\\ \$5\.” Post & Mail_Online, November 2023\./i);
      assert.doesNotMatch(shown, /attest:|harbour\.txt/);
    });
  }

  it('reads the .bib file as BibTeX and as BibLaTeX', () => {
    const text = addToBibtex(addToBibtex('', known).text, awkward).text;
    for (const format of ['bibtex', 'biblatex']) {
      const items = JSON.parse(pandoc(['-f', format, '-t', 'csljson'], text)) as { type: string; title: string; issued: unknown; 'container-title': string }[];
      assert.deepEqual(items.map((item) => item.issued), [{ 'date-parts': [[2024, 3, 5]] }, { 'date-parts': [[2023, 11]] }]);
      assert.match(items[0]!.title, /Storm closes the harbour/);
      assert.match(items[1]!['container-title'], /Post & Mail_Online/);
    }
  });

  it('reads footnotes and LaTeX citations', () => {
    const note = formatCitation({ form: 'footnote', languageId: 'markdown', articles: [awkward], draft: 'It was said.', bibliography: { text: '', name: 'x.json', articlePaths: ['x'] } });
    assert.ok(note.ok);
    const shown = pandoc(['-t', 'plain', '--wrap=none'], `It was said${note.text}.\n\n${note.edits.map(({ text }) => text).join('')}`);
    assert.match(shown, /\[1\] Bo Ström, R&D up 50%: “\{Why\}” #1_of ~many\\ \$5, Post & Mail_Online, November 2023, \.\.\/r&d 50%\.txt\.|\[1\] Bo Ström, _R&D up/);
    writeFileSync(path.join(folder, 'refs.bib'), addToBibtex('', known).text);
    const tex = pandoc(['-f', 'latex', '--citeproc', '--bibliography=refs.bib', '-t', 'plain', '--wrap=none'], '\\documentclass{article}\\begin{document}It was said \\autocite{evh-2024-storm-closes-harbour}.\\end{document}');
    assert.match(tex, /Luz and Roe 2024[^]*Storm closes the harbour/i);
  });
});
