import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CodeLens, DocumentSymbol, Hover, Location, LocationLink, MarkupContent, WorkspaceSymbol } from 'vscode-languageserver';
import type { ArticleUses, EventItem, QuoteInsertion } from '../../src/server/protocol';
import { LspClient } from './lspClient';

interface Place { readonly uri: string; readonly position: { line: number; character: number } }

describe('ways between drafts and sources', () => {
  let client: LspClient;
  const article = 'seeds/000_5678d4bdc6f3dbc2.txt', restraint = 'We call on the parties concerned to exercise restraint';
  before(async () => {
    client = await LspClient.start();
    // Two drafts that nobody has open, one of them in another notation.
    writeFileSync(path.join(client.folder, 'memo.md'), `# Memo\n\nGeng Shuang said: “${restraint}.”\n`);
    writeFileSync(path.join(client.folder, 'paper.tex'), `Geng said \`\`${restraint.replace('exercise', '\\emph{exercise}')}.'' It was reported twice.\n`);
  });
  after(() => client.stop());

  const ask = <T>(method: string, { uri, position }: Place, more: object = {}): Promise<T> => client.connection.sendRequest<T>(method, { textDocument: { uri }, position, ...more });
  const references = (place: Place): Promise<Location[]> => ask('textDocument/references', place, { context: { includeDeclaration: true } });
  const files = (locations: readonly Location[]): string[] => [...new Set(locations.map(({ uri }) => path.basename(uri)))].sort();

  /** Opens an article of the folder; its text, and a place in it. */
  async function openArticle(name: string, words: string): Promise<Place> {
    const text = readFileSync(path.join(client.folder, name), 'utf8'), uri = client.uriOf(name), before = text.slice(0, text.indexOf(words) + 3).split('\n');
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text } });
    return { uri, position: { line: before.length - 1, character: before.at(-1)!.length } };
  }
  const textAt = ({ uri, range: { start, end } }: Location): string => {
    const lines = readFileSync(new URL(uri), 'utf8').split('\n');
    return start.line === end.line ? lines[start.line]!.slice(start.character, end.character) : lines[start.line]!.slice(start.character);
  };

  it('lead from a quote to every passage that has it, and to every draft that quotes it', async () => {
    const found = await references(await client.open(`He said “${restraint.slice(0, 20)}|${restraint.slice(20)},” twice.`, 'markdown', 'open.md'));
    assert.deepEqual(files(found), ['000_5678d4bdc6f3dbc2.txt', 'china-iran-report.md', 'memo.md', 'open.md', 'paper.tex']);
    for (const location of found.filter(({ uri }) => !uri.endsWith('open.md') && !uri.endsWith('.tex'))) assert.match(textAt(location), /^We call on the parties concerned to exercise restraint/);
  });

  it('lead from a quotation of an article there, too', async () => {
    const place = await openArticle(article, restraint);
    assert.deepEqual(files(await references(place)), ['000_5678d4bdc6f3dbc2.txt', 'china-iran-report.md', 'memo.md', 'open.md', 'paper.tex']);
  });

  it('lead from an article to all that drafts take from it', async () => {
    const found = await references({ uri: client.uriOf(article), position: { line: 1, character: 0 } });
    assert.ok(found.filter(({ uri }) => uri.endsWith('000_5678d4bdc6f3dbc2.txt')).length >= 3, 'its passages');
    const sample = found.filter(({ uri }) => uri.endsWith('china-iran-report.md')).map(textAt);
    assert.ok(sample.includes('[@nd-china-urged-restraint]'), 'its citations');
    assert.ok(sample.some((words) => words.startsWith('[T]he end of America’s evil influence')), 'its quotes');
    const cited = await client.open('As reported [@nd-china-urged|-restraint].', 'markdown', 'seeds/drafts/cites.md');
    assert.ok(files(await references(cited)).includes('china-iran-report.md'));
  });

  it('lead from a name to its passages, and to drafts that nobody has open', async () => {
    const found = await references(await client.open('Then Geng Shu|ang spoke.', 'markdown', 'name.md'));
    assert.deepEqual(files(found).filter((name) => !name.endsWith('.txt')), ['china-iran-report.md', 'memo.md', 'name.md', 'paper.tex']);
    const inArticle = await references(await openArticle(article, 'Geng Shuang'));
    assert.ok(files(inArticle).includes('memo.md'));
  });

  it('lead from an event to the passages that report it', async () => {
    const links = await ask<LocationLink[]>('textDocument/definition', await client.open('On October 7, Hamas att|acked Israel.', 'markdown', 'event.md'));
    assert.ok(links.length >= 2);
    for (const { targetUri, targetRange } of links) assert.match(textAt({ uri: targetUri, range: targetRange }), /Hamas/);
    assert.deepEqual(await ask('textDocument/definition', await client.open('On October 7, the baker att|acked the bread.', 'markdown', 'none.md')), []);
  });

  it('are shown above the quotations of an article that drafts use', async () => {
    const place = await openArticle(article, restraint);
    await references(place); // waits until every draft has been read
    const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: place.uri } });
    const titles = lenses.map(({ range, command }) => `${textAt({ uri: place.uri, range }).slice(0, 11)}: ${command?.title}`);
    assert.ok(titles.includes('We call on : used in 4 drafts'), titles.join('; '));
    await client.configure({ article: { uses: false } });
    assert.deepEqual(await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: place.uri } }), []);
    await client.configure({});
  });

  it('are told by the hover on a quotation of an article', async () => {
    const { contents } = await ask<Hover>('textDocument/hover', await openArticle(article, 'call on the parties'));
    assert.match((contents as MarkupContent).value, /\*\*Quotation\*\*: Geng Shuang[^]*Used in 4 drafts: \[/);
    const name = await ask<Hover>('textDocument/hover', await openArticle(article, 'Geng Shuang'));
    assert.match((name.contents as MarkupContent).value, /\*\*Geng Shuang\*\*/);
  });

  it('count what drafts use of each article', async () => {
    const uses = await client.connection.sendRequest<ArticleUses[]>('attest/articleUses');
    const use = uses.find(({ uri }) => uri.endsWith('000_5678d4bdc6f3dbc2.txt'))!;
    assert.ok(use.drafts >= 4 && use.quotes >= 5 && use.citations >= 3, JSON.stringify(use));
  });

  it('follow the drafts: one that is gone is no use any more', async () => {
    rmSync(path.join(client.folder, 'memo.md'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uriOf('memo.md'), type: 3 }] });
    assert.ok(!files(await references(await openArticle(article, restraint))).includes('memo.md'));
  });

  it('outline an article by its speakers', async () => {
    const { uri } = await openArticle(article, restraint);
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    const geng = symbols.find(({ name }) => name === 'Geng Shuang')!;
    assert.ok(geng.children!.some(({ name }) => name.startsWith('“We call on the parties concerned')));
    for (const { range } of geng.children!) assert.ok(textAt({ uri, range }).length > 3);
    const draft = await client.open('He said “x|”.', 'markdown', 'outline.md');
    assert.deepEqual(await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: draft.uri } }), []);
  });

  it('find articles among the symbols of the workspace', async () => {
    const symbols = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'Daily Caller' });
    assert.ok(symbols.some(({ name, containerName, location }) => containerName === 'article' && name.includes('Daily Caller News Foundation, 12 April 2024') && location.uri.endsWith('001_735a9a513be99861.txt')));
  });

  describe('insertions for views and pastes', () => {
    const range = (text: string, words: string) => {
      const at = (offset: number) => ({ line: text.slice(0, offset).split('\n').length - 1, character: offset - (text.lastIndexOf('\n', offset - 1) + 1) });
      return { start: at(text.indexOf(words)), end: at(text.indexOf(words) + words.length) };
    };
    const passage = async (words: string, draft: Place): Promise<QuoteInsertion | null> => client.connection.sendRequest('attest/passageInsertion', { source: { uri: client.uriOf(article), range: range(readFileSync(path.join(client.folder, article), 'utf8'), words) }, uri: draft.uri, position: draft.position });

    it('make a cited quote of what was copied from a quotation', async () => {
      const insertion = await passage('exercise restraint', await client.open('He asked them to |.', 'markdown', 'seeds/drafts/paste.md'));
      assert.equal(insertion?.text, '“exercise restraint” [@nd-china-urged-restraint]');
      assert.equal(insertion?.bibliography, undefined, 'the bibliography has it');
    });

    it('make a quote of the article’s own words, with marks within marks', async () => {
      const whole = readFileSync(path.join(client.folder, article), 'utf8').split('\n').find((line) => line.includes(restraint))!;
      const insertion = await passage(whole, await client.open('|', 'markdown', 'seeds/drafts/paste-whole.md'));
      assert.match(insertion!.text, /^“‘?[^“”]+” \[@nd-china-urged-restraint\]$/);
    });

    it('have nothing for what is no article', async () => {
      const draft = await client.open('|', 'markdown', 'seeds/drafts/paste-none.md');
      assert.equal(await client.connection.sendRequest('attest/passageInsertion', { source: { uri: draft.uri, range: { start: draft.position, end: draft.position } }, uri: draft.uri, position: draft.position }), null);
    });

    it('make a cited sentence of an event', async () => {
      const event = (await client.connection.sendRequest<EventItem[]>('attest/findEvents', { words: 'Hamas attacks', limit: 10 })).find(({ date }) => date === '7 October 2023');
      const draft = await client.open('|', 'markdown', 'seeds/drafts/event-here.md');
      const insertion = await client.connection.sendRequest<QuoteInsertion>('attest/eventInsertion', { id: event!.id, uri: draft.uri, position: draft.position });
      assert.match(insertion.text, /^Hamas .*Israel.* on 7 October 2023 \[@[a-z0-9-]+; @[a-z0-9-]+\]\.$/);
      assert.equal(await client.connection.sendRequest('attest/eventInsertion', { id: 'gone', uri: draft.uri, position: draft.position }), null);
    });
  });
});
