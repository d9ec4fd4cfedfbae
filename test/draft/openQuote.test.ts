import assert from 'node:assert/strict';
import { openQuoteAt } from '../../src/draft/openQuote';
import { draftAt } from './marked';

/** `[mark closing typed rest]` of the quote at the cursor, or `none`. */
function check(marked: string, expected: string, languageId?: string): void {
  it(`${marked} → ${expected}`, () => {
    const { draft, offset } = draftAt(marked, languageId);
    const open = openQuoteAt(draft, offset);
    const shown = open ? `${open.mark} ${open.closingMark} <${open.typed}> <${draft.text.slice(offset, open.contentEnd)}> ${open.hasClosing}` : 'none';
    assert.equal(shown, expected);
    if (!open) return;
    assert.ok(draft.text.startsWith(open.mark, open.markStart));
    assert.equal(draft.text.slice(open.contentStart, offset), open.typed);
  });
}

describe('openQuoteAt', () => {
  describe('finds the quote that is being typed', () => {
    check('He said “|', '“ ” <> <> false');
    check('He said “open the|', '“ ” <open the> <> false');
    check('He said “open the |', '“ ” <open the > <> false');
    check('He said "open |', '" " <open > <> false');
    check('"|', '" " <> <> false');
    check('He said "|"', '" " <> <> true');
    check('He said “|”', '“ ” <> <> true');
    check('He said “open| the gate” and left.', '“ ” <open> < the gate> true');
    check('He said "open| and then "shut the gate" too.', '" " <open> <> false');
    check('« open |', '« » <open > <> false');
    check('Er sagte „offen|“ dazu', '„ “ <offen> <> true');
    check('Han sa ”öppna|', '” ” <öppna> <> false');
    check("She wrote 'keep the|", "' ' <keep the> <> false");
    check('She wrote ‘keep the|', '‘ ’ <keep the> <> false');
    check('“We said ‘keep the|’ twice”', '‘ ’ <keep the> <> true');
    check('- item: "a harbour|', '" " <a harbour> <> false');
    check('> “a harbour|', '“ ” <a harbour> <> false');
    check('A *“harbour|”* here', '“ ” <harbour> <> true');
    check("``the harbour|'' closed", "`` '' <the harbour> <> true", 'latex');
    check('He \\enquote{open| the} on', '\\enquote{ } <open> < the> true', 'latex');
    check('He \\enquote{open|', '\\enquote{ } <open> <> false', 'latex');
    check('He \\enquote{open ``the|', "`` '' <the> <> false", 'latex');
    check('He #quote[open|] on', '#quote[ ] <open> <> true', 'typst');
    check('He "`open|', '"` `" <open> <> false', 'asciidoc');
    check('He "`open| the`" on', '"` `" <open> < the> true', 'asciidoc');
    check('He said,"open|', '" " <open> <> false');
    check('First "one" and then "two|', '" " <two> <> false');
    check('“It’s the harbour’s|', '“ ” <It’s the harbour’s> <> false');
  });
  describe('is silent in ordinary prose', () => {
    check('The harbour| is open.', 'none');
    check('The harbour’s| gate', 'none');
    check("The harbour's| gate", 'none');
    check("The captains' gate| is", 'none');
    check('A 6" pipe| and more', 'none');
    check('He is 5\'10" tall| and', 'none');
    check('“Open the gate” he said|', 'none');
    check('"Open the gate" he said|', 'none');
    check("In the '90s the gate| was", 'none');
    check("'Tis the gate| that", 'none');
    check('In the ‘90s the gate| was', 'none');
    check('Use `"code|` here', 'none');
    check('```\n"code|\n```', 'none');
    check('[words](http://x.example/"a|)', 'none');
    check('---\ntitle: "A|\n---\n', 'none');
    check('He said "first.\n\nNext paragraph|', 'none');
    check('<!-- “note| -->', 'none');
    check(`He said "${'word '.repeat(140)}|`, 'none');
    check("rock 'n' roll| is", 'none');
  });
});
