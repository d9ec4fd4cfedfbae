import assert from 'node:assert/strict';
import { check, direct } from './support';

const utterances = (text: string): number[] => direct(text).map((q) => q.utterance);

describe('quotations that go on', () => {
  it('around their attribution, as one utterance', () => {
    const text = '“It rains,” Ada Moss said, “and it will rain again.”';
    check(text, [['It rains,', 'Ada Moss'], ['and it will rain again.', 'Ada Moss']]);
    assert.deepEqual(utterances(text), [0, 0]);
  });
  it('after it, without a cue of their own', () => {
    const text = '“It rains,” Ada Moss said. “It will rain again. Bring a coat.” Joe Reed said “I have none to bring”.';
    check(text, [['It rains,', 'Ada Moss'], ['It will rain again. Bring a coat.', 'Ada Moss', null], ['I have none to bring', 'Joe Reed']]);
    assert.deepEqual(utterances(text), [0, 0, 1]);
  });
  it('before it, in the same paragraph', () => check('“It rains.” “It will rain again,” said Ada Moss.', [['It rains.', 'Ada Moss'], ['It will rain again,', 'Ada Moss']]));
  it('in the next paragraph, one span for each', () => {
    const text = 'Ada Moss said: “It rains.\n\n“It will rain again.\n\n“Bring a coat.”\n\nNobody did.';
    check(text, [['It rains.', 'Ada Moss'], ['It will rain again.', 'Ada Moss'], ['Bring a coat.', 'Ada Moss']]);
    assert.deepEqual(utterances(text), [0, 0, 0]);
  });
  it('but not where the next paragraph has a speaker of its own', () => {
    const text = 'Ada Moss said: “It rains. It will rain again.\n\n“It will not,” said Joe Reed.';
    check(text, [['It rains. It will rain again.', 'Ada Moss'], ['It will not,', 'Joe Reed']]);
    assert.deepEqual(utterances(text), [0, 1]);
  });
  it('in a paragraph of their own after who spoke last', () =>
    check('“It rains,” said Ada Moss.\n\n“It will rain again all through the week.”', [['It rains,', 'Ada Moss'], ['It will rain again all through the week.', 'Ada Moss']]));
  it('after a paragraph that leads to them with a colon', () =>
    check('Joe Reed was silent. Ada Moss had this answer for the council:\n\n“It rains here all through the week.”', [['It rains here all through the week.', 'Ada Moss']]));
  it('after a sentence about who speaks', () =>
    check('“It rains,” said Ada Moss. Joe Reed supports the dam. “We need it badly, and soon.”', [['It rains,', 'Ada Moss'], ['We need it badly, and soon.', 'Joe Reed']]));
  it('but two phrases of one sentence are two', () =>
    assert.deepEqual(utterances('Ada Moss called it “a bad joke” and “a waste of money”.'), [0, 1]));
});
