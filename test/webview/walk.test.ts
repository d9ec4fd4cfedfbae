import assert from 'node:assert/strict';
import { actionOf } from '../../src/webview/keys';
import type { Mark } from '../../src/webview/scene';
import { type Step, stepFrom } from '../../src/webview/walk';

const mark = (id: string, line: number, x: number): Mark => ({ ids: [id], label: id, line, x, y: line * 30 });
const marks = [mark('a', 0, 10), mark('b', 0, 200), mark('c', 2, 190), mark('d', 2, 20), mark('e', 5, 0)];

describe('stepFrom', () => {
  const go = (from: string, ...steps: Step[]): string => steps.reduce((at, step) => stepFrom(marks, at, step)!, marks.find(({ ids }) => ids[0] === from)!).ids[0]!;
  it('goes along a lane and stops at its ends', () => assert.deepEqual([go('a', 'right'), go('b', 'right'), go('a', 'left'), go('c', 'left'), go('c', 'first'), go('d', 'last')], ['b', 'b', 'a', 'd', 'd', 'c']));
  it('goes to the nearest mark of the next lane that has one', () => assert.deepEqual([go('b', 'down'), go('a', 'down'), go('a', 'down', 'down'), go('e', 'up'), go('a', 'up'), go('e', 'down')], ['c', 'd', 'e', 'd', 'a', 'e']));
  it('begins with the first mark, if there is one', () => {
    assert.equal(stepFrom(marks, undefined, 'right')?.ids[0], 'a');
    assert.equal(stepFrom([], undefined, 'right'), undefined);
  });
});

describe('actionOf', () => {
  const press = (key: string, more: Partial<Parameters<typeof actionOf>[0]> = {}) => actionOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });
  it('knows the keys of the picture', () => {
    assert.deepEqual(press('ArrowLeft'), { kind: 'step', step: 'left' });
    assert.deepEqual(press('ArrowLeft', { shiftKey: true }), { kind: 'pan', share: -0.25 });
    assert.deepEqual(press('0'), { kind: 'all' });
    assert.equal(press('+', { shiftKey: true })?.kind, 'zoom');
  });
  it('leaves other keys, and those with modifiers, to the editor', () => {
    for (const key of ['a', 'Tab', 'F1', 'PageDown']) assert.equal(press(key), undefined);
    assert.equal(press('i', { ctrlKey: true }), undefined);
    assert.equal(press('ArrowUp', { metaKey: true }), undefined);
  });
});
