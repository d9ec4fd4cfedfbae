import assert from 'node:assert/strict';
import { phrasesAt } from '../../src/draft/words';
import { draftAt } from './marked';

function check(marked: string, expected: string[], languageId?: string): void {
  it(`${marked.replaceAll('\n', '↵')} → ${expected.join(', ') || 'nothing'}`, () => {
    const { draft, offset } = draftAt(marked, languageId);
    const found = phrasesAt(draft, offset);
    assert.deepEqual(found.map((phrase) => phrase.text), expected);
    for (const phrase of found) assert.ok(phrase.start <= offset && offset <= phrase.end + 2, 'the cursor is on the phrase or on its possessive ending');
    for (const phrase of found) assert.equal(draft.text.slice(phrase.start, phrase.end).replaceAll('*', ''), phrase.text);
  });
}

describe('phrasesAt', () => {
  check('the trade minister Ana Lu|z spoke', ['Ana Luz', 'Luz']);
  check('the trade minister A|na Luz spoke', ['Ana Luz', 'Ana']);
  check('Jean-Pie|rre Dubois said', ['Jean-Pierre Dubois', 'Jean-Pierre', 'Pierre']);
  check('asked O’Bri|en whether', ['O’Brien']);
  check("asked O'Bri|en's aide", ["O'Brien"]);
  check('the Trade Min|istry’s offer', ['Trade Ministry', 'Ministry']);
  check('the Trade Ministry’|s offer', ['Trade Ministry', 'Ministry']);
  check('in the U.|S. on', ['U.S.']);
  check('told NA|TO.', ['NATO']);
  check('NATO|', ['NATO']);
  check('the Bank o|f Ghana said', ['Bank of Ghana']);
  check('Bank of Gh|ana', ['Bank of Ghana', 'Ghana']);
  check('The Tim|es said', ['The Times', 'Times']);
  check('an anti-Gha|na crowd', ['anti-Ghana', 'Ghana']);
  check('*Ana* Lu|z', ['Ana Luz', 'Luz']);
  check('Ana\nLu|z', ['Ana\nLuz', 'Luz']);
  check('John F. Br|own left', ['John F. Brown', 'F. Brown', 'Brown']);
  check('\\emph{Ana} Lu|z', ['Luz'], 'plaintext');
  it('gives a run of a hundred capitalised words in few, short candidates', () => {
    const { draft, offset } = draftAt(`${'Alpha '.repeat(50)}Be|ta ${'Gamma '.repeat(50)}`);
    const found = phrasesAt(draft, offset);
    assert.ok(found.length <= 49);
    assert.ok(found.every((phrase) => phrase.text.split(' ').length <= 13));
  });
  describe('finds nothing', () => {
    check('the minis|ter Ana Luz', []);
    check('Th|e minister', []);
    check('He| said', []);
    check('`Ana Lu|z`', []);
    check('![Ana Lu|z](a.png)', []);
    check('[@An|a2020]', []);
    check('---\nauthor: Ana Lu|z\n---\n', []);
    check('2|024', []);
    check('Ana , | Luz', []);
    check('|', []);
  });
});
