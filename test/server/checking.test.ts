import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CodeAction, CodeLens, Diagnostic, Hover, MarkupContent, TextEdit } from 'vscode-languageserver';
import { Diagnostics } from './diagnostics';
import { LspClient } from './lspClient';

describe('checking by plain LSP', () => {
  let client: LspClient, shown: Diagnostics;
  before(async () => {
    client = await LspClient.start();
    shown = new Diagnostics(client);
  });
  after(() => client.stop());

  const draft = 'seeds/drafts/china-iran-report.md';
  const textOf = (): string => readFileSync(path.join(client.folder, draft), 'utf8');

  /** What stands at a finding, with its code. */
  const found = (text: string, diagnostics: readonly Diagnostic[]): string[] => {
    const lines = text.split('\n');
    return diagnostics.map(({ range, code }) => `${String(code)}: ${(lines[range.start.line] ?? '').slice(range.start.character, range.end.character).slice(0, 30)}`);
  };

  it('marks the misquote, the wrong speaker, the invention and the misspelt name of the sample draft, and nothing else', async () => {
    const text = textOf();
    const diagnostics = await shown.open(draft, text);
    assert.deepEqual(found(text, diagnostics), [
      'misspelt-name: Solemani', 'not-found: There is no road to peace in G', 'wrong-speaker: Wang Yi', 'misquoted: China will continue to view th',
    ]);
  });

  it('sums the quotes up above the draft', async () => {
    const [lens] = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: client.uriOf(draft) } });
    assert.match(lens!.command!.title, /^\d+ quotes · .*1 misquoted · 1 not found · 3 sources$/);
  });

  /** The draft after a fix of the finding with that code. */
  async function fixed(code: string, title: RegExp): Promise<string> {
    const text = textOf(), uri = client.uriOf(draft);
    const diagnostic = shown.of(uri).find((each) => each.code === code)!;
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] } });
    const action = actions.find(({ title: each }) => title.test(each));
    assert.ok(action, actions.map(({ title: each }) => each).join(', '));
    return applied(text, action.edit!.changes![uri]!);
  }
  function applied(text: string, edits: readonly TextEdit[]): string {
    const lines = text.split('\n'), offset = ({ line, character }: TextEdit['range']['start']): number => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
    return [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start)).reduce((now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)), text);
  }

  it('mends a misquote with the words of the source', async () => {
    assert.equal(await fixed('misquoted', /source’s words/), textOf().replace('play a leading role', 'play a constructive role'));
  });
  it('names the right speaker', async () => assert.equal(await fixed('wrong-speaker', /Wang Di/), textOf().replace('need for ceasefire,” Wang Yi said', 'need for ceasefire,” Wang Di said')));
  it('corrects a name', async () => assert.equal(await fixed('misspelt-name', /Soleimani/), textOf().replace('Solemani', 'Soleimani')));
  it('makes a paraphrase of what nobody said', async () => {
    assert.equal(await fixed('not-found', /paraphrase/), textOf().replace('“There is no road to peace in Gaza that does not lead through Beijing,”', 'There is no road to peace in Gaza that does not lead through Beijing,'));
  });
  it('is silent where the writer says so', async () => {
    const text = await fixed('not-found', /^Ignore/);
    assert.ok(!found(text, await shown.open('seeds/drafts/silenced.md', text)).some((each) => each.startsWith('not-found')));
  });

  it('hovers a quote with its verdict and its source', async () => {
    const hover = async (words: string): Promise<string> => {
      const before = textOf().slice(0, textOf().indexOf(words)).split('\n');
      const answer = await client.connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri: client.uriOf(draft) }, position: { line: before.length - 1, character: before.at(-1)!.length + 1 } });
      return (answer.contents as MarkupContent).value;
    };
    assert.match(await hover('leading role'), /\*\*Misquoted\*\*\n\n.*play a ~~leading~~ \*\*constructive\*\* role[^]*Daily Caller/);
    assert.match(await hover('worsens further'), /\*\*Word for word\*\*[^]*Geng Shuang/);
    assert.match(await hover('no road to peace'), /No source has these words/);
  });

  it('checks again when an article changes', async () => {
    const uri = client.uriOf('seeds/drafts/follow.md');
    assert.deepEqual(await shown.open('seeds/drafts/follow.md', 'Geng said: “We call on the parties concerned to exercise restraint.”'), []);
    const article = path.join(client.folder, 'seeds/000_5678d4bdc6f3dbc2.txt');
    writeFileSync(article, readFileSync(article, 'utf8').replace('to exercise restraint', 'to exercise patience'));
    const [diagnostic] = await shown.when(uri, (diagnostics) => diagnostics.length > 0);
    assert.equal(diagnostic!.code, 'misquoted');
  });

  it('takes severities and the switch in at once', async () => {
    await client.configure({ check: { severity: { misquoted: 'error' } } });
    const uri = client.uriOf(draft);
    await shown.when(uri, (diagnostics) => diagnostics.some(({ code, severity }) => code === 'misquoted' && severity === 1));
    await client.configure({ check: { enabled: false } });
    await shown.when(uri, (diagnostics) => diagnostics.length === 0);
  });
});
