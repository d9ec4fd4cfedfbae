import assert from 'node:assert/strict';
import { proseOf } from '../../src/draft/prose';
import { quotesOf, wordsOf } from '../../src/draft/quotes';

/** Each quote as `opening|words|closing`, with `…open` when nothing closes it and the style when it is not `marks`. */
function check(text: string, expected: string[], languageId = 'markdown'): void {
  it(`${text.replaceAll('\n', '↵')} → ${expected.join(', ') || 'none'}`, () => {
    const draft = proseOf(text, languageId);
    const found = quotesOf(draft);
    assert.deepEqual(found.map((quote) => {
      const shown = `${quote.opening}|${wordsOf(draft, quote)}|${quote.closing}`;
      return shown + (quote.closed ? '' : '…open') + (quote.style === 'marks' ? '' : ` ${quote.style}`);
    }), expected);
    for (const quote of found) {
      assert.ok(text.startsWith(quote.opening, quote.outerStart));
      assert.ok(text.slice(0, quote.outerEnd).endsWith(quote.closing));
      assert.ok(quote.outerStart <= quote.start && quote.start < quote.end && quote.end <= quote.outerEnd);
    }
  });
}

describe('quotesOf', () => {
  check('He said “open the gate” twice.', ['“|open the gate|”']);
  check('He said "open the gate" and "shut it".', ['"|open the gate|"', '"|shut it|"']);
  check('« ouvrez la porte » dit-il', ['«|ouvrez la porte|»']);
  check('»Öffnet das Tor«, sagte er', ['»|Öffnet das Tor|«']);
  check('„Öffnet das Tor“, sagte er', ['„|Öffnet das Tor|“']);
  check('Han sa ”öppna porten” igen', ['”|öppna porten|”']);
  check('He said ‘open the gate’ twice.', ['‘|open the gate|’']);
  check('He said ‘the sailors’ gate is shut’ twice.', ['‘|the sailors’ gate is shut|’']);
  check("He said 'open the gate' twice.", ["'|open the gate|'"]);
  check("He said 'it's the captain's gate' twice.", ["'|it's the captain's gate|'"]);
  check('He said “he told me ‘open the gate’ and left”.', ['“|he told me ‘open the gate’ and left|”']);
  check('“open the gate', ['“|open the gate|…open']);
  check('“first “second” end', ['“|first|…open', '“|second|”']);
  check('“one\ntwo”', ['“|one two|”']);
  check('“It is *not* open [at all]”', ['“|It is not open [at all]|”']);
  check('“one `code` two”', ['“|one two|”']);
  check('“First paragraph.\n\n“Second one.”', ['“|First paragraph.|…open', '“|Second one.|”']);
  check("He said ``open the gate'' twice.", ["``|open the gate|''"], 'plaintext');
  check('> Open the gate\n> and leave it.', ['|Open the gate and leave it.| block']);
  check('> Open the gate.\n>\n> — The harbour master', ['|Open the gate.| block']);
  check('> “Open the gate and leave it.”', ['“|Open the gate and leave it.|”']);
  check('> He said that the harbour was old and “shut” then.', ['|He said that the harbour was old and “shut” then.| block']);
  check('| “a b” | c |\n|---|---|\n| "d e" | f |', ['“|a b|”', '"|d e|"']);
  check('He said "the gate”.', ['"|the gate|”']);
  check('「門を開けろ」と言った', ['「|門を開けろ|」']);
  describe('finds none', () => {
    check("The harbour's gate and the captains' boats", []);
    check('The harbour’s gate and the captains’ boats', []);
    check('A 6" pipe and a 5\'10" man', []);
    check("rock 'n' roll in the '90s", []);
    check('the Harbours‘ boats', []);
    check('`"code"` and ```"more"```', []);
    check('    "indented code"', []);
    check('```\n"code"\n```', []);
    check('[gate](http://x.example "title words")', []);
    check('![“alt text”](a.png)', []);
    check('---\ntitle: "A title"\n---\n', []);
    check('<!-- “a comment” -->', []);
    check('“”', []);
    check('<div title="a b c">\n</div>', []);
    check('$a = "b c"$', []);
    check('{{< video "a b" >}}', []);
    check('```{r}\n#| fig-cap: "words here"\n```', [], 'quarto');
  });
});

describe('quotesOf in other notations', () => {
  check('He said \\enquote{open the \\emph{gate}} and ``shut it\'\'.', ['\\enquote{|open the gate|} command', "``|shut it|''"], 'latex');
  check('\\begin{quote}\nOpen the gate \\ldots{} and leave.\n\\end{quote}', ['|Open the gate … and leave.| block'], 'latex');
  check('\\textcquote[3]{luz}{open the gate}', ['\\textcquote[3]{luz}{|open the gate|} command'], 'latex');
  check('\\enquote{open the', ['\\enquote{|open the|…open command'], 'latex');
  check('% “comment words”\n\\label{“a b”} \\verb|"a b"|', [], 'latex');
  check('He said #quote[open the *gate*] and "shut it".', ['#quote[|open the gate|] command', '"|shut it|"'], 'typst');
  check('#let x = "a b" // “c d”', [], 'typst');
  check('He said "`open the gate`" and "shut it".', ['"`|open the gate|`" command', '"|shut it|"'], 'asciidoc');
  check('[quote, Ana Luz]\n____\nOpen the gate.\n____', ['|Open the gate.| block'], 'asciidoc');
  check('[source]\n----\n"a b"\n----', [], 'asciidoc');
  check('Ana Luz said:\n\n   Open the gate.\n\n   -- Ana Luz', ['|Open the gate.| block'], 'restructuredtext');
  check('He said “open ``the`` gate”.', ['“|open gate|”'], 'restructuredtext');
});
