import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCorrections } from '../../../src/corpus/corrections/parse';
import { correctArticle } from '../../../src/features/corrections/correctArticle';
import { hideEvents, mergeEvents } from '../../../src/features/corrections/correctEvents';
import { mergeNames, notNames, renameName, splitName } from '../../../src/features/corrections/correctNames';
import { beginning, type Rewritten } from '../../../src/features/corrections/rewrite';

function textOf(result: Rewritten): string {
  assert.ok(result.ok, result.ok ? '' : result.message);
  return result.text;
}
const body = (text: string): string => text.slice(beginning().length).trim();

describe('a correction of an article', () => {
  it('begins the file with what it is for', () => {
    const text = textOf(correctArticle(undefined, { path: 'a.txt' }, { date: '2024-04-12' }));
    assert.ok(text.startsWith(beginning()), text);
    assert.equal(body(text), 'articles:\n  a.txt:\n    date: 2024-04-12');
  });
  it('goes to the entry that is there, and leaves the others as they are', () => {
    const before = '# ours\narticles:\n  # the wire\n  "a.txt":\n    outlet: Wire # sure\n  b.txt:\n    date: 2020\n';
    assert.equal(textOf(correctArticle(before, { path: 'a.txt', content: '0123456789abcdef' }, { date: '2024-04' })), before.replace('# sure\n', '# sure\n    date: 2024-04\n    content: 0123456789abcdef\n'));
  });
  it('is taken back without a trace', () => {
    const before = 'articles:\n  b.txt:\n    date: 2020\n';
    const after = textOf(correctArticle(before, { path: 'a.txt', content: 'aaaabbbb' }, { outlet: 'Wire' }));
    assert.equal(textOf(correctArticle(after, { path: 'a.txt', content: 'aaaabbbb' }, { outlet: undefined })), before);
  });
});

describe('a correction of names', () => {
  it('makes names one, the first shown', () => {
    assert.equal(body(textOf(mergeNames(undefined, [{ name: 'Ana Marin' }, { name: 'Marin', kind: 'person' }]))), 'names:\n  same:\n    - [Ana Marin, Marin (person)]');
  });
  it('joins what the file says of any of them', () => {
    const before = 'names:\n  same:\n    - [A B, C D] # one\n    - [E F, G H]\n    - [I J, K L]\n';
    assert.equal(textOf(mergeNames(before, [{ name: 'C D' }, { name: 'E F' }])), 'names:\n  same:\n    - [C D, E F, A B, G H] # one\n    - [I J, K L]\n');
  });
  it('shows another form, and the old one again', () => {
    const before = 'names:\n  rename:\n    A: B\n', after = textOf(renameName(before, { name: 'Xi' }, 'Xi Jinping'));
    assert.equal(after, `${before}    Xi: Xi Jinping\n`);
    assert.equal(textOf(renameName(after, { name: 'Xi' }, undefined)), before);
  });
  it('gives each article one bearer of a name', () => {
    const first = textOf(splitName(undefined, { name: 'Wang' }, [{ name: 'Wang Yi', articles: ['a.txt', 'b.txt'] }]));
    const second = textOf(splitName(first, { name: 'Wang' }, [{ name: 'Wang Di', articles: ['b.txt'] }]));
    assert.equal(body(second), 'names:\n  split:\n    Wang:\n      Wang Yi: [a.txt]\n      Wang Di: [b.txt]');
  });
  it('lists what is no name once', () => {
    const once = textOf(notNames('names:\n  no-name:\n    - Read More\n', [{ name: 'READ more' }, { name: 'Updated' }]));
    assert.equal(once, 'names:\n  no-name:\n    - Read More\n    - Updated\n');
  });
});

describe('a correction of events', () => {
  const one = { title: 'A meets B', article: 'a.txt', words: 'met B on Monday' }, two = { title: 'B is met', article: 'b.txt', words: 'was met by A' }, three = { title: 'C', article: 'c.txt', words: 'c' };
  it('hides an event once', () => {
    const text = textOf(hideEvents(textOf(hideEvents(undefined, [one])), [one]));
    assert.equal(body(text), 'events:\n  hide:\n    - event: A meets B\n      in: a.txt\n      words: met B on Monday');
  });
  it('makes events one, and a third one with them', () => {
    const text = textOf(mergeEvents(textOf(mergeEvents(undefined, [one, two])), [three, two]));
    const { corrections, problems } = parseCorrections(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(corrections.sameEvents.map((events) => events.map(({ title }) => title)), [['C', 'B is met', 'A meets B']]);
  });
});

describe('a file of corrections that is edited', () => {
  it('is left alone when it has a mistake, which is named', () => {
    const result = notNames('names: [\n', [{ name: 'x' }]);
    assert.ok(!result.ok && /mistake in line/.test(result.message));
    const other = notNames('names: 5\n', [{ name: 'x' }]);
    assert.ok(!other.ok && /“names” in attest.yml is no mapping/.test(other.message));
  });
  it('keeps its line ends', () => {
    assert.equal(textOf(notNames('# a\r\nnames:\r\n  no-name:\r\n    - b\r\n', [{ name: 'c' }])), '# a\r\nnames:\r\n  no-name:\r\n    - b\r\n    - c\r\n');
  });
  it('keeps how it is laid out', () => {
    for (const text of ['# a\nnames:\n    no-name:\n        - b\n\n    same:\n        - [ A, B ]\n', '# a\nnames:\n  no-name:\n  - b\n\n  same:\n  - [A, B]\n']) {
      const added = text.replace(/^( *)- b\n/m, '$1- b\n$1- c\n');
      assert.equal(textOf(notNames(text, [{ name: 'c' }])), added);
    }
  });
  it('keeps every comment and every other entry, and says what was asked, whatever the texts', () => {
    const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map((text) => text.replace(/[\s\p{C}]+/gu, ' ').trim()).filter((text) => /[\p{L}\p{N}]/u.test(text) && !/\((?:person|organisation|place)\)$/.test(text));
    const comments = ['# top', '# one', '# side', '# end'];
    const before = '# top\nnames:\n  # one\n  same:\n    - [A, B] # side\n  rename:\n    C: D\n# end\n';
    fc.assert(fc.property(word, word, (one, two) => {
      const text = textOf(notNames(textOf(renameName(before, { name: one }, two)), [{ name: two }]));
      for (const comment of comments) assert.ok(text.includes(comment), text);
      const { corrections, problems } = parseCorrections(text);
      assert.deepEqual(problems, [], text);
      assert.deepEqual(corrections.same[0]!.map(({ name }) => name), ['A', 'B']);
      assert.ok(corrections.renames.some(({ to }) => to === two), text);
      assert.deepEqual(corrections.noNames.map(({ name }) => name), [two]);
    }));
  });
});
