import assert from 'node:assert/strict';
import { iconless } from '../../src/server/convert';
import { linkless } from '../../src/server/protocol';

/** What a reader sees: the joiner takes no room. */
const seen = (text: string): string => text.replaceAll('\u2060', '');

describe('words of articles in messages and labels', () => {
  // The expression by which VS Code finds links in a message.
  const links = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

  for (const text of ['[settings](command:workbench.action.openSettings)', 'a [b](https://evil.example "c") and [d](file:///e)']) {
    it(`makes no link of ${text}`, () => {
      assert.match(text, links);
      assert.doesNotMatch(linkless(text), links);
      assert.equal(seen(linkless(text)), text);
    });
  }

  it('draws no icon', () => {
    assert.doesNotMatch(iconless('$(flame) $$(sync~spin)'), /\$\(/);
    assert.equal(seen(iconless('$(flame) $$(sync~spin)')), '$(flame) $$(sync~spin)');
  });

  it('leaves other words as they are', () => {
    assert.equal(linkless('Attest: “Ada Holm” counts as a name no longer (2 sources).'), 'Attest: “Ada Holm” counts as a name no longer (2 sources).');
    assert.equal(iconless('It costs $5 (five).'), 'It costs $5 (five).');
  });
});
