import assert from 'node:assert/strict';
import { proseOf } from '../../../src/draft/prose';
import { ignoreComments, ignoredIn, quoteIgnorer } from '../../../src/features/verification/ignore';
import { isFileIgnored, readCheckSettings } from '../../../src/features/verification/options';

/** What is silenced of a draft. */
const silenced = (text: string, languageId = 'markdown', sections: readonly string[] = []): string[] => ignoredIn(proseOf(text, languageId), { sections }).map(({ start, end }) => text.slice(start, end));

describe('what the writer silences', () => {
  it('is the quote before a comment that stands behind words', () => {
    assert.deepEqual(silenced('He said “one two” and “three four” <!-- attest: ignore --> and “five six”.'), ['“three four”']);
    assert.deepEqual(silenced('He said “one two” and left. <!-- attest: ignore -->'), ['“one two”']);
  });

  it('is the paragraph after, or around, a comment on a line of its own', () => {
    assert.deepEqual(silenced('One.\n\n<!-- attest: ignore -->\n\nTwo “x”.\n\nThree.'), ['Two “x”.']);
    assert.deepEqual(silenced('> <!-- attest: ignore -->\n> Two.\n\nThree.'), ['Two.']);
  });

  const notations: readonly (readonly [languageId: string, draft: string, silenced: string])[] = [
    ['latex', 'A ``one two\'\' there. % attest: ignore\n\nB ``three four\'\'.', '``one two\'\''],
    ['latex', '% attest: ignore\nA ``one two\'\'.\n\nB ``three four\'\'.', 'A ``one two\'\'.'],
    ['typst', 'A “one two” /* attest: ignore */ there and “three four”.', '“one two”'],
    ['typst', '// attest: ignore\nA “one two”.\n\nB “three four”.', 'A “one two”.'],
    ['asciidoc', '// attest: ignore\nA “one two”.\n\nB “three four”.', 'A “one two”.'],
    ['restructuredtext', '.. attest: ignore\n\nA “one two”.\n\nB “three four”.', 'A “one two”.'],
    ['plaintext', 'A “one two” [attest: ignore] there and “three four”.', '“one two”'],
    ['quarto', 'A “one two” <!-- attest: ignore --> there and “three four”.', '“one two”'],
  ];
  for (const [languageId, draft, expected] of notations) it(`${languageId}: ${JSON.stringify(draft)}`, () => assert.deepEqual(silenced(draft, languageId).map((part) => part.trimEnd()), [expected]));

  it('can be said in every language of drafts', () => {
    for (const languageId of ['markdown', 'quarto', 'plaintext', 'latex', 'tex', 'asciidoc', 'restructuredtext', 'typst']) assert.notDeepEqual(ignoreComments(languageId), {}, languageId);
  });

  it('is a section with a heading that the settings name, with what is below it', () => {
    assert.deepEqual(silenced('# A\n\na\n\n## Readers’  letters\n\nb\n\n### Deeper\n\nc\n\n## D\n\nd\n', 'markdown', ['readers’ letters']), ['Readers’  letters\n\nb\n\n### Deeper\n\nc\n\n## ']);
    assert.match(silenced('\\section{A}\n\na\n\n\\subsection{B}\n\nb\n\n\\section{C}\n\nc\n', 'latex', ['A'])[0]!, /^A\}\n\na\n\n\\subsection\{B\}\n\nb\n\n/);
    assert.deepEqual(silenced('= A\n\na\n\n== B\n\nb\n\n= C\n\nc\n', 'typst', ['b']).map((part) => part.includes('c\n')), [false]);
    assert.deepEqual(silenced('# A\n\na\n', 'markdown', ['B']), []);
  });

  it('is a quote whose words the settings name, whatever its marks', () => {
    const isSilenced = quoteIgnorer({ quotes: ['To be, or not to be'] });
    assert.ok(isSilenced('to be or not to be'));
    assert.ok(!isSilenced('to be or not'));
  });

  it('is a file that the settings name', () => {
    const { ignore } = readCheckSettings({ ignore: { files: ['notes/**', 'old.md', 7] } });
    assert.deepEqual(['notes/a/b.md', 'old.md', 'drafts/old.md', 'a.md'].map((file) => isFileIgnored(file, ignore)), [true, true, false, false]);
  });

  it('is nothing for settings of the wrong type', () => {
    assert.deepEqual(readCheckSettings({ ignore: 'all', severity: 4, minimumWords: '4' }), readCheckSettings(undefined));
  });
});
