import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { link, plain } from '../../src/server/markdown';

/** Tokens that a Markdown text has besides paragraphs and text, and the characters it shows: by `marked`, which VS Code renders hovers with. */
function shown(markdown: string): { nodes: string[]; text: string } {
  const nodes: string[] = [];
  let text = '';
  const walk = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      const inner = 'tokens' in token && token.tokens ? token.tokens : undefined;
      if (token.type === 'text' || token.type === 'escape') { if (!inner) text += (token as { text: string }).text.replaceAll('&lt;', '<').replaceAll('&#96;', '`'); }
      else if (token.type !== 'paragraph' && token.type !== 'space') nodes.push(token.type);
      if (inner) walk(inner);
    }
  };
  walk(marked.lexer(markdown, { gfm: true }));
  return { nodes, text };
}

describe('article text in Markdown', () => {
  const hostile = [
    '[click](command:workbench.action.quit)', '![x](https://evil.example/pixel.png)', '<img src=x onerror=alert(1)>', '**bold** _it_ `code` ~~no~~',
    'see https://evil.example/a and www.evil.example or me@evil.example', '# heading', '- item', '+ item', '1. one', '1) one', '> quoted', '| a | b |', '<!-- -->', '&lt;b&gt; &amp;',
    '[ref]: https://evil.example', '```js', '---', '[^1]', '$(flame) $x^2$', '\\[x\\]', '$100 and <b>', 'a\n\n# b\n\n- c', 'javascript:alert(1)', 'file:///etc/passwd',
  ];
  for (const text of hostile) {
    it(`shows ${JSON.stringify(text)} as it is`, () => {
      const { nodes, text: seen } = shown(plain(text));
      assert.deepEqual(nodes, []);
      assert.equal(seen, text.replace(/\s+/g, ' '));
    });
  }

  it('makes no markup of any text', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', ' ', '\n', '[', ']', '(', ')', '!', '*', '_', '`', '~', '<', '>', '&', '#', '-', '+', '1', '.', '|', ':', '/', '@', 'www.', 'http://', '\\', '$', '^'), { maxLength: 30 }), (parts) => {
      assert.deepEqual(shown(`x ${plain(parts.join(''))}`).nodes, []);
    }));
  });

  it('leaves our own marks between angle brackets and backticks what they are', () => {
    assert.deepEqual(shown(`${plain('the <img')} **${plain('one')}** ${plain('of> it')}`).nodes, ['strong']);
    for (const text of ['<a', '`b']) assert.doesNotMatch(plain(text), /[<`]/);
  });

  it('cuts what no hover can show', () => assert.equal(plain('word '.repeat(100_000)).length, 4_001));

  it('drops what turns the direction of the text', () => assert.equal(plain('a\u202eb\u2066c'), 'abc'));

  it('keeps a link to its target', () => {
    const { nodes, text } = shown(link('A [b](c)', 'command:attest.openPassage?%5B%5D', 'Open "it"'));
    assert.deepEqual(nodes, ['link']);
    assert.equal(text, 'A [b](c)');
  });
});
