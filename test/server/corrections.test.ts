import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic, Hover, MarkupContent } from 'vscode-languageserver';
import type {
  ArticleFieldValues, ArticleItem, CorpusProblem, CorrectionResult, CorrectionsFile, CorrectParams, EventItem, EventSourceItem, NameItem, NamePassage, RowsAnswer,
} from '../../src/server/protocol';
import { eventually } from '../support/until';
import { LspClient } from './lspClient';

describe('corrections over attest server --stdio', () => {
  let client: LspClient;
  const ask = <T>(method: string, params?: unknown): Promise<T> => client.connection.sendRequest<T>(method, params);
  const correct = (params: CorrectParams): Promise<CorrectionResult> => ask<CorrectionResult>('attest/correct', params);
  const file = (): string => path.join(client.folder, 'seeds', 'attest.yml');
  const articles = (): Promise<ArticleItem[]> => ask<ArticleItem[]>('attest/articles', { words: '', limit: 10 });

  let published: readonly Diagnostic[] = [];
  const diagnostics = (): readonly Diagnostic[] => published;

  before(async () => {
    client = await LspClient.start();
    client.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics: each }: { uri: string; diagnostics: Diagnostic[] }) => { if (uri.endsWith('attest.yml')) published = each; });
  });
  after(() => client.stop());
  afterEach(async () => {
    rmSync(file(), { force: true });
    await ask('attest/rescan');
  });

  it('write the date of an article, which moves its events; removing the line moves them back', async () => {
    const periods = async (): Promise<{ readonly key: string; readonly count: string | undefined }[]> =>
      (await ask<RowsAnswer>('attest/rows', { view: 'events', options: { filter: {}, order: 'newest', grouping: 'date' }, offset: 0, limit: 100 })).rows.map(({ id, description }) => ({ key: id.replace('period:', ''), count: description }));
    const before = await periods(), undated = (await articles()).find(({ source }) => source.published === 'date unknown')!;
    assert.equal(before.some(({ key }) => key === '2023-10'), true);
    assert.ok(!before.some(({ key }) => key === '2020-01'));
    const result = await correct({ correction: 'articles', articles: [undated.source.uri], fields: { date: '2020-01-08', outlet: 'The Example' } });
    assert.deepEqual([result.warning, result.uri], [undefined, client.uriOf('seeds/attest.yml')]);
    assert.match(readFileSync(file(), 'utf8'), /^# Corrections[\s\S]*\narticles:\n {2}\S+:\n {4}outlet: The Example\n {4}date: 2020-01-08\n {4}content: [0-9a-f]{16}\n$/);
    assert.equal((await articles()).find(({ path: each }) => each === undated.path)!.source.outlet, 'The Example');
    assert.ok((await periods()).some(({ key }) => key === '2020-01'));
    writeFileSync(file(), '# nothing\n');
    assert.deepEqual(await eventually(async () => { const now = await periods(); return now.some(({ key }) => key === '2020-01') ? undefined : now; }), before);
  });

  it('say where they stand, and what a file begins with that is not there', async () => {
    const [found] = await ask<CorrectionsFile[]>('attest/correctionsFiles');
    assert.equal(found!.path, path.join('seeds', 'attest.yml'));
    assert.match(found!.beginWith!, /^# Corrections/);
    writeFileSync(file(), 'names:\n');
    await eventually(async () => ((await ask<CorrectionsFile[]>('attest/correctionsFiles'))[0]!.beginWith === undefined ? true : undefined));
  });

  it('leave a file with a mistake as it is, and say so', async () => {
    writeFileSync(file(), 'names: [\n');
    const [article] = await articles();
    assert.match((await correct({ correction: 'articles', articles: [article!.source.uri], fields: { outlet: 'X' } })).warning!, /mistake in line/);
    assert.equal(readFileSync(file(), 'utf8'), 'names: [\n');
  });

  it('make two names one in the hover, and two again when the line is gone', async () => {
    const { uri, position } = await client.open('Wang D|i spoke.');
    const hover = async (): Promise<string> => ((await ask<Hover | null>('textDocument/hover', { textDocument: { uri }, position }))?.contents as MarkupContent | undefined)?.value ?? '';
    const names = async (form: string): Promise<NameItem[]> => ask<NameItem[]>('attest/names', { form, limit: 5 });
    const [yi] = await names('Wang Yi'), [di] = await names('Wang Di'), before = await hover();
    assert.match(before, /^\*\*Wang Di\*\*/);
    const result = await correct({ correction: 'merge names', names: [yi!.id, di!.id] });
    assert.equal(result.warning, undefined);
    assert.match(readFileSync(file(), 'utf8'), /\nnames:\n {2}same:\n {4}- \[Wang Yi, Wang Di\]\n$/);
    const merged = await hover();
    assert.match(merged, new RegExp(`^\\*\\*Wang Yi\\*\\*.* ${yi!.mentions + di!.mentions} mentions`));
    assert.equal((await names('Wang')).filter(({ canonical }) => /^Wang /.test(canonical)).length, 1);
    writeFileSync(file(), readFileSync(file(), 'utf8').replace(/.*- \[.*\n/, ''));
    assert.equal(await eventually(async () => { const now = await hover(); return now === merged ? undefined : now; }), before);
  });

  it('rename, split and drop names, with the kind where it matters', async () => {
    const name = async (form: string): Promise<NameItem | undefined> => (await ask<NameItem[]>('attest/names', { form, limit: 5 }))[0];
    const [article] = await articles(), di = (await name('Wang Di'))!;
    await correct({ correction: 'rename name', name: di.id, shown: 'Wang Di (Beijing)' });
    assert.equal((await name('Wang Di'))?.canonical, 'Wang Di (Beijing)');
    await correct({ correction: 'rename name', name: di.id, shown: null });
    assert.equal((await name('Wang Di'))?.canonical, 'Wang Di');
    const passages = await ask<NamePassage[]>('attest/namePassages', { id: di.id, limit: 50 });
    await correct({ correction: 'split name', name: di.id, into: [{ name: 'Wang Dee', articles: [...new Set(passages.map(({ source }) => source.uri))] }] });
    assert.deepEqual([(await name('Wang Dee'))?.mentions, (await name('Wang Di'))?.canonical], [di.mentions, 'Wang Dee']);
    assert.ok(article);
    writeFileSync(file(), '');
    await correct({ correction: 'not names', names: [di.id] });
    assert.notEqual((await name('Wang Di'))?.canonical, 'Wang Di');
    assert.match(readFileSync(file(), 'utf8'), /no-name:\n {4}- Wang Di\n/);
  });

  it('hide an event, and make two one', async () => {
    const find = (words: string): Promise<EventItem[]> => ask<EventItem[]>('attest/findEvents', { words, limit: 50 });
    const [first, second, ...rest] = await find('');
    await correct({ correction: 'merge events', events: [second!.id, first!.id] });
    const merged = await find('');
    assert.equal(merged.length, rest.length + 1);
    assert.equal((await ask<EventSourceItem[]>('attest/eventSources', { id: first!.id })).length > 0, true);
    await correct({ correction: 'hide events', events: [second!.id] });
    assert.deepEqual((await find('')).map(({ id }) => id), rest.map(({ id }) => id));
    await eventually(() => Promise.resolve(diagnostics().length === 0 ? true : undefined));
  });

  it('show what is wrong at its place, in a file that nobody has open, in an open one as it is typed, and in the list of problems', async () => {
    const text = 'articles:\n  gone.txt:\n    outlet: X\nnames:\n  no-name: [Nobody At All]\n  rename: 5\n';
    writeFileSync(file(), text);
    const at = ({ range, message }: Diagnostic): string => `${range.start.line}:${range.start.character} ${String(message).split('.')[0]}`;
    assert.deepEqual((await eventually(() => Promise.resolve(diagnostics().length === 3 ? diagnostics() : undefined))).map(at), [
      '1:2 There is no article gone', '4:12 No name of the corpus is spelled “Nobody At All”', '5:10 This cannot be used here: expected is a name and, after a colon, the form to show',
    ]);
    const listed = await ask<CorpusProblem[]>('attest/problems');
    assert.deepEqual(listed.filter(({ isCorrection }) => isCorrection).map(({ path: where, range }) => [where, range!.start.line]), [1, 4, 5].map((line) => [path.join('seeds', 'attest.yml'), line]));
    const uri = client.uriOf('seeds/attest.yml');
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text: 'names:\n  sme: []\n' } });
    assert.deepEqual((await eventually(() => Promise.resolve(diagnostics().length === 1 ? diagnostics() : undefined))).map(at), ['1:2 “sme” is no correction of names: there are same, rename, split and no-name']);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await eventually(() => Promise.resolve(diagnostics().length === 3 ? true : undefined));
    rmSync(file());
    await eventually(() => Promise.resolve(diagnostics().length === 0 ? true : undefined));
  });

  it('refuse a date and an address that are none, and write a date as the file has it', async () => {
    const [article] = await articles(), set = (fields: ArticleFieldValues): Promise<CorrectionResult> => correct({ correction: 'articles', articles: [article!.source.uri], fields });
    assert.match((await set({ date: '03/04/2024' })).warning!, /“03\/04\/2024” is not understood as a date/);
    assert.match((await set({ url: 'ftp://x' })).warning!, /no web address/);
    await set({ date: '12 April 2024' });
    assert.match(readFileSync(file(), 'utf8'), /date: 2024-04-12\n/);
  });

  it('refuse what is in no corpus folder', async () => {
    assert.match((await correct({ correction: 'articles', articles: [client.uriOf('draft.md')], fields: { outlet: 'X' } })).warning!, /no folder of the corpus/);
  });
});
