import assert from 'node:assert/strict';
import { proseText } from './marked';

function check(languageId: string, text: string, expected: string): void {
  it(`${languageId}: ${text.replaceAll('\n', '↵')}`, () => assert.equal(proseText(text, languageId).replaceAll('\n', '↵').replace(/↵(?= \/ |$)/g, ''), expected));
}

describe('prose of the other notations', () => {
  const latex = (text: string, expected: string): void => check('latex', text, expected);
  latex('One % comment\ntwo', 'One ·two');
  latex('50\\% of \\emph{all} words', '50·% of ·all· words');
  latex('\\documentclass{article}\n\\title{No}\n\\begin{document}\nYes.\n\\end{document}\nNo.', 'Yes.');
  latex('\\section[Short]{A heading}\\label{sec:a}\nText~\\cite[p.~3]{a,b} on.', 'A heading / Text· on.');
  latex('A\n\\begin{verbatim}\n"no"\n\\end{verbatim}\nB', 'A / B');
  latex('Math $a_b$ and \\(c\\) and\n\\[d\\]\nend', 'Math · and · and↵·↵end');
  latex('\\begin{itemize}\n\\item One\n\\item Two\n\\end{itemize}', 'One / Two');
  latex('Say \\enquote{open the \\emph{gate}} now', 'Say ·open the ·gate· now');
  latex('Go\\footnote{See the \\emph{note}.} on', 'Go· on / See the ·note·.');
  latex('See \\href{http://x.example/a\\#b}{the gate} here', 'See ·the gate· here');
  latex('Use \\verb|"code"| and \\lstinline{x} here', 'Use · and · here');
  latex('One\n\nTwo', 'One / Two');
  latex('a \\unknown{b} c } d { e', 'a ·b· c · d · e');
  latex('Luz --- the port --- is', 'Luz · the port · is');

  const typst = (text: string, expected: string): void => check('typst', text, expected);
  typst('= Head <label>\nOne *two* _three_ // comment\nfour', 'Head  / One ·two· ·three· ·↵four');
  typst('One *two* _three_ // comment\nfour', 'One ·two· ·three· ·↵four');
  typst('One /* no\n\nno */ two', 'One · two');
  typst('Raw `code` and ```py\ncode``` here', 'Raw · and · here');
  typst('#set text(size: 3pt)\n#let x = [no]\nWords', 'Words');
  typst('So #quote(attribution: [Luz])[open the gate] now', 'So ·open the gate· now');
  typst('So #link("http://x.example")[the gate] and http://y.example/a now', 'So ·the gate· and · now');
  typst('As @luz2020[p. 3] and #cite(<roe>) say, a@b.example', 'As · and · say, a@b.example');
  typst('Go#footnote[See *this*.] on', 'Go· on / See ·this·.');
  typst('He [to Luz] said', 'He [to Luz] said');
  typst('- one\n- two', 'one / two');
  typst('Math $a b$ costs \\$5', 'Math · costs ·$5');

  const asciidoc = (text: string, expected: string): void => check('asciidoc', text, expected);
  asciidoc('= Title\nAna Luz <a@b.example>\n:toc: left\n\nOne *two* _three_ `code`.', 'Title / One ·two· ·three· ·.');
  asciidoc('// comment\nOne\n////\nno\n////\nTwo', 'One / Two');
  asciidoc('[source,js]\n----\nno\n----\n\n....\nno\n....\n\nYes', 'Yes');
  asciidoc('[source]\nno code\n\nYes', 'Yes');
  asciidoc('See https://x.example/a[the gate] and https://y.example. End', 'See ·the gate· and ·. End');
  asciidoc('image::a.png[no]\n\ninclude::b.adoc[]\n\nYes', 'Yes');
  asciidoc(' literal\n line\n\nYes', 'Yes');
  asciidoc('* one\n** two\n. three', 'one / two / three');
  asciidoc('|===\n|one |two\n|===', 'one  / two');
  asciidoc('Go footnote:[See *this*.] {attr} <<ref,x>> on', 'Go · · · on / See ·this·.');

  const rst = (text: string, expected: string): void => check('restructuredtext', text, expected);
  rst('Title\n=====\n\nOne *two* ``code`` `three <http://x.example>`_.', 'Title / One ·two· · ·three·.');
  rst('.. comment\n   no\n\nYes', 'Yes');
  rst('.. code-block:: py\n\n   no\n\n   no\n\nYes', 'Yes');
  rst('.. note:: \n\n   Words here\n\nYes', 'Words here / Yes');
  rst('Like this::\n\n   no\n\nYes', 'Like this: / Yes');
  rst('- one\n  more\n- two', 'one↵·more / two');
  rst('See :ref:`no` and :cite:p:`luz` and [#n1]_ and |sub|.', 'See · and · and · and ·.');
  rst('.. [#n1] A note.\n\n:field: no\n\n>>> no\n\nYes', 'A note. / Yes');
  rst('.. _target: http://x.example\n\nYes name_ on', 'Yes name· on');
});
