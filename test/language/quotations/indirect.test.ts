import assert from 'node:assert/strict';
import { checkSpans, find } from './support';

function checkIndirect(text: string, expected: readonly (readonly [words: string, speaker: string, cue: string])[]): void {
  const found = find(text).filter((q) => q.form === 'indirect');
  assert.deepEqual(found.map((q) => [q.text, q.speaker?.text, q.cue?.text]), expected.map((row) => [...row]));
  checkSpans(text, found);
}

describe('indirect speech', () => {
  it('follows a reporting verb, with or without that', () => {
    checkIndirect('Ada Moss said that the river would rise.', [['the river would rise', 'Ada Moss', 'said']]);
    checkIndirect('Ada Moss said the river would rise by night.', [['the river would rise by night', 'Ada Moss', 'said']]);
    checkIndirect('Ada Moss told reporters on Friday that the river would rise.', [['the river would rise', 'Ada Moss', 'told']]);
    checkIndirect('The ministry announced it would close the bridge.', [['it would close the bridge', 'The ministry', 'announced']]);
  });
  it('stands before the one who says it', () => {
    checkIndirect('The river will rise by night, Ada Moss said.', [['The river will rise by night', 'Ada Moss', 'said']]);
    checkIndirect('The river had risen by night, according to Ada Moss.', [['The river had risen by night', 'Ada Moss', 'according to']]);
    checkIndirect('According to Ada Moss, the river rose by night.', [['the river rose by night', 'Ada Moss', 'According to']]);
  });
  it('is marked as such beside a quotation', () => {
    const found = find('“It rains,” said Ada Moss. She added that the river would rise.');
    assert.deepEqual(found.map((q) => [q.form, q.text]), [['direct', 'It rains,'], ['indirect', 'the river would rise']]);
  });
  it('is not found where words of it stand between marks', () => checkIndirect('Ada Moss said that the river was “much too high” by night.', []));
});

describe('what is no indirect speech', () => {
  it('is a verb with an object, an infinitive or nothing', () => {
    checkIndirect('Ada Moss told a long story.', []);
    checkIndirect('Ada Moss called the council.', []);
    checkIndirect('Ada Moss promised to return.', []);
    checkIndirect('On Monday, Ada Moss said.', []);
  });
  it('is a noun', () => checkIndirect('The reports on the flood that the river left were long.', []));
});
