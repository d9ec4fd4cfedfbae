import assert from 'node:assert/strict';
import fc from 'fast-check';
import { prepare } from '../../src/language/document';

/** Checks that the sentences of a text are the parts between the bars. */
function check(marked: string): void {
  const parts = marked.split('|');
  const text = parts.join('');
  assert.deepEqual(prepare(text).sentences.map(({ start, end }) => text.slice(start, end)), parts.map((part) => part.trim()).filter(Boolean));
}

describe('sentences', () => {
  it('end at a full stop, a question, an exclamation', () => {
    check('The bridge fell. |Nobody was hurt! |Who built it? |The city asks.');
  });
  it('go on after abbreviations, initials and numbers', () => {
    check('Gen. Ruth Oyelaran met Mr. Teo on Oct. 7 in St. Malo. |They talked.');
    check('J. K. Farrow, of Larkspur Inc. of Boise, paid 3.5 million. |She left.');
    check('The U.S. Embassy closed. |It reopened in the U.S. |The rest stayed.');
  });
  it('keep the closing mark, and go on where a quotation goes on', () => {
    check('“We are ready.” |The minister left.');
    check('“Are you ready?” he asked.');
  });
  it('go on after an ellipsis before a name, and end before a new subject', () => {
    check('She listed officials, including… Minister Adaeze Obi… and left. |He stayed.');
    check('He waited… |The door opened.');
  });
  it('end with the line, so that a headline stands alone', () => {
    check('Ferry sinks off Sulu|\n\nNinety people were aboard.');
  });
  it('leave noise out', () => {
    const text = 'It rained.\nADVERTISEMENT\nIt stopped.';
    const noise = [{ start: 11, end: 24 }];
    assert.deepEqual(prepare(text, { noise }).sentences.map(({ start, end }) => text.slice(start, end)), ['It rained.', 'It stopped.']);
  });
  it('are none in nothing', () => {
    assert.deepEqual(prepare('').sentences, []);
    assert.deepEqual(prepare(' \n ').sentences, []);
  });
  it('cover every token once, in order, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { tokens, sentences } = prepare(text);
      let next = 0;
      for (const { firstToken, endToken, start, end } of sentences) {
        assert.equal(firstToken, next);
        assert.ok(endToken > firstToken && start >= 0 && end <= text.length && start < end);
        next = endToken;
      }
      assert.equal(next, tokens.count);
    }));
  });
});
