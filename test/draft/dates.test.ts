import assert from 'node:assert/strict';
import { dateAt } from '../../src/draft/dates';
import { proseOf } from '../../src/draft/prose';

/** The date at the mark `|`, as `words = value`; empty when there is none. */
function at(marked: string): string {
  const offset = marked.indexOf('|'), date = dateAt(proseOf(marked.replace('|', ''), 'markdown'), offset);
  return date ? `${date.text} = ${date.value}` : '';
}

describe('dateAt', () => {
  it('gives the date under the cursor, and no year that the draft does not state', () => {
    assert.equal(at('They met on Oct|ober 7 in Oslo.'), 'October 7 = XXXX-10-07');
    assert.equal(at('They met on 7 October 202|3.'), '7 October 2023 = 2023-10-07');
    assert.equal(at('It began in |April 2024.'), 'April 2024 = 2024-04');
  });
  it('reads on behind a line break and around a citation', () => {
    assert.equal(at('They met [@key] on October\n|7, 2023.'), 'October\n7, 2023 = 2023-10-07');
  });
  it('gives nothing for other words, for durations, in code and outside prose', () => {
    for (const draft of ['The |minister may come.', 'It took thr|ee days.', '`October| 7`', '---\ndate: 2023-10|-07\n---\n\nText.']) assert.equal(at(draft), '', draft);
  });
});
