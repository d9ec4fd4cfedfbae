import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic, DocumentLink, Hover, Location, Range } from 'vscode-languageserver';
import { LspClient } from './lspClient';

describe('answers to a draft that is typed in meanwhile', () => {
  let client: LspClient;
  before(async () => { client = await LspClient.start(); });
  after(() => client.stop());

  /** Asks, and types lines above before the answer can have come. */
  async function askAndType<T>(method: string, uri: string, params: object): Promise<T> {
    const answer = client.connection.sendRequest<T>(method, { textDocument: { uri }, ...params });
    for (let version = 2; version < 12; version++) {
      await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'Lines above.\n\n' }] });
    }
    return answer;
  }

  /** In each version the line is the same, an even number of lines further down. */
  const stands = ({ start, end }: Range, from: number, to: number): boolean => start.line % 2 === 0 && start.line === end.line && start.character === from && end.character === to;

  it('have places of one version of it: a hover', async () => {
    const { uri, position } = await client.open('On the day after that Geng| spoke.\n');
    const hover = await askAndType<Hover>('textDocument/hover', uri, { position });
    assert.ok(stands(hover.range!, 22, 26), JSON.stringify(hover.range));
  });

  it('have places of one version of it: links', async () => {
    const { uri } = await client.open('On the day after that he spoke [@kept|].\n');
    writeFileSync(path.join(client.folder, 'references.json'), '[{"id": "kept", "type": "book", "title": "A book", "URL": "https://news.example/kept"}]');
    for (const { range } of (await askAndType<DocumentLink[] | null>('textDocument/documentLink', uri, {})) ?? []) assert.ok(stands(range, 33, 37), JSON.stringify(range));
  });

  it('have places of one version of it: references', async () => {
    const { uri, position } = await client.open('On the day after that Geng| spoke.\n');
    const here = (await askAndType<Location[]>('textDocument/references', uri, { position, context: { includeDeclaration: true } })).filter((each) => each.uri === uri);
    assert.ok(here.length > 0);
    for (const { range } of here) assert.ok(stands(range, 22, 26), JSON.stringify(range));
  });

  it('come of checks also while somebody types without a stop, at the places where they stand by then', async () => {
    const uri = client.uriOf('unstopped.md'), wrong = '“There is no road to peace in Lorvik that does not lead through the harbour”', shown: { version: number; diagnostics: Diagnostic[] }[] = [];
    const listening = client.connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; version: number; diagnostics: Diagnostic[] }) => { if (params.uri === uri) shown.push(params); });
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: `x\n\nHe said: ${wrong}.\n` } });
    try {
      const until = Date.now() + 40_000, found = (): boolean => shown.filter(({ diagnostics }) => diagnostics.length > 0).length >= 2;
      let version = 2;
      for (; Date.now() < until && !found(); version++) {
        await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'y\n' }] });
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      assert.ok(found(), `${version} keys and nothing shown`);
      // Each key moved the quote one line down.
      for (const { version: of, diagnostics } of shown) for (const { range, code } of diagnostics) assert.deepEqual([code, range.start.line, range.start.character, range.end.character], ['not-found', of + 1, 10, 8 + wrong.length]);
    } finally {
      listening.dispose();
    }
  });

  it('are checked again for new sources also while articles keep coming', async () => {
    const uri = client.uriOf('kept.md'), shown: (readonly Diagnostic[])[] = [];
    const listening = client.connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; diagnostics: Diagnostic[] }) => { if (params.uri === uri) shown.push(params.diagnostics); });
    const file = (n: number): string => path.join(client.folder, 'seeds', `coming${n}.txt`);
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: 'She said “the harbour of Lorvik opens again in spring” then.\n' } });
    try {
      let n = 0;
      const until = Date.now() + 40_000, found = (): boolean => shown.at(-1)?.length === 0;
      for (; Date.now() < until && !(n > 10 && found()); n++) {
        writeFileSync(file(n), n === 10 ? '“The harbour of Lorvik opens again in spring,” Ana Marin said.\n' : `Nothing happened in Lorvik on day ${n}.\n`);
        await new Promise((resolve) => setTimeout(resolve, 90));
      }
      assert.ok(shown.some((findings) => findings.some(({ code }) => code === 'not-found')), 'it was in no source at first');
      assert.ok(found(), `after ${n} articles the finding is still there`);
    } finally {
      listening.dispose();
      for (let n = 0; n < 500; n++) rmSync(file(n), { force: true });
    }
  });
});
