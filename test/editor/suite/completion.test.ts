/** Quote completion: typed as a person types, accepted as a person accepts. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { indexed, suggestionsAt } from '../support/attest';
import { driver } from '../support/driver';
import { eventually, openDraft } from '../support/workbench';

/** The words as the first sample article has them. */
const words = 'It is not in the interest of any party that the situation in the Middle East worsens further';
const list = '.suggest-widget.visible';
const firstRow = `${list} .monaco-list-row[data-index="0"]`;

/** Types into the draft, waits for the first suggestion, accepts it; the text of the draft then. */
async function accept(text: string, typed: string): Promise<string> {
  const editor = await openDraft('quote.md', text);
  await driver.type(typed);
  await driver.waitForText(firstRow, words.slice(0, 30));
  await driver.press('Enter');
  await driver.waitUntilGone(list);
  return eventually('the accepted quote', () => {
    const content = editor.document.getText();
    return content.includes(words) ? content : undefined;
  });
}

describe('the completion of a quote', () => {
  before(async () => {
    await openDraft('quote.md', '');
    await indexed(3);
  });

  it('offers the sentence that two words after “ belong to, and inserts it with the closing mark', async () => {
    assert.match(await accept('He said: |', '“interest of'), new RegExp(`^He said: “${words},?”$`));
  });

  it('does the same after a straight mark', async () => {
    assert.match(await accept('He said: |', '"interest of'), new RegExp(`^He said: "${words},?"$`));
  });

  it('leaves one closing mark where there is one already', async () => {
    assert.match(await accept('He said: “|” And went.', 'interest of'), new RegExp(`^He said: “${words},?” And went\\.$`));
    assert.match(await accept('He said: "|" And went.', 'interest of'), new RegExp(`^He said: "${words},?" And went\\.$`));
  });

  it('finds the words in another order', async () => {
    assert.match(await accept('He said: |', '“worsens situation interest'), new RegExp(`^He said: “${words},?”$`));
  });

  it('puts the speaker that the sentence names first', async () => {
    const editor = await openDraft('quote.md', 'Geng Shuang said: “|”');
    const [first] = await suggestionsAt(editor, '“');
    assert.ok(first !== undefined, 'something is offered');
    const text = `${typeof first.label === 'string' ? first.label : `${first.label.label} ${first.label.description ?? ''}`}`;
    assert.match(text, /Geng Shuang/);
  });

  it('offers nothing in ordinary prose', async () => {
    const editor = await openDraft('quote.md', 'It was |');
    await driver.type('in the interest of any party ');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(await driver.textsOf(list), []);
    assert.deepEqual(await suggestionsAt(editor), []);
  });

  it('offers nothing within code', async () => {
    const editor = await openDraft('code.md', 'Prose.\n\n```js\nconst party = "interest of|"\n```\n');
    assert.deepEqual(await suggestionsAt(editor, '"'), []);
  });

  it('is there by command too, with a search that shows who said it', async () => {
    const editor = await openDraft('quote.md', 'He said: |');
    void vscode.commands.executeCommand('attest.insertQuote');
    await driver.waitForText('.quick-input-widget', 'Insert Quote');
    await driver.type('worsens interest');
    const row = await driver.waitForText('.quick-input-list .monaco-list-row[data-index="0"]', words.slice(0, 30));
    assert.match(row, /Geng Shuang/);
    await driver.press('Enter');
    await eventually('the inserted quote', () => (editor.document.getText().includes(words) ? true : undefined));
    assert.match(editor.document.getText(), new RegExp(`^He said: [“"]${words},?[”"]$`));
  });
});
