import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompletionList, Hover, Location, LocationLink, MarkupContent, TextEdit, WorkspaceSymbol } from 'vscode-languageserver';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { IndexStatus, RowsAnswer } from '../../src/server/protocol';
import { buildBundles, bundles } from '../cli/terminal';
import { eventually } from '../support/until';

/** An editor that knows nothing but LSP, on the sample corpus. */
describe('attest server --stdio', () => {
  let folder: string, server: ChildProcess, connection: MessageConnection;
  const settings: Record<string, unknown> = {};
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).toString();

  before(async () => {
    await buildBundles();
    folder = mkdtempSync(path.join(tmpdir(), 'attest-stdio-'));
    cpSync('seeds', path.join(folder, 'seeds'), { recursive: true });
    server = spawn(process.execPath, [path.join(bundles, 'cli.js'), 'server', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    connection = createMessageConnection(new StreamMessageReader(server.stdout!), new StreamMessageWriter(server.stdin!));
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => settings));
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: uriOf(''), capabilities: { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } } });
    await connection.sendNotification('initialized', {});
    await status(({ phase, articles }) => phase === 'ready' && articles === 3);
  });

  after(async () => {
    await connection.sendRequest('shutdown');
    const ended = new Promise((resolve) => server.on('exit', resolve));
    await connection.sendNotification('exit');
    assert.equal(await ended, 0);
    connection.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Asks until the state is as wanted. */
  async function status(wanted: (status: IndexStatus) => boolean): Promise<IndexStatus> {
    let now: IndexStatus | undefined;
    return eventually(async () => (wanted(now = await connection.sendRequest<IndexStatus>('attest/getStatus')) ? now : undefined), () => `the index is at ${JSON.stringify(now)}`);
  }

  let opened = 0;
  /** Opens a draft and asks at the mark `|`. */
  async function at<T>(marked: string, method: string, name = `draft${opened++}.md`): Promise<{ answer: T; text: string; uri: string }> {
    const text = marked.replace('|', ''), before = marked.slice(0, marked.indexOf('|')).split('\n'), uri = uriOf(name);
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    const answer = await connection.sendRequest<T>(method, { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1)!.length } });
    return { answer, text, uri };
  }
  const hover = async (marked: string, name?: string): Promise<string | undefined> => ((await at<Hover | null>(marked, 'textDocument/hover', name)).answer?.contents as MarkupContent | undefined)?.value;

  it('hovers with both Wangs, and links that need no command', async () => {
    const text = await hover('Then W|ang spoke.');
    assert.match(text!, /\*\*Wang Yi\*\*[^]*\*\*Wang Di\*\*|\*\*Wang Di\*\*[^]*\*\*Wang Yi\*\*/);
    assert.match(text!, /\]\(file:\/\/\/[^)]*\.txt#L\d+,\d+-L\d+,\d+/);
    assert.doesNotMatch(text!, /command:/);
  });
  it('hovers a citation with its article', async () => {
    const text = await hover('Said [@dcnf-2024-biden|-administration-asked].', 'seeds/drafts/other.md');
    assert.match(text!, /Daily Caller News Foundation · 12 April 2024/);
    assert.equal(await hover('Said [@unkn|own].', 'seeds/drafts/another.md'), undefined);
  });
  it('says nothing of a common word', async () => assert.equal(await hover('The tab|le is set.'), undefined));
  it('says nothing in an article', async () => assert.equal(await hover('Then W|ang spoke.', 'seeds/note.txt'), undefined));

  it('completes an open quote with the exact words', async () => {
    for (const marked of ['He said “interest of|', 'He said "interest of|', 'He said “party interest|”', "He said 'interest of|"]) {
      const { answer, text } = await at<CompletionList>(marked, 'textDocument/completion');
      const edit = answer.items[0]!.textEdit as TextEdit;
      const after = text.slice(0, edit.range.start.character) + edit.newText + text.slice(edit.range.end.character);
      assert.match(after, /^He said ["“']It is not in the interest of any party that the situation in the Middle East worsens further,["”'’]$/, marked);
    }
  });
  it('leads from a quote to its passage, and from a citation to its article', async () => {
    const quote = await at<LocationLink[]>('He said “It is not in the interest of any pa|rty that the situation in the Middle East worsens further,” twice.', 'textDocument/definition');
    assert.equal(quote.answer[0]!.targetUri, uriOf('seeds/000_5678d4bdc6f3dbc2.txt'));
    assert.deepEqual(quote.answer[0]!.targetRange, { start: { line: 6, character: 1 }, end: { line: 6, character: 93 } });
    const citation = await at<LocationLink[]>('So [@dcnf-2024-biden|-administration-asked].', 'textDocument/definition', 'seeds/drafts/third.md');
    assert.equal(citation.answer[0]!.targetUri, uriOf('seeds/001_735a9a513be99861.txt'));
    assert.deepEqual((await at<LocationLink[]>('He said “We shall build a road to the moon by ea|ster,” twice.', 'textDocument/definition')).answer, []);
  });
  it('lists the passages of a name, and its uses in open drafts', async () => {
    const { answer, uri } = await at<Location[]>('Then Geng Shu|ang spoke, and Geng left.', 'textDocument/references');
    assert.ok(answer.filter((place) => place.uri.endsWith('000_5678d4bdc6f3dbc2.txt')).length >= 3);
    assert.deepEqual(answer.filter((place) => place.uri === uri).map(({ range }) => range.start.character), [5, 28]);
  });
  it('finds names and events by symbol', async () => {
    const symbols = await connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'Soleimani' });
    assert.ok(symbols.some(({ name }) => name === 'Qasem Soleimani'));
    assert.deepEqual(await connection.sendRequest('workspace/symbol', { query: '' }), []);
  });
  it('offers nothing in ordinary prose', async () => {
    for (const marked of ['It is in the interest of|', 'Don’t|', 'a 5" disk|']) assert.equal((await at<CompletionList | null>(marked, 'textDocument/completion')).answer, null, marked);
  });

  it('takes settings in at once', async () => {
    settings['hover'] = { enabled: false };
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.equal(await hover('Then W|ang spoke.'), undefined);
    delete settings['hover'];
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.notEqual(await hover('Then W|ang spoke.'), undefined);
  });

  it('cites by setting, and adds to the bibliography by an edit of the workspace', async () => {
    settings['quote'] = { insert: 'words and citation' };
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const edits: unknown[] = [];
    connection.onRequest('workspace/applyEdit', (params: unknown) => (edits.push(params), { applied: true }));
    const { answer } = await at<CompletionList>('He said “interest of|', 'textDocument/completion', 'fresh.md');
    const [item] = answer.items;
    assert.match((item!.textEdit as TextEdit).newText, /further,” \[@[a-z0-9-]+\]$/);
    await connection.sendRequest('workspace/executeCommand', item!.command!);
    assert.match(JSON.stringify(edits), /references\.json.*article-newspaper/);
    delete settings['quote'];
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  });

  it('follows the folder: an article that comes, and goes', async () => {
    const file = path.join(folder, 'seeds', 'late.txt');
    writeFileSync(file, 'Prime Minister Zoltan Brekke met reporters in Oslo on Monday. “We will rebuild the bridge by spring,” Brekke said.');
    await status(({ articles }) => articles === 4);
    assert.match((await hover('Then Zoltan Br|ekke spoke.')) ?? '', /Zoltan Brekke/);
    rmSync(file);
    await status(({ articles }) => articles === 3);
    assert.equal(await hover('Then Zoltan Br|ekke spoke.'), undefined);
  });

  it('answers the views', async () => {
    const options = { filter: {}, order: 'newest', grouping: 'date' };
    const { rows } = await connection.sendRequest<RowsAnswer>('attest/rows', { view: 'events', options, offset: 0, limit: 50 });
    assert.ok(rows.some(({ label }) => label === 'October 2023'));
  });
});
