import assert from 'node:assert/strict';
import { proseText } from './marked';

function check(text: string, expected: string): void {
  it(text.replaceAll('\n', '↵'), () => assert.equal(proseText(text), expected));
}

describe('prose of Markdown and Quarto', () => {
  check('Plain words.', 'Plain words.');
  check('# Head\n\nOne *two* three.', 'Head / One ·two· three.');
  check('A [link](http://x.example/a_b) here', 'A ·link· here');
  check('A <http://x.example> here', 'A · here');
  check('See http://x.example/a now', 'See · now');
  check('`code` word', ' word');
  check('---\ntitle: A\n---\nWord', 'Word');
  check('+++\ntitle = "A"\n+++\nWord', 'Word');
  check('---\n\nnot front matter', 'not front matter');
  check('> One\n> two\n>\n> Three', 'One\n·two / Three');
  check('- a\n\n      code\n- b', 'a / b');
  check('- a\n\n  more\n\n- b', 'a / more / b');
  check('```\ncode\n\ncode\n```\nWord', 'Word');
  check('- a\n  ```\n  code\n\nWord', 'a / Word');
  check('<!-- one\n\ntwo -->\n\nWord', 'Word');
  check('<script>\n"a"\n\n"b"\n</script>\n\nWord', 'Word');
  check('Said so [@luz2020, p. 3] and [see -@a; @b_c].', 'Said so · and ·.');
  check('As @luz2020 says. Mail a@b.example now', 'As · says. Mail · now');
  check('A note[^1] here\n\n[^1]: The *note* text.', 'A note· here / The ·note· text.');
  check('It cost $5 and $6 then', 'It cost $5 and $6 then');
  check('So $a_b$ and $$c$$ hold', 'So · and · hold');
  check('$$\na_b\n$$\n\nWord', 'Word');
  check('::: {.callout-note}\nWord\n:::\n\nEnd', '\nWord\n / End');
  check('# Head {#sec-a .b}\n\n[words]{.small} {{< pagebreak >}}', 'Head  / [words]· ');
  check('He [to Luz] said [so]', 'He [to Luz] said [so]');
  check('See [words][ref] now\n\n[ref]: http://x.example "T"', 'See [words]· now');
  check('{braces} stay', '{braces} stay');
  check('Term {{< var a >}} end', 'Term · end');
  check('a\r\nb\r\n\r\nc', 'a\r\nb / c');
  check('| a | b |\n|---|---|\n| c | d |', 'a / b / c / d');
});
